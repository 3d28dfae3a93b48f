/** What every demonstration owes its readers, tried on each of them: what a new one must pass before anything of its own. */
import { readFileSync } from 'node:fs';
import { demoPath, demos, type DemoId } from '../../src/demos/registry.ts';
import { audit } from './accessibility.ts';
import { expect, overflow, test, type Page } from './support.ts';

const whole = (page: Page, id: DemoId) => page.locator(`lc-${id}`).first();
const line = (page: Page, id: DemoId) => whole(page, id).locator('.demo-line');
const open = (page: Page, id: DemoId, hash = '') => page.goto(`${demoPath(id).slice(1)}${hash}`);
const ready = async (page: Page, id: DemoId, hash = ''): Promise<void> => {
  await open(page, id, hash);
  await expect(whole(page, id)).toHaveAttribute('data-state', 'ready');
  await expect(whole(page, id).locator('.ink.live').first()).toBeVisible();
};

for (const { id } of demos) {
  test.describe(id, () => {
    test('weights that do not arrive leave the figure and can be asked for again', async ({ page, faults }) => {
      faults.allow(/Failed to load resource/);
      await page.route('**/decoder.*.bin', (route) => route.abort());
      await open(page, id);
      await expect(whole(page, id)).toHaveAttribute('data-state', 'failed', { timeout: 15_000 });
      await expect(line(page, id)).toContainText('could not be loaded');
      await expect(whole(page, id).locator('.ink svg').first()).toBeVisible();
      await page.unroute('**/decoder.*.bin');
      await line(page, id).getByRole('button', { name: 'try again' }).click();
      await expect(whole(page, id)).toHaveAttribute('data-state', 'ready');
      await expect(line(page, id)).toHaveText('');
    });

    test('without workers and without WebAssembly it runs all the same', async ({ page }) => {
      test.slow();
      await page.addInitScript(() => {
        Object.defineProperty(window, 'Worker', { value: undefined });
        Object.defineProperty(window, 'WebAssembly', { value: undefined });
      });
      await ready(page, id);
    });

    test('it is taken away as a figure, an SVG and a PNG', async ({ page, context }) => {
      test.slow();
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await ready(page, id);
      for (const [name, head] of [['SVG', '<svg'], ['PNG', 'PNG']] as const) {
        const arriving = page.waitForEvent('download');
        // Where something has to be found first, the line says so until it is.
        await expect(async () => {
          await whole(page, id).getByRole('button', { name, exact: true }).click();
          await expect(line(page, id)).toContainText('Saved', { timeout: 3_000 });
        }).toPass();
        const download = await arriving;
        expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${name.toLowerCase()}$`));
        const text = readFileSync(await download.path(), 'latin1');
        expect(text.slice(0, 200)).toContain(head);
        expect(text.length).toBeGreaterThan(1000);
      }
      await whole(page, id).getByRole('button', { name: 'copy as figure' }).click();
      await expect(line(page, id)).toContainText('Copied');
      const figure = await page.evaluate(() => navigator.clipboard.readText());
      expect(figure).toMatch(/^<figure>\n<svg [^>]*role="img" aria-label="[^"]{10,}"/);
      expect(figure).toContain(`/demos/${id}/`);
    });

    test('a finger finds every control, and each is named', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await ready(page, id);
      expect(await overflow(page)).toBe(0);
      const small = await whole(page, id).evaluate((root) => [...root.querySelectorAll<HTMLElement>('button, input, select, textarea, summary')].flatMap((control) => {
        // A mark on a map is dragged anywhere on it, and its inputs are for keys alone.
        if (!control.checkVisibility({ opacityProperty: false }) || control.closest('[data-handle]')) return [];
        const boxes = [control, control.closest('label'), ...((control as HTMLInputElement).labels ?? [])].flatMap((box) => (box ? [box.getBoundingClientRect()] : []));
        const { width, height } = boxes.reduce((most, box) => ({ width: Math.max(most.width, box.width), height: Math.max(most.height, box.height) }), { width: 0, height: 0 });
        const named = (control.getAttribute('aria-label') ?? control.getAttribute('aria-labelledby') ?? (control as HTMLInputElement).labels?.[0]?.textContent ?? control.textContent ?? '').trim();
        return height < 43.5 || width < 24 || !named ? [`${control.outerHTML.slice(0, 120)}: ${Math.round(width)} × ${Math.round(height)}`] : [];
      }));
      expect(small).toEqual([]);
    });

    test('what changes is told in a live region', async ({ page }) => {
      await ready(page, id);
      expect(await whole(page, id).locator('[aria-live="polite"], output, [role="status"]:not(.demo-line)').count()).toBeGreaterThan(0);
    });

    for (const [width, colorScheme] of [[1280, 'dark'], [390, 'light']] as const) {
      test(`an audit passes when it is alive, in ${colorScheme}, ${width} px wide`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 844 });
        await ready(page, id);
        expect(await audit(page)).toEqual([]);
      });
    }
  });
}

test.describe('at the ends of their scales', () => {
  for (const [id, hash] of [['restraint', '#psi=0'], ['restraint', '#psi=2'], ['out-of-noise', '#guidance=0']] as const) {
    test(`an audit passes at ${id}${hash}`, async ({ page }) => {
      await ready(page, id, hash);
      expect(await audit(page)).toEqual([]);
    });
  }
});
