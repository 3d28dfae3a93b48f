import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openIndex, type IndexFile } from '../../src/search/index-file.ts';
import { audit } from './accessibility.ts';
import { pagesOf } from './built.ts';
import { answers, ask, counted, dialog, hits, input, NOTHING, open, options, settled, status } from './search.ts';
import { folderOf } from './sites.ts';
import { expect, test } from './support.ts';

test.describe('the search page', () => {
  test('answers an address with a question in it, under headings', async ({ page }) => {
    await page.goto('search/?q=mannerism');
    await settled(page);
    await expect(page.locator('lc-search').getByRole('searchbox')).toHaveValue('mannerism');
    for (const name of ['answer', 'in the text']) await expect(page.locator('lc-search').getByRole('heading', { name })).toBeVisible();
    await expect(answers(page).getByRole('link', { name: /^mannerism in the studio/ })).toBeVisible();
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
    await settled(page);
    await expect(page.locator('lc-search').getByRole('checkbox', { name: /^essay/ })).toBeChecked();
    await expect(status(page)).toHaveText(/^\d+ pages?$/);
  });

  test('counts truly: ticking a value shows as many pages as it says, alone and beside others', async ({ page }) => {
    await page.goto('search/');
    await ask(page, 'style');
    const all = await counted(page);
    await page.locator('lc-search').getByText('narrow', { exact: true }).click();
    const box = (name: string, value: string) => page.locator(`lc-search input[name="${name}"][value="${value}"]`);
    const said = async (name: string, value: string): Promise<number> => Number((await box(name, value).locator('xpath=..').innerText()).replace(/\D/g, ''));
    let sum = 0;
    for (const kind of ['term', 'tutorial', 'essay', 'case study', 'demo', 'page']) {
      const number = await said('kind', kind);
      sum += number;
      await box('kind', kind).check();
      await settled(page);
      expect.soft(number === 0 ? 0 : await counted(page), kind).toBe(number);
      await box('kind', kind).uncheck();
      await settled(page);
    }
    expect(sum).toBe(all);
    const [term, essay] = [await said('kind', 'term'), await said('kind', 'essay')];
    await box('kind', 'term').check();
    await box('kind', 'essay').check();
    await expect(status(page)).toContainText(`${term + essay} page`);
    const creative = await said('side', 'creative');
    await box('side', 'creative').check();
    await expect(status(page)).toContainText(`${creative} page`);
    expect(await said('side', 'technical')).toBeGreaterThan(0);
    expect(await said('kind', 'essay')).toBe(0);
    await expect(hits(page).filter({ hasText: 'in the lab' })).toHaveCount(0);
  });

  test('lists a term of the chosen side by what it is bridged to', async ({ page }) => {
    await page.goto('search/?q=restraint&side=technical');
    await settled(page);
    await expect(hits(page).first()).toHaveAttribute('href', /\/glossary\/truncation\//);
    await expect(page.getByRole('heading', { name: 'across a bridge' })).toBeVisible();
  });

  test('shows more when asked', async ({ page }) => {
    await page.goto('search/?q=latent+space');
    await settled(page);
    const before = await hits(page).count();
    await page.locator('lc-search').getByRole('button', { name: /^\d+ more of \d+$/ }).click();
    await expect.poll(() => hits(page).count()).toBeGreaterThan(before);
    await settled(page);
    await expect(hits(page).last().locator('.hit-excerpt')).not.toBeEmpty();
  });

  test('a heading with every word stands before the text of others, and its link leads there', async ({ page }) => {
    await page.goto('search/?q=does+this+site+watch+me');
    await settled(page);
    await expect(hits(page).first()).toHaveAttribute('href', /\/faq\/#/);
  });

  test('gives the keyboard to its own field when search is asked for', async ({ page }) => {
    await page.goto('search/');
    await page.keyboard.press('/');
    await expect(page.locator('lc-search').getByRole('searchbox')).toBeFocused();
    await expect(dialog(page)).toBeHidden();
  });

  test('fetches no engine before somebody goes to its field', async ({ page }) => {
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    await page.goto('search/', { waitUntil: 'networkidle' });
    expect(urls.filter((url) => /pagefind|search\.json/.test(url))).toEqual([]);
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

test('every page that has a text is in the index, under the engine’s own name', () => {
  const folder = folderOf('root');
  const file: IndexFile = JSON.parse(readFileSync(path.join(folder, 'search.json'), 'utf8'));
  const ids: string[] = JSON.parse(readFileSync(path.join(folder, 'pagefind', 'pages.json'), 'utf8'));
  const known = new Map(openIndex(file).pages.map(({ path: page, n }) => [page, ids[n]]));
  const indexed = pagesOf(folder).filter(({ html }) => html.includes('data-pagefind-body')).map(({ path: page }) => page);
  expect(indexed.length).toBeGreaterThan(50);
  expect(indexed.filter((page) => !known.get(page))).toEqual([]);
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
