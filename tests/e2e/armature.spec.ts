/** The armature in a browser: a letter is drawn, the model follows, the alphabet comes of it, and the address keeps it. */
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { scalesFor } from './held.ts';
import { expect, test, type Page } from './support.ts';

const demo = (page: Page) => page.locator('lc-armature').first();
const out = (page: Page, name: string) => demo(page).locator(`[data-out="${name}"]`);
const pad = (page: Page) => demo(page).locator('[data-pad]');
const button = (page: Page, name: string) => demo(page).getByRole('button', { name, exact: true });
const settled = async (page: Page): Promise<void> => {
  await expect(out(page, 'overlap')).toHaveText(/^0\.\d\d$/, { timeout: 15_000 });
  await expect(demo(page).locator('.ink:not(.live)')).toHaveCount(0);
};
const ready = async (page: Page, hash = ''): Promise<void> => {
  await page.goto(`demos/armature/${hash}`);
  await expect(demo(page)).toHaveAttribute('data-state', 'ready');
  await settled(page);
};
/** Draws a line on the pad, in shares of it. */
const draw = async (page: Page, ...points: readonly (readonly [number, number])[]): Promise<void> => {
  await pad(page).evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = await pad(page).boundingBox();
  if (!box) throw new Error('no pad');
  for (const [i, [x, y]] of points.entries()) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: i === 0 ? 1 : 12 });
    if (i === 0) await page.mouse.down();
  }
  await page.mouse.up();
};
/** A print of a plate, and how much of it is inked. */
const print = (page: Page, selector: string) => demo(page).locator(`${selector} canvas`).evaluate((canvas) => {
  const { width, height } = canvas as HTMLCanvasElement;
  const data = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  let [sum, ink] = [0, 0];
  for (let i = 3; i < data.length; i += 4) {
    sum = (Math.imul(sum, 31) + (data[i] ?? 0)) | 0;
    if ((data[i] ?? 0) > 127) ink++;
  }
  return { sum, ink };
});
const fontFile = (): string => {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('@fontsource-variable/bricolage-grotesque/package.json')), 'files');
  return path.join(folder, readdirSync(folder).find((name) => /latin-wght-normal\.woff2$/.test(name) && !/ext/.test(name)) ?? '');
};

test('a drawn letter is followed, stroke by stroke, and strokes are taken back', async ({ page }) => {
  await ready(page);
  const before = await print(page, '[data-plate="fitted"]');
  await button(page, 'clear').click();
  await expect(out(page, 'note')).toHaveText('The pad is empty.');
  await expect(button(page, 'clear')).toBeDisabled();
  await demo(page).getByLabel('This is').selectOption('l');
  await draw(page, [0.5, 0.12], [0.5, 0.7]);
  await settled(page);
  await expect(out(page, 'report')).toContainText('drawn l');
  expect((await print(page, '[data-plate="fitted"]')).sum).not.toBe(before.sum);
  await draw(page, [0.4, 0.7], [0.6, 0.7]);
  const two = (await print(page, '[data-plate="drawn"]')).ink;
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await print(page, '[data-plate="drawn"]')).ink).toBeLessThan(two);
  await button(page, 'undo').click();
  await expect(out(page, 'note')).toHaveText('The pad is empty.');
});

test('the more strictly it is held, the more the two overlap, and the stranger the code', async ({ page }) => {
  await ready(page);
  const at = async (strength: string): Promise<[number, number]> => {
    await demo(page).getByRole('slider', { name: /control strength/ }).fill(strength);
    await expect(out(page, 'report')).toContainText(`strength ${strength === '0' ? '0 the letter' : Number(strength).toFixed(2)}`, { timeout: 15_000 });
    return [Number(await out(page, 'overlap').textContent()), Number(await out(page, 'remote').textContent())];
  };
  const [none, some, all] = [await at('0'), await at('0.55'), await at('1')];
  expect(none[1]).toBe(0);
  expect(some[0]).toBeGreaterThan(none[0]);
  expect(all[0]).toBeGreaterThan(some[0]);
  expect(all[1]).toBeGreaterThan(some[1]);
});

test('the curve is measured, and can be called off', async ({ page }) => {
  test.slow();
  await ready(page, '#letter=l&ink=DABQ.DADg');
  const dots = demo(page).locator('[data-dots] circle');
  await expect(dots).toHaveCount(1);
  await button(page, 'measure the whole curve').click();
  await button(page, 'cancel').click();
  await expect(button(page, 'measure the whole curve')).toBeVisible();
  await button(page, 'measure the whole curve').click();
  await expect(dots).toHaveCount(7, { timeout: 40_000 });
  await expect(button(page, 'measure the whole curve')).toBeVisible();
});

test('by keys alone: a letter of the sheet, bent', async ({ page }) => {
  await ready(page);
  await demo(page).getByRole('radio', { name: 'drawn here' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(demo(page).locator('[data-sheet]')).toBeVisible();
  await expect(out(page, 'report')).toContainText(/letters it was not shown overlap those of the same face by 0\.\d\d/, { timeout: 15_000 });
  const upright = await print(page, '[data-plate="drawn"]');
  const lean = demo(page).getByRole('slider', { name: /lean/ });
  await lean.focus();
  await page.keyboard.press('End');
  await expect(out(page, 'bend-1')).toHaveText('20°');
  await expect.poll(async () => (await print(page, '[data-plate="drawn"]')).sum).not.toBe(upright.sum);
  await expect(page).toHaveURL(/by=sheet.*bend=0%2C20%2C1/);
});

test('the address brings a drawing back, and starting over takes it away', async ({ page, context }) => {
  await ready(page);
  await draw(page, [0.3, 0.3], [0.7, 0.3]);
  await settled(page);
  await expect(page).toHaveURL(/ink=/);
  const drawn = await print(page, '[data-plate="drawn"]');
  const overlap = await out(page, 'overlap').textContent();
  const other = await context.newPage();
  await other.goto(page.url());
  await settled(other);
  expect((await print(other, '[data-plate="drawn"]')).sum).toBe(drawn.sum);
  await expect(out(other, 'overlap')).toHaveText(overlap ?? '', { timeout: 15_000 });
  await button(page, 'start over').click();
  await expect.poll(() => new URL(page.url()).hash).toBe('');
});

test('a drawing that is too long for a link is said to be, and the link holds the rest', async ({ page }) => {
  await ready(page, `#word=bend&ink=${`DKFl${'4f'.repeat(9)}${'Gf'.repeat(9)}`.concat('.').repeat(60).slice(0, -1)}`);
  await expect(out(page, 'note')).toContainText('too long for a link');
  await demo(page).getByLabel(/your word/).fill('clay');
  await expect(page).toHaveURL(/word=clay&ink=(&|$)/);
});

test('a typeface of the reader’s own is followed, its other letters are compared, and nothing is sent', async ({ page }) => {
  test.slow();
  await ready(page);
  const asked: string[] = [];
  page.on('request', (request) => void (request.method() !== 'GET' && asked.push(request.url())));
  await demo(page).locator('input[type="file"]').setInputFiles(fontFile());
  await expect(demo(page).getByRole('radio', { name: 'from your typeface' })).toBeChecked();
  await expect(out(page, 'note')).toContainText('no link holds it');
  await expect(out(page, 'report')).toContainText('letters it was not shown', { timeout: 15_000 });
  expect(Number(await out(page, 'overlap').textContent())).toBeGreaterThan(0.7);
  expect(asked).toEqual([]);
  expect(page.url()).not.toContain('by=font&');
});

test('a file that is no typeface is refused in one plain sentence', async ({ page, faults }) => {
  faults.allow(/OTS|decode downloaded font/);
  await ready(page);
  await demo(page).locator('input[type="file"]').setInputFiles({ name: 'letter.ttf', mimeType: 'font/ttf', buffer: Buffer.from('not a typeface') });
  await expect(out(page, 'note')).toHaveText('“letter.ttf” is not a typeface that this browser can read.');
  await expect(demo(page).getByRole('radio', { name: 'from your typeface' })).toBeDisabled();
});

test('a thousand strokes and moves leave nothing behind', async ({ page }) => {
  test.slow();
  await ready(page);
  const median = await pad(page).evaluate(async (element) => {
    const { left, top, width } = element.getBoundingClientRect();
    const send = (type: string, x: number, y: number): void => void element.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, isPrimary: true, pointerId: 1, button: 0, buttons: 1, clientX: left + x * width, clientY: top + y * width }));
    element.setPointerCapture = () => {};
    const times: number[] = [];
    send('pointerdown', 0.2, 0.5);
    for (let i = 0; i < 200; i++) {
      const start = performance.now();
      send('pointermove', 0.2 + 0.003 * i, 0.5 + 0.2 * Math.sin(i / 9));
      times.push(performance.now() - start);
      if (i % 20 === 0) await new Promise(requestAnimationFrame);
    }
    send('pointerup', 0.8, 0.5);
    return times.sort((a, b) => a - b)[100] ?? Infinity;
  });
  test.info().annotations.push({ type: 'milliseconds under the pen, median', description: median.toFixed(1) });
  const weigh = await scalesFor(page);
  const work = (times: number) => demo(page).evaluate(async (element, count) => {
    const slider = element.querySelector<HTMLInputElement>('[data-bend="1"]')!;
    for (let i = 0; i < count; i++) {
      slider.value = String((i % 31) - 15);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      if (i % 10 === 0) await new Promise(requestAnimationFrame);
    }
    await new Promise((resolve) => setTimeout(resolve, 800));
  }, times);
  await work(100);
  await settled(page);
  const before = await weigh();
  await work(1000);
  await settled(page);
  const after = await weigh();
  expect(after.nodes - before.nodes).toBeLessThan(300);
  expect(after.heap - before.heap).toBeLessThan(3e6);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test('a finger draws on the pad, everything is large enough for it, and the pad alone holds the page still', async ({ page }) => {
    await ready(page);
    await expect(pad(page)).toHaveCSS('touch-action', 'none');
    await expect(demo(page)).toHaveCSS('touch-action', 'auto');
    const drawn = await print(page, '[data-plate="drawn"]');
    await pad(page).evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const at = await pad(page).boundingBox();
    await page.touchscreen.tap((at?.x ?? 0) + 60, (at?.y ?? 0) + 60);
    await expect.poll(async () => (await print(page, '[data-plate="drawn"]')).ink).toBeGreaterThan(drawn.ink);
    for (const control of await demo(page).locator('button:visible, select:visible, .ar-sources label:visible, input[type="range"]:visible').all()) {
      const size = await control.boundingBox();
      if (await control.evaluate((element) => element.closest('.demo-handle, .demo-tools') === null)) expect.soft(size?.height ?? 0, await control.evaluate((element) => element.outerHTML.slice(0, 90))).toBeGreaterThanOrEqual(43.5);
    }
  });
});
