/** The parts of search, as its tests name them. */
import { expect, type Page } from './support.ts';

export const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
export const input = (page: Page) => dialog(page).getByRole('combobox');
export const options = (page: Page) => dialog(page).getByRole('option');
export const status = (page: Page) => page.locator('lc-search').getByRole('status');

/** A word that the site does not have. */
export const NOTHING = 'quagmire';

export async function open(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.keyboard.press('/');
  await expect(input(page)).toBeFocused();
}
