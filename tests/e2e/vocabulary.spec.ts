import { choose, expect, kinds, test, type Page } from './support.ts';

const control = (page: Page) => page.getByRole('group', { name: 'Your vocabulary' });
const pick = (page: Page, value: string): Promise<void> => control(page).locator(`[data-value="${value}"]`).click();
const chosen = (page: Page) => page.locator('html');

test('a new reader reads both voices', async ({ page }) => {
  await page.goto(kinds.tutorial);
  await expect(control(page).getByRole('radio', { name: 'both' })).toBeChecked();
  await expect(page.locator('.two > .for-makers').first()).toBeVisible();
  await expect(page.locator('.two > .for-engineers').first()).toBeVisible();
});

for (const value of ['maker', 'engineer'] as const) {
  test(`choosing ${value} holds over reload and pages, and can be taken back`, async ({ page }) => {
    await page.goto('');
    await pick(page, value);
    await expect(chosen(page)).toHaveAttribute('data-vocabulary', value);
    await page.reload();
    await expect(control(page).getByRole('radio', { name: value })).toBeChecked();
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Glossary' }).click();
    await expect(page).toHaveURL(/\/glossary\/$/);
    await expect(chosen(page)).toHaveAttribute('data-vocabulary', value);
    await expect(control(page).getByRole('radio', { name: value })).toBeChecked();
    await pick(page, 'both');
    await page.reload();
    await expect(control(page).getByRole('radio', { name: 'both' })).toBeChecked();
  });

  test(`with ${value} chosen, that voice is the larger, and the other is still there to read`, async ({ page }) => {
    await choose(page, { vocabulary: value });
    await page.goto(kinds.tutorial);
    const [own, other] = value === 'maker' ? ['.for-makers', '.for-engineers'] : ['.for-engineers', '.for-makers'];
    const widthOf = async (side: string): Promise<number> => (await page.locator(`.prose .two > ${side}`).first().boundingBox())?.width ?? 0;
    const otherWidth = await widthOf(other);
    expect(otherWidth).toBeGreaterThan(100);
    expect(await widthOf(own)).toBeGreaterThan(otherWidth);
  });

  test(`a stored choice of ${value} moves nothing while the page loads`, async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources?: { node?: Node | null }[] })[]) {
          const names = (entry.sources ?? []).map(({ node }) => (node instanceof Element ? node.className || node.nodeName : node?.textContent?.slice(0, 20)));
          shifts.push(`${entry.value.toFixed(4)} ${names.join(', ')}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await choose(page, { vocabulary: value, marks: 'all' });
    for (const path of [kinds.home, kinds.tutorial, kinds['technical term'], kinds.glossary]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready);
      const shifts = await page.evaluate(() => (window as Window & { shifts?: string[] }).shifts);
      expect.soft(shifts, `/${path}`).toEqual([]);
    }
  });
}

test('the choice can be made with the arrow keys alone', async ({ page }) => {
  await page.goto('');
  await control(page).getByRole('radio', { name: 'both' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(chosen(page)).toHaveAttribute('data-vocabulary', 'engineer');
});

test('every other choice is kept too', async ({ page }) => {
  await page.goto(kinds.essay);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('group', { name: 'Printing' }).getByText('light on black stock').click();
  await page.getByRole('group', { name: 'Mark terms' }).getByText('none').click();
  await pick(page, 'maker');
  await page.reload();
  await expect(chosen(page)).toHaveAttribute('data-printing', 'dark');
  await expect(chosen(page)).toHaveAttribute('data-marks', 'off');
  await expect(chosen(page)).toHaveAttribute('data-vocabulary', 'maker');
});

test('a choice of printing overrules the system', async ({ page }) => {
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('');
  const dark = await paper();
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByText('ink on paper').click();
  expect(await paper()).not.toBe(dark);
});

test('what storage holds of another shape is ignored', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('latent-commons', '{"vocabulary":"<b>","marks":7,"printing":null}'));
  await page.goto(kinds.tutorial);
  await expect(control(page).getByRole('radio', { name: 'both' })).toBeChecked();
});

test('where the browser keeps nothing, a line says so, and the choice lasts until the page is left', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(kinds.tutorial);
  await pick(page, 'engineer');
  await expect(page.getByRole('status').filter({ hasText: 'keeps no choices' })).toBeVisible();
  await expect(chosen(page)).toHaveAttribute('data-vocabulary', 'engineer');
  await page.reload();
  await expect(control(page).getByRole('radio', { name: 'both' })).toBeChecked();
});
