/**
 * `npm run lighthouse [FOLDER]`: Lighthouse's four marks, on a telephone, for one page of every kind, as a Markdown table.
 * Needs `npm ci --prefix scripts/lighthouse` once. Exit codes: 0 done, 2 no site, or no Lighthouse.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from './static-server.ts';
import { findBrowser } from './browser.ts';

const pages = ['', 'essays/the-instrument-and-the-ear/', 'tutorials/what-a-latent-space-is/', 'glossary/truncation/', 'glossary/', 'search/'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Audit {
  displayValue?: string;
  score: number | null;
  title: string;
}

interface Report {
  categories: Readonly<Record<string, { score: number | null; auditRefs: readonly { id: string; weight: number }[] }>>;
  audits: Readonly<Record<string, Audit>>;
}

type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Report } | undefined>;

process.exitCode = await main(path.resolve(process.argv[2] ?? 'dist'));

async function main(folder: string): Promise<number> {
  if (!existsSync(path.join(folder, 'index.html'))) return refuse(`there is no site in ${folder}; build it first: npm run build`);
  const lighthouse = await loadLighthouse();
  if (!lighthouse) return refuse('Lighthouse is not installed: npm ci --prefix scripts/lighthouse');
  const site = await serve(folder, process.env['BASE_PATH'] || '/');
  const browser = await startBrowser();
  try {
    const rows: string[][] = [];
    const lost: string[] = [];
    for (const page of pages) {
      const result = await lighthouse(site.url + page, { port: browser.port, logLevel: 'error', onlyCategories: categories });
      if (!result) throw new Error(`no report for /${page}`);
      const { categories: marks, audits } = result.lhr;
      const values = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'].map((id) => audits[id]?.displayValue ?? '');
      rows.push([`/${page}`, ...categories.map((name) => String(Math.round((marks[name]?.score ?? 0) * 100))), ...values]);
      for (const name of categories) {
        for (const { id, weight } of marks[name]?.auditRefs ?? []) {
          const audit = audits[id];
          if (weight > 0 && audit?.score !== null && audit && audit.score < 0.9) lost.push(`- /${page} ${name}: ${audit.title} ${audit.displayValue ?? ''}`.trimEnd());
        }
      }
    }
    const head = ['page', ...categories, 'first paint', 'largest paint', 'blocking', 'shift'];
    const lines = [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
    process.stdout.write(`${[...lines, ...(lost.length > 0 ? ['', ...lost] : [])].join('\n')}\n`);
    return 0;
  } finally {
    browser.close();
    await site.close();
  }
}

/** Lighthouse has a `package.json` of its own, so it is looked for from there. */
async function loadLighthouse(): Promise<Lighthouse | undefined> {
  try {
    const entry = createRequire(new URL('./lighthouse/package.json', import.meta.url)).resolve('lighthouse');
    const loaded: { default: Lighthouse } = await import(pathToFileURL(entry).href);
    return loaded.default;
  } catch {
    return undefined;
  }
}

/** Starts a browser that can be asked from outside, on a port of its own choice. */
async function startBrowser(): Promise<{ port: number; close: () => void }> {
  const { executablePath, args } = await findBrowser();
  const profile = mkdtempSync(path.join(tmpdir(), 'lighthouse-'));
  // As root, which is what a container gives, the sandbox refuses to start.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-first-run', '--disable-extensions', ...sandbox, ...args];
  const child = spawn(executablePath, [...flags, 'about:blank'], { stdio: 'ignore' });
  const close = (): void => {
    child.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));
    child.kill();
  };
  const file = path.join(profile, 'DevToolsActivePort');
  for (let wait = 0; wait < 100; wait++) {
    if (existsSync(file)) {
      const port = Number(readFileSync(file, 'utf8').split('\n')[0]);
      if (port > 0) return { port, close };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  close();
  throw new Error(`${executablePath} did not start`);
}

function refuse(reason: string): number {
  process.stderr.write(`${reason}\n`);
  return 2;
}
