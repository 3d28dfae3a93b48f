import { expect, kinds, overflow, test, type Page } from './support.ts';

const name = (page: Page, id: string) => page.locator(`#at-${id}`);
const reading = (page: Page) => page.getByRole('region', { name: 'Where it breaks' });
const status = (page: Page) => page.locator('lc-bridges output');
const lit = (page: Page) => page.locator('.plate.technical .lit');
/** What the list says of a bridge. */
const said = (page: Page, from: string, to: string) => page.locator(`.in-words li[data-from="${from}"][data-to="${to}"]`);

/** Expects a term's bridges to be lit, no other, and the foot of the window to say what the list says of them. */
async function expectLit(page: Page, id: string): Promise<void> {
  const items = page.locator(`.in-words li[data-from="${id}"], .in-words li[data-to="${id}"]`);
  const numbers = await items.evaluateAll((list) => list.map((item) => (item as HTMLElement).dataset['n']));
  await expect(lit(page)).toHaveCount(numbers.length);
  expect(await lit(page).evaluateAll((list) => list.map((line) => (line as SVGElement).dataset['n'])).then((list) => list.sort())).toEqual([...numbers].sort());
  expect(await reading(page).locator('.breaks').allTextContents()).toEqual(await items.locator('.breaks').allTextContents());
  for (const end of await items.evaluateAll((list) => list.flatMap((item) => [(item as HTMLElement).dataset['from'], (item as HTMLElement).dataset['to']]))) {
    await expect(name(page, end ?? '')).toHaveClass(/lit/);
  }
}

test.describe('the map of the bridges', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(kinds.bridges);
  });

  test('draws every bridge of the list once in each ink', async ({ page }) => {
    const numbers = (selector: string) => page.locator(selector).evaluateAll((list) => list.map((part) => Number((part as HTMLElement).dataset['n'])).sort((a, b) => a - b));
    const listed = await numbers('.in-words li');
    expect(listed).toEqual(listed.map((_, i) => i + 1));
    expect(await numbers('.plate.technical path')).toEqual(listed);
    expect(await numbers('.plate.creative path')).toEqual(listed);
    await expect(page.locator('.weave use')).toHaveCount(await page.locator('.in-words li.false-friend').count());
  });

  test('resting the mouse on a term lights its bridges and shows where they break', async ({ page }) => {
    await name(page, 'truncation').hover();
    await expectLit(page, 'truncation');
    await name(page, 'restraint').hover();
    await expectLit(page, 'restraint');
  });

  test('leaving the map lets go', async ({ page }) => {
    await name(page, 'mask').hover();
    await expect(lit(page)).not.toHaveCount(0);
    await page.mouse.move(3, 3);
    await expect(lit(page)).toHaveCount(0);
    await expect(reading(page)).toContainText('Rest on a term');
  });

  test('what says where it breaks keeps its place from term to term', async ({ page }) => {
    await name(page, 'mask').hover();
    const before = await reading(page).boundingBox();
    await name(page, 'mode-collapse').hover();
    await expectLit(page, 'mode-collapse');
    const after = await reading(page).boundingBox();
    expect(after?.height).toBe(before?.height);
    expect(after?.y).toBe(before?.y);
  });

  test('a line between the banks lights by itself', async ({ page }) => {
    await name(page, 'mask').scrollIntoViewIfNeeded();
    const weave = page.locator('.stanza', { has: name(page, 'mask') }).locator('> .weave');
    const [box, ends] = await Promise.all([weave.boundingBox(), Promise.all(['mask', 'frisket'].map((id) => name(page, id).locator('xpath=..').boundingBox()))]);
    const middle = ends.reduce((sum, end) => sum + (end?.y ?? 0) + (end?.height ?? 0) / 2, 0) / 2;
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, middle);
    await expect(lit(page)).toHaveCount(1);
    expect(await reading(page).locator('.breaks').allTextContents()).toEqual(await said(page, 'mask', 'frisket').locator('.breaks').allTextContents());
  });

  test('a click with the mouse follows a name to its entry', async ({ page }) => {
    await name(page, 'truncation').click();
    await expect(page).toHaveURL(/\/glossary\/truncation\/$/);
  });

  test('reaching a term with the keyboard lights it, and Escape lets go', async ({ page }) => {
    await name(page, 'truncation').focus();
    await expectLit(page, 'truncation');
    await page.keyboard.press('Escape');
    await expect(lit(page)).toHaveCount(0);
    await expect(name(page, 'truncation')).toBeFocused();
  });

  test('arrows walk along a bank and across a bridge', async ({ page }) => {
    await name(page, 'mode-collapse').focus();
    await page.keyboard.press('ArrowRight');
    await expect(name(page, 'mannerism')).toBeFocused();
    await expectLit(page, 'mannerism');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('.bank.creative a:focus')).toHaveCount(1);
    await page.keyboard.press('ArrowUp');
    await expect(name(page, 'mannerism')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('.bank.technical a:focus')).toHaveCount(1);
  });

  test('the term that has the keyboard is not hidden under the foot of the window', async ({ page }) => {
    await page.locator('.bank.technical a').first().focus();
    const covered: string[] = [];
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('ArrowDown');
      const over = await page.evaluate(() => {
        const [focus, foot, head] = [document.activeElement, document.querySelector('.reading'), document.querySelector('.bank-heads')].map((part) => part?.getBoundingClientRect());
        return (focus?.bottom ?? 0) > (foot?.top ?? Infinity) || (focus?.top ?? 0) < (head?.top ?? 0);
      });
      if (over) covered.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
    }
    expect(covered).toEqual([]);
  });

  test('the link before the drawing leads past it, to the words', async ({ page }) => {
    await page.getByRole('link', { name: 'Skip the drawing' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'The same, in words' })).toBeInViewport();
    await page.keyboard.press('Tab');
    await expect(page.locator('.in-words a:focus')).toHaveCount(1);
  });

  test('the drawing is hidden from screen readers, and the list is not', async ({ page }) => {
    for (const weave of await page.locator('.stanza > .weave').all()) await expect(weave).toHaveAttribute('aria-hidden', 'true');
    const item = said(page, 'truncation', 'restraint');
    await expect(item).toContainText('partial');
    await expect(item.getByRole('link')).toHaveText(['truncation', 'restraint']);
  });
});

test.describe('the filter of the map', () => {
  test('keeps the bridges of a relation, in the drawing and in words, and remembers it in the address', async ({ page }) => {
    await page.goto(kinds.bridges);
    const all = await page.locator('.in-words li').count();
    const falseFriends = await page.locator('.in-words li.false-friend').count();
    await page.getByRole('checkbox', { name: /^false friend/ }).check();
    await expect(status(page)).toHaveText(`${falseFriends} of ${all} bridges`);
    await expect(page.locator('.plate.technical path:not([hidden])')).toHaveCount(falseFriends);
    await expect(page.locator('.in-words li:visible')).toHaveCount(falseFriends);
    await expect(name(page, 'mode-collapse')).toBeHidden();
    await expect(page).toHaveURL(/\?relation=false-friend$/);
    await page.getByRole('button', { name: 'show all' }).click();
    await expect(status(page)).toHaveText(`${all} bridges`);
    await expect(name(page, 'mode-collapse')).toBeVisible();
    await expect(page).toHaveURL(/bridges\/$/);
  });

  test('comes with the address, any value within a facet and both facets together', async ({ page }) => {
    await page.goto(`${kinds.bridges}?relation=close&relation=exact&topic=evaluation`);
    await expect(page.getByRole('checkbox', { name: /^evaluation/ })).toBeChecked();
    const shown = await page.locator('.in-words li:visible').evaluateAll((list) => list.map((item) => ({ ...(item as HTMLElement).dataset })));
    expect(shown.length).toBeGreaterThan(0);
    for (const { relation, topic } of shown) {
      expect(['close', 'exact']).toContain(relation);
      expect(topic?.split(' ')).toContain('evaluation');
    }
    await expect(page.locator('.plate.creative path:not([hidden])')).toHaveCount(shown.length);
  });

  test('draws what is left so that every line meets its rows', async ({ page }) => {
    await page.goto(`${kinds.bridges}?relation=close`);
    const off = await page.locator('.plate.technical path:not([hidden])').evaluateAll((paths) => paths.map((path) => {
      const { from } = document.querySelector<HTMLElement>(`.in-words [data-n="${(path as SVGElement).dataset['n']}"]`)?.dataset ?? {};
      const row = document.querySelector(`#at-${from}`)?.closest('li')?.getBoundingClientRect();
      const start = (path as SVGPathElement).getPointAtLength(0).matrixTransform((path as SVGPathElement).getScreenCTM() ?? undefined);
      return row ? Math.abs(start.y - (row.top + row.height / 2)) : Infinity;
    }));
    expect(Math.max(...off)).toBeLessThan(2);
  });

  test('keeps the keyboard among what is shown', async ({ page }) => {
    await page.goto(`${kinds.bridges}?relation=false-friend`);
    await page.locator('.bank.technical li:not([hidden]) a').first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('.bank.technical a:focus')).toBeVisible();
  });

  test('says so when nothing is left', async ({ page }) => {
    await page.goto(`${kinds.bridges}?relation=exact&topic=type`);
    await expect(page.getByText('No bridge is of that kind and of that topic at once.')).toBeVisible();
    await expect(status(page)).toHaveText(/^0 of/);
  });

  test('takes no notice of what it does not know', async ({ page }) => {
    await page.goto(`${kinds.bridges}?relation=enemy&colour=blue`);
    await expect(status(page)).toHaveText(/^\d+ bridges$/);
  });
});

test('an address may name a term', async ({ page }) => {
  await page.goto(kinds['technical term']);
  await page.getByRole('link', { name: 'on the map of all bridges' }).click();
  await expect(page).toHaveURL(/bridges\/#at-truncation$/);
  await expect(name(page, 'truncation')).toBeInViewport();
  await expectLit(page, 'truncation');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a tap lights a term, and a second one leads on', async ({ page }) => {
    await page.goto(kinds.bridges);
    const before = page.url();
    await name(page, 'truncation').tap();
    await expectLit(page, 'truncation');
    expect(page.url()).toBe(before);
    await expect(name(page, 'truncation')).toBeInViewport();
    await name(page, 'mask').tap();
    await expectLit(page, 'mask');
    expect(page.url()).toBe(before);
    await name(page, 'mask').tap();
    await expect(page).toHaveURL(/\/glossary\/mask\/$/);
  });

  test('what is lit is let go again', async ({ page }) => {
    await page.goto(kinds.bridges);
    await name(page, 'truncation').tap();
    await page.getByRole('button', { name: 'let go' }).tap();
    await expect(lit(page)).toHaveCount(0);
  });

  test('names are large enough for a thumb, and nothing runs off the side', async ({ page }) => {
    await page.goto(kinds.bridges);
    const heights = await page.locator('.bank a').evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    expect(await overflow(page)).toBe(0);
  });
});

test.describe('the neighbourhood of a term', () => {
  test('shows its own side and what it is bridged to, with the relations', async ({ page }) => {
    await page.goto(kinds['technical term']);
    const near = page.getByRole('navigation', { name: 'Neighbourhood' });
    const across = near.getByRole('list', { name: 'Across the bridges' });
    await expect(across.getByRole('listitem').filter({ hasText: 'restraint' })).toContainText('partial');
    await expect(near.getByRole('list', { name: /^Beside it/ }).getByRole('link')).not.toHaveCount(0);
    const [left, right] = await Promise.all([near.getByRole('list', { name: /^Beside it/ }).boundingBox(), across.boundingBox()]);
    expect(left?.x ?? 0).toBeLessThan(right?.x ?? 0);
  });

  test('keeps the technical bank left on the page of a creative term', async ({ page }) => {
    await page.goto(kinds['creative term']);
    const near = page.getByRole('navigation', { name: 'Neighbourhood' });
    const [own, across] = await Promise.all([near.getByRole('list', { name: /^Beside it/ }).boundingBox(), near.getByRole('list', { name: 'Across the bridges' }).boundingBox()]);
    expect(across?.x ?? 0).toBeLessThan(own?.x ?? 0);
  });
});
