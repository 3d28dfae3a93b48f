import { expect, kinds, test, type Page } from './support.ts';

/** What has the keyboard: its accessible name or text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? (element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? element.name) : (element?.textContent ?? '')).trim();
  });

test('the first Tab reaches the skip link, which leads past the header', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
});

test('Tab goes through the header in the order it is read', async ({ page }) => {
  await page.goto('');
  const names: string[] = [];
  for (let i = 0; i < 11; i++) {
    await page.keyboard.press('Tab');
    names.push(await focused(page));
  }
  const expected = ['Skip to the content', 'Latent Commons', 'Tutorials', 'Essays', 'Case studies', 'Glossary', 'Bridges', 'Demos', 'both', 'Reading settings', 'Search'];
  expect(names.map((name, i) => (name.startsWith(expected[i] ?? '?') ? expected[i] : name))).toEqual(expected);
});

test('what has the keyboard can be seen', async ({ page }) => {
  await page.goto(kinds.tutorial);
  const unseen: string[] = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return true;
      // A hidden radio button shows its focus on the label around it.
      const shown = element.closest('label') ?? element;
      const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(shown);
      const box = shown.getBoundingClientRect();
      const inside = box.bottom > 0 && box.top < window.innerHeight;
      return inside && ((outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || backgroundColor !== 'rgba(0, 0, 0, 0)');
    });
    if (!seen) unseen.push(await focused(page));
  }
  expect(unseen).toEqual([]);
});

test('focus is not hidden under the head that stays at the top', async ({ page }) => {
  await page.goto(kinds.essay);
  await page.locator('.piece-foot a').first().focus();
  const covered: string[] = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Shift+Tab');
    const top = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element?.closest('.prose')) return undefined;
      return element.getBoundingClientRect().bottom - (document.querySelector('.running-head')?.getBoundingClientRect().bottom ?? 0);
    });
    if (top !== undefined && top <= 0) covered.push(await focused(page));
    await page.keyboard.press('Escape');
  }
  expect(covered).toEqual([]);
});

test('the reading settings open, are left and close by keyboard', async ({ page }) => {
  await page.goto(kinds.tutorial);
  await page.getByRole('button', { name: 'Reading settings' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Mark terms' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'first in each section' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('data-marks', 'all');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Mark terms' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Reading settings' })).toBeFocused();
});
