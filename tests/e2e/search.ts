/** The parts of search, as its tests name them. */
import { expect, type Page } from './support.ts';

export const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
export const input = (page: Page) => dialog(page).getByRole('combobox');
export const options = (page: Page) => dialog(page).getByRole('option');
export const status = (page: Page) => page.locator('lc-search').getByRole('status');

export const notes = (page: Page) => page.locator('lc-search .search-notes');
export const answers = (page: Page) => page.locator('lc-search .answer');
/** Links of results, on the page or in the dialog. */
export const hits = (page: Page) => page.locator('lc-search a.hit');

/** Waits until the search that stands in the field has said all it will say. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('lc-search .search-results')).toHaveAttribute('aria-busy', 'false');
  await expect(status(page)).toHaveAttribute('aria-busy', 'false');
}

/** Types a search into whichever field there is, and waits for all of its results. */
export async function ask(page: Page, query: string): Promise<void> {
  const field = page.locator('lc-search input[type="search"]');
  await page.locator('lc-search .search-results').evaluate((element) => (element.ariaBusy = 'true'));
  await status(page).evaluate((element) => (element.ariaBusy = 'true'));
  await field.fill(query);
  await settled(page);
}

/** How many pages the status line counts. */
export async function counted(page: Page): Promise<number> {
  return Number(/(\d+) pages?/.exec(await status(page).innerText())?.[1] ?? 0);
}

/** A word that the site does not have. */
export const NOTHING = 'quagmire';

export async function open(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.keyboard.press('/');
  await expect(input(page)).toBeFocused();
}
