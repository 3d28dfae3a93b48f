/** Regions in a browser: a mask dragged, turned and slid over a word, what is measured of the join, and how it comes, fails and goes. */
import { scalesFor } from './held.ts';
import { expect, test, type Page } from './support.ts';

const PATH = 'demos/regions/';
const demo = (page: Page) => page.locator('lc-regions').first();
const report = (page: Page) => page.locator('[data-out="report"]').first();
const status = (page: Page) => page.locator('.demo-line').first();
const slider = (page: Page, name: string) => page.locator(`[data-control="${name}"]`).first();
const grip = (page: Page, name: string) => page.locator(`[data-grip="${name}"] .rg-dot`).first();
const edge = (page: Page) => page.locator('[data-lay="edge"]').first();
const settled = async (page: Page): Promise<void> => {
  await expect(demo(page)).toHaveAttribute('data-state', 'ready');
  await expect(demo(page).locator('.ink:not(.live)')).toHaveCount(0);
};
const ready = async (page: Page, hash = ''): Promise<void> => {
  await page.goto(`${PATH}${hash}`);
  await settled(page);
};
/** A print of what a box shows. */
const printOf = (page: Page, view = 'word'): Promise<number> => page.locator(`[data-view="${view}"] canvas`).first().evaluate((canvas) => {
  const { width, height } = canvas as HTMLCanvasElement;
  const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  return Array.from(pixels).reduce((sum, value, i) => (i % 4 === 3 ? (Math.imul(sum, 31) + value) | 0 : sum), 0);
});
/** Drags a handle by so many pixels. */
async function drag(page: Page, name: string, dx: number, dy: number): Promise<void> {
  const box = await grip(page, name).boundingBox();
  if (!box) throw new Error('the handle is not to be seen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 6 });
  await page.mouse.up();
}

test('the handle moves the mask, the word follows, and the slider says where it is', async ({ page }) => {
  await ready(page);
  const [word, said, at] = [await printOf(page), await report(page).textContent(), Number(await slider(page, 'x').inputValue())];
  await drag(page, 'move', 160, 10);
  await expect.poll(() => printOf(page)).not.toBe(word);
  expect(Number(await slider(page, 'x').inputValue())).toBeGreaterThan(at + 0.05);
  await expect(slider(page, 'x')).toBeFocused();
  await expect(report(page)).not.toHaveText(said ?? '');
  await expect(page).toHaveURL(/#.*x=0\.\d+/);
});

test('the second handle turns the boundary, and widens a pool', async ({ page }) => {
  await ready(page);
  const line = await edge(page).getAttribute('d');
  await drag(page, 'turn', -120, 20);
  await expect(slider(page, 'angle')).not.toHaveValue('-24');
  await expect.poll(() => edge(page).getAttribute('d')).not.toBe(line);
  await page.getByRole('radio', { name: /pool/ }).check();
  await expect(slider(page, 'angle')).toBeHidden();
  const size = Number(await slider(page, 'size').inputValue());
  await drag(page, 'turn', 90, 0);
  expect(Number(await slider(page, 'size').inputValue())).toBeGreaterThan(size + 0.2);
  await expect.poll(() => edge(page).getAttribute('d')).toMatch(/a/);
});

test('beside the handles a mouse brings the mask to where it is pressed', async ({ page }) => {
  await ready(page);
  const box = await page.locator('[data-stage]').first().boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * 0.1, (box?.y ?? 0) + (box?.height ?? 0) * 0.5);
  await expect.poll(async () => Number(await slider(page, 'x').inputValue())).toBeLessThan(0.15);
});

test('everything is done by keyboard, and told', async ({ page }) => {
  await ready(page);
  await slider(page, 'feather').focus();
  await page.keyboard.press('Home');
  await expect(slider(page, 'feather')).toHaveAttribute('aria-valuetext', 'hard');
  await expect(report(page)).not.toContainText('in the feather');
  await expect(page.locator('[data-lay="near"]')).toHaveAttribute('d', '');
  await slider(page, 'x').focus();
  await page.keyboard.press('End');
  await expect(report(page)).toContainText('where A rules (by itself');
  await expect(report(page)).toContainText('The boundary runs through white.');
  await slider(page, 'angle').focus();
  await page.keyboard.press('End');
  await expect(report(page)).toContainText('where B does (by itself');
  const across = page.getByRole('slider', { name: 'Point B, across' }).first();
  const word = await printOf(page);
  await across.focus();
  await across.press('Home');
  await expect.poll(() => printOf(page)).not.toBe(word);
});

test('the four ways differ: cut, feathered, a code for each letter, one code for all', async ({ page }) => {
  await ready(page);
  await expect(page.locator('[data-out="way-one"]')).toHaveText(/broken/);
  const prints = await Promise.all(['hard', 'yours', 'letters', 'one'].map((name) => printOf(page, name)));
  expect(new Set(prints).size).toBe(4);
  const one = await printOf(page, 'one');
  await slider(page, 'x').fill('0.2');
  await expect.poll(() => printOf(page, 'one')).not.toBe(one);
});

test('what was counted when the page was built is what the page counts', async ({ page }) => {
  await ready(page);
  const sent = await page.evaluate(async (address) => new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html').querySelector('[data-out="report"]')?.textContent, page.url());
  await slider(page, 'x').fill('0.4');
  await expect(report(page)).not.toHaveText(sent ?? '');
  await page.getByRole('button', { name: 'start over' }).click();
  await expect(report(page)).toHaveText(sent ?? '');
});

test('a state to try keeps the word, and one of them breaks a letter', async ({ page }) => {
  await ready(page);
  await page.getByRole('button', { name: /italic against/ }).click();
  await expect(report(page)).toContainText(/1 of 7 letters broken: “a”/);
  await expect(page.locator('[data-out="way-yours"]')).toHaveText('1 of 7 broken');
  await page.getByLabel(/your word/).first().fill('sea');
  await page.getByRole('button', { name: /pool of italic/ }).click();
  await expect(page.getByLabel(/your word/).first()).toHaveValue('sea');
  await expect(page.getByRole('radio', { name: /pool/ })).toBeChecked();
});

test('the address brings a mask back, the back button takes it away, and starting over leaves none', async ({ page }) => {
  await ready(page, '#word=delta&mask=pool&x=0.3&y=0.5&size=1.2&feather=0.4');
  await expect(page.getByLabel(/your word/).first()).toHaveValue('delta');
  await expect(page.getByRole('radio', { name: /pool/ })).toBeChecked();
  for (const [name, value] of [['x', '0.3'], ['y', '0.5'], ['size', '1.2'], ['feather', '0.4']] as const) await expect(slider(page, name)).toHaveValue(value);
  await slider(page, 'feather').fill('2');
  await expect(page).toHaveURL(/feather=2(&|$)/);
  await page.goBack();
  await expect(slider(page, 'feather')).toHaveValue('0.4');
  await page.getByRole('button', { name: 'start over' }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('');
});

test('what cannot be drawn is said, and an empty word is no fault', async ({ page }) => {
  await ready(page);
  await page.getByLabel(/your word/).first().fill('日');
  await expect(page.locator('[data-out="word"]').first()).toContainText('never learned');
  await expect(report(page)).toHaveText('There is nothing to measure.');
  await page.getByLabel(/your word/).first().fill('a b');
  await expect(report(page)).toContainText('Mean stroke');
});

test('the figure that is taken away tells the mask', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await ready(page);
  await page.getByRole('button', { name: 'copy as figure' }).click();
  await expect(status(page)).toContainText('Copied');
  const figure = await page.evaluate(() => navigator.clipboard.readText());
  expect(figure).toContain('B beyond a boundary at 50% of the line, turned by 24° to the right, with a feather of 2.20 cap heights: Mean stroke');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a finger drags a handle, a tap brings the mask, and beside the handles the page scrolls', async ({ page }) => {
    await ready(page);
    await expect(page.locator('[data-grip="move"] .rg-hit').first()).toHaveCSS('touch-action', 'none');
    await expect(page.locator('[data-stage]').first()).toHaveCSS('touch-action', 'auto');
    await page.locator('[data-stage]').first().evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const box = await page.locator('[data-stage]').first().boundingBox();
    await page.touchscreen.tap((box?.x ?? 0) + 40, (box?.y ?? 0) + 60);
    await expect.poll(async () => Number(await slider(page, 'x').inputValue())).toBeLessThan(0.2);
    // The handle follows a frame later.
    await expect.poll(async () => ((await grip(page, 'move').boundingBox())?.x ?? Infinity) - (box?.x ?? 0)).toBeLessThan(60);
    const hold = await grip(page, 'move').boundingBox();
    const [x, y] = [(hold?.x ?? 0) + 8, (hold?.y ?? 0) + 8];
    const session = await page.context().newCDPSession(page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (let i = 1; i <= 6; i++) await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + i * 25, y: y + i }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(async () => Number(await slider(page, 'x').inputValue())).toBeGreaterThan(0.45);
  });
});

test('a table of styles that does not arrive leaves the figure, mask and all, and can be asked for again', async ({ page, faults }) => {
  faults.allow(/Failed to load resource/);
  await page.route('**/styles.*.bin', (route) => route.abort(), { times: 1 });
  await page.goto(PATH);
  await expect(demo(page)).toHaveAttribute('data-state', 'failed');
  await expect(edge(page)).toHaveAttribute('d', /^M/);
  await status(page).getByRole('button', { name: 'try again' }).click();
  await settled(page);
});

test('nothing moves when the script arrives, nor while the mask does', async ({ page, faults }) => {
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
    await ready(page);
    await slider(page, 'feather').evaluate((input) => {
      if (!(input instanceof HTMLInputElement)) return;
      input.value = '0';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await expect(report(page)).not.toContainText('in the feather');
    await page.waitForTimeout(600);
    expect.soft(await page.evaluate(() => (window as Window & { shifts?: number[] }).shifts), `${width}`).toEqual([]);
  }
});

test('a thousand changes leave nothing behind', async ({ page }) => {
  test.setTimeout(120_000);
  await ready(page);
  const held = await scalesFor(page);
  const change = (times: number): Promise<void> => page.evaluate(async (count) => {
    const inputs = ['[data-control="x"]', '[data-control="feather"]', '[data-handle="b"] [data-axis="u"]', '[data-control="angle"]'].map((each) => document.querySelector<HTMLInputElement>(each));
    for (let i = 0; i < count; i++) {
      const input = inputs[i % inputs.length];
      if (!input) continue;
      const [least, most] = [Number(input.min), Number(input.max)];
      input.value = String(least + ((most - least) * (i % 20)) / 20);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      if (i % 10 === 0) await new Promise(requestAnimationFrame);
    }
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }, times);
  await change(100);
  const before = await held();
  await change(1000);
  const after = await held();
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
  expect(after.listeners).toBe(before.listeners);
  expect(after.heap - before.heap).toBeLessThan(1.5e6);
});

test('with Save-Data, nothing is fetched until it is asked for', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const asked: string[] = [];
  page.on('request', (request) => void (/decoder|\/element\./.test(request.url()) && asked.push(request.url())));
  await page.goto(PATH, { waitUntil: 'networkidle' });
  await expect(status(page)).toContainText('save data');
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: /load it, \d\.\d MB/ }).click();
  await settled(page);
});
