import { audit } from './accessibility.ts';
import { dialog, input, NOTHING, open, options, status } from './search.ts';
import { expect, test } from './support.ts';

test.describe('the search page', () => {
  test('answers an address with a question in it, under headings', async ({ page }) => {
    await page.goto('search/?q=mannerism');
    await expect(page.locator('lc-search').getByRole('searchbox')).toHaveValue('mannerism');
    await expect(page.locator('lc-search').getByRole('heading', { name: 'Terms' })).toBeVisible();
    await expect(page.locator('lc-search').getByRole('heading', { name: 'Pages' })).toBeVisible();
    await expect(page.locator('lc-search').getByRole('link', { name: /mannerism.*in the studio/ }).first()).toBeVisible();
    expect(await audit(page)).toEqual([]);
  });

  test('keeps question and facets in its address', async ({ page }) => {
    await page.goto('search/');
    await page.locator('lc-search').getByRole('searchbox').fill('style');
    await expect(page).toHaveURL(/\?q=style$/);
    await page.locator('lc-search').getByText('narrow', { exact: true }).click();
    await page.locator('lc-search').getByRole('checkbox', { name: /^essay/ }).check();
    await expect(page).toHaveURL(/\?q=style&kind=essay$/);
    await page.reload();
    await expect(page.locator('lc-search').getByRole('checkbox', { name: /^essay/ })).toBeChecked();
    await expect(status(page)).toHaveText(/^\d+ pages?\b/);
  });

  test('gives the keyboard to its own field when search is asked for', async ({ page }) => {
    await page.goto('search/');
    await page.keyboard.press('/');
    await expect(page.locator('lc-search').getByRole('searchbox')).toBeFocused();
    await expect(dialog(page)).toBeHidden();
  });

  test('says so when nothing answers', async ({ page }) => {
    await page.goto(`search/?q=${NOTHING}`);
    await expect(status(page)).toContainText(`Nothing on either side answers to “${NOTHING}”`);
    expect(await audit(page)).toEqual([]);
  });

  test('takes markup in a question for words', async ({ page }) => {
    await page.goto(`search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await expect(status(page)).not.toBeEmpty();
    await expect(page.locator('lc-search img')).toHaveCount(0);
  });
});

test.describe('under a sub-path', () => {
  test.use({ site: 'sub' });

  test('search finds, and leads below it', async ({ page }) => {
    await page.goto('');
    await open(page);
    await input(page).fill('instrument and the ear');
    await expect(status(page)).toContainText('page');
    for (const href of await options(page).evaluateAll((list) => list.map((option) => option.getAttribute('href') ?? ''))) expect(href).toMatch(/^\/sub\/path\//);
    await options(page).first().click();
    await expect(page.locator('h1')).toBeVisible();
  });
});
