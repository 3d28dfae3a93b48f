/** The wall in a browser: the slider holds it back, what is measured follows, and what is kept stays. */
import { audit } from './accessibility.ts';
import { dots, draw, keepButton, open, places, prints, reading, ready, rested, seed, slider, status, WALL } from './restraint.ts';
import { expect, overflow, test } from './support.ts';

test.describe('the slider', () => {
  test('at its near end makes all draws one, in the drawing, in the chart and in words', async ({ page }) => {
    await open(page);
    const before = await rested(page, 'cell');
    expect(new Set(before).size).toBeGreaterThan(30);
    await slider(page).focus();
    await page.keyboard.press('Home');
    // Cells may differ by a fraction of a pixel, and their edges with them.
    await expect.poll(async () => new Set(await prints(page, 'cell')).size).toBeLessThan(4);
    await expect(page.locator('[data-out="apart"]')).toHaveText('0%');
    await expect.poll(async () => new Set((await dots(page)).map(({ x, y }) => `${x},${y}`)).size).toBe(1);
    await expect(reading(page)).toContainText('All 40 are one letter, the mean: weight');
    await expect(slider(page)).toHaveAttribute('aria-valuetext', '0.00 of the way from the mean: all one');
  });

  test('at its far end spreads them further than real typefaces are spread', async ({ page }) => {
    await open(page);
    const spread = async (): Promise<number> => Number(await page.locator('[data-out="spread-0"]').textContent());
    const before = await spread();
    expect(before).toBeLessThan(1);
    await slider(page).focus();
    await page.keyboard.press('End');
    await expect.poll(spread).toBeGreaterThan(1);
    await expect(reading(page)).toContainText(/too unlike letters|could be measured/);
  });

  test('has marks, and says on which it stands', async ({ page }) => {
    await open(page);
    const mark = page.getByRole('button', { name: /full voice/ });
    await mark.click();
    await expect(slider(page)).toHaveValue('1');
    await expect(mark).toHaveAttribute('aria-current', 'true');
  });

  test('changes no draw: back where it was, the wall is what it was', async ({ page }) => {
    await open(page);
    const before = await rested(page, 'cell');
    await slider(page).fill('1.2');
    await expect.poll(() => prints(page, 'cell')).not.toEqual(before);
    await slider(page).fill('0.7');
    await expect.poll(() => prints(page, 'cell')).toEqual(before);
  });
});

test.describe('the wall', () => {
  test('is dealt again by the button and by the number', async ({ page }) => {
    await open(page);
    const before = await rested(page, 'cell');
    await page.getByRole('button', { name: 'deal again' }).click();
    await expect(seed(page)).toHaveValue('2');
    await expect.poll(() => prints(page, 'cell')).not.toEqual(before);
    await seed(page).fill('1');
    await expect.poll(() => prints(page, 'cell')).toEqual(before);
  });

  test('shows the first letter of another word, and says what it does not know', async ({ page }) => {
    await open(page);
    const before = await rested(page, 'cell');
    await page.getByLabel(/your word/).fill('gentle');
    await expect.poll(() => prints(page, 'cell')).not.toEqual(before);
    await page.getByLabel(/your word/).fill('ß');
    await expect(page.locator('[data-out="word"]')).toContainText('never learned “ß”');
    await expect(reading(page)).toHaveText('There is no letter on the wall.');
  });

  test('is gone through with the arrow keys, along rows and across them', async ({ page }) => {
    await open(page);
    await draw(page, 12).focus();
    await page.keyboard.press('Space');
    await expect(draw(page, 12)).toBeChecked();
    const before = await rested(page, 'word');
    await page.keyboard.press('ArrowRight');
    await expect(draw(page, 13)).toBeChecked();
    await page.keyboard.press('ArrowDown');
    await expect(draw(page, 23)).toBeChecked();
    await expect(draw(page, 23)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(draw(page, 13)).toBeChecked();
    await expect.poll(() => prints(page, 'word')).not.toEqual(before);
    await expect(page.locator('[data-out="which"]')).toHaveText('no. 13 of take 1');
    expect(await page.locator('[data-out="seen"]').textContent()).toMatch(/^(?:weight|slant|upright|too)/);
  });
});

test.describe('the shelf', () => {
  test('takes what is kept, by button and by a second choice, and gives it back', async ({ page }) => {
    await open(page);
    await draw(page, 5).check({ force: true });
    await keepButton(page).click();
    await expect(places(page)).toHaveCount(1);
    await expect(keepButton(page)).toHaveText('kept');
    await expect(status(page)).toContainText('Kept: no. 5 of take 1, ψ 0.70.');
    await draw(page, 6).click({ force: true });
    await expect(places(page)).toHaveCount(1);
    await draw(page, 6).click({ force: true });
    await expect(places(page)).toHaveCount(2);
    await expect(page.locator('.rs-cell[data-kept]')).toHaveCount(2);
    const [word] = await rested(page, 'word');
    await slider(page).fill('0');
    await page.getByRole('button', { name: 'Take up again no. 6 of take 1, ψ 0.70' }).click();
    await expect(slider(page)).toHaveValue('0.7');
    await expect.poll(async () => (await prints(page, 'word'))[0]).toBe(word);
    await page.getByRole('button', { name: 'Let go no. 5 of take 1, ψ 0.70' }).click();
    await expect(places(page)).toHaveCount(1);
    await expect(page.getByRole('button', { name: /^Let go/ })).toBeFocused();
    await page.getByRole('button', { name: /^Let go/ }).click();
    await expect(keepButton(page)).toBeFocused();
  });

  test('comes along in the address, with everything else', async ({ page, context }) => {
    await open(page);
    await keepButton(page).click();
    await page.getByLabel(/your word/).fill('Quiet');
    await seed(page).fill('7');
    await slider(page).fill('1.1');
    await draw(page, 9).check({ force: true });
    await expect(page).toHaveURL(/kept=1-/);
    await expect(page).toHaveURL(/seed=7&psi=1\.1&draw=8/);
    const cells = await rested(page, 'cell');
    const other = await context.newPage();
    await other.goto(page.url());
    await ready(other);
    await expect(other.getByLabel(/your word/)).toHaveValue('Quiet');
    await expect(places(other)).toHaveCount(1);
    await expect.poll(() => prints(other, 'cell')).toEqual(cells);
    await other.getByRole('button', { name: 'start over' }).click();
    await expect.poll(() => new URL(other.url()).hash).toBe('');
    await expect(places(other)).toHaveCount(0);
  });

  test('the address leads back', async ({ page }) => {
    await open(page);
    await slider(page).fill('1');
    await expect(page).toHaveURL(/psi=1/);
    await page.waitForTimeout(1600);
    await slider(page).fill('0.2');
    await expect(page).toHaveURL(/psi=0\.2/);
    await page.goBack();
    await expect(slider(page)).toHaveValue('1');
    await page.goBack();
    await expect(slider(page)).toHaveValue('0.7');
  });
});

test('what is chosen is taken away with what it takes to draw it again', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '#draw=4&psi=1');
  await page.getByRole('button', { name: 'copy as figure' }).click();
  await expect(status(page)).toContainText('Copied');
  const figure = await page.evaluate(() => navigator.clipboard.readText());
  expect(figure).toContain('as draw 5 of seed 1, held back to 1.00 of the way from its mean');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'SVG', exact: true }).click()]);
  expect(download.suggestedFilename()).toBe('Restraint-letterforms.svg');
});

for (const [width, colorScheme] of [[1440, 'light'], [390, 'dark']] as const) {
  test(`an audit passes while the wall is alive, in ${colorScheme}, ${width} px wide, and nothing sticks out`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    await open(page, '#kept=3-4-50');
    expect(await audit(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
}

test('every control has room for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '#kept=3-4-50');
  const small = await page.locator('lc-restraint').evaluate((demo) => [...demo.querySelectorAll<HTMLElement>('.rs-cell, [class*="rs-"] button, .rs-held input, .rs-deal input')].filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return width > 0 && (width < 44 || height < 43.9);
  }).map((each) => each.outerHTML.slice(0, 90)));
  expect(small).toEqual([]);
});

test('with no scripts the whole range is on the page, drawn', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL(WALL, baseURL).href);
  await expect(page.locator('.rs-cell svg path')).toHaveCount(40);
  await expect(page.locator('.rs-rung')).toHaveCount(6);
  await expect(reading(page)).toContainText('of the ink they cover together');
  await expect(page.locator('.rs-shelf')).toBeHidden();
  await context.close();
});
