/** What takes a while to take away: a font and a moving picture, with progress and a way out. */
import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import sharp from 'sharp';
import { demoPath, type DemoId } from '../../src/demos/registry.ts';
import { expect, test, type Page } from './support.ts';

const whole = (page: Page, id: DemoId) => page.locator(`lc-${id}`).first();
const line = (page: Page, id: DemoId) => whole(page, id).locator('.demo-line');
const button = (page: Page, id: DemoId, name: string) => whole(page, id).getByRole('button', { name, exact: true });
const open = async (page: Page, id: DemoId): Promise<void> => {
  await page.goto(demoPath(id).slice(1));
  await expect(whole(page, id)).toHaveAttribute('data-state', 'ready');
  await expect(whole(page, id).locator('.ink.live').first()).toBeVisible();
};

const fonts: DemoId[] = ['letterform-map', 'directions', 'mixing', 'restraint', 'out-of-noise', 'armature'];
for (const id of fonts) {
  test(`${id}: its style is saved as a font that opens`, async ({ page }) => {
    test.slow();
    await open(page, id);
    const arriving = page.waitForEvent('download');
    // Where something has to be found first, the line says so until it is.
    await expect(async () => {
      await button(page, id, 'font').click();
      await expect(line(page, id)).toContainText('Saved as “Latent Commons', { timeout: 10_000 });
    }).toPass();
    const download = await arriving;
    expect(download.suggestedFilename()).toMatch(/^latent-commons-[0-9a-f]{4}\.otf$/);
    const font = create(readFileSync(await download.path()));
    if (!('layout' in font)) throw new Error('a collection of fonts');
    expect(font.layout('Hamburg').glyphs.every(({ id: glyph, advanceWidth }) => glyph > 0 && advanceWidth > 0)).toBe(true);
    await expect(line(page, id)).toContainText('kerning is not');
  });
}

test.describe('a letterform that moves', () => {
  const id = 'letterform-map';

  test('is saved as a GIF that goes there and back', async ({ page }) => {
    test.slow();
    await open(page, id);
    const arriving = page.waitForEvent('download');
    await button(page, id, 'GIF').click();
    await expect(whole(page, id).getByRole('progressbar', { name: 'How far it is' })).toBeVisible();
    const download = await arriving;
    await expect(line(page, id)).toContainText('Saved as a GIF');
    const { pages, loop } = await sharp(await download.path(), { animated: true }).metadata();
    expect(pages).toBeGreaterThan(20);
    expect(loop).toBe(0);
  });

  test('is called off by keyboard, and nothing is saved', async ({ page }) => {
    await open(page, id);
    let saved = 0;
    page.on('download', () => saved++);
    await button(page, id, 'GIF').focus();
    await page.keyboard.press('Enter');
    const cancel = line(page, id).getByRole('button', { name: 'cancel' });
    await cancel.focus();
    await page.keyboard.press('Enter');
    await expect(line(page, id)).toHaveText('Called off.');
    await expect(button(page, id, 'GIF')).toBeFocused();
    await expect(whole(page, id).getByRole('progressbar')).toHaveCount(0);
    expect(saved).toBe(0);
  });

  test('is recorded as a WebM, or the line says why not', async ({ page }) => {
    test.slow();
    await open(page, id);
    const records = await page.evaluate(() => typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported('video/webm'));
    const arriving = records ? page.waitForEvent('download') : undefined;
    await button(page, id, 'WebM').click();
    await expect(line(page, id)).toContainText(records ? 'Saved as a WebM' : 'records no WebM', { timeout: 40_000 });
    const download = await arriving;
    // The first four bytes of every file of its kind (EBML).
    if (download) expect(readFileSync(await download.path()).subarray(0, 4).toString('hex')).toBe('1a45dfa3');
  });

  test('without workers the font is made all the same', async ({ page }) => {
    test.slow();
    await page.addInitScript(() => Object.defineProperty(window, 'Worker', { value: undefined }));
    await open(page, id);
    const arriving = page.waitForEvent('download');
    await button(page, id, 'font').click();
    expect(create(readFileSync(await (await arriving).path()))).toHaveProperty('unitsPerEm', 1000);
  });
});
