/** How the wall comes, fails, rests and goes. */
import { draw, open, prints, reading, ready, slider, status, WALL } from './restraint.ts';
import { expect, test } from './support.ts';

for (const [what, file] of [['decoder', '**/decoder.*.bin'], ['table of styles', '**/styles.*.bin']] as const) {
  test(`a ${what} that does not arrive leaves the figure, and can be asked for again`, async ({ page, faults }) => {
    faults.allow(/Failed to load resource/);
    await page.route(file, (route) => route.abort(), { times: 1 });
    await page.goto(WALL);
    await expect(page.locator('lc-restraint')).toHaveAttribute('data-state', 'failed');
    await expect(page.locator('[data-view="cell-0"] svg')).toBeVisible();
    await expect(status(page)).toContainText('could not be loaded');
    await status(page).getByRole('button', { name: 'try again' }).click();
    await ready(page);
    await expect(status(page)).toHaveText('');
  });
}

test('without workers and without WebAssembly it runs all the same', async ({ page }) => {
  test.setTimeout(60_000);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', { value: undefined });
    Object.defineProperty(window, 'WebAssembly', { value: undefined });
  });
  await page.goto(WALL);
  await ready(page);
  const before = await prints(page, 'cell');
  await slider(page).fill('0');
  await expect.poll(() => prints(page, 'cell'), { timeout: 60_000 }).not.toEqual(before);
  await expect(reading(page)).toContainText('All 40 are one', { timeout: 120_000 });
});

test('nothing moves when the script arrives, nor while the slider does', async ({ page, faults }) => {
  faults.allow(/Failed to load resource/);
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
  });
  // Letters that arrive late can move lines as well, which is another matter.
  await page.route('**/*.woff2', (route) => route.abort());
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await open(page);
    await slider(page).evaluate((input) => {
      if (!(input instanceof HTMLInputElement)) return;
      input.value = '2';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await expect(reading(page)).toContainText(/of 40 came|All 40 could/);
    await page.waitForTimeout(900);
    expect.soft(await page.evaluate(() => (window as Window & { shifts?: number[] }).shifts), `${width}`).toEqual([]);
  }
});

test.describe('where motion is welcome', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('it breathes when it is told to, until it is paused or touched', async ({ page }) => {
    await open(page);
    const now = (): Promise<string> => slider(page).inputValue();
    const before = await now();
    await page.waitForTimeout(300);
    expect(await now()).toBe(before);
    await page.getByRole('button', { name: 'let it breathe' }).click();
    await expect.poll(now).not.toBe(before);
    await page.getByRole('button', { name: 'pause' }).click();
    const paused = await now();
    await page.waitForTimeout(300);
    expect(await now()).toBe(paused);
    await page.getByRole('button', { name: 'let it breathe' }).click();
    await draw(page, 3).check({ force: true });
    await expect(page.getByRole('button', { name: 'let it breathe' })).toBeVisible();
  });
});

test('where less motion is asked for, nothing offers to move', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('button', { name: /breathe|pause/ })).toHaveCount(0);
});

test('a thousand moves of the slider leave nothing behind', async ({ page }) => {
  test.setTimeout(90_000);
  await open(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const held = async (): Promise<Record<string, number>> => {
    await expect(page.locator('[data-out="busy"]')).toHaveText('');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  /** Moves the slider once a frame, and deals now and then. */
  const move = (times: number): Promise<void> => slider(page).evaluate(async (input, count) => {
    if (!(input instanceof HTMLInputElement)) return;
    for (let i = 0; i < count; i++) {
      input.value = String((i % 201) / 100);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      if (i % 25 === 0) document.querySelector<HTMLElement>('[data-act="deal"]')?.click();
      await new Promise(requestAnimationFrame);
    }
  }, times);
  await move(100);
  await page.waitForTimeout(600);
  const before = await held();
  await move(1000);
  await page.waitForTimeout(600);
  const after = await held();
  expect(after['Nodes']).toBeLessThanOrEqual((before['Nodes'] ?? 0) + 20);
  // A job that happens to be under way listens for being called off.
  expect(after['JSEventListeners']).toBeLessThanOrEqual((before['JSEventListeners'] ?? 0) + 5);
  expect((after['JSHeapUsedSize'] ?? Infinity) / (before['JSHeapUsedSize'] ?? 1)).toBeLessThan(1.25);
});

test('with Save-Data, nothing is fetched until it is asked for', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const asked: string[] = [];
  page.on('request', (request) => void (/decoder|\/element\./.test(request.url()) && asked.push(request.url())));
  await page.goto(WALL, { waitUntil: 'networkidle' });
  await expect(status(page)).toContainText('save data');
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: /load it, \d\.\d MB/ }).click();
  await ready(page);
});
