/** The workshop in a browser: run, watched, stepped, stopped; hands swapped; the book kept and taken away. */
import { readFileSync } from 'node:fs';
import { scalesFor } from './held.ts';
import { expect, test, type Page } from './support.ts';

const demo = (page: Page) => page.locator('lc-workshop').first();
const out = (page: Page, name: string) => demo(page).locator(`[data-out="${name}"]`);
const act = (page: Page, name: string) => demo(page).locator(`[data-act="${name}"]`);
const rows = (page: Page) => demo(page).locator('[data-book] tr');
const rounds = (page: Page) => demo(page).locator('[data-round]:not([data-empty])');
/** A run has come to its end: the last hand has decided, and nothing is at work. */
const ended = (page: Page) => expect(rows(page).last()).toContainText(/Handed over/);
const open = async (page: Page, hash = ''): Promise<void> => {
  await page.goto(`demos/workshop/${hash}`);
  await expect(demo(page)).toHaveAttribute('data-state', 'ready');
  await expect(demo(page).locator('[data-view="result"].live')).toHaveCount(1);
  await ended(page);
  await expect(act(page, 'stop')).toBeDisabled();
};

test('alive it does what the drawn figure says, to the letter', async ({ page }) => {
  await page.goto('demos/workshop/', { waitUntil: 'commit' });
  const response = await page.request.get('demos/workshop/');
  const drawn = await response.text();
  await open(page);
  const book = await rows(page).allTextContents();
  const served = await page.evaluate((html) => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[data-book] tr')].map((row) => row.textContent ?? ''), drawn);
  expect(book).toEqual(served);
});

test('it is walked through hand by hand, stopped, and the book says by whom', async ({ page }) => {
  await open(page);
  await act(page, 'step').focus();
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await expect(demo(page).locator('[data-stage="brief"]')).toHaveAttribute('data-now', '');
  await expect(demo(page).locator('[data-stage="reader"]')).toHaveAttribute('data-waits', '');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(3);
  await expect(out(page, 'now')).toHaveText('round 1: the decoder');
  await act(page, 'stop').click();
  await expect(rows(page).last()).toContainText('stopped it here');
  await expect(rows(page).last()).toContainText('you');
  await expect(demo(page).locator('[data-waits]')).toHaveCount(0);
  await act(page, 'run').click();
  await ended(page);
});

test('words are asked for and taken back, and the result is held against them', async ({ page }) => {
  await open(page);
  const asked = demo(page).locator('[data-word][aria-pressed="true"]');
  for (let left = await asked.count(); left > 0; left--) await asked.first().click();
  await expect(out(page, 'says')).toContainText('no word to hold it against');
  await demo(page).getByRole('button', { name: 'wide', exact: true }).click();
  await expect(out(page, 'says')).toContainText(/obeyed: wide/);
  await expect(page).toHaveURL(/ask=wide/);
  await expect(rows(page).first()).toContainText('you');
});

test('another hand sits down at each place', async ({ page }) => {
  await open(page, '#rounds=1');
  await expect(rounds(page)).toHaveCount(1);
  const strip = await demo(page).locator('[data-strip]').getAttribute('d');
  await demo(page).getByRole('radio', { name: /told nothing/ }).check();
  await expect(rows(page).nth(1)).toContainText('chance');
  await ended(page);
  expect(await demo(page).locator('[data-strip]').getAttribute('d')).not.toBe(strip);
  const outline = await demo(page).locator('[data-outline]').getAttribute('d');
  await demo(page).locator('[data-control="patch"]').selectOption('script');
  await expect(rows(page).nth(2)).toContainText('with a patch: painted script');
  await expect.poll(() => demo(page).locator('[data-outline]').getAttribute('d')).not.toBe(outline);
  await ended(page);
});

test('a letter is drawn, and the chain works from it', async ({ page }) => {
  await open(page, '#by=drawing');
  await expect(rows(page).nth(1)).toContainText('the search');
  const strip = await demo(page).locator('[data-strip]').getAttribute('d');
  await act(page, 'clear').click();
  await expect(out(page, 'says')).toContainText('nothing on the pad');
  await demo(page).locator('[data-control="letter"]').selectOption('l');
  const pad = demo(page).locator('[data-pad]');
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.12);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++) await page.mouse.move(box.x + box.width / 2, box.y + box.height * (0.12 + 0.05 * i));
  await page.mouse.up();
  await expect(rows(page).nth(1)).toContainText('draws the “l”');
  await expect(rows(page).last()).toContainText('Handed over', { timeout: 15_000 });
  expect(await demo(page).locator('[data-strip]').getAttribute('d')).not.toBe(strip);
  await expect(page).toHaveURL(/ink=/);
});

test('the book is taken away as JSON', async ({ page }) => {
  await open(page);
  const arriving = page.waitForEvent('download');
  await act(page, 'json').click();
  const file = JSON.parse(readFileSync(await (await arriving).path(), 'utf8'));
  expect(file.format).toBe('latent-commons/chain');
  expect(file.book).toHaveLength(await rows(page).count());
  expect(file.models).toContain('reader-1');
});

test('a reader that does not arrive is told of, and fetched again', async ({ page, faults }) => {
  faults.allow(/Failed to load resource/);
  await page.route('**/reader.*.bin', (route) => route.abort());
  await page.goto('demos/workshop/');
  await expect(demo(page).locator('.demo-line')).toContainText('could not be loaded');
  await page.unroute('**/reader.*.bin');
  await demo(page).getByRole('button', { name: 'try again' }).click();
  await ended(page);
  await expect(demo(page)).toHaveAttribute('data-state', 'ready');
});

test('the address brings a brief back, and starting over takes it away', async ({ page }) => {
  await open(page, '#ask=black+wide&take=7&guidance=4&patch=swash&rounds=2&word=proof');
  await expect(demo(page).locator('[data-word="black"]')).toHaveAttribute('aria-pressed', 'true');
  await expect(demo(page).getByLabel('seed')).toHaveValue('7');
  await expect(demo(page).getByLabel(/your word/)).toHaveValue('proof');
  await act(page, 'reset').click();
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  await ended(page);
});

test.describe('where motion is welcome', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });
  test('it is watched, paused and goes on', async ({ page }) => {
    await open(page);
    await act(page, 'run').click();
    await expect(act(page, 'run')).toHaveText('pause');
    await expect(rows(page).nth(1)).toBeVisible();
    await act(page, 'run').click();
    await expect(act(page, 'run')).toHaveText('go on');
    const at = await rows(page).count();
    await page.waitForTimeout(1500);
    expect(Math.abs((await rows(page).count()) - at)).toBeLessThanOrEqual(1);
    await act(page, 'run').click();
    await expect(rows(page).last()).toContainText('Handed over', { timeout: 25_000 });
    await expect(act(page, 'run')).toHaveText('watch it run');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('every hand, every round and the book stand, and no control that does nothing', async ({ page }) => {
    await page.goto('demos/workshop/');
    await expect(demo(page).locator('.ws-card')).toHaveCount(6);
    await expect(demo(page).locator('[data-strip]')).toHaveAttribute('d', /^M/);
    expect(await rows(page).count()).toBeGreaterThan(6);
    await expect(demo(page).getByRole('button')).toHaveCount(0);
    await expect(demo(page).getByRole('radio')).toHaveCount(0);
  });
});

test('a thousand turns leave nothing behind', async ({ page }) => {
  test.setTimeout(90_000);
  await open(page);
  const held = await scalesFor(page);
  const work = async (times: number): Promise<void> => {
    await page.evaluate(async (count) => {
      const [seed, step] = [document.querySelector<HTMLInputElement>('lc-workshop [data-control="seed"]')!, document.querySelector<HTMLElement>('lc-workshop [data-act="step"]')!];
      for (let i = 0; i < count; i++) {
        if (i % 3 === 0) step.click();
        else {
          seed.value = String(1 + (i % 50));
          seed.dispatchEvent(new Event('input', { bubbles: true }));
        }
        if (i % 10 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      // So that every time the same book is kept.
      seed.value = '1';
      seed.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }, times);
    await ended(page);
  };
  await work(150);
  const before = await held();
  await work(1000);
  const after = await held();
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 40);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 2);
  expect(after.heap - before.heap).toBeLessThan(2e6);
});
