import { expect, kinds, test, type Page } from './support.ts';

const filter = (page: Page) => page.getByLabel('Filter the glossary');
const row = (page: Page, id: string) => page.locator(`.bank > li[data-id="${id}"]`);
const status = (page: Page) => page.locator('lc-glossary output');

test.describe('the filter of the glossary', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(kinds.glossary);
  });

  test('says how many terms and bridges there are', async ({ page }) => {
    const rows = await page.locator('.bank > li, .common > a').count();
    await expect(status(page)).toHaveText(new RegExp(`^${rows} of ${rows} terms · \\d+ bridges$`));
  });

  test('keeps what matches, with whatever it is bridged to', async ({ page }) => {
    await filter(page).fill('truncation');
    await expect(row(page, 'truncation')).toBeVisible();
    await expect(row(page, 'restraint')).toBeVisible();
    await expect(row(page, 'lora')).toBeHidden();
    await expect(status(page)).toHaveText(/^\d of \d+ terms · \d bridges?$/);
  });

  test('draws the lines that are left, and no other', async ({ page }) => {
    const lines = page.locator('.bridges [data-from]:not([hidden])');
    const all = await lines.count();
    await filter(page).fill('frisket film');
    await expect(lines).toHaveCount(1);
    await expect(lines).toHaveAttribute('data-to', 'frisket');
    await filter(page).fill('');
    await expect(lines).toHaveCount(all);
  });

  test('knows other names', async ({ page }) => {
    await filter(page).fill('low-rank adapt');
    await expect(row(page, 'lora')).toBeVisible();
    await expect(row(page, 'truncation')).toBeHidden();
  });

  test('takes no notice of capitals and accents', async ({ page }) => {
    await filter(page).fill('MÓDE');
    await expect(row(page, 'mode-collapse')).toBeVisible();
  });

  test('says so when nothing matches, and where to look instead', async ({ page }) => {
    await filter(page).fill('zzzz');
    await expect(page.getByText('No term of either side reads like that.')).toBeVisible();
    await expect(status(page)).toHaveText(/^0 of/);
    await expect(page.locator('.banks')).toBeHidden();
    await expect(page.locator('.none').getByRole('link', { name: 'Search the whole site' })).toHaveAttribute('href', /\/search\//);
  });

  test('offers the name that may have been meant', async ({ page }) => {
    await filter(page).fill('manerism');
    await page.getByRole('button', { name: 'Did you mean “mannerism”?' }).click();
    await expect(filter(page)).toHaveValue('mannerism');
    await expect(filter(page)).toBeFocused();
    await expect(row(page, 'mannerism')).toBeVisible();
    await expect(page.getByRole('button', { name: /Did you mean/ })).toHaveCount(0);
  });

  test('filters by the names on the page while the others have not come, or never come', async ({ page, faults }) => {
    faults.allow(/Failed to load resource/);
    await page.route('**/search.json', (route) => route.abort());
    await page.reload();
    await filter(page).fill('truncation');
    await expect(row(page, 'truncation')).toBeVisible();
    await expect(row(page, 'restraint')).toBeVisible();
    await expect(row(page, 'lora')).toBeHidden();
  });

  test('draws every line where its rows are, the far ones too', async ({ page }) => {
    await filter(page).fill('s');
    await page.waitForTimeout(200);
    const faults = await page.evaluate(() => {
      const at = (bank: string): Map<string, number> => new Map([...document.querySelectorAll<HTMLElement>(`.bank.${bank} > li:not([hidden])`)].map((li, i) => [li.dataset['id'] ?? '', i]));
      const [left, right] = [at('left'), at('right')];
      return [...document.querySelectorAll<SVGGElement>('.bridges g')].filter((g) => {
        const [from, to] = [left.get(g.dataset['from'] ?? ''), right.get(g.dataset['to'] ?? '')];
        if (from === undefined || to === undefined) return !g.hasAttribute('hidden');
        const d = g.querySelector('path')?.getAttribute('d') ?? '';
        return g.hasAttribute('hidden') || !d.startsWith(`M0 ${(from + 0.5) * 10}C`) || !d.endsWith(` 100 ${(to + 0.5) * 10}`);
      }).map((g) => `${g.dataset['from']} ${g.dataset['to']}`);
    });
    expect(faults).toEqual([]);
  });

  test('Enter goes to the first hit, not to its counterpart', async ({ page }) => {
    await filter(page).fill('mannerism');
    await expect(row(page, 'lora')).toBeHidden();
    await filter(page).press('Enter');
    // The row may hold a card by now, with links of its own.
    await expect(row(page, 'mannerism').locator('> a')).toBeFocused();
  });

  test('can come with the address', async ({ page }) => {
    await page.goto(`${kinds.glossary}?q=frisket`);
    await expect(filter(page)).toHaveValue('frisket');
    await expect(row(page, 'mask')).toBeVisible();
    await expect(row(page, 'lora')).toBeHidden();
  });

  test('finds the terms held in common', async ({ page }) => {
    await filter(page).fill('evaluation gap');
    await expect(page.locator('.common a[data-term="evaluation-gap"]')).toBeVisible();
    await expect(page.getByText('No term of either side reads like that.')).toBeHidden();
  });
});

test('pointing at a term lights its counterparts and the lines between', async ({ page }) => {
  await page.goto(kinds.glossary);
  await row(page, 'mask').getByRole('link').hover();
  await expect(row(page, 'frisket')).toHaveClass(/lit/);
  await expect(page.locator('.bridges .lit')).toHaveCount(1);
});

test('the letters of A to Z lead to their terms', async ({ page }) => {
  await page.goto(kinds.glossary);
  await page.getByRole('navigation', { name: 'Letters' }).getByRole('link', { name: 'T', exact: true }).click();
  await expect(page.getByRole('region', { name: 'T', exact: true })).toBeInViewport();
  await expect(page.getByRole('region', { name: 'T', exact: true }).getByRole('link', { name: 'truncation', exact: true }).first()).toBeVisible();
});

test('a term page gives its bridge with relation, break and what to say', async ({ page }) => {
  await page.goto(kinds['technical term']);
  const bridges = page.getByRole('region', { name: 'Bridges' });
  await expect(bridges.getByRole('link', { name: 'restraint', exact: true })).toBeVisible();
  for (const text of ['partial', 'breaks where', 'an engineer, to makers', 'a maker, to engineers']) await expect(bridges.getByText(text).first()).toBeVisible();
  await bridges.getByRole('link', { name: 'restraint', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Bridges' }).getByRole('link', { name: 'truncation', exact: true })).toBeVisible();
});
