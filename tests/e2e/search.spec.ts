import { audit } from './accessibility.ts';
import { dialog, input, NOTHING, open, options, status } from './search.ts';
import { expect, kinds, overflow, test } from './support.ts';

test.describe('the search dialog', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(kinds.essay);
  });

  for (const key of ['/', 'Control+k', 'Meta+k']) {
    test(`opens with ${key}, and Escape gives the keyboard back`, async ({ page }) => {
      await page.locator('.site-mark').focus();
      await page.keyboard.press(key);
      await expect(dialog(page)).toBeVisible();
      await expect(input(page)).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toBeHidden();
      await expect(page.locator('.site-mark')).toBeFocused();
    });
  }

  test('opens by its link in the header', async ({ page }) => {
    await page.locator('a[data-search]').click();
    await expect(input(page)).toBeFocused();
    await expect(page).toHaveURL(/\/essays\//);
  });

  test('does not open while somebody writes a slash', async ({ page }) => {
    await page.goto(kinds.glossary);
    await page.getByLabel('Filter the glossary').pressSequentially('a/b');
    await expect(page.getByLabel('Filter the glossary')).toHaveValue('a/b');
    await expect(dialog(page)).toBeHidden();
  });

  test('fetches nothing before somebody means to search', async ({ page }) => {
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    await page.reload({ waitUntil: 'networkidle' });
    expect(urls.filter((url) => /pagefind|terms\.json|dialog/.test(url))).toEqual([]);
    await open(page);
    await input(page).fill('truncation');
    await expect(options(page).first()).toBeVisible();
    await expect.poll(() => urls.some((url) => url.includes('/pagefind/'))).toBe(true);
  });

  test('gives the term first, with its side and its counterpart', async ({ page }) => {
    await open(page);
    await input(page).fill('mode collapse');
    const first = options(page).first();
    await expect(first).toContainText('mode collapse');
    await expect(first).toContainText('in the lab');
    await expect(first).toContainText('mannerism');
    await expect(first).toContainText('close');
    await expect(status(page)).toHaveText(/^1 term\b.*\b\d+ pages?\b/);
  });

  test('forgives known misspellings and knows other names', async ({ page }) => {
    await open(page);
    for (const [typed, term] of [['truncaton', 'truncation'], ['low-rank adaptation', 'LoRA'], ['LORA', 'LoRA']] as const) {
      await input(page).fill(typed);
      await expect(options(page).first(), typed).toContainText(term);
    }
  });

  test('gives both halves of a word that the two sides share', async ({ page }) => {
    await open(page);
    await input(page).fill('attention');
    await expect(options(page).filter({ hasText: 'in the lab' }).first()).toBeVisible();
    await expect(options(page).filter({ hasText: 'in the studio' }).first()).toBeVisible();
  });

  test('is worked with the arrow keys, and Enter follows', async ({ page }) => {
    await open(page);
    await expect(input(page)).toHaveAttribute('aria-expanded', 'false');
    await input(page).fill('restraint');
    await expect(dialog(page).getByRole('listbox')).toBeVisible();
    await expect(status(page)).toContainText('page');
    await expect(input(page)).toHaveAttribute('aria-expanded', 'true');
    const list = await dialog(page).getByRole('listbox').getAttribute('id');
    await expect(input(page)).toHaveAttribute('aria-controls', list ?? '');
    await page.keyboard.press('ArrowDown');
    const active = await input(page).getAttribute('aria-activedescendant');
    await expect(options(page).first()).toHaveId(active ?? 'none');
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
    await expect(dialog(page).locator('[aria-selected="true"]')).toHaveCount(1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/glossary\/restraint\/$/);
  });

  test('Enter without a choice follows the first result', async ({ page }) => {
    await open(page);
    await input(page).fill('frisket');
    await expect(options(page).first()).toContainText('frisket');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/glossary\/frisket\/$/);
  });

  test('every option has an id of its own', async ({ page }) => {
    await open(page);
    await input(page).fill('style');
    await expect(status(page)).toContainText('page');
    const ids = await options(page).evaluateAll((list) => list.map((option) => option.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(2);
  });

  test('narrows by kind, side, audience and level, and says how many there would be', async ({ page }) => {
    await open(page);
    await input(page).fill('style');
    await expect(status(page)).toContainText('page');
    await dialog(page).getByText('narrow', { exact: true }).click();
    for (const name of ['kind', 'side', 'audience', 'level']) await expect(dialog(page).locator(`input[type="checkbox"][name="${name}"]`).first()).toBeVisible();
    const essay = dialog(page).getByRole('checkbox', { name: /^essay/ });
    const label = await essay.locator('xpath=..').innerText();
    expect(label, 'a value with its count').toMatch(/^essay\s+\d+$/);
    const count = Number(label.replace(/\D/g, ''));
    await essay.check();
    await expect(status(page)).toHaveText(new RegExp(`^${count} pages?\\b`));
    await expect(options(page).first()).toContainText('essay');
    await expect(options(page).filter({ hasText: 'in the lab' })).toHaveCount(0);
    await dialog(page).getByRole('checkbox', { name: /^tutorial/ }).check();
    await expect(options(page).filter({ hasText: 'tutorial' }).first()).toBeVisible();
    await expect(options(page).filter({ hasText: 'essay' }).first()).toBeVisible();
  });

  test('keeps terms of the other side out when a side is chosen', async ({ page }) => {
    await open(page);
    await input(page).fill('noise');
    await expect(status(page)).toContainText('page');
    await dialog(page).getByText('narrow', { exact: true }).click();
    await dialog(page).getByRole('checkbox', { name: /^creative/ }).check();
    await expect(options(page).filter({ hasText: 'in the lab' })).toHaveCount(0);
  });

  test('finds a term of the other side by what it is bridged to', async ({ page }) => {
    await page.goto(`${kinds.search}?q=restraint&side=technical`);
    await expect(page.locator('lc-search').getByRole('heading', { name: 'Pages' })).toBeVisible();
    await expect(page.locator('lc-search a.hit').first()).toHaveAttribute('href', /\/glossary\/truncation\//);
  });

  test('says so when nothing answers', async ({ page }) => {
    await open(page);
    await input(page).fill(NOTHING);
    await expect(status(page)).toContainText(`Nothing on either side answers to “${NOTHING}”`);
    await expect(input(page)).toHaveAttribute('aria-expanded', 'false');
  });

  test('finds nothing for a word that shares no more than its first letter with the site', async ({ page }) => {
    await open(page);
    // The engine takes “z”, which stands in formulas, for the nearest it has.
    await input(page).fill('zzqqxx');
    await expect(status(page)).toContainText('Nothing on either side answers to “zzqqxx”');
  });

  test('says nothing and lists nothing when nothing is typed', async ({ page }) => {
    await open(page);
    await input(page).fill('style');
    await expect(options(page).first()).toBeVisible();
    await input(page).fill('   ');
    await expect(options(page)).toHaveCount(0);
    await expect(status(page)).toHaveText('');
  });

  test('remembers the last searches on this machine, and forgets them when asked', async ({ page }) => {
    await open(page);
    await input(page).fill('frisket');
    await options(page).first().click();
    await expect(page).toHaveURL(/\/glossary\/frisket\/$/);
    await open(page);
    await dialog(page).getByRole('button', { name: 'frisket', exact: true }).click();
    await expect(input(page)).toHaveValue('frisket');
    await expect(options(page).first()).toContainText('frisket');
    await input(page).fill('');
    await dialog(page).getByRole('button', { name: 'forget these' }).click();
    await expect(dialog(page).getByRole('button', { name: 'frisket', exact: true })).toBeHidden();
    await expect(input(page)).toBeFocused();
    await page.reload();
    await open(page);
    await expect(dialog(page).getByRole('button', { name: 'frisket', exact: true })).toBeHidden();
  });

  test('an old answer that comes late does not replace a new one', async ({ page }) => {
    await open(page);
    await input(page).pressSequentially('attention', { delay: 30 });
    await input(page).fill('frisket');
    await expect(options(page).first()).toContainText('frisket');
    await page.waitForTimeout(600);
    await expect(options(page).first()).toContainText('frisket');
  });

  test('a click beside it closes it', async ({ page }) => {
    await open(page);
    await page.mouse.click(4, 400);
    await expect(dialog(page)).toBeHidden();
  });

  test('without the full-text index it says so, finds terms, and tries again when asked', async ({ page, faults }) => {
    faults.allow(/Failed to load resource|pagefind/);
    await page.route('**/pagefind/**', (route) => route.abort());
    await open(page);
    await input(page).fill('frisket');
    await expect(status(page)).toContainText('did not load');
    await expect(options(page).first()).toContainText('frisket');
    expect(await audit(page)).toEqual([]);
    await page.unroute('**/pagefind/**');
    await dialog(page).getByRole('button', { name: 'Try again' }).click();
    await expect(status(page)).toHaveText(/^1 term\b/);
  });

  test('without the list of terms it says so and searches the text', async ({ page, faults }) => {
    faults.allow(/Failed to load resource/);
    await page.route('**/terms.json', (route) => route.abort());
    await open(page);
    await input(page).fill('frisket');
    await expect(status(page)).toContainText('did not load');
    await expect(options(page).first()).toContainText('frisket');
  });

  test('when the dialog itself does not load, its link leads to the search page', async ({ page, faults }) => {
    faults.allow(/Failed to load resource|Failed to fetch/);
    await page.route(/\/assets\/dialog\.[^/]*\.js$/, (route) => route.abort());
    await page.locator('a[data-search]').click();
    await expect(page).toHaveURL(/\/search\/$/);
  });

  for (const [name, typed] of [['results', 'style'], ['no results', NOTHING], ['nothing typed', '']] as const) {
    for (const [width, colorScheme] of [[1280, 'light'], [320, 'dark']] as const) {
      test(`passes an audit with ${name}, in ${colorScheme}, ${width} px wide`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 720 });
        await open(page);
        await input(page).fill(typed);
        if (typed) await expect(status(page)).not.toBeEmpty();
        if (name === 'results') await dialog(page).getByText('narrow', { exact: true }).click();
        expect(await audit(page)).toEqual([]);
        if (width === 320) {
          expect(await overflow(page)).toBe(0);
          const box = await dialog(page).boundingBox();
          expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
        }
      });
    }
  }
});
