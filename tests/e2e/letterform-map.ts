/** What the tests of the letterform map share: where its parts are, and how they are handled. */
import { expect, kinds, type Page } from './support.ts';

export const map = (page: Page) => page.locator('.demo-map').first();
export const word = (page: Page) => page.getByLabel(/your word/).first();
export const reading = (page: Page) => page.locator('[data-out="reading"]').first();
export const across = (page: Page, mark = 'The hand') => page.getByRole('slider', { name: `${mark}, across` }).first();
export const down = (page: Page, mark = 'The hand') => page.getByRole('slider', { name: `${mark}, down` }).first();
export const status = (page: Page) => page.locator('.demo-line').first();

export async function ready(page: Page, demo = 0): Promise<void> {
  await expect(page.locator('lc-letterform-map').nth(demo)).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('lc-letterform-map').nth(demo).locator('.ink:not(.live)')).toHaveCount(0);
}

export async function open(page: Page, path: string = kinds.demo): Promise<void> {
  await page.goto(path);
  await ready(page);
}

/** What a box shows: a print of its pixels, and how much of its ink is neither full nor none. */
export function inkOf(page: Page, view: string): Promise<{ print: number; inked: number; grey: number }> {
  return page.locator(`[data-view="${view}"] canvas`).first().evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    let [print, full, grey] = [0, 0, 0];
    for (let i = 3; i < pixels.length; i += 4) {
      const alpha = pixels[i] ?? 0;
      print = (Math.imul(print, 31) + alpha) | 0;
      if (alpha > 240) full++;
      else if (alpha > 15) grey++;
    }
    return { print, inked: full + grey, grey: grey / Math.max(1, full + grey) };
  });
}

/** Drags across the map with the mouse, in shares of its size. */
export async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await map(page).evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
  const box = await map(page).boundingBox();
  if (!box) throw new Error('the map is not to be seen');
  const at = ([x, y]: readonly [number, number]): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 6 });
  await page.mouse.up();
}
