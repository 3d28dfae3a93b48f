/** Reads a built site from disk: files, pages, and the addresses in them. Regular expressions do, because the writer is known. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One page as it was built. */
export interface BuiltPage {
  /** Path below the site's root: `glossary/`, `404.html`. */
  path: string;
  html: string;
}

/** An address that leads nowhere. */
export interface DeadLink {
  page: string;
  address: string;
  why: string;
}

/** Every file of a built site, relative to it, sorted. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Every page of a built site. */
export function pagesOf(folder: string): BuiltPage[] {
  return filesOf(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ path: file.replace(/(^|\/)index\.html$/, '$1'), html: readFileSync(path.join(folder, file), 'utf8') }));
}

/**
 * Links, pictures, styles and scripts of all pages that lead nowhere, and anchors that name nothing.
 * @param base path the site lives under
 */
export function deadLinks(folder: string, base: string): DeadLink[] {
  const files = new Set(filesOf(folder));
  const pages = pagesOf(folder);
  const ids = new Map(pages.map(({ path: page, html }) => [page, new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => decode(id)))]));
  const demos = new Set(pages.flatMap(({ path: page, html }) => (html.includes(' data-demo') ? [page] : [])));
  const prefix = `${base.replace(/\/+$/, '')}/`;
  const dead: DeadLink[] = [];
  const look = (page: string, address: string): void => {
    const url = URL.parse(decode(address), new URL(prefix + page, 'http://site.test'));
    const report = (why: string): void => void dead.push({ page, address, why });
    if (!url) return report('is no address');
    // Old sources are at home on `http:` still.
    if (url.origin !== 'http://site.test') return /^(?:https?|mailto):$/.test(url.protocol) ? undefined : report('is no web address');
    if (!url.pathname.startsWith(prefix)) return report(`leaves ${prefix}`);
    const target = decodeURIComponent(url.pathname.slice(prefix.length));
    const file = target === '' || target.endsWith('/') ? `${target}index.html` : target;
    if (!files.has(file)) return report('is not there');
    const anchor = decodeURIComponent(url.hash.slice(1));
    // What stands behind the `#` of a page with a demonstration may be a state of it; each demonstration's own tests open those.
    if (/^[a-z]+=/.test(anchor) && demos.has(target)) return;
    // The page itself may be asked for by its file, which is how a host shows 404.html.
    if (anchor && !ids.get(target)?.has(anchor)) report('has no such anchor');
  };
  for (const { path: page, html } of pages) {
    for (const [, address = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) look(page, address);
  }
  for (const sheet of [...files].filter((file) => file.endsWith('.css'))) {
    for (const [, address = ''] of readFileSync(path.join(folder, sheet), 'utf8').matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
      if (!address.startsWith('data:')) look(sheet, address);
    }
  }
  return dead;
}

function decode(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
