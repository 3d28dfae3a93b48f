import { across, inkOf, open, ready, status } from './letterform-map.ts';
import { expect, kinds, test } from './support.ts';

test.describe('loading', () => {
  test('nothing of the model is fetched before the reader comes near', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => void (/decoder|styles.*\.bin|manifest\..*json|worker/.test(request.url()) && asked.push(request.url())));
    await page.goto(kinds.tutorial, { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);
    await expect(page.locator('lc-letterform-map').first()).not.toHaveAttribute('data-state', /./);
    await page.locator('lc-letterform-map').first().scrollIntoViewIfNeeded();
    await ready(page);
    expect(asked.some((url) => url.includes('decoder'))).toBe(true);
  });

  test('with Save-Data, nothing is fetched until it is asked for', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    const asked: string[] = [];
    page.on('request', (request) => void (/decoder|\/element\./.test(request.url()) && asked.push(request.url())));
    await page.goto(kinds.demo, { waitUntil: 'networkidle' });
    await expect(status(page)).toContainText('save data');
    expect(asked).toEqual([]);
    await page.getByRole('button', { name: /load it, \d\.\d MB/ }).click();
    await ready(page);
  });

  test('two demos on a page share one engine', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => void (request.url().includes('decoder') && asked.push(request.url())));
    await page.goto(kinds.tutorial);
    for (const i of [0, 1]) {
      await page.locator('lc-letterform-map').nth(i).scrollIntoViewIfNeeded();
      await ready(page, i);
    }
    expect(asked).toHaveLength(1);
  });

  for (const [what, handle] of [
    ['weights that do not arrive', { abort: true }],
    ['weights cut short', { cut: true }],
  ] as const) {
    test(`${what} leave the figure, say so in one line, and can be asked for again`, async ({ page, faults }) => {
      faults.allow(/Failed to load resource/);
      await page.route('**/decoder.*.bin', async (route) => {
        if ('abort' in handle) return route.abort();
        const response = await route.fetch();
        return route.fulfill({ response, body: (await response.body()).subarray(0, 1000) });
      }, { times: 1 });
      await page.goto(kinds.demo);
      await expect(page.locator('lc-letterform-map')).toHaveAttribute('data-state', 'failed');
      await expect(status(page)).toContainText(/could not be loaded|damaged/);
      await expect(page.locator('[data-view="word"] svg')).toBeVisible();
      await status(page).getByRole('button', { name: 'try again' }).click();
      await ready(page);
      await expect(status(page)).toHaveText('');
    });
  }

  test('a script that does not arrive is told, and fetched again', async ({ page, faults }) => {
    faults.allow(/Failed to load resource/);
    await page.route('**/element.*.js', (route) => route.abort(), { times: 1 });
    await page.goto(kinds.demo);
    await expect(status(page)).toContainText('script did not arrive');
    await status(page).getByRole('button', { name: 'try again' }).click();
    // A browser that remembers the failure offers the whole page instead.
    const reload = status(page).getByRole('button', { name: 'load the page again' });
    const alive = page.locator('lc-letterform-map[data-state="ready"]').first();
    await expect(reload.or(alive).first()).toBeVisible();
    if (await reload.isVisible()) await reload.click();
    await ready(page);
  });

  test('without workers and without WebAssembly it runs all the same', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'Worker', { value: undefined });
      Object.defineProperty(window, 'WebAssembly', { value: undefined });
    });
    await open(page);
    const before = await inkOf(page, 'word');
    await across(page).fill('2');
    await expect.poll(async () => (await inkOf(page, 'word')).print).not.toBe(before.print);
  });

  test('what is drawn live stands where the drawn figure stood, and nothing moves', async ({ page, faults }) => {
    // Letters that arrive late can move lines as well, which is another matter.
    faults.allow(/Failed to load resource/);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
    });
    await page.route('**/*.woff2', (route) => route.abort());
    for (const path of [kinds.home, kinds.demo]) {
      await page.goto(path);
      const drawn = await page.locator('.ink svg path').first().evaluate((path) => JSON.stringify(path.getBoundingClientRect().toJSON()));
      await ready(page);
      const live = await page.locator('.ink canvas').first().evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
        const { left, top, width } = canvas.getBoundingClientRect();
        const scale = width / canvas.width;
        const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        const found = { left: Infinity, top: Infinity, right: 0, bottom: 0 };
        for (let i = 0; i < canvas.width * canvas.height; i++) {
          if ((data[4 * i + 3] ?? 0) < 128) continue;
          const [x, y] = [i % canvas.width, Math.floor(i / canvas.width)];
          Object.assign(found, { left: Math.min(found.left, x), top: Math.min(found.top, y), right: Math.max(found.right, x + 1), bottom: Math.max(found.bottom, y + 1) });
        }
        return { left: left + found.left * scale, top: top + found.top * scale, right: left + found.right * scale, bottom: top + found.bottom * scale };
      });
      const before: Record<'left' | 'top' | 'right' | 'bottom', number> = JSON.parse(drawn);
      for (const side of ['left', 'top', 'right', 'bottom'] as const) expect.soft(Math.abs(live[side] - before[side]), `${path}: ${side}`).toBeLessThan(4);
      expect.soft(await page.evaluate(() => (window as Window & { shifts?: number[] }).shifts), path).toEqual([]);
    }
  });
});
