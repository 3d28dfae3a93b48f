import { choose, expect, kinds, test } from './support.ts';

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
});

test('on paper, what only works on a screen is gone', async ({ page }) => {
  await page.goto(kinds.essay);
  for (const selector of ['.site-nav', '.settings', '.site-search', '.running-head', '.piece-next']) await expect(page.locator(selector).first()).toBeHidden();
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.bibliography')).toBeVisible();
});

test('on paper, links in the text show where they lead', async ({ page }) => {
  await page.goto(kinds.tutorial);
  const outward = page.locator('.bibliography a[href^="http"]').first();
  await expect(outward).toBeVisible();
  const shown = await outward.evaluate((link) => `${link.textContent} ${getComputedStyle(link, '::after').content}`);
  expect(shown).toContain(await outward.getAttribute('href'));
});

test('on paper, both voices are printed, whatever is chosen', async ({ page }) => {
  await choose(page, { vocabulary: 'maker' });
  await page.goto(kinds.tutorial);
  await expect(page.locator('.prose .two > .for-engineers').first()).toBeVisible();
  await expect(page.locator('.prose .two > .for-makers').first()).toBeVisible();
});

test('on paper, what is folded is unfolded', async ({ page }) => {
  await page.goto(kinds.essay);
  await expect(page.locator('.colophon pre')).toBeVisible();
});

test('paper is white and ink is dark, in a dark system too', async ({ page }) => {
  for (const printing of ['system', 'dark']) {
    await choose(page, { printing });
    await page.goto(kinds.essay);
    const ink = await page.locator('.prose p').first().evaluate((element) => (getComputedStyle(element).color.match(/\d+/g) ?? []).slice(0, 3).map(Number));
    expect.soft(Math.max(...ink), `printing: ${printing}`).toBeLessThan(128);
  }
});
