/** The patches in a browser: laid on by mouse and keyboard, merged, taken off; and what is said of them. */
import { scalesFor } from './held.ts';
import { expect, test, type Page } from './support.ts';

const demo = (page: Page) => page.locator('lc-patches').first();
const out = (page: Page, name: string) => demo(page).locator(`[data-out="${name}"]`);
const slider = (page: Page, voice: string) => demo(page).getByRole('slider', { name: voice });
const open = async (page: Page, hash = ''): Promise<void> => {
  await page.goto(`demos/patches/${hash}`);
  await expect(demo(page)).toHaveAttribute('data-state', 'ready');
  await expect(demo(page).locator('.ink:not(.live)')).toHaveCount(0);
  await rested(page);
};
/** Waits until every canvas has all the pixels of its box: while something moves it may have fewer, and another print. */
const rested = (page: Page): Promise<void> => expect.poll(() => demo(page).evaluate((root) => [...root.querySelectorAll<HTMLElement>('[data-view]')].filter((box) => box.querySelector('canvas')?.width !== Math.round(box.clientWidth * devicePixelRatio)).length)).toBe(0);
const printOf = (page: Page, view: string): Promise<number> => demo(page).locator(`[data-view="${view}"] canvas`).evaluate((canvas) => {
  const { width, height } = canvas as HTMLCanvasElement;
  const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  return Array.from(pixels).reduce((sum, value, i) => (i % 4 === 3 ? (Math.imul(sum, 31) + value) | 0 : sum), 0);
});

test('a patch is taken off and laid on by keys, and only what is patched changes', async ({ page }) => {
  await open(page);
  const [plain, patched, letters] = [await printOf(page, 'plain'), await printOf(page, 'patched'), await printOf(page, 'patched-shown0')];
  expect(patched).not.toBe(plain);
  await slider(page, 'school hand').focus();
  await page.keyboard.press('Home');
  await expect(slider(page, 'school hand')).toHaveAttribute('aria-valuetext', '×\u00a00');
  // Without a patch the two are the same model, and so are their measures.
  await expect.poll(() => printOf(page, 'patched')).toBe(plain);
  expect(await printOf(page, 'patched-shown0')).not.toBe(letters);
  await expect.poll(async () => (await out(page, 'seen-patched').textContent()) === (await out(page, 'seen-plain').textContent())).toBe(true);
  await expect(out(page, 'likeness')).toContainText('share 51\u00a0% (51\u00a0% without a patch)');
  await expect(page).toHaveURL(/alpha=0/);
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => printOf(page, 'patched')).toBe(patched);
});

test('another voice brings its own letters, patch and table', async ({ page }) => {
  await open(page);
  const [plain, own] = [await printOf(page, 'plain'), await demo(page).locator('[data-letter="g"]').getAttribute('d')];
  await demo(page).getByRole('radio', { name: 'school hand' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(demo(page).getByRole('radio', { name: 'painted script' })).toBeChecked();
  await expect.poll(() => printOf(page, 'plain')).not.toBe(plain);
  expect(await demo(page).locator('[data-letter="g"]').getAttribute('d')).not.toBe(own);
  await expect(slider(page, 'school hand')).toHaveValue('0');
  await expect(slider(page, 'painted script')).toHaveValue('1');
  await expect(demo(page).locator('table:visible')).toHaveAttribute('data-ranks', 'script-picture');
  await demo(page).getByRole('radio', { name: /the trunk/ }).check();
  await expect(demo(page).locator('table:visible')).toHaveAttribute('data-ranks', 'script-trunk');
});

test('two are laid on each other and measured, three are not', async ({ page }) => {
  await open(page);
  const alone = await out(page, 'likeness').textContent();
  await slider(page, 'swash letter').fill('1');
  await expect(out(page, 'likeness')).not.toHaveText(alone ?? '');
  await expect(out(page, 'likeness')).toContainText('share');
  await slider(page, 'painted script').fill('0.5');
  await expect(out(page, 'likeness')).toContainText('was not measured');
  await expect(demo(page).locator('[data-dot="shown"]')).toHaveAttribute('visibility', 'hidden');
});

test('the letters that no patch was shown are named as they are typed', async ({ page }) => {
  await open(page);
  await expect(out(page, 'strangers')).toHaveText('Not shown to the patch: “w”, “d”.');
  await demo(page).getByLabel(/your word/).fill('forge');
  await expect(out(page, 'strangers')).toHaveText('Every letter of this word was shown to the patch.');
});

test('the address brings a state back, and starting over takes it away', async ({ page }) => {
  await open(page, '#voice=swash&at=trunk&alpha=0.5,0,1.25&word=hybrid');
  await expect(demo(page).getByRole('radio', { name: 'swash letter' })).toBeChecked();
  await expect(slider(page, 'swash letter')).toHaveValue('1.25');
  await expect(demo(page).getByLabel(/your word/)).toHaveValue('hybrid');
  await demo(page).getByRole('button', { name: 'start over' }).click();
  await expect(demo(page).getByRole('radio', { name: 'school hand' })).toBeFocused();
  await expect.poll(() => new URL(page.url()).hash).toBe('');
});

test('patches that do not arrive are told of, and fetched again', async ({ page, faults }) => {
  faults.allow(/Failed to load resource/);
  await page.route('**/patches.*.bin', (route) => route.abort());
  await page.goto('demos/patches/');
  await expect(demo(page)).toHaveAttribute('data-state', 'failed');
  await expect(demo(page).locator('.demo-line')).toContainText('could not be loaded');
  await page.unroute('**/patches.*.bin');
  await demo(page).getByRole('button', { name: 'try again' }).click();
  await expect(demo(page)).toHaveAttribute('data-state', 'ready');
  await expect(demo(page).locator('.ink:not(.live)')).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('both words, all letters and one table stand, and no control that does nothing', async ({ page }) => {
    await page.goto('demos/patches/');
    await expect(demo(page).locator('.pt-words .ink svg')).toHaveCount(2);
    await expect(demo(page).locator('[data-letter]')).toHaveCount(32);
    await expect(demo(page).locator('table:visible')).toHaveCount(1);
    await expect(demo(page).getByRole('radio')).toHaveCount(0);
  });
});

test('a thousand changes leave nothing behind', async ({ page }) => {
  test.slow();
  await open(page);
  const held = await scalesFor(page);
  const work = (times: number): Promise<void> => page.evaluate(async (count) => {
    const sliders = [...document.querySelectorAll<HTMLInputElement>('lc-patches [data-control="strength"]')];
    for (let i = 0; i < count; i++) {
      const slider = sliders[i % sliders.length]!;
      slider.value = String((i * 7 % 30) / 20);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      if (i % 10 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }, times);
  await work(200);
  const before = await held();
  await work(1000);
  const after = await held();
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
  expect(after.listeners).toBe(before.listeners);
  expect(after.heap - before.heap).toBeLessThan(1.5e6);
});
