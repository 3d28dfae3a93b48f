/** The mirror in a browser: a collection is chosen, its model fetched then and not before, and the sheet, the words and the table follow. */
import { scalesFor } from './held.ts';
import { expect, test, type Page } from './support.ts';

const demo = (page: Page) => page.locator('lc-mirror').first();
const out = (page: Page, name: string) => page.locator(`[data-out="${name}"]`).first();
const saw = (page: Page, id: string) => page.locator(`[data-control="saw"][value="${id}"]`).first();
const line = (page: Page) => page.locator('.demo-line').first();
const sheet = (page: Page) => page.locator('.demo-sheet').first();
/** Waits until every canvas has all the pixels of its box: while something moves it may have fewer, and another print. */
const rested = (page: Page): Promise<void> => expect.poll(() => demo(page).evaluate((root) => [...root.querySelectorAll<HTMLElement>('[data-view]')].filter((box) => box.querySelector('canvas')?.width !== Math.round(box.clientWidth * devicePixelRatio)).length)).toBe(0);
const settled = async (page: Page, own = 'serif'): Promise<void> => {
  await expect(demo(page)).toHaveAttribute('data-state', 'ready');
  await expect(demo(page)).toHaveAttribute('data-own', own);
  await expect(demo(page)).not.toHaveAttribute('data-fetching');
  await expect(demo(page).locator('.ink:not(.live)')).toHaveCount(0);
  await rested(page);
};
const ready = async (page: Page, hash = '', own = 'serif'): Promise<void> => {
  await page.goto(`demos/mirror/${hash}`);
  await settled(page, own);
};
/** Addresses of decoders that were asked for, each once. */
const decodersOf = (page: Page): Set<string> => {
  const asked = new Set<string>();
  page.on('request', (request) => {
    if (/\/decoder\.[^/]*\.bin$/.test(request.url())) asked.add(request.url());
  });
  return asked;
};
/** A print of what a box shows. */
const printOf = (page: Page, view: string): Promise<number> => page.locator(`[data-view="${view}"] canvas`).first().evaluate((canvas) => {
  const { width, height } = canvas as HTMLCanvasElement;
  const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  return Array.from(pixels).reduce((sum, value, i) => (i % 4 === 3 ? (Math.imul(sum, 31) + value) | 0 : sum), 0);
});

test('a collection is chosen by arrow keys, and its model is fetched then and not before', async ({ page }) => {
  const asked = decodersOf(page);
  await ready(page);
  expect(asked.size).toBe(2);
  const [whole, own, draw] = [await printOf(page, 'whole-word'), await printOf(page, 'own-word'), await printOf(page, 'own-0')];
  const [said, corners] = [await out(page, 'difference').textContent(), await page.locator('[data-corners]').getAttribute('d')];
  await saw(page, 'serif').focus();
  await page.keyboard.press('ArrowDown');
  await settled(page, 'display');
  expect(asked.size).toBe(3);
  await expect(page).toHaveURL(/saw=display/);
  await expect.poll(() => printOf(page, 'own-word')).not.toBe(own);
  await expect.poll(() => printOf(page, 'own-0')).not.toBe(draw);
  expect(await printOf(page, 'whole-word')).toBe(whole);
  await expect(out(page, 'difference')).not.toHaveText(said ?? '');
  await expect(sheet(page)).toHaveAttribute('src', /display\.svg$/);
  await expect(sheet(page)).toHaveAttribute('alt', /without display and handwriting\.$/);
  expect(await page.locator('[data-corners]').getAttribute('d')).not.toBe(corners);
  await expect(page.locator('[data-row][data-chosen]')).toHaveCount(2);
});

test('the whole collection is compared with nothing, and nothing is marked as missing', async ({ page }) => {
  const asked = decodersOf(page);
  await ready(page);
  await saw(page, 'whole').check();
  await settled(page, 'whole');
  await expect(out(page, 'difference')).toHaveText(/^One model, twice\./);
  await expect(page.locator('[data-corners]')).toHaveAttribute('d', '');
  await expect.poll(async () => (await printOf(page, 'own-word')) === (await printOf(page, 'whole-word'))).toBe(true);
  expect(asked.size).toBe(2);
});

test('a model that does not arrive leaves the word of the last one, says whose it is, and can be asked for again', async ({ page, faults }) => {
  faults.allow(/Failed to load resource/);
  await ready(page);
  const own = await printOf(page, 'own-word');
  await page.route('**/decoder.*.bin', (route) => route.abort());
  await saw(page, 'random').check();
  await expect(line(page)).toContainText('The second word is still that of the collection without its most serifed third.', { timeout: 15_000 });
  await expect(demo(page)).toHaveAttribute('data-state', 'ready');
  expect(await printOf(page, 'own-word')).toBe(own);
  await page.unroute('**/decoder.*.bin');
  await line(page).getByRole('button', { name: 'try again' }).click();
  await settled(page, 'random');
  await expect(line(page)).toHaveText('');
  await expect.poll(() => printOf(page, 'own-word')).not.toBe(own);
});

test('the hand moves both words and what is said, and drawing again moves the draws alone', async ({ page }) => {
  await ready(page);
  const before = await Promise.all(['whole-word', 'own-word', 'whole-2', 'own-2'].map((view) => printOf(page, view)));
  const said = await out(page, 'likeness').textContent();
  const across = page.getByRole('slider', { name: 'The hand, across' });
  await across.focus();
  await across.press('Home');
  await expect.poll(() => printOf(page, 'whole-word')).not.toBe(before[0]);
  await expect.poll(() => printOf(page, 'own-word')).not.toBe(before[1]);
  await expect(out(page, 'likeness')).not.toHaveText(said ?? '');
  await rested(page);
  const words = [await printOf(page, 'whole-word'), await printOf(page, 'own-word')];
  await page.getByRole('button', { name: 'draw again' }).click();
  await expect(out(page, 'seed')).toHaveText('take 2');
  await expect.poll(() => printOf(page, 'whole-2')).not.toBe(before[2]);
  await expect.poll(() => printOf(page, 'own-2')).not.toBe(before[3]);
  expect([await printOf(page, 'whole-word'), await printOf(page, 'own-word')]).toEqual(words);
});

test('the address brings a pair back, and starting over takes it away', async ({ page }) => {
  await ready(page, '#saw=random&word=canon&seed=5', 'random');
  await expect(saw(page, 'random')).toBeChecked();
  await expect(page.getByLabel(/your word/).first()).toHaveValue('canon');
  await expect(out(page, 'seed')).toHaveText('take 5');
  await page.getByRole('button', { name: 'start over' }).click();
  await settled(page);
  await expect(saw(page, 'serif')).toBeFocused();
  await expect.poll(() => new URL(page.url()).hash).toBe('');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('both words, the marked sheet and the table stand, and no control that does nothing', async ({ page }) => {
    await page.goto('demos/mirror/');
    await expect(demo(page).locator('.mr-words .ink svg')).toHaveCount(2);
    await expect(page.locator('[data-corners]')).toHaveAttribute('d', /^M/);
    await expect(demo(page).getByRole('row')).toHaveCount(4);
    await expect(demo(page).getByRole('radio')).toHaveCount(0);
  });
});

test('a thousand changes, and a dozen models, leave nothing behind', async ({ page }) => {
  test.setTimeout(120_000);
  await ready(page);
  const held = await scalesFor(page);
  const change = (times: number): Promise<void> => page.evaluate(async (count) => {
    const across = document.querySelector<HTMLInputElement>('[data-handle="at"] [data-axis="u"]');
    const deal = document.querySelector<HTMLElement>('[data-act="deal"]');
    for (let i = 0; i < count; i++) {
      if (i % 2) deal?.click();
      else if (across) {
        across.value = String(i % 20);
        across.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (i % 10 === 0) await new Promise(requestAnimationFrame);
    }
    await new Promise((resolve) => setTimeout(resolve, 800));
  }, times);
  const choose = async (rounds: number): Promise<void> => {
    for (let i = 0; i < rounds; i++) {
      for (const id of ['random', 'display', 'serif']) {
        await saw(page, id).check();
        await settled(page, id);
      }
    }
  };
  await change(100);
  await choose(1);
  const before = await held();
  await change(1000);
  await choose(4);
  const after = await held();
  expect(after.workers).toBe(before.workers);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
  expect(after.listeners).toBe(before.listeners);
  expect(after.heap - before.heap).toBeLessThan(1.5e6);
});
