import { across, down, drag, inkOf, map, open, reading, word } from './letterform-map.ts';
import { expect, test } from './support.ts';

test.describe('the map', () => {
  test('the word follows the mouse, and the reading follows the word', async ({ page }) => {
    await open(page);
    const [before, said] = [await inkOf(page, 'word'), await reading(page).innerText()];
    await drag(page, [0.5, 0.5], [0.02, 0.03]);
    await expect(across(page)).toHaveValue('0');
    expect((await inkOf(page, 'word')).print).not.toBe(before.print);
    await expect(reading(page)).not.toHaveText(said);
    await expect(reading(page)).toContainText('weight');
  });

  test('the word follows the keys, and the axis that moves has the focus', async ({ page }) => {
    await open(page);
    await across(page).focus();
    await page.keyboard.press('Home');
    await expect(across(page)).toHaveValue('0');
    await page.keyboard.press('ArrowRight');
    await expect(across(page)).toHaveValue('0.5');
    await page.keyboard.press('PageDown');
    await expect(across(page)).toHaveValue('4.5');
    await page.keyboard.press('End');
    await expect(across(page)).toHaveValue('23');
    await page.keyboard.press('ArrowUp');
    await expect(down(page)).toBeFocused();
    await page.keyboard.press('End');
    await expect(down(page)).toHaveValue('15');
    await expect(down(page)).toHaveAttribute('aria-valuetext', 'column 24.0 of 24, row 16.0 of 16');
    await expect(page.locator('.demo-mark-at .demo-focus')).not.toHaveCSS('stroke', 'none');
  });

  test('its ends are picked with the mouse and with keys', async ({ page }) => {
    await open(page);
    const before = await inkOf(page, 'a');
    await across(page, 'Point A').focus();
    await page.keyboard.press('End');
    await expect(across(page, 'Point A')).toHaveValue('23');
    await expect.poll(async () => (await inkOf(page, 'a')).print).not.toBe(before.print);
    const mark = await page.locator('.demo-mark-b').evaluate((element) => ['x', 'y'].map((name) => Number.parseFloat(element.getAttribute(name) ?? '') / 100));
    await drag(page, [mark[0] ?? 0, mark[1] ?? 0], [0.3, 0.9]);
    expect(Number(await down(page, 'Point B').inputValue())).toBeGreaterThan(12);
  });

  test.describe('by touch', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

    test('a finger moves the hand and not the page', async ({ page }) => {
      await open(page);
      await map(page).scrollIntoViewIfNeeded();
      const [box, scrolled] = [await map(page).boundingBox(), await page.evaluate(() => window.scrollY)];
      if (!box) throw new Error('the map is not to be seen');
      await page.touchscreen.tap(box.x + box.width * 0.98, box.y + box.height * 0.97);
      await expect(across(page)).toHaveValue('23');
      expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
      await expect(map(page)).toHaveCSS('touch-action', 'none');
      // Beside it the page scrolls: the map does not fill the window from edge to edge.
      expect(box.x).toBeGreaterThan(12);
      expect(box.height).toBeLessThan(422);
    });
  });
});

test.describe('a reader’s own word', () => {
  test('is drawn', async ({ page }) => {
    await open(page);
    const before = await inkOf(page, 'word');
    await word(page).fill('Quartz');
    await expect.poll(async () => (await inkOf(page, 'word')).print).not.toBe(before.print);
    await expect.poll(async () => (await inkOf(page, 'strip-8')).inked).toBeGreaterThan(100);
  });

  test('keeps what the model does not know, and says so', async ({ page }) => {
    await open(page);
    await word(page).fill('Łódź');
    await expect(page.locator('[data-out="word"]')).toHaveText('The model never learned “Ł”, “ó” or “ź”: left out.');
    await expect(word(page)).toHaveValue('Łódź');
    await word(page).fill('');
    await expect(page.locator('[data-out="word"]')).toContainText('Type a word');
    await expect.poll(async () => (await inkOf(page, 'word')).inked).toBe(0);
  });
});

test.describe('between two points', () => {
  test('the in-betweens are one word in full ink, the cross-fade is two in half', async ({ page }) => {
    await open(page);
    const [lerp, slerp, fade] = [await inkOf(page, 'lerp'), await inkOf(page, 'slerp'), await inkOf(page, 'fade')];
    expect(fade.grey).toBeGreaterThan(0.4);
    expect(Math.max(lerp.grey, slerp.grey)).toBeLessThan(0.25);
  });

  test('at the ends all three are the same', async ({ page }) => {
    await open(page);
    for (const t of ['0', '1']) {
      await page.getByRole('slider', { name: /in-between/ }).fill(t);
      await expect.poll(async () => (await inkOf(page, 'fade')).grey).toBeLessThan(0.25);
      for (const way of ['lerp', 'slerp']) {
        await expect.poll(async () => (await inkOf(page, way)).inked / (await inkOf(page, 'fade')).inked).toBeCloseTo(1, 2);
      }
    }
  });

  test('the strip goes the way that is chosen', async ({ page }) => {
    await open(page);
    expect((await inkOf(page, 'strip-4')).grey).toBeLessThan(0.5);
    const before = await inkOf(page, 'strip-4');
    await page.locator('.lm-strip-ways').getByText('pixel cross-fade').click();
    await expect.poll(async () => (await inkOf(page, 'strip-4')).print).not.toBe(before.print);
    expect((await inkOf(page, 'strip-4')).grey).toBeGreaterThan(before.grey);
  });
});
