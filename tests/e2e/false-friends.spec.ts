import { expect, kinds, test, type Page } from './support.ts';

const card = (page: Page, n = 0) => page.locator('.card').nth(n);
const turn = (page: Page, n = 0) => card(page, n).getByRole('button', { name: /^turn over/ });

test.beforeEach(async ({ page }) => {
  await page.goto(kinds['false friends']);
});

test('every false friend of the map is a card, and no other bridge', async ({ page }) => {
  const cards = await page.locator('.card').count();
  await page.goto(`${kinds.bridges}?relation=false-friend`);
  await expect(page.locator('.in-words li:visible')).toHaveCount(cards);
});

test('a card shows the lab’s side first, and the studio’s when it is turned', async ({ page }) => {
  const [front, back] = [card(page).locator('.face.technical'), card(page).locator('.face.creative')];
  await expect(front).toBeVisible();
  await expect(back).toBeHidden();
  await expect(turn(page)).toHaveAttribute('aria-pressed', 'false');
  await turn(page).click();
  await expect(back).toBeVisible();
  await expect(front).toBeHidden();
  await expect(back).toContainText('what goes wrong');
  await expect(turn(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(card(page, 1).locator('.face.technical')).toBeVisible();
});

for (const key of ['Enter', 'Space']) {
  test(`${key} turns a card, and turns it back`, async ({ page }) => {
    await turn(page).focus();
    await page.keyboard.press(key);
    await expect(card(page).locator('.face.creative')).toBeVisible();
    await expect(turn(page)).toBeFocused();
    await page.keyboard.press(key);
    await expect(card(page).locator('.face.technical')).toBeVisible();
  });
}

test('a click anywhere on a card turns it, but its word is a link', async ({ page }) => {
  await card(page).locator('.face.technical .face-plain').click();
  await expect(card(page).locator('.face.creative')).toBeVisible();
  await card(page).locator('.face.creative .face-word a').click();
  await expect(page).toHaveURL(/\/glossary\/[a-z-]+\/$/);
});

test('the side underneath cannot be reached with the keyboard', async ({ page }) => {
  await turn(page).focus();
  await page.keyboard.press('Tab');
  await expect(card(page).locator('.face.technical a')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(turn(page, 1)).toBeFocused();
});

test('all cards turn together, and back', async ({ page }) => {
  const all = page.getByRole('button', { name: 'turn them all' });
  const count = await page.locator('.card').count();
  await turn(page, 2).click();
  await all.click();
  await expect(page.locator('.card .face.creative:visible')).toHaveCount(count);
  await expect(all).toHaveAttribute('aria-pressed', 'true');
  await all.click();
  await expect(page.locator('.card .face.technical:visible')).toHaveCount(count);
  await expect(all).toHaveAttribute('aria-pressed', 'false');
});

test('turning does not change the size of a card', async ({ page }) => {
  const before = await card(page).boundingBox();
  await turn(page).click();
  expect(await card(page).boundingBox()).toEqual(before);
});

test('with motion a card turns in depth; asked for less, it changes at once', async ({ page }) => {
  const face = card(page).locator('.face.creative');
  const rest = (): Promise<string> => face.evaluate((element) => getComputedStyle(element).transform);
  expect(await rest()).toBe('none');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await rest()).toContain('matrix3d');
  await turn(page).click();
  await expect.poll(rest).toMatch(/^none|matrix\(1, 0, 0, 1, 0, 0\)/);
  await expect(face).toBeVisible();
});

test('where the script does not come, both sides can be read after all', async ({ page, faults }) => {
  faults.allow(/Failed to load resource/);
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(kinds['false friends']);
  await expect(card(page).locator('.face.technical')).toBeVisible();
  await expect(card(page).locator('.face.creative')).toBeVisible({ timeout: 10_000 });
  const [front, back] = await Promise.all([card(page).locator('.face.technical').boundingBox(), card(page).locator('.face.creative').boundingBox()]);
  expect(back?.y).toBeGreaterThanOrEqual((front?.y ?? 0) + (front?.height ?? 0));
});
