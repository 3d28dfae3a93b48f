import { expect, kinds, test } from './support.ts';
for (const [kind, path] of Object.entries(kinds)) test(`page ${kind}`, async ({ page }) => { await page.goto(path); await expect(page.locator('h1')).toHaveCount(1); });
