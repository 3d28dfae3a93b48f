import { audit } from './accessibility.ts';
import { expect, overflow, test, type Page } from './support.ts';

const path = 'demos/pace/';
const demo = (page: Page) => page.locator('lc-pace');
const out = (page: Page, name: string) => demo(page).locator(`[data-out="${name}"]`).first();

async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(path + hash);
  await expect(demo(page)).toHaveAttribute('data-state', 'ready', { timeout: 15_000 });
  for (const view of ['word', 'last', 'rung-0', 'rung-6', 'live']) await expect(demo(page).locator(`[data-view="${view}"].live`)).toHaveCount(1, { timeout: 15_000 });
  await expect(demo(page).locator('[data-strip].live')).toHaveCount(1);
}

/** A print of the pixels of a canvas. */
function printOf(page: Page, box: string): Promise<number> {
  return demo(page).locator(`${box} canvas`).evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    let print = 0;
    for (let i = 3; i < pixels.length; i += 4) print = (Math.imul(print, 31) + (pixels[i] ?? 0)) | 0;
    return print;
  });
}
const live = (page: Page) => printOf(page, '[data-view="live"]');
const strip = (page: Page) => printOf(page, '[data-strip]');

test.describe('the ladder', () => {
  test('shows a rung large, over the last; on the last rung the two are one', async ({ page }) => {
    await open(page);
    const [word, last] = [() => printOf(page, '[data-view="word"]'), () => printOf(page, '[data-view="last"]')];
    expect(await word()).not.toBe(await last());
    await page.getByRole('button', { name: '64 steps', exact: true }).click();
    await expect.poll(async () => (await word()) === (await last())).toBe(true);
    await expect(out(page, 'reading')).toContainText('what the others are held against');
    await expect(page).toHaveURL(/steps=64/);
  });
  test('is climbed with keys', async ({ page }) => {
    await open(page);
    const one = page.getByRole('button', { name: '1 step', exact: true });
    await one.focus();
    await page.keyboard.press('Enter');
    await expect(one).toHaveAttribute('aria-pressed', 'true');
    await expect(out(page, 'reading')).toContainText(/^1 step: \d+% of the ink shared with 64\. Seen: /);
  });
  test('follows what is asked, which is kept in the address, and the way back leads back', async ({ page }) => {
    await open(page);
    const own = await out(page, 'own-3').innerText();
    await demo(page).getByRole('radio', { name: 'thin', exact: true }).check();
    await expect(out(page, 'asked')).toHaveText('thin');
    await expect(page).toHaveURL(/ask=thin/);
    await expect.poll(() => out(page, 'own-3').innerText(), { timeout: 15_000 }).not.toBe(own);
    await page.reload();
    await expect(demo(page).getByRole('radio', { name: 'thin', exact: true })).toBeChecked();
    await page.goBack();
    await expect(demo(page).getByRole('radio', { name: 'thin', exact: true })).not.toBeChecked();
  });
  test('is of another take, and of the reader’s word', async ({ page }) => {
    await open(page);
    const before = await printOf(page, '[data-view="rung-0"]');
    await page.getByRole('button', { name: 'the next take' }).click();
    await expect.poll(() => printOf(page, '[data-view="rung-0"]')).not.toBe(before);
    await page.getByLabel(/your word/).fill('Hå1');
    await expect(out(page, 'word')).toContainText('never learned “å”');
  });
});

test.describe('measuring', () => {
  test('begins when it is asked to, and says what it took, with a number in every row', async ({ page }) => {
    test.setTimeout(120_000);
    await open(page);
    await expect(out(page, 'ms-0')).toHaveText('–');
    await page.getByRole('button', { name: 'measure on this device' }).click();
    await expect(page.getByRole('button', { name: 'stop' })).toBeVisible();
    await expect(out(page, 'measured')).toContainText(/Measured here: 7 rounds .* The clock ticks every [\d.]+ ms/, { timeout: 90_000 });
    for (let i = 0; i < 7; i++) await expect(out(page, `ms-${i}`)).toHaveText(/^[\d.,]+ \([\d.,]+(–[\d.,]+)?\)$/);
    for (const name of ['first-live', 'first-strip']) await expect(out(page, name)).toHaveText(/^[\d.,]+ ms$/);
    for (const name of ['busy-live', 'busy-strip']) await expect(out(page, name)).toHaveText(/^[\d.,]+ ms, (under )?[\d.]+% of it$/);
    await expect(demo(page).locator('[data-axis]')).toHaveText('milliseconds to sample, 1 to 64 steps');
    await expect(page.getByRole('button', { name: 'measure on this device' })).toBeVisible();
    expect(await audit(page)).toEqual([]);
  });
  test('can be stopped, and then says nothing', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'measure on this device' }).click();
    await page.getByRole('button', { name: 'stop' }).click();
    await expect(out(page, 'measured')).toHaveText('Stopped. No time was taken.');
    await expect(out(page, 'ms-0')).toHaveText('–');
  });
});

test.describe('the walk', () => {
  test('is moved by its slider on both, and off the way on one', async ({ page }) => {
    await open(page);
    const before = [await live(page), await strip(page)];
    await demo(page).getByRole('slider', { name: /place on the way/ }).fill('0.9');
    await expect.poll(() => live(page)).not.toBe(before[0]);
    await expect.poll(() => strip(page)).not.toBe(before[1]);
    await expect(out(page, 'place')).toHaveText('0.90 · frame 43 of 48');
    const [there, frame] = [await live(page), await strip(page)];
    await demo(page).getByRole('slider', { name: /a hand on it/ }).fill('-1');
    await expect.poll(() => live(page)).not.toBe(there);
    await expect(out(page, 'push')).toHaveText('1.0 deviations lighter');
    expect(await strip(page)).toBe(frame);
  });
  test('is in the ink of the other printing, too', async ({ page }) => {
    await open(page);
    const ink = () => demo(page).locator('[data-strip] canvas').evaluate((canvas) => {
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, 540, 150).data;
      for (let i = 3; i < pixels.length; i += 4) if (pixels[i] === 255) return pixels[i - 3];
      return -1;
    });
    const light = await ink();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(ink).toBeGreaterThan((light ?? 0) + 100);
  });
  test('stands still where less motion is asked for', async ({ page }) => {
    await open(page);
    await expect(page.getByRole('button', { name: 'play both' })).toBeHidden();
  });
  test.describe('where motion is welcome', () => {
    test.use({ contextOptions: { reducedMotion: 'no-preference' } });
    test('plays on both, and pauses', async ({ page }) => {
      await open(page);
      const before = [await live(page), await strip(page)];
      await page.getByRole('button', { name: 'play both' }).click();
      await demo(page).locator('.pc-pair').scrollIntoViewIfNeeded();
      await expect.poll(() => live(page)).not.toBe(before[0]);
      await expect.poll(() => strip(page)).not.toBe(before[1]);
      await page.getByRole('button', { name: 'pause' }).click();
      const rested = await strip(page);
      await page.waitForTimeout(400);
      expect(await strip(page)).toBe(rested);
    });
  });
  test('whose strip does not arrive can be asked for again', async ({ page, faults }) => {
    faults.allow(/Failed to load resource/);
    await page.route('**/strip.webp', (route) => route.abort());
    await page.goto(path);
    await expect(demo(page)).toHaveAttribute('data-state', 'failed', { timeout: 15_000 });
    await page.unroute('**/strip.webp');
    await demo(page).getByRole('button', { name: 'try again' }).click();
    await expect(demo(page).locator('[data-strip].live')).toHaveCount(1);
  });
});

test('nothing shifts when the script arrives, and nothing is left behind', async ({ page }) => {
  test.slow();
  await page.addInitScript(() => {
    const moved = window as unknown as { moved: number };
    moved.moved = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved.moved += (entry as PerformanceEntry & { value: number }).value; }).observe({ type: 'layout-shift', buffered: true });
  });
  await open(page);
  await page.waitForTimeout(800);
  expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(0.02);
  const nodes = () => demo(page).evaluate((root) => root.querySelectorAll('*').length);
  const before = await nodes();
  await demo(page).locator('[data-control="t"]').evaluate(async (input) => {
    for (let i = 0; i < 1000; i++) {
      (input as HTMLInputElement).value = String((i % 100) / 100);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      if (i % 20 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  expect(await nodes()).toBe(before);
  expect(await overflow(page)).toBe(0);
});
