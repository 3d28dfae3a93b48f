import type { Card } from '../../src/term-cards/data.ts';
import { expect, kinds, test, type Page } from './support.ts';

const card = (page: Page) => page.getByRole('group', { name: 'Glossary card' });
const mention = (page: Page, id: string) => page.locator(`main a[data-term="${id}"]`).first();
/** A term that the tutorial mentions, with a bridge. */
const ID = 'latent-space';
const words = { exact: 'exact', close: 'close', partial: 'partial', 'false-friend': 'false friend' } as const;

const dataOf = async (page: Page, id: string): Promise<Card> => (await page.request.get(`cards/${id}.json`)).json();

/** Expects the open card to say what its file says of a term. */
async function expectCardOf(page: Page, id: string): Promise<void> {
  const { plain, crossings } = await dataOf(page, id);
  const [bridge] = crossings;
  if (!bridge) throw new Error(`${id} has no bridge`);
  await expect(card(page)).toBeVisible();
  for (const text of [plain, bridge.term, words[bridge.relation], bridge.breaks]) await expect(card(page)).toContainText(text);
  await expect(card(page).getByRole('link', { name: bridge.term, exact: true })).toHaveAttribute('href', new RegExp(`/glossary/${bridge.id}/$`));
}

test.beforeEach(async ({ page }) => {
  await page.goto(kinds.tutorial);
});

test('resting the mouse on a term opens its card, and leaving closes it', async ({ page }) => {
  await mention(page, ID).hover();
  await expectCardOf(page, ID);
  await page.mouse.move(2, 2);
  await expect(card(page)).toBeHidden();
});

test('the mouse can go from the word into its card', async ({ page }) => {
  await mention(page, ID).hover();
  await expect(card(page)).toBeVisible();
  await card(page).getByRole('link', { name: 'the whole entry' }).hover();
  await page.waitForTimeout(500);
  await expect(card(page)).toBeVisible();
});

test('reaching a term with the keyboard opens its card, and Escape closes it where the reader is', async ({ page }) => {
  // Focus alone is no sign of interest; a key before it makes it one.
  await page.keyboard.press('Tab');
  await mention(page, ID).focus();
  await expectCardOf(page, ID);
  await expect(mention(page, ID)).toHaveAccessibleDescription(/\w/);
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(mention(page, ID)).toBeFocused();
});

test('Tab goes on through the page with a card open', async ({ page }) => {
  await page.keyboard.press('Tab');
  await mention(page, ID).focus();
  await expect(card(page)).toBeVisible();
  const depth = (): Promise<number> => page.evaluate(() => (document.activeElement?.getBoundingClientRect().top ?? 0) + window.scrollY);
  const start = await depth();
  // A card has three or four links; a trap would keep the keyboard near the word.
  for (let i = 0; i < 25; i++) await page.keyboard.press('Tab');
  expect(await depth()).toBeGreaterThan(start + 300);
});

test('Shift and Tab leaves a card the way it was entered', async ({ page }) => {
  await page.keyboard.press('Tab');
  await mention(page, ID).focus();
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  // Asked of the page: once it is left, the card may be gone before one can ask it.
  await expect(page.getByRole('group', { name: 'Glossary card' }).locator(':focus')).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveCount(1);
});

test('Escape inside a card leads back to the word', async ({ page }) => {
  await page.keyboard.press('Tab');
  await mention(page, ID).focus();
  await expect(card(page)).toBeVisible();
  await card(page).getByRole('link').first().focus();
  await page.keyboard.press('Escape');
  // Long enough for the word, which has the keyboard again, to open its card a second time.
  await page.waitForTimeout(400);
  await expect(card(page)).toBeHidden();
  await expect(mention(page, ID)).toBeFocused();
});

test('a click with the mouse follows the link', async ({ page }) => {
  await mention(page, ID).click();
  await expect(page).toHaveURL(new RegExp(`/glossary/${ID}/$`));
});

test('a card costs one small request, however often it is opened', async ({ page }) => {
  const sizes: number[] = [];
  page.on('response', async (response) => {
    if (response.url().includes('/cards/')) sizes.push((await response.body()).length);
  });
  const links = page.locator('.prose a.term');
  const opened = new Set<string>();
  for (const i of [0, 1, 0, 1]) {
    const id = (await links.nth(i).getAttribute('data-term')) ?? '';
    opened.add(id);
    await links.nth(i).hover();
    await expect(card(page)).toContainText((await dataOf(page, id)).plain);
    await page.mouse.move(2, 2);
    await expect(card(page)).toBeHidden();
  }
  expect(sizes.length).toBe(opened.size);
  for (const size of sizes) expect(size).toBeLessThan(6 * 1024);
});

test('nothing is fetched for cards before anybody is interested', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.reload({ waitUntil: 'networkidle' });
  expect(requests.filter((url) => /\/cards\/|card\./.test(url))).toEqual([]);
});

test('a card stays inside the window', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const i of [0, 3, 6]) {
    const link = page.locator('.prose a.term').nth(i);
    await link.scrollIntoViewIfNeeded();
    await link.hover();
    await expect(card(page)).toBeVisible();
    const box = await card(page).boundingBox();
    expect.soft(box?.x ?? -1, `left of card ${i}`).toBeGreaterThanOrEqual(0);
    expect.soft((box?.x ?? 0) + (box?.width ?? 0), `right of card ${i}`).toBeLessThanOrEqual(360);
    await page.keyboard.press('Escape');
  }
});

test('when the cards do not load, the card says so and the link still leads', async ({ page, faults }) => {
  faults.allow(/Failed to load resource/);
  await page.route('**/cards/*.json', (route) => route.abort());
  await mention(page, ID).hover();
  await expect(card(page)).toContainText('did not load');
  await mention(page, ID).click();
  await expect(page).toHaveURL(new RegExp(`/glossary/${ID}/$`));
});

test('a card that did not load is asked for again at the next interest', async ({ page, faults }) => {
  faults.allow(/Failed to load resource/);
  await page.route('**/cards/*.json', (route) => route.abort(), { times: 1 });
  await mention(page, ID).hover();
  await expect(card(page)).toContainText('did not load');
  await page.mouse.move(2, 2);
  await expect(card(page)).toBeHidden();
  await mention(page, ID).hover();
  await expectCardOf(page, ID);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a tap opens the card instead of the page, and the card leads on', async ({ page }) => {
    const before = page.url();
    await mention(page, ID).tap();
    await expectCardOf(page, ID);
    expect(page.url()).toBe(before);
    await card(page).getByRole('link', { name: 'the whole entry' }).tap();
    await expect(page).toHaveURL(new RegExp(`/glossary/${ID}/$`));
  });

  test('a tap beside the card closes it', async ({ page }) => {
    await mention(page, ID).tap();
    await expect(card(page)).toBeVisible();
    await page.touchscreen.tap(5, 5);
    await expect(card(page)).toBeHidden();
  });
});

test.describe('in a browser without popovers', () => {
  test('a card opens beside its word all the same, and Escape closes it', async ({ page }) => {
    await page.addInitScript(() => {
      delete (HTMLElement.prototype as Partial<HTMLElement>).showPopover;
    });
    await page.reload();
    await mention(page, ID).hover();
    await expectCardOf(page, ID);
    const [word, box] = await Promise.all([mention(page, ID).boundingBox(), card(page).boundingBox()]);
    expect(Math.abs((box?.y ?? 0) - (word?.y ?? 0))).toBeLessThan(400);
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
  });
});
