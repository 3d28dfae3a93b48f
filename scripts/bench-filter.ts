/**
 * `npm run bench:filter [-- FOLDER]`: times the glossary's instant filter, from key to paint, on a built site: as it is, and with
 * 2,000 terms and 1,500 bridges put in their place. Exits 1 when a budget is broken, 2 when there is no site.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { cross, curve } from '../src/lib/glossary/banks.ts';
import { RELATIONS, type IndexFile } from '../src/search/index-file.ts';
import { findBrowser } from './browser.ts';
import { serve } from './static-server.ts';
import { spread, typeAndTime } from './timing.ts';

const TERMS = 2_000;
const BRIDGES = 1_500;
const WORDS = ['latent', 'mode collapse', 'style', 'grain', 'restraint'];
const SYLLABLES = ['la', 'tent', 'mo', 'de', 'gra', 'in', 'sty', 'le', 'no', 'ise', 'ar', 'ti', 'fact', 're', 'stra', 'int'];

const folder = path.resolve(process.argv[2] ?? 'dist');
if (!existsSync(path.join(folder, 'glossary', 'index.html'))) {
  process.stderr.write(`there is no site in ${folder}; build it first: npm run build\n`);
  process.exit(2);
}

/** A linear congruential generator: the same numbers on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Fills the page and its file of names with made-up terms, before its script sees either. */
async function fill(page: Page): Promise<void> {
  const pick = generator(1);
  const word = (): string => Array.from({ length: 2 + pick(2) }, () => SYLLABLES[pick(SYLLABLES.length)]).join('');
  const names = Array.from({ length: TERMS }, (_, n) => (pick(3) === 0 ? word() : `${word()} ${word()}`) + (n % 7 === 0 ? ` ${n}` : ''));
  const half = TERMS / 2;
  const bridges = Array.from({ length: BRIDGES }, () => [pick(half), half + pick(half), pick(4)] as const);
  const index: IndexFile = { terms: names.map((name, n) => [`t${n}`, name, n < half ? 0 : 1, n % 2 === 0 ? [`${word()} ${word()}`] : [], []]), pages: [], bridges: [] };
  const row = (n: number): string => `<li data-id="t${n}"><a class="${n < half ? 'technical' : 'creative'}-voice" href="#" data-term="t${n}">${names[n]}</a></li>`;
  const rows = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => row(from + i)).join('');
  const lines = bridges.map(([from, to, number]) => {
    const relation = RELATIONS[number] ?? 'close';
    const d = curve(from, to - half, 10);
    return `<g class="${relation}" data-from="t${from}" data-to="t${to}"><path d="${d}" vector-effect="non-scaling-stroke"/>${relation === 'exact' ? `<path class="inner" d="${d}" vector-effect="non-scaling-stroke"/>` : ''}${
      relation === 'false-friend' ? `<path class="cross" d="${cross(from, to - half, 10)}" vector-effect="non-scaling-stroke"/>` : ''}</g>`;
  });
  await page.route('**/search.json', (route) => route.fulfill({ json: index }));
  await page.route('**/glossary/', async (route) => {
    const html = await (await route.fetch()).text();
    const filled = html
      .replace(/(<ul[^>]*class="bank left"[^>]*>)[\s\S]*?<\/ul>/, (_, open: string) => `${open}${rows(0, half)}</ul>`)
      .replace(/(<ul[^>]*class="bank right"[^>]*>)[\s\S]*?<\/ul>/, (_, open: string) => `${open}${rows(half, TERMS)}</ul>`)
      .replace(/(<svg[^>]*class="bridges"[^>]*?)viewBox="[^"]*"([^>]*>)[\s\S]*?<\/svg>/, (_, open: string, rest: string) => `${open}viewBox="0 0 100 ${half * 10}"${rest}${lines.join('')}</svg>`);
    await route.fulfill({ body: filled, contentType: 'text/html; charset=utf-8' });
  });
}

interface Timed {
  rows: number;
  work: ReturnType<typeof spread>;
  paint: ReturnType<typeof spread>;
}

async function time(page: Page, url: string): Promise<Timed> {
  await page.goto(`${url}glossary/`, { waitUntil: 'networkidle' });
  await page.locator('#filter').focus();
  await page.waitForLoadState('networkidle');
  await typeAndTime(page, '#filter', WORDS, 60);
  const times = await typeAndTime(page, '#filter', WORDS, 120);
  return { rows: await page.locator('.bank > li').count(), work: spread(times.map(({ work }) => work)), paint: spread(times.map(({ paint }) => paint)) };
}

const { executablePath, args } = await findBrowser();
const site = await serve(folder);
const browser = await chromium.launch({ executablePath, args });
try {
  for (const [made, budget] of [[false, 16], [true, 50]] as const) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    if (made) await fill(page);
    const { rows, work, paint } = await time(page, site.url);
    const show = ({ median, p95 }: ReturnType<typeof spread>): string => `median ${median.toFixed(1)}, 95 % ${p95.toFixed(1)} ms`;
    process.stdout.write(`${String(rows).padStart(5)} rows   script, style and layout: ${show(work)}   key to paint: ${show(paint)}   budget ${budget} ms\n`);
    if (work.p95 > budget || (made && paint.median > budget)) process.exitCode = 1;
    await context.close();
  }
} finally {
  await browser.close();
  await site.close();
}
