/** Asks a built site's search, and plain Pagefind on the same pages, in a browser, as a reader would. */
import type { Page } from 'playwright/test';

/**
 * Types each query into the search page and reads off where its results lead, in the order they stand.
 * @param url address of the site's root
 * @returns paths below the root, ten at most for each query
 */
export async function askOurs(page: Page, url: string, queries: readonly string[]): Promise<string[][]> {
  await page.goto(new URL('search/', url).href);
  await page.locator('lc-search input[type="search"]').focus();
  const answers: string[][] = [];
  for (const query of queries) answers.push(await page.evaluate(askOne, { query, root: new URL(url).pathname }));
  return answers;
}

async function askOne({ query, root }: { query: string; root: string }): Promise<string[]> {
  const search = document.querySelector('main lc-search');
  const input = search?.querySelector('input');
  const results = search?.querySelector('.search-results');
  if (!search || !input || !results) throw new Error('there is no search on this page');
  results.ariaBusy = 'true';
  input.value = query;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  const late = performance.now() + 10_000;
  while (results.ariaBusy !== 'false') {
    if (performance.now() > late) throw new Error(`no answer to “${query}”`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const paths = [...results.querySelectorAll<HTMLAnchorElement>('a.hit')].map(({ pathname }) => pathname.slice(root.length));
  return [...new Set(paths)].slice(0, 10);
}

/** Asks Pagefind's own engine, as it comes, for the same. */
export async function askPagefind(page: Page, url: string, queries: readonly string[]): Promise<string[][]> {
  await page.goto(new URL('search/', url).href);
  return page.evaluate(async ({ all, root }) => {
    const { createInstance } = await import(/* @vite-ignore */ `${root}pagefind/pagefind.js`);
    const engine = createInstance({ noWorker: true });
    await engine.init();
    const answers: string[][] = [];
    for (const query of all) {
      const { results } = await engine.search(query);
      const pages: { url: string }[] = await Promise.all(results.slice(0, 10).map((result: { data: () => Promise<{ url: string }> }) => result.data()));
      answers.push(pages.map(({ url: address }) => new URL(address, location.href).pathname.slice(root.length)));
    }
    return answers;
  }, { all: queries, root: new URL(url).pathname });
}
