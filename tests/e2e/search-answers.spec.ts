import type { Card } from '../../src/term-cards/data.ts';
import { answers, ask, hits, notes, status } from './search.ts';
import { expect, kinds, test, type Page } from './support.ts';

const cardOf = async (page: Page, id: string): Promise<Card> => (await page.request.get(`cards/${id}.json`)).json();
const across = (page: Page) => page.getByRole('switch', { name: 'across bridges' });

test.beforeEach(async ({ page }) => {
  await page.goto(kinds.search);
});

test.describe('the answer', () => {
  test('to a name is its term, with both plain lines, the bridge and where to handle it', async ({ page }) => {
    await ask(page, 'latent interpolation');
    const [card, other] = [await cardOf(page, 'latent-interpolation'), await cardOf(page, 'in-betweening')];
    await expect(answers(page)).toHaveCount(1);
    for (const text of [card.term, 'in the lab', card.plain, other.term, 'in the studio', other.plain, 'close']) await expect(answers(page)).toContainText(text);
    await expect(answers(page).getByRole('link', { name: /in-betweening/ }).first()).toHaveAttribute('href', /\/glossary\/in-betweening\/$/);
    await expect(answers(page).getByRole('link', { name: /^put a hand on it/ })).toHaveAttribute('href', /\/demos\/letterform-map\/$/);
    await expect(hits(page).first()).toHaveAttribute('href', /\/glossary\/latent-interpolation\/$/);
  });

  test('knows other names, plurals and capitals', async ({ page }) => {
    for (const [typed, id] of [['low-rank adaptation', 'lora'], ['LORA', 'lora'], ['frisket film', 'frisket'], ['house styles', 'house-style']] as const) {
      await ask(page, typed);
      await expect(hits(page).first(), typed).toHaveAttribute('href', new RegExp(`/glossary/${id}/$`));
      await expect(answers(page), typed).toHaveCount(1);
    }
  });

  test('to a word that the two sides share is both, and how they stand to each other', async ({ page }) => {
    await ask(page, 'style');
    await expect(answers(page)).toHaveCount(2);
    await expect(answers(page).nth(0)).toContainText('in the lab');
    await expect(answers(page).nth(1)).toContainText('in the studio');
    await expect(page.locator('lc-search .answers')).toContainText('false friend');
  });

  test('to “what do engineers call …” is the word of the other side', async ({ page }) => {
    for (const [typed, id] of [['what do engineers call restraint', 'truncation'], ['what do artists call mode collapse', 'mannerism'], ['frisket in AI', 'mask']] as const) {
      await ask(page, typed);
      await expect(hits(page).first(), typed).toHaveAttribute('href', new RegExp(`/glossary/${id}/$`));
    }
    await expect(page.getByRole('heading', { name: 'what the lab says' })).toBeVisible();
  });

  test('is not given to half a name', async ({ page }) => {
    await ask(page, 'mode coll');
    await expect(answers(page)).toHaveCount(0);
    await expect(hits(page).first()).toHaveAttribute('href', /\/glossary\/mode-collapse\/$/);
  });
});

test.describe('a slip', () => {
  test('is read as the nearest name, said to be, and can be searched as typed', async ({ page }) => {
    await ask(page, 'manerizm');
    await expect(notes(page)).toContainText('Did you mean mannerism?');
    await expect(hits(page).first()).toHaveAttribute('href', /\/glossary\/mannerism\/$/);
    await notes(page).getByRole('button', { name: 'Search for “manerizm” as typed' }).click();
    await expect(status(page)).toContainText('Nothing on either side answers to “manerizm”');
    await notes(page).getByRole('button', { name: 'mannerism' }).click();
    await expect(hits(page).first()).toHaveAttribute('href', /\/glossary\/mannerism\/$/);
    await expect(page.locator('lc-search input[type="search"]')).toHaveValue('manerizm');
  });

  test('is not suspected in what is right', async ({ page }) => {
    for (const query of ['mannerism', 'tulips', 'how do I mix two models']) {
      await ask(page, query);
      await expect(notes(page), query).not.toContainText('Did you mean');
    }
  });
});

test.describe('going across bridges', () => {
  test('is said, with the relation, and marks its words otherwise', async ({ page }) => {
    await ask(page, 'mannerism');
    await expect(notes(page)).toContainText('also searching mode collapse: bridged to mannerism, close');
    await expect(across(page)).toBeChecked();
    await expect(page.locator('.hit-excerpt mark:not(.widened)').first()).toBeVisible();
    await expect(page.locator('.hit-excerpt mark.widened').first()).toBeVisible();
    await expect(page.locator('.hit-excerpt mark.widened').first()).toContainText('across a bridge');
  });

  test('finds more than the word alone, until it is switched off, and stays off', async ({ page }) => {
    await ask(page, 'frisket');
    const wide = await hits(page).count();
    await across(page).uncheck();
    await expect(notes(page)).toContainText('not searching mask');
    await expect(page.locator('mark.widened')).toHaveCount(0);
    await expect.poll(() => hits(page).count()).toBeLessThan(wide);
    await page.reload();
    await ask(page, 'mannerism');
    await expect(across(page)).not.toBeChecked();
    await across(page).check();
    await page.reload();
    await ask(page, 'mannerism');
    await expect(across(page)).toBeChecked();
  });

  test('does not go to a false friend, and says so', async ({ page }) => {
    await ask(page, 'noise');
    await expect(across(page)).toHaveCount(0);
    await expect(notes(page)).toContainText('not searched: grain, a false friend of noise');
  });
});
