import { choose, expect, kinds, test, type Page } from './support.ts';

const again = (page: Page, tag: 'a' | 'span') => page.locator(`.prose ${tag}.term-again`);

/** Colour of the rule under the first marked term. */
const rule = (page: Page): Promise<string> => page.locator('.prose a.term').first().evaluate((link) => getComputedStyle(link).borderBottomColor);

async function mark(page: Page, which: string): Promise<void> {
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('group', { name: 'Mark terms' }).getByText(which, { exact: true }).click();
  await page.keyboard.press('Escape');
}

test.beforeEach(async ({ page }) => {
  await page.goto(kinds.essay);
});

test('at first, only the first mention in a section is marked', async ({ page }) => {
  expect(await again(page, 'span').count()).toBeGreaterThan(0);
  await expect(again(page, 'a')).toHaveCount(0);
  expect(await rule(page)).not.toMatch(/, 0\)$|transparent/);
});

test('with all marked, later mentions are links to their entries as well', async ({ page }) => {
  const plain = await again(page, 'span').count();
  const text = await page.locator('.prose').innerText();
  await mark(page, 'all');
  await expect(again(page, 'a')).toHaveCount(plain);
  await expect(again(page, 'span')).toHaveCount(0);
  for (const link of await again(page, 'a').all()) {
    expect(await link.getAttribute('href')).toMatch(new RegExp(`/glossary/${await link.getAttribute('data-term')}/$`));
  }
  expect(await page.locator('.prose').innerText()).toBe(text);
});

test('with all marked, a later mention has a card too', async ({ page }) => {
  await mark(page, 'all');
  await again(page, 'a').first().hover();
  await expect(page.getByRole('group', { name: 'Glossary card' })).toBeVisible();
});

test('with none marked, terms are links without a rule', async ({ page }) => {
  await mark(page, 'none');
  expect(await rule(page)).toMatch(/, 0\)$|transparent/);
  await page.locator('.prose a.term').first().click();
  await expect(page).toHaveURL(/\/glossary\//);
});

test('marking all and back leaves the text as it was', async ({ page }) => {
  const before = await page.locator('.prose').innerHTML();
  await mark(page, 'all');
  await mark(page, 'first in each section');
  expect(await page.locator('.prose').innerHTML()).toBe(before);
});

test('the choice is kept', async ({ page }) => {
  await choose(page, { marks: 'all' });
  await page.reload();
  await expect(again(page, 'span')).toHaveCount(0);
});
