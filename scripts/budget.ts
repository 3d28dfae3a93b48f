/**
 * `npm run budget [FOLDER]`: what every page of a built site weighs on the wire (Brotli, quality 11), and which pages weigh too much.
 * Exit codes: 0 all within the budget, 1 some are not, 2 no site in the folder.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const KB = 1024;

/** The budget. */
export const limits = {
  /** Bytes of script that a reading page loads by itself. */
  script: 8 * KB,
  /** Bytes of HTML and CSS of an article of `words` words; longer ones in proportion. */
  document: 12 * KB,
  words: 900,
  /** Bytes of script that search loads when it is opened, the full-text engine apart. */
  search: 12 * KB,
  /** Bytes of the glossary: its document, styles and scripts, and the file of names its filter fetches. */
  glossary: 60 * KB,
  /** Bytes of font files that a page uses. */
  fonts: 90 * KB,
} as const;

/** What one page weighs, in bytes after compression. */
export interface PageWeight {
  /** Path below the site's root, `/glossary/`. */
  path: string;
  /** Words between the tags of `<main>`. */
  words: number;
  html: number;
  css: number;
  /** Script the page loads by itself: what it names, and what that imports. */
  script: number;
  /** Scripts that hold up the first paint. */
  blocking: string[];
  /** What is over the budget. */
  faults: string[];
}

/** Pages whose HTML and CSS are held to the budget of an article. */
const ARTICLE = /^\/(?:tutorials|essays|case-studies)\/[^/]+\/$/;

/**
 * Weighs every page of a built site.
 * @param folder the built site
 * @param base path it was built for
 */
export function weigh(folder: string, base = '/'): PageWeight[] {
  const compressed = new Map<string, number>();
  const sizeOf = (file: string): number => {
    const known = compressed.get(file) ?? compress(readFileSync(path.join(folder, file)));
    compressed.set(file, known);
    return known;
  };
  const prefix = `${base.replace(/\/+$/, '')}/`;
  const local = (address: string): string => address.slice(prefix.length);
  return htmlFiles(folder).map((file) => {
    const html = readFileSync(path.join(folder, file), 'utf8');
    const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
    const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const scripts = tags.filter((tag) => tag.startsWith('<script') && attribute(tag, 'src'));
    const preloads = tags.filter((tag) => attribute(tag, 'rel') === 'modulepreload');
    const styles = tags.filter((tag) => attribute(tag, 'rel') === 'stylesheet');
    const entries = [...scripts.map((tag) => attribute(tag, 'src')), ...preloads.map((tag) => attribute(tag, 'href'))];
    const loaded = withImports(folder, entries.flatMap((address) => (address ? [local(address)] : [])));
    const weight: PageWeight = {
      path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
      words: wordsOf(html),
      html: sizeOf(file),
      // A page with two figures names their stylesheets twice; a browser fetches each once.
      css: sum([...new Set(styles.map((tag) => local(attribute(tag, 'href') ?? '')))].map(sizeOf)),
      script: sum([...loaded].map(sizeOf)),
      blocking: scripts.filter((tag) => attribute(tag, 'type') !== 'module' && !/\s(?:async|defer)\b/.test(tag)).map((tag) => attribute(tag, 'src') ?? ''),
      faults: [],
    };
    return { ...weight, faults: faultsOf(weight) };
  });
}

/**
 * Bytes of our own script that search loads once it is opened, after compression: the dialog and what it imports, less what every
 * page has loaded already.
 * @param folder the built site
 */
export function searchScript(folder: string): number {
  const entries = (name: RegExp): string[] => readdirSync(path.join(folder, 'assets')).filter((file) => name.test(file)).map((file) => `assets/${file}`);
  const dialog = entries(/^dialog\.[^.]+\.js$/);
  if (dialog.length === 0) throw new Error(`${folder} has no script for the search dialog`);
  const known = withImports(folder, entries(/^Base\.astro/));
  return sum([...withImports(folder, dialog)].filter((file) => !known.has(file)).map((file) => compress(readFileSync(path.join(folder, file)))));
}

/** How many bytes of HTML and CSS a page of so many words may have. */
export function documentLimit(words: number): number {
  return Math.round(limits.document * Math.max(1, words / limits.words));
}

function faultsOf({ path: page, words, html, css, script, blocking }: PageWeight): string[] {
  const faults: string[] = [];
  // On its own page search is what the page is for.
  const most = page === '/search/' ? limits.script + limits.search : limits.script;
  if (script > most) faults.push(`script ${kilobytes(script)} of ${kilobytes(most)}`);
  if (ARTICLE.test(page) && html + css > documentLimit(words)) faults.push(`HTML and CSS ${kilobytes(html + css)} of ${kilobytes(documentLimit(words))}`);
  if (blocking.length > 0) faults.push(`held up by ${blocking.join(', ')}`);
  return faults;
}

/** Files reached from `entries` by static imports. */
function withImports(folder: string, entries: readonly string[]): Set<string> {
  const found = new Set<string>();
  const queue = [...entries];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const code = readFileSync(path.join(folder, file), 'utf8');
    // `import"./a.js"`, `import{a}from"./a.js"`, `export*from"./a.js"`; never `import("./a.js")`.
    for (const [, target = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
      queue.push(path.posix.join(path.posix.dirname(file), target));
    }
  }
  return found;
}

function wordsOf(html: string): number {
  const [, main = ''] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  const text = main.replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ');
  return text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;
}

function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html'))
    .sort();
}

function compress(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
const kilobytes = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`;

/** The weights as a table for a terminal. */
export function table(weights: readonly PageWeight[]): string {
  const head = ['page', 'words', 'html', 'css', 'html+css', 'script', 'fault'];
  const rows = weights.map(({ path: page, words, html, css, script, faults }) => [
    page, String(words), kilobytes(html), kilobytes(css), kilobytes(html + css), kilobytes(script), faults.join('; '),
  ]);
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string => cells.map((cell, i) => (i === 0 || i === head.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ').trimEnd();
  return `${[line(head), ...rows.map(line)].join('\n')}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = path.resolve(process.argv[2] ?? 'dist');
  if (existsSync(path.join(folder, 'index.html'))) {
    const weights = weigh(folder, process.env['BASE_PATH'] || '/');
    process.stdout.write(table(weights));
    process.exitCode = weights.some(({ faults }) => faults.length > 0) ? 1 : 0;
  } else {
    process.stderr.write(`there is no site in ${folder}; build it first: npm run build\n`);
    process.exitCode = 2;
  }
}
