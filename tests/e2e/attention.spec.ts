/** Where the words fall: words turned up, down and off, by mouse and keyboard, and what is heard of them. */
import { scalesFor } from './held.ts';
import { expect, overflow, test, type Page } from './support.ts';

const demo = (page: Page) => page.locator('lc-attention').first();
const out = (page: Page, name: string) => demo(page).locator(`[data-out="${name}"]`);
const row = (page: Page, name: string) => demo(page).locator('.at-grid tbody tr:visible', { hasText: name });
const chip = (page: Page, name: string) => demo(page).getByRole('button', { name, exact: true });
const turn = (page: Page, name: string) => demo(page).getByRole('group', { name, exact: true });
const open = async (page: Page, hash = ''): Promise<void> => {
  await page.goto(`demos/attention/${hash}`);
  await expect(demo(page)).toHaveAttribute('data-state', 'ready');
  await expect(demo(page).locator('.ink.live')).toHaveCount(2);
};

test('a word that is off is not listened to, and turned on again it is', async ({ page }) => {
  await open(page);
  await expect(row(page, 'black').locator('[data-mean]')).toHaveText('0\u00a0%');
  await expect(out(page, 'change')).toContainText('lighter by');
  const loud = turn(page, 'black').getByRole('slider', { name: 'how loud' });
  await loud.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await expect(loud).toHaveAttribute('aria-valuetext', '× 1, as written');
  await expect(out(page, 'change')).toHaveText('No word is turned, so both are the same.');
  await expect(row(page, 'black').locator('[data-mean]')).not.toHaveText('0\u00a0%');
  expect(await out(page, 'written').textContent()).toBe(await out(page, 'weighted').textContent());
});

test('a word is off at some passes only, and the table shows at which', async ({ page }) => {
  await open(page, '#turn=narrow*0*1*8&pass=8');
  const mean = row(page, 'narrow').locator('[data-mean]');
  await expect(mean).toHaveText('0\u00a0%');
  await expect(turn(page, 'narrow')).toContainText('off at passes 1 to 8');
  await demo(page).getByRole('slider', { name: /timestep/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(mean).not.toHaveText('0\u00a0%');
  await expect(page).toHaveURL(/pass=9/);
  await turn(page, 'narrow').getByLabel('to', { exact: true }).fill('12');
  await expect(turn(page, 'narrow')).toContainText('off at passes 1 to 12');
  await expect(mean).toHaveText('0\u00a0%');
});

test('shares of every part are told in figures, and are out of one', async ({ page }) => {
  await open(page);
  const parts = await row(page, 'no word').locator('[data-share]').count();
  expect(parts).toBe(16);
  const shares = await demo(page).locator('.at-grid tbody tr:visible').evaluateAll((rows) => rows.map((each) => [...each.querySelectorAll('[data-share]')].map((cell) => parseInt(cell.textContent ?? '', 10))));
  for (let part = 0; part < parts; part++) {
    const sum = shares.reduce((total, each) => total + (each[part] ?? 0), 0);
    expect(Math.abs(sum - 100)).toBeLessThanOrEqual(2);
  }
});

test('no more than four words are asked for, and one that goes takes its turn with it', async ({ page }) => {
  await open(page);
  await chip(page, 'tall').click();
  await expect(turn(page, 'tall')).toBeVisible();
  await chip(page, 'display').click();
  await expect(demo(page).locator('.demo-line')).toContainText('No more than 4 words');
  await expect(chip(page, 'display')).toHaveAttribute('aria-pressed', 'false');
  await chip(page, 'black').click();
  await expect(turn(page, 'black')).toBeHidden();
  await expect(out(page, 'change')).toContainText('No word is turned');
  await chip(page, 'black').click();
  await expect(turn(page, 'black')).toContainText('× 1, as written');
});

test('the address brings everything back', async ({ page }) => {
  await open(page, '#ask=thin+wide&turn=wide*2.5*4*9&take=12&pass=6');
  await expect(chip(page, 'thin')).toHaveAttribute('aria-pressed', 'true');
  await expect(turn(page, 'wide')).toContainText('× 2.5, turned up at passes 4 to 9');
  await expect(demo(page).getByRole('spinbutton', { name: 'seed or take' })).toHaveValue('12');
  await expect(out(page, 'at')).toHaveText('at pass 6');
  await demo(page).getByRole('button', { name: 'start over' }).click();
  await expect(chip(page, 'black')).toHaveAttribute('aria-pressed', 'true');
});

test('nothing is left behind by a thousand turns', async ({ page }) => {
  test.slow();
  await open(page);
  const weigh = await scalesFor(page);
  const work = async (turns: number): Promise<void> => {
    await page.evaluate(async (count) => {
      const sliders = [...document.querySelectorAll<HTMLInputElement>('lc-attention [data-control="weight"], lc-attention [data-control="step"]')];
      for (let i = 0; i < count; i++) {
        const slider = sliders[i % 3]!;
        slider.value = String((i * 7) % 5);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        if (i % 10 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }, turns);
    await page.waitForTimeout(1000);
  };
  await work(200);
  const before = await weigh();
  await work(1000);
  const after = await weigh();
  expect(after.nodes - before.nodes).toBeLessThan(300);
  expect(after.heap - before.heap).toBeLessThan(3e6);
});

test('all of it fits a small window', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  expect(await overflow(page)).toBe(0);
});
