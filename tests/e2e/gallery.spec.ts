/** The list of demonstrations: what each print shows is what its link opens. */
import { demoPath, demos } from '../../src/demos/registry.ts';
import { expect, overflow, test } from './support.ts';

for (const { id } of demos) {
  test(`${id}: its prints open it where they were taken`, async ({ page }) => {
    test.slow();
    await page.goto('demos/');
    const links = page.locator(`.stills a[href*="${demoPath(id)}"]`);
    await expect(links).toHaveCount(5);
    const hrefs = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(new Set(hrefs).size).toBe(5);
    for (const path of await links.locator('svg').evaluateAll((all) => all.map((svg) => svg.innerHTML.length))) expect(path).toBeGreaterThan(200);
    for (const href of [hrefs[0]!, hrefs[4]!]) {
      await page.goto('about:blank');
      await page.goto(href);
      const demo = page.locator(`lc-${id}`).first();
      await expect(demo).toHaveAttribute('data-state', 'ready');
      expect(page.url()).toBe(href);
      // There is something to go back from, unless it is the state it begins with.
      const reset = demo.getByRole('button', { name: 'start over' });
      if (new URL(href).hash) await expect(reset).toBeEnabled();
      else await expect(demo.locator('.ink.live').first()).toBeVisible();
    }
  });
}

test('each print is a link with a name, and can be reached and opened by keyboard', async ({ page }) => {
  await page.goto('demos/');
  const link = page.locator('.stills a[href*="restraint"]').last();
  await expect(link).toHaveAccessibleName('ψ 2');
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/restraint\/#psi=2$/);
});

test('the prints fit a small window', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('demos/');
  expect(await overflow(page)).toBe(0);
  for (const box of await page.locator('.stills li:visible a').evaluateAll((all) => all.map((link) => link.getBoundingClientRect().height))) expect(box).toBeGreaterThanOrEqual(44);
});
