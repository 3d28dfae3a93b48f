/** Named directions in a browser: sliders move the word, needles tell the truth, the address keeps it. */
import { expect, test, type Page } from './support.ts';

const report = (page: Page) => page.locator('[data-out="report"]').first();
const needle = (page: Page, row: number) => page.locator(`[data-row="${row}"] [data-needle="now"]`).first();
const ready = async (page: Page, hash = ''): Promise<void> => {
  await page.goto(`demos/directions/${hash}`);
  await expect(page.locator('lc-directions').first()).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('lc-directions').first().locator('.ink:not(.live)')).toHaveCount(0);
};

test('a slider moved by keys moves its needle, and what is said', async ({ page }) => {
  await ready(page);
  const before = await needle(page, 2).getAttribute('x');
  const slant = page.getByRole('slider', { name: /slant/ }).first();
  await slant.focus();
  await slant.press('End');
  await expect(needle(page, 2)).not.toHaveAttribute('x', before ?? '');
  await expect(report(page)).toContainText('slant +');
  await expect(page).toHaveURL(/by=/);
});

test('holding the others still takes the foot from their needles, and goes further', async ({ page }) => {
  await ready(page);
  await expect(page.locator('[data-row][data-knocked]').first()).toBeVisible();
  const knocked = await page.locator('[data-row][data-knocked]').count();
  await page.getByRole('checkbox', { name: /hold the others still/ }).first().check();
  await expect.poll(() => page.locator('[data-row][data-knocked]').count()).toBeLessThan(knocked);
  await expect(page).toHaveURL(/hold=1/);
});

test('the address brings a move back, and starting over takes it away', async ({ page }) => {
  await ready(page, '#word=bend&by=0%2C0%2C1.5%2C0%2C0%2C0');
  await expect(page.getByLabel(/your word/).first()).toHaveValue('bend');
  await expect(page.getByRole('slider', { name: /slant/ }).first()).toHaveValue('1.5');
  await page.getByRole('button', { name: 'start over' }).click();
  await expect(page.getByLabel(/your word/).first()).toHaveValue('adjust');
});

test('another face is chosen on the sheet', async ({ page }) => {
  await ready(page);
  const said = await report(page).textContent();
  const across = page.getByRole('slider', { name: 'The hand, across' }).first();
  await across.focus();
  await across.press('Home');
  await expect(report(page)).not.toHaveText(said ?? '');
  await expect(page).toHaveURL(/at=0/);
});
