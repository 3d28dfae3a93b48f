/** What the tests of “Out of noise” share: where its parts are, and how they are handled. */
import { expect, type Page } from './support.ts';

export const path = 'demos/out-of-noise/';
export const demo = (page: Page) => page.locator('lc-out-of-noise');
export const chip = (page: Page, word: string) => demo(page).getByRole('button', { name: word, exact: true });
export const out = (page: Page, name: string) => demo(page).locator(`[data-out="${name}"]`).first();
export const status = (page: Page) => demo(page).locator('.demo-line');

/** Waits until the model is there and all that follows from a state has been drawn and measured. */
export async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(path + hash);
  await ready(page);
}

export async function ready(page: Page): Promise<void> {
  await expect(demo(page)).toHaveAttribute('data-state', 'ready', { timeout: 15_000 });
  for (const view of ['word', 'lies-0', 'expects-0', 'lies-8', 'row-4']) await expect(demo(page).locator(`[data-view="${view}"].live, [hidden] > [data-view="${view}"]`)).toHaveCount(1, { timeout: 15_000 });
}

/** A print of a box's pixels. */
export function printOf(page: Page, view: string): Promise<number> {
  return demo(page).locator(`[data-view="${view}"] canvas`).evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    let print = 0;
    for (let i = 3; i < pixels.length; i += 4) print = (Math.imul(print, 31) + (pixels[i] ?? 0)) | 0;
    return print;
  });
}
