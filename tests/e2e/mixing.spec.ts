/** Style mixing in a browser: the cut, the sheet and the table move the word, needles tell whose it is, the address keeps it. */
import { scalesFor } from './held.ts';
import { expect, test, type Page } from './support.ts';

const report = (page: Page) => page.locator('[data-out="report"]').first();
const demo = (page: Page) => page.locator('lc-mixing').first();
const verdict = (page: Page, row: number) => page.locator(`[data-row="${row}"] [data-out="whose"]`).first();
const ready = async (page: Page, hash = ''): Promise<void> => {
  await page.goto(`demos/mixing/${hash}`);
  await expect(demo(page)).toHaveAttribute('data-state', 'ready');
  await expect(demo(page).locator('.ink:not(.live)')).toHaveCount(0);
};
/** A print of what a box shows. */
const printOf = (page: Page, view: string): Promise<number> => page.locator(`[data-view="${view}"] canvas`).first().evaluate((canvas) => {
  const { width, height } = canvas as HTMLCanvasElement;
  const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  return Array.from(pixels).reduce((sum, value, i) => (i % 4 === 3 ? (Math.imul(sum, 31) + value) | 0 : sum), 0);
});

test('the cut moves by arrow keys from A alone to B alone', async ({ page }) => {
  await ready(page);
  const [word, cell] = [await printOf(page, 'word'), await printOf(page, 'mix-1-2')];
  await demo(page).getByRole('radio', { checked: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(report(page)).toContainText('Everything from A.');
  await expect(page).toHaveURL(/cut=0/);
  for (let row = 0; row < 6; row++) await expect(verdict(page, row)).toHaveText(/^(A’s|alike|—)$/);
  expect(await printOf(page, 'word')).not.toBe(word);
  await expect.poll(() => printOf(page, 'mix-1-2')).not.toBe(cell);
});

test('a cell of the table makes its parents A and B, and swapping changes sides', async ({ page }) => {
  await ready(page);
  const cell = page.getByRole('button', { name: 'Skeleton 2, pen 4' });
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'swap A and B' }).click();
  await expect(page.getByRole('button', { name: 'Skeleton 4, pen 2' })).toHaveAttribute('aria-pressed', 'true');
});

test('a parent moved on the sheet changes the word and what is said', async ({ page }) => {
  await ready(page);
  const [said, last] = [await report(page).textContent(), await printOf(page, 'cut-5')];
  const across = page.getByRole('slider', { name: 'Point B, across' }).first();
  await across.focus();
  await across.press('Home');
  await expect(report(page)).not.toHaveText(said ?? '');
  await expect.poll(() => printOf(page, 'cut-5')).not.toBe(last);
  await expect(page.locator('[data-cell][aria-pressed="true"]')).toHaveCount(0);
});

test('the address brings a mix back, and starting over takes it away', async ({ page }) => {
  await ready(page, '#word=bend&cut=4');
  await expect(page.getByLabel(/your word/).first()).toHaveValue('bend');
  await expect(page.locator('[data-control="late"][value="4"]')).toBeChecked();
  await page.getByRole('button', { name: 'start over' }).click();
  await expect(page.getByLabel(/your word/).first()).toHaveValue('pastiche');
  await expect.poll(() => new URL(page.url()).hash).toBe('');
});

test('a thousand changes leave nothing behind', async ({ page }) => {
  test.setTimeout(120_000);
  await ready(page);
  const held = await scalesFor(page);
  const change = (times: number): Promise<void> => page.evaluate(async (count) => {
    const cuts = [...document.querySelectorAll<HTMLInputElement>('[data-control="late"]')];
    const across = document.querySelector<HTMLInputElement>('[data-handle="b"] [data-axis="u"]');
    for (let i = 0; i < count; i++) {
      const input = i % 2 ? across : cuts[i % cuts.length];
      if (!input) continue;
      if (i % 2) input.value = String(i % 20);
      else input.checked = true;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      if (i % 10 === 0) await new Promise(requestAnimationFrame);
    }
    await new Promise((resolve) => setTimeout(resolve, 800));
  }, times);
  await change(100);
  const before = await held();
  await change(1000);
  const after = await held();
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
  expect(after.listeners).toBe(before.listeners);
  expect(after.heap - before.heap).toBeLessThan(1.5e6);
});
