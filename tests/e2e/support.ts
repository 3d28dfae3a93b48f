/** What the browser tests share: the sites, a page that tolerates no fault, and a few readings of a page. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base, type BrowserContext, type Page } from 'playwright/test';
import { folderOf, type SiteName } from './sites.ts';

export { expect, type Page };

/** Faults of every page of a test's context. */
export interface Faults {
  list: string[];
  /** Names a fault that this test provokes. */
  allow: (pattern: RegExp) => void;
}

interface Options {
  /** Which of the built sites to look at. */
  site: SiteName;
}

interface Fixtures {
  faults: Faults;
}

/** Playwright's test, on one of the sites: `page.goto('glossary/')` is relative to its root. Any fault of a page fails it. */
export const test = base.extend<Options & Fixtures>({
  site: ['root', { option: true }],
  baseURL: async ({ site }, use) => use(addressOf(site)),
  faults: [
    async ({ context, baseURL }, use) => {
      const allowed: RegExp[] = [];
      const list = watch(context, new URL(baseURL ?? '').origin);
      await use({ list, allow: (pattern) => void allowed.push(pattern) });
      const left = list.filter((fault) => !allowed.some((pattern) => pattern.test(fault)));
      expect(left, 'console errors, page errors, policy violations and foreign requests').toEqual([]);
    },
    { auto: true },
  ],
});

/** Address of a site's root, with a slash at its end. */
export function addressOf(site: SiteName): string {
  const address = process.env[`E2E_${site.toUpperCase()}`];
  if (!address) throw new Error(`the site “${site}” is not served`);
  return address;
}

function watch(context: BrowserContext, origin: string): string[] {
  const faults: string[] = [];
  const at = (page: Page | null): string => (page ? new URL(page.url()).pathname : '');
  // Violations of the content security policy are console errors.
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${at(message.page())}: console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`${at(error.page())}: page error: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) faults.push(`request to ${url.origin}`);
  });
  return faults;
}

/** Paths of all pages in the sitemap, relative to the site's root: `''`, `glossary/`, … */
export function sitemapOf(site: 'root' | 'sub'): string[] {
  const xml = readFileSync(path.join(folderOf(site), 'sitemap.xml'), 'utf8');
  const base = new URL(addressOf(site)).pathname;
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => {
    const { pathname } = new URL(address);
    if (!pathname.startsWith(base)) throw new Error(`${address} is outside of ${base}`);
    return pathname.slice(base.length);
  });
}

/** One page of every kind. */
export const kinds = {
  home: '',
  section: 'tutorials/',
  tutorial: 'tutorials/what-a-latent-space-is/',
  essay: 'essays/the-instrument-and-the-ear/',
  'case study': 'case-studies/mosaic-virus/',
  glossary: 'glossary/',
  'technical term': 'glossary/truncation/',
  'creative term': 'glossary/restraint/',
  'term of both sides': 'glossary/evaluation-gap/',
  bridges: 'bridges/',
  'false friends': 'bridges/false-friends/',
  references: 'references/',
  search: 'search/',
  'standing page': 'faq/',
  'glossary as data': 'ns/',
  'list of demos': 'demos/',
  demo: 'demos/letterform-map/',
  'no such page': '404.html',
} as const;

/** Puts the reader's choices into storage before the page loads. */
export async function choose(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
  await page.addInitScript((kept) => localStorage.setItem('latent-commons', JSON.stringify(kept)), choices);
}

/** How far the page is wider than its window, in CSS pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
