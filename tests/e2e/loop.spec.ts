/** The loop: picking, varying and breeding by mouse and keyboard, and a record that can be kept, opened and printed. */
import { readFileSync } from 'node:fs';
import { scalesFor } from './held.ts';
import { expect, overflow, test, type Page } from './support.ts';

const demo = (page: Page) => page.locator('lc-loop').first();
const line = (page: Page) => demo(page).locator('.demo-line');
const rows = (page: Page) => demo(page).locator('.lp-row');
const button = (page: Page, name: string | RegExp) => demo(page).getByRole('button', { name });
const ready = async (page: Page): Promise<void> => {
  await expect(demo(page)).toHaveAttribute('data-state', 'ready');
  await expect(demo(page).locator('.ink:not(.live)')).toHaveCount(0);
};
const open = async (page: Page, hash = ''): Promise<void> => {
  await page.goto(`demos/loop/${hash}`);
  await ready(page);
};
/** Pixels of the eight, as one number each. */
const prints = (page: Page): Promise<number[]> => demo(page).locator('.lp-sheet canvas').evaluateAll((all) => all.map((canvas) => {
  const { width, height } = canvas as HTMLCanvasElement;
  const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  let print = 0;
  for (let i = 3; i < pixels.length; i += 4) print = (Math.imul(print, 31) + (pixels[i] ?? 0)) | 0;
  return print;
}));
/** The same, once they have come to rest. */
async function settled(page: Page): Promise<number[]> {
  let last: number[] = [];
  await expect(async () => {
    const now = await prints(page);
    const same = now.length === 8 && now.join() === last.join();
    last = now;
    expect(same).toBe(true);
  }).toPass();
  return last;
}
const fresh = '#log=f&seed=41&at=0&pick=';

test('one is varied, two are bred, and the tree says who decided it', async ({ page }) => {
  await open(page, fresh);
  await expect(rows(page)).toHaveCount(1);
  await button(page, /^Pick 1\.3/).click();
  await button(page, /mutate/).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(0)).toContainText('picked 1.3, varied into sheet 2');
  await expect(rows(page).nth(1)).toContainText('seed 42');
  await button(page, /^Pick 2\.1/).click();
  await button(page, 'Sheet 1').click();
  await button(page, /^Pick 1\.7/).click();
  await button(page, /cross over/).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(2)).toContainText('2.1 × 1.7');
  await expect(rows(page).nth(2).getByRole('button', { name: 'Sheet 3' })).toHaveAttribute('aria-current', 'true');
  await expect(page).toHaveURL(/log=f_v1\.3-35_b2\.1-1\.7-35-t/);
});

test('a reload draws the same eight again, and going back unmakes a step', async ({ page }) => {
  await open(page, fresh);
  await button(page, /^Pick 1\.2/).click();
  await button(page, /mutate/).click();
  await expect(page).toHaveURL(/log=f_v1\.2/);
  await ready(page);
  const before = await settled(page);
  expect(new Set(before).size).toBe(8);
  await page.reload();
  await ready(page);
  expect(await settled(page)).toEqual(before);
  await page.goBack();
  await expect(rows(page)).toHaveCount(1);
});

test('what cannot be asked for says why', async ({ page }) => {
  await open(page, fresh);
  // They say so themselves, and can be reached, though they are marked as switched off.
  await button(page, /cross over/).focus();
  await page.keyboard.press('Enter');
  await expect(line(page)).toContainText('Breeding takes two, and nothing is picked.');
  await button(page, 'take the last sheet back').focus();
  await page.keyboard.press('Enter');
  await expect(line(page)).toContainText('The first sheet stays.');
});

test('a sheet is taken back, and its parent is picked again', async ({ page }) => {
  await open(page, fresh);
  await button(page, /^Pick 1\.4/).click();
  await button(page, /mutate/).click();
  await expect(rows(page)).toHaveCount(2);
  await button(page, 'take the last sheet back').click();
  await expect(rows(page)).toHaveCount(1);
  await expect(button(page, /^Pick 1\.4/)).toHaveAttribute('aria-pressed', 'true');
});

test('one is crossed out by keyboard, and what has children is not', async ({ page }) => {
  await open(page, fresh);
  await button(page, 'Cross out 1.8').focus();
  await page.keyboard.press('Enter');
  await expect(button(page, /^Pick 1\.8, crossed out/)).toBeVisible();
  await expect(rows(page).first()).toContainText('crossed out 1.8');
  await button(page, /^Pick 1\.1/).focus();
  await page.keyboard.press('Space');
  await button(page, /mutate/).focus();
  await page.keyboard.press('Enter');
  await button(page, 'Sheet 1').focus();
  await page.keyboard.press('Enter');
  await expect(button(page, /^Pick 1\.1, which has children/)).toBeVisible();
  await expect(demo(page).getByRole('button', { name: 'Cross out 1.1' })).toHaveCount(0);
});

test('the record is saved, and opened again by somebody else', async ({ page, context }) => {
  await open(page, fresh);
  await button(page, /^Pick 1\.5/).click();
  await button(page, /mutate/).click();
  await ready(page);
  const before = await settled(page);
  const arriving = page.waitForEvent('download');
  await button(page, 'save the record, JSON').click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe('lineage-letterforms-lineage.json');
  const text = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'latent-commons/lineage', seed: 41, sheets: [{ chosen: ['1.5'] }, { how: 'vary', from: ['1.5'], by: 'person' }] });
  const other = await context.newPage();
  await open(other);
  await other.getByLabel('open a record').setInputFiles({ name: 'kept.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(line(other)).toContainText('Opened: 2 sheets');
  await expect(rows(other)).toHaveCount(2);
  await ready(other);
  expect(await settled(other)).toEqual(before);
});

test('a file that is no record is refused, and nothing is lost', async ({ page }) => {
  await open(page, fresh);
  await button(page, /^Pick 1\.5/).click();
  const files: [text: string, says: string][] = [['{"format": "something"}', 'format: expected'], ['no JSON at all', 'line 1, column 1'], ['\u0000\u0001', 'not JSON']];
  for (const [text, says] of files) {
    await page.getByLabel('open a record').setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(line(page)).toContainText('“bad.json” was not opened, and nothing has changed.');
    await expect(line(page)).toContainText(says);
  }
  await expect(button(page, /^Pick 1\.5/)).toHaveAttribute('aria-pressed', 'true');
});

test('a tree that outgrows its address says so', async ({ page }) => {
  const log = ['f', ...Array.from({ length: 43 }, (_, i) => `v${i + 1}.1-35`)].join('_');
  await open(page, `#log=${log}&seed=41&at=43&pick=`);
  const count = await rows(page).count();
  expect(count).toBe(44);
  for (let i = 0; i < 4; i++) {
    await button(page, /^Pick \d+\.3/).click();
    await button(page, /mutate/).click();
  }
  await expect(rows(page)).toHaveCount(count + 4);
  await expect(line(page)).toContainText('outgrown its address');
});

test('what is read aloud is measured of the last pick', async ({ page }) => {
  await open(page, fresh);
  const reading = demo(page).locator('[data-out="reading"]');
  await expect(reading).toContainText(/^1\.1, not picked: weight/);
  await button(page, /^Pick 1\.6/).click();
  await expect(reading).toContainText(/^1\.6: weight/);
});

test('paper gets the tree as it stands, with the letters drawn', async ({ page }) => {
  await open(page, fresh);
  await button(page, /^Pick 1\.2/).click();
  await button(page, /mutate/).click();
  await ready(page);
  await settled(page);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const drawn = demo(page).locator('.ink svg path');
  const lengths = await drawn.evaluateAll((all) => all.map((path) => path.getAttribute('d')?.length ?? 0));
  expect(lengths.length).toBeGreaterThan(9);
  expect(Math.min(...lengths)).toBeGreaterThan(200);
  await expect(rows(page).nth(0)).toContainText('picked 1.2, varied into sheet 2');
});

test('nothing is left behind by a thousand picks', async ({ page }) => {
  test.slow();
  await open(page, fresh);
  const weigh = await scalesFor(page);
  const work = (turns: number): Promise<void> => page.evaluate(async (count) => {
    const cells = [...document.querySelectorAll<HTMLElement>('lc-loop .lp-pick')];
    const [mutate, back] = ['vary', 'withdraw'].map((act) => document.querySelector<HTMLElement>(`lc-loop [data-act="${act}"]`));
    for (let i = 0; i < count; i++) {
      cells[i % 8]?.click();
      if (i % 8 === 7) {
        cells[6]?.click();
        mutate?.click();
        back?.click();
      }
      if (i % 10 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, turns);
  await work(200);
  await settled(page);
  const before = await weigh();
  await work(1000);
  await settled(page);
  const after = await weigh();
  expect(after.nodes - before.nodes).toBeLessThan(300);
  expect(after.heap - before.heap).toBeLessThan(3e6);
});

test('a tree fits a small window', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  expect(await overflow(page)).toBe(0);
});
