import { choose, expect, kinds, test, type Page } from './support.ts';

const control = (page: Page) => page.getByRole('group', { name: 'Your vocabulary' });
const pick = (page: Page, value: string): Promise<void> => control(page).locator(`[data-value="${value}"]`).click();
const chosen = (page: Page) => page.locator('html');

/** Collects layout shifts: how much, and what moved. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources?: { node?: Node | null }[] })[]) {
        const names = (entry.sources ?? []).map(({ node }) => (node instanceof HTMLElement ? node.className || node.nodeName : (node?.textContent ?? '').slice(0, 20)));
        shifts.push(`${entry.value.toFixed(4)} ${names.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

async function shiftsOf(page: Page): Promise<string[]> {
  // Shifts are reported with the frame after the one they happened in.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return page.evaluate(() => (window as Window & { shifts?: string[] }).shifts ?? []);
}

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

  test(`a stored choice of ${value} moves nothing while the page loads`, async ({ page, faults }) => {
    // Letters that arrive late can move lines as well, which is another matter; here they do not arrive.
    faults.allow(/Failed to load resource/);
    await page.route('**/*.woff2', (route) => route.abort());
    await watchShifts(page);
    await choose(page, { vocabulary: value, marks: 'all', printing: 'dark' });
    for (const path of [kinds.home, kinds.tutorial, kinds['technical term'], kinds.glossary]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      expect.soft(await shiftsOf(page), `/${path}`).toEqual([]);
    }
  });
}

test('scripts and letters that arrive after the page move little', async ({ page }) => {
  await watchShifts(page);
  for (const path of Object.values(kinds)) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    const shifts = await shiftsOf(page);
    const sum = shifts.reduce((total, shift) => total + Number.parseFloat(shift), 0);
    // What Core Web Vitals call good.
    expect.soft(sum, `/${path}: ${shifts.join('; ')}`).toBeLessThan(0.1);
  }
});

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
