/**
 * `npm run bench:search [-- FOLDER]`: opens search on a built site, first with an empty cache on a slow line (150 ms a request,
 * 1.6 Mbit/s), then types on with everything there. Prints milliseconds and bytes beside the budgets; exits 1 when one is broken,
 * 2 when there is no site.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { searchScript } from './budget.ts';
import { findBrowser } from './browser.ts';
import { serve } from './static-server.ts';
import { spread, typeAndTime } from './timing.ts';

const KB = 1024;
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (0.75 * 1024 * 1024) / 8 };
const QUERIES = ['mode collapse', 'restraint', 'latent space', 'manerism', 'why do all my samples look the same'];
const ROUNDS = 3;

const folder = path.resolve(process.argv[2] ?? 'dist');
if (!existsSync(path.join(folder, 'search.json'))) {
  process.stderr.write(`there is no site in ${folder}; build it first: npm run build\n`);
  process.exit(2);
}

interface Cold {
  first: { ms: number; bytes: number };
  full: { ms: number; bytes: number };
}

/**
 * Opens search as a reader does who knows what to type, and waits for the first answer and for the last. Times and bytes are the
 * page’s own: from the key that opens the dialog to the frame that shows the result, with what had arrived by then.
 */
async function cold(page: Page, url: string, query: string): Promise<Cold> {
  await page.goto(`${url}faq/`, { waitUntil: 'networkidle' });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
  // Set up before the key is pressed, and waited for after.
  const measured = await page.evaluateHandle(
    (typed) => ({
      done: new Promise<Cold>((resolve) => {
        let start = 0;
        let first: Cold['first'] | undefined;
        document.addEventListener('keydown', () => (start = performance.now()), { once: true, capture: true });
        const arrived = (): Cold['first'] => {
          const now = performance.now();
          const list = performance.getEntriesByType('resource').filter(({ startTime }) => startTime >= start) as PerformanceResourceTiming[];
          return { ms: now - start, bytes: list.filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= now).reduce((sum, { transferSize }) => sum + transferSize, 0) };
        };
        new MutationObserver((_, observer) => {
          const dialog = document.querySelector('.search-dialog[open]');
          const input = dialog?.querySelector('input[type="search"]');
          if (input instanceof HTMLInputElement && input.value === '') {
            input.value = typed;
            input.dispatchEvent(new Event('input', { bubbles: true }));
          }
          if (!first && dialog?.querySelector('a.hit')) requestAnimationFrame(() => (first ??= arrived()));
          if (dialog?.querySelector('.search-results[aria-busy="false"]')) {
            observer.disconnect();
            requestAnimationFrame(() => resolve({ first: first ?? arrived(), full: arrived() }));
          }
        }).observe(document.body, { childList: true, subtree: true, attributes: true });
      }),
    }),
    query,
  );
  await page.keyboard.press('/');
  const result = await measured.evaluate(({ done }) => done);
  await session.detach();
  return result;
}

const { executablePath, args } = await findBrowser();
const site = await serve(folder);
const browser = await chromium.launch({ executablePath, args });
const broken: string[] = [];
const line = (what: string, measured: string, budget: string, ok: boolean): void => {
  process.stdout.write(`${what.padEnd(44)}${measured.padStart(26)}   ${budget}\n`);
  if (!ok) broken.push(what);
};
try {
  const script = searchScript(folder);
  line('script of search, Brotli', `${(script / KB).toFixed(1)} KB`, 'at most 12 KB', script <= 12 * KB);
  process.stdout.write('\nslow 4G, empty cache, from the key that opens it\n');
  for (const query of QUERIES) {
    const runs: Cold[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext();
      runs.push(await cold(await context.newPage(), site.url, query));
      await context.close();
    }
    const middle = (of: (run: Cold) => number): number => spread(runs.map(of)).median;
    const [first, firstBytes] = [middle((run) => run.first.ms), middle((run) => run.first.bytes)];
    const [full, fullBytes] = [middle((run) => run.full.ms), middle((run) => run.full.bytes)];
    // A question has no name to be answered by: its first answer is the words’.
    const named = query.length < 20;
    line(`${query}: first`, `${first.toFixed(0)} ms, ${(firstBytes / KB).toFixed(1)} KB`, named ? 'under 700 ms, 20 KB' : '', !named || (first < 700 && firstBytes <= 20 * KB));
    line(`${query}: full text`, `${full.toFixed(0)} ms, ${(fullBytes / KB).toFixed(1)} KB`, named ? 'under 2,000 ms, 145 KB' : '', !named || (full < 2000 && fullBytes <= 145 * KB));
  }
  const page = await browser.newPage();
  await page.goto(`${site.url}search/`, { waitUntil: 'networkidle' });
  const field = 'main lc-search input[type="search"]';
  await page.locator(field).focus();
  const words = ['mode collapse', 'style', 'latent interpolation', 'how do I mix two models', 'manerism'];
  await typeAndTime(page, field, words, 150);
  process.stdout.write('\nwarm, from key to paint\n');
  const paints = async (rest: number): Promise<number[]> => (await typeAndTime(page, field, words, rest)).map(({ paint }) => paint);
  const quick = spread(await paints(40));
  const slow = spread(await paints(400));
  line('typing fast', `median ${quick.median.toFixed(1)}, 95 % ${quick.p95.toFixed(1)} ms`, 'under 50 ms', quick.p95 < 50);
  line('typing slowly, full text between keys', `median ${slow.median.toFixed(1)}, 95 % ${slow.p95.toFixed(1)} ms`, 'under 50 ms', slow.p95 < 50);
  const titles: { terms: unknown[]; pages: unknown[] } = JSON.parse(readFileSync(path.join(folder, 'search.json'), 'utf8'));
  process.stdout.write(`\n${titles.terms.length} terms, ${titles.pages.length} other pages\n`);
} finally {
  await browser.close();
  await site.close();
}
for (const what of broken) process.stderr.write(`over the budget: ${what}\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
