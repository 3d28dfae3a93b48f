import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { limits, searchScript, weigh } from '../../scripts/budget.ts';
import { bases, folderOf } from './sites.ts';
import { expect, kinds, test } from './support.ts';

test('every page is within its budget of script, HTML and CSS, and none waits for a script', () => {
  const weights = weigh(folderOf('root'), bases.root);
  expect(weights.length).toBeGreaterThan(10);
  expect(weights.filter(({ faults }) => faults.length > 0).map(({ path, faults }) => `${path}: ${faults.join('; ')}`)).toEqual([]);
});

test('weighing follows static imports, and leaves out what is loaded later', () => {
  const home = weigh(folderOf('root'), bases.root).find(({ path }) => path === '/');
  const sub = weigh(folderOf('sub'), bases.sub).find(({ path }) => path === '/');
  expect(home?.script).toBeGreaterThan(500);
  expect(Math.abs((home?.script ?? 0) - (sub?.script ?? 0))).toBeLessThan(200);
});

test('search is within its budget of script', () => expect(searchScript(folderOf('root'))).toBeLessThanOrEqual(limits.search));

test('the glossary is within its budget, with the names its filter fetches', () => {
  const page = weigh(folderOf('root'), bases.root).find(({ path: each }) => each === '/glossary/');
  const names = brotliCompressSync(readFileSync(path.join(folderOf('root'), 'search.json'))).length;
  expect((page?.html ?? Infinity) + (page?.css ?? 0) + (page?.script ?? 0) + names).toBeLessThanOrEqual(limits.glossary);
});

for (const [kind, address] of Object.entries(kinds)) {
  test(`the fonts of a page are within their budget: ${kind}`, async ({ page }) => {
    const fonts = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      if (response.url().endsWith('.woff2')) fonts.set(new URL(response.url()).pathname, response.body().then((body) => body.length));
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    const sizes = await Promise.all(fonts.values());
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total, [...fonts.keys()].join(', ')).toBeLessThanOrEqual(limits.fonts);
    expect(sizes.length).toBeGreaterThan(0);
  });
}
