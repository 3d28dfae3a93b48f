import { choose, expect, kinds, test } from './support.ts';

/** How many sheets a PDF has. */
const sheetsOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

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

test('on paper, the map of the bridges is one sheet with every term and its lines', async ({ page }) => {
  await page.goto(`${kinds.bridges}#at-truncation`);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(sheetsOf(pdf)).toBe(1);
  expect(await page.locator('.bank a:visible').count()).toBe(await page.locator('.bank a').count());
  await expect(page.locator('.in-words')).toBeHidden();
  await expect(page.locator('.narrow').getByText('false friend', { exact: true })).toBeVisible();
  // Terms that were lit on the screen are printed like the others.
  const [lit, other] = await Promise.all(['#at-truncation', '#at-noise'].map((id) => page.locator(id).evaluate((link) => getComputedStyle(link).color)));
  expect(lit).toBe(other);
});

test('on paper, the lines of the map meet their terms', async ({ page }) => {
  await page.goto(kinds.bridges);
  const gaps = await page.locator('.stanza').evaluateAll((stanzas) => stanzas.map((stanza) => {
    const [bank, weave] = [stanza.querySelector('.bank'), stanza.querySelector('.weave')].map((part) => part?.getBoundingClientRect());
    return Math.abs((bank?.height ?? 0) - (weave?.height ?? -99)) + Math.abs((bank?.top ?? 0) - (weave?.top ?? -99)) + Math.abs((bank?.right ?? 0) - (weave?.left ?? -99));
  }));
  expect(Math.max(...gaps)).toBeLessThan(2);
});

test('on paper, the false friends are sheets of fronts and backs, and nothing runs out of a card', async ({ page }) => {
  await page.goto(kinds['false friends']);
  const cards = await page.locator('.card').count();
  expect(sheetsOf(await page.pdf({ preferCSSPageSize: true }))).toBe(Math.ceil(cards / 6) * 2);
  await expect(page.locator('lc-deck')).toBeHidden();
  const [fronts, backs] = [page.locator('.sheet').nth(0).locator('.face-word'), page.locator('.sheet').nth(1).locator('.face-word')];
  const numbers = async (sheet: number): Promise<string[]> => page.locator('.sheet').nth(sheet).locator('.face-number').allTextContents();
  const of = `/${cards}`;
  expect(await numbers(0)).toEqual(['1', '2', '3', '4', '5', '6'].map((n) => n + of));
  expect(await numbers(1)).toEqual(['2', '1', '4', '3', '6', '5'].map((n) => n + of));
  await expect(fronts.first()).toBeVisible();
  await expect(backs.first()).toBeVisible();
  const over = await page.locator('.slot').evaluateAll((slots) => slots.filter((slot) => slot.scrollHeight > slot.clientHeight + 1).map((slot) => slot.textContent?.slice(0, 60)));
  expect(over).toEqual([]);
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
