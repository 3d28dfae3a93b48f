/** What the tests of the wall share. */
import { expect, type Page } from './support.ts';

export const WALL = 'demos/restraint/';
export const slider = (page: Page) => page.getByRole('slider', { name: /restraint/ });
export const reading = (page: Page) => page.locator('[data-out="reading"]');
export const seed = (page: Page) => page.getByRole('spinbutton', { name: /take/ });
export const draw = (page: Page, number: number) => page.getByRole('radio', { name: new RegExp(`^Draw ${number}(?:, kept)?$`) });
export const keepButton = (page: Page) => page.locator('[data-act="keep"]');
export const places = (page: Page) => page.locator('.rs-place[data-full]');
export const status = (page: Page) => page.locator('.demo-line');

export async function ready(page: Page): Promise<void> {
  await expect(page.locator('lc-restraint')).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('lc-restraint .ink:not(.live)')).toHaveCount(0);
}

export async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(WALL + hash);
  await ready(page);
  await expect(page.locator('[data-out="busy"]')).toHaveText('');
}

/** A print of the pixels of each box whose name begins so. */
export function prints(page: Page, kind: string): Promise<number[]> {
  return page.locator(`[data-view^="${kind}"] canvas`).evaluateAll((all) => all.map((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0) return 0;
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let print = 0;
    for (let i = 3; i < data.length; i += 4) print = (Math.imul(print, 31) + (data[i] ?? 0)) | 0;
    return print;
  }));
}

/** As `prints`, once they have come to rest: what moves is painted more coarsely. */
export async function rested(page: Page, kind: string): Promise<number[]> {
  let last = await prints(page, kind);
  await expect.poll(async () => {
    const before = String(last);
    await page.waitForTimeout(250);
    last = await prints(page, kind);
    return String(last) === before;
  }).toBe(true);
  return last;
}

/** Where the dots of the chart are. */
export function dots(page: Page): Promise<{ x: number; y: number }[]> {
  return page.locator('[data-dot][visibility="visible"]').evaluateAll((all) => all.map((dot) => ({ x: Number(dot.getAttribute('cx')), y: Number(dot.getAttribute('cy')) })));
}
