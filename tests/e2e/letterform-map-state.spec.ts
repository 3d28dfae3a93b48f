import { readFileSync } from 'node:fs';
import { across, inkOf, open, ready, status, word } from './letterform-map.ts';
import { expect, kinds, test } from './support.ts';

test.describe('the address', () => {
  test('holds the state over reload, and for whoever it is sent to', async ({ page, context }) => {
    await open(page);
    expect(new URL(page.url()).hash).toBe('');
    await word(page).fill('Hamburg & co');
    await across(page).fill('2');
    await page.getByRole('slider', { name: /in-between/ }).fill('0.2');
    await page.locator('.lm-strip-ways').getByText('slerp').click();
    await expect(page).toHaveURL(/word=Hamburg\+%26\+co/);
    await expect(page).toHaveURL(/way=slerp/);
    await page.reload();
    await ready(page);
    await expect(word(page)).toHaveValue('Hamburg & co');
    await expect(across(page)).toHaveValue('2');
    const other = await context.newPage();
    await other.goto(page.url());
    await ready(other);
    expect((await inkOf(other, 'lerp')).print).toBe((await inkOf(page, 'lerp')).print);
  });

  test('leads back, and starting over leads to the beginning', async ({ page }) => {
    await open(page);
    await word(page).fill('north');
    await expect(page).toHaveURL(/word=north/);
    await page.waitForTimeout(1600);
    await word(page).fill('south');
    await expect(page).toHaveURL(/word=south/);
    await page.goBack();
    await expect(word(page)).toHaveValue('north');
    await page.goBack();
    await expect(word(page)).toHaveValue('between');
    await page.goForward();
    await expect(word(page)).toHaveValue('north');
    await page.getByRole('button', { name: 'start over' }).click();
    await expect(word(page)).toHaveValue('between');
    await expect.poll(() => new URL(page.url()).hash).toBe('');
  });

  test('with nonsense in it shows the figure as it began', async ({ page }) => {
    await page.goto(`${kinds.demo}#at=here&t=9e9&way=%3Cb%3E&a=1,2,3`);
    await ready(page);
    await expect(word(page)).toHaveValue('between');
  });

  test('in a text is left alone, and the link to the whole map takes the state along', async ({ page }) => {
    await page.goto(kinds.tutorial);
    await page.locator('lc-letterform-map').first().scrollIntoViewIfNeeded();
    await ready(page);
    await word(page).fill('elsewhere');
    await page.waitForTimeout(400);
    expect(new URL(page.url()).hash).toBe('');
    await page.locator('lc-letterform-map').first().getByRole('link', { name: /the whole map/ }).click();
    await ready(page);
    await expect(word(page)).toHaveValue('elsewhere');
  });
});

test.describe('taking it away', () => {
  test('as an SVG and a PNG of the word', async ({ page }) => {
    await open(page);
    await word(page).fill('north');
    for (const [name, head] of [['SVG', '<svg'], ['PNG', 'PNG']] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
      expect(download.suggestedFilename()).toBe(`north-letterforms.${name.toLowerCase()}`);
      const text = readFileSync(await download.path(), 'latin1');
      expect(text.slice(0, 8)).toContain(head);
      expect(text.length).toBeGreaterThan(1000);
      await expect(status(page)).toContainText(`Saved as a${name === 'SVG' ? 'n SVG' : ' PNG'}`);
    }
  });

  test('as a figure with caption and description', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page);
    await page.getByRole('button', { name: 'copy as figure' }).click();
    await expect(status(page)).toContainText('Copied');
    const figure = await page.evaluate(() => navigator.clipboard.readText());
    expect(figure).toMatch(/^<figure>\n<svg [^>]*role="img" aria-label="The word “between”: weight[^"]*">/);
    expect(figure).toContain('<figcaption>“between”, drawn by the model letterforms-1 of Latent Commons at column');
  });
});
