import { audit } from './accessibility.ts';
import { answers, ask, dialog, input, notes, NOTHING, open, options, settled, status } from './search.ts';
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
    expect(urls.filter((url) => /pagefind|search|cards\/|dialog/.test(url))).toEqual([]);
    await open(page);
    await input(page).fill('truncation');
    await expect(options(page).first()).toBeVisible();
    await expect.poll(() => urls.some((url) => url.includes('/pagefind/'))).toBe(true);
  });

  test('gives names before the full text has come', async ({ page }) => {
    await page.route('**/pagefind/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await open(page);
    await input(page).fill('mode coll');
    await expect(options(page).first()).toContainText('mode collapse', { timeout: 1000 });
  });

  test('is worked with the arrow keys, and Enter follows', async ({ page }) => {
    await open(page);
    await expect(input(page)).toHaveAttribute('aria-expanded', 'false');
    await ask(page, 'restraint');
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

  test('keeps the keyboard in its field, and the chosen option chosen when more results come', async ({ page }) => {
    await page.route('**/pagefind/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await open(page);
    await input(page).fill('truncation');
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const chosen = dialog(page).locator('[aria-selected="true"]');
    const href = await chosen.getAttribute('href');
    await settled(page);
    await expect(chosen).toHaveAttribute('href', href ?? '');
    await expect(input(page)).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
    await expect(input(page)).toBeFocused();
  });

  test('Enter without a choice follows the first result', async ({ page }) => {
    await open(page);
    await input(page).fill('frisket');
    await expect(options(page).first()).toContainText('frisket');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/glossary\/frisket\/$/);
  });

  test('Enter before there is a result follows the first that comes', async ({ page }) => {
    await page.route('**/search.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      await route.continue();
    });
    await open(page);
    await input(page).fill('frisket');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/glossary\/frisket\/$/);
  });

  test('a list box holds groups and options only, each with an id of its own', async ({ page }) => {
    await open(page);
    for (const query of ['style', 'mode collapse', 'latent space']) {
      await ask(page, query);
      const list = dialog(page).getByRole('listbox');
      const ids = await options(page).evaluateAll((all) => all.map((option) => option.id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(2);
      const strangers = await list.evaluate((box) => [...box.querySelectorAll('a, button, input, [tabindex="0"], h2:not([role])')].filter((each) => each.getAttribute('role') !== 'option').length);
      expect(strangers, query).toBe(0);
      await expect(list.getByRole('group').first()).toHaveAccessibleName(/./);
    }
  });

  test('says what it found once, when nothing more will change', async ({ page }) => {
    await open(page);
    await ask(page, 'style');
    await status(page).evaluate((element) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver(() => heard.push(element.textContent)).observe(element, { childList: true, characterData: true, subtree: true });
    });
    await input(page).fill('');
    await input(page).pressSequentially('mannerism', { delay: 20 });
    await settled(page);
    await page.waitForTimeout(300);
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.filter(Boolean));
    expect(heard).toEqual([expect.stringMatching(/^mannerism, in the studio; across: mode collapse, close\. \d+ pages$/)]);
  });

  test('says so when nothing answers', async ({ page }) => {
    await open(page);
    await ask(page, NOTHING);
    await expect(status(page)).toContainText(`Nothing on either side answers to “${NOTHING}”`);
    await expect(input(page)).toHaveAttribute('aria-expanded', 'false');
  });

  test('finds nothing for a word that shares no more than its first letter with the site', async ({ page }) => {
    await open(page);
    // The engine takes “z”, which stands in formulas, for the nearest it has.
    await ask(page, 'zzqqxx');
    await expect(status(page)).toContainText('Nothing on either side answers to “zzqqxx”');
  });

  test('says nothing and lists nothing when nothing is typed', async ({ page }) => {
    await open(page);
    await ask(page, 'style');
    await input(page).fill('   ');
    await expect(options(page)).toHaveCount(0);
    await expect(status(page)).toHaveText('');
    await expect(notes(page)).toBeEmpty();
  });

  test('leads to the page with all results when there are more', async ({ page }) => {
    await open(page);
    await ask(page, 'latent space');
    await expect(options(page).last()).toHaveText(/^all \d+ on one page$/);
    await options(page).last().click();
    await expect(page).toHaveURL(/\/search\/\?q=latent\+space$/);
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

  test('without the full-text index it says so, finds names and words, and tries again when asked', async ({ page, faults }) => {
    faults.allow(/Failed to load resource|[Pp]agefind|preload/);
    await page.route('**/pagefind/**', (route) => route.abort());
    await open(page);
    await input(page).fill('frisket');
    await expect(status(page)).toContainText('did not load');
    await expect(options(page).first()).toContainText('frisket');
    expect(await audit(page)).toEqual([]);
    await page.unroute('**/pagefind/**');
    await dialog(page).getByRole('button', { name: 'Try again' }).click();
    await expect(status(page)).toHaveText(/\d+ pages?$/);
  });

  test('without the list of names it says so, and tries again when asked', async ({ page, faults }) => {
    faults.allow(/Failed to load resource/);
    await page.route('**/search.json', (route) => route.abort());
    await open(page);
    await input(page).fill('frisket');
    await expect(status(page)).toContainText('The list of names did not load.');
    await page.unroute('**/search.json');
    await dialog(page).getByRole('button', { name: 'Try again' }).click();
    await expect(options(page).first()).toContainText('frisket');
  });

  test('without its words and cards it answers by name and full text', async ({ page, faults }) => {
    faults.allow(/Failed to load resource/);
    await page.route('**/search/words/**', (route) => route.abort());
    await page.route('**/cards/**', (route) => route.abort());
    await open(page);
    await ask(page, 'frisket');
    await expect(answers(page)).toContainText('mask');
    await expect(status(page)).toHaveText(/[2-9]\d* pages$/);
  });

  test('when the dialog itself does not load, its link leads to the search page', async ({ page, faults }) => {
    faults.allow(/Failed to load resource|Failed to fetch/);
    await page.route(/\/assets\/dialog\.[^/]*\.js$/, (route) => route.abort());
    await page.locator('a[data-search]').click();
    await expect(page).toHaveURL(/\/search\/$/);
  });

  const states = [['an answer', 'mode collapse'], ['two answers', 'style'], ['a slip', 'manerism'], ['results of a question', 'how do I mix two models'], ['no results', NOTHING], ['nothing typed', '']] as const;
  for (const [name, typed] of states) {
    for (const [width, colorScheme] of [[1280, 'light'], [320, 'dark']] as const) {
      test(`passes an audit with ${name}, in ${colorScheme}, ${width} px wide`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 720 });
        await open(page);
        if (typed) await ask(page, typed);
        if (name === 'two answers') await dialog(page).getByText('narrow', { exact: true }).click();
        expect(await audit(page)).toEqual([]);
        if (width === 320) {
          expect(await overflow(page)).toBe(0);
          const box = await dialog(page).boundingBox();
          expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
          expect(await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth), 'px too wide inside').toBe(0);
        }
      });
    }
  }
});
