import { audit } from './accessibility.ts';
import { across, inkOf, open } from './letterform-map.ts';
import { choose, expect, kinds, overflow, test } from './support.ts';

test.describe('moving by itself', () => {
  test('with reduced motion nothing moves, and nothing offers to', async ({ page }) => {
    await open(page, kinds.home);
    const before = await page.locator('#hero-reading').innerText();
    await page.waitForTimeout(600);
    expect(await page.locator('#hero-reading').innerText()).toBe(before);
    await expect(page.getByRole('button', { name: /^(?:play|pause|walk)$/ })).toHaveCount(0);
  });

  test.describe('where motion is welcome', () => {
    test.use({ contextOptions: { reducedMotion: 'no-preference' } });

    test('the plates swing until they are paused', async ({ page }) => {
      await open(page, kinds.home);
      const now = (): Promise<string> => page.locator('#hero-reading').innerText();
      const first = await now();
      await expect.poll(now).not.toBe(first);
      await page.getByRole('button', { name: 'pause' }).click();
      const paused = await now();
      await page.waitForTimeout(400);
      expect(await now()).toBe(paused);
      await page.getByRole('button', { name: 'play' }).click();
      await expect.poll(now).not.toBe(paused);
    });

    test('a touch ends it, and out of sight it rests', async ({ page }) => {
      await open(page, kinds.home);
      const now = (): Promise<string | null> => page.locator('#hero-reading').textContent();
      await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
      await page.waitForTimeout(300);
      const away = await now();
      await page.waitForTimeout(400);
      expect(await now()).toBe(away);
      await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
      await expect.poll(now).not.toBe(away);
      await page.locator('#hero-t').fill('0.5');
      await expect(page.locator('#hero-reading')).toHaveText('t = 0.50 · they agree');
      await page.waitForTimeout(300);
      await expect(page.locator('#hero-reading')).toHaveText('t = 0.50 · they agree');
    });

    test('the hand sets out for a walk when it is asked to', async ({ page }) => {
      await open(page);
      const before = await across(page).inputValue();
      await page.waitForTimeout(300);
      expect(await across(page).inputValue()).toBe(before);
      await page.getByRole('button', { name: 'walk' }).click();
      await expect.poll(() => across(page).inputValue()).not.toBe(before);
      await page.getByRole('button', { name: 'pause' }).click();
      await expect(page.getByRole('button', { name: 'walk' })).toBeVisible();
    });
  });
});

test.describe('the two plates on the home page', () => {
  test('move with the arrow keys, and the reading follows', async ({ page }) => {
    await open(page, kinds.home);
    const slider = page.getByRole('slider', { name: 'drag until the two agree' });
    for (let i = 0; i < 14 && !(await slider.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press('Tab');
    await expect(slider).toBeFocused();
    const before = await inkOf(page, 'plate-a');
    await page.keyboard.press('Home');
    await expect(page.locator('#hero-reading')).toContainText('t = 0.00 · two words');
    await expect.poll(async () => (await inkOf(page, 'plate-a')).print).not.toBe(before.print);
  });

  test('print as one word halfway', async ({ page }) => {
    await open(page, kinds.home);
    await page.locator('#hero-t').fill('0.5');
    await expect.poll(async () => (await inkOf(page, 'plate-a')).print === (await inkOf(page, 'plate-b')).print).toBe(true);
  });

  test('move with the mouse on the word itself', async ({ page }) => {
    await open(page, kinds.home);
    const box = await page.locator('.lm-plates').boundingBox();
    if (!box) throw new Error('the word is not to be seen');
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(page.locator('#hero-reading')).toContainText(/t = 0\.(49|50|51)/);
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2);
    await expect(page.locator('#hero-reading')).toContainText(/t = 0\.(49|50|51)/);
  });
});

for (const [width, colorScheme] of [[1280, 'light'], [320, 'dark']] as const) {
  test(`an audit passes while the demo is alive, in ${colorScheme}, ${width} px wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 720 });
    for (const path of [kinds.home, kinds.demo]) {
      await open(page, path);
      expect.soft(await audit(page), path).toEqual([]);
      expect.soft(await overflow(page), path).toBe(0);
    }
  });
}

test('the ink is that of the printing, also when it changes', async ({ page }) => {
  await open(page);
  const ink = (): Promise<number> => page.locator('[data-view="word"] canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const at = data.findIndex((value, i) => i % 4 === 3 && value === 255);
    return data[at - 3] ?? -1;
  });
  expect(await ink()).toBeLessThan(80);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('group', { name: 'Printing' }).getByText('light on black stock').click();
  await expect.poll(ink).toBeGreaterThan(200);
});

test('with one vocabulary chosen, the other name of a control is still there', async ({ page }) => {
  await choose(page, { vocabulary: 'maker' });
  await open(page);
  await expect(page.locator('.lm-way').getByText('double exposure')).toBeVisible();
  await expect(page.locator('.lm-way').getByText('pixel cross-fade')).toBeVisible();
});

test.describe('under a sub-path', () => {
  test.use({ site: 'sub' });

  test('everything is found', async ({ page }) => {
    await open(page);
    await expect(page.locator('.demo-sheet')).toHaveJSProperty('complete', true);
    expect(await page.locator('.demo-sheet').evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBeGreaterThan(100);
  });
});
