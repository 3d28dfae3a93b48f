import { readFileSync } from 'node:fs';
import { audit } from './accessibility.ts';
import { choose, expect, kinds, overflow, test, type Page } from './support.ts';

const map = (page: Page) => page.locator('.lm-map').first();
const word = (page: Page) => page.getByLabel(/your word/).first();
const reading = (page: Page) => page.locator('[data-out="reading"]').first();
const across = (page: Page, mark = 'The hand') => page.getByRole('slider', { name: `${mark}, across` }).first();
const down = (page: Page, mark = 'The hand') => page.getByRole('slider', { name: `${mark}, down` }).first();
const status = (page: Page) => page.locator('.demo-line').first();

async function ready(page: Page, demo = 0): Promise<void> {
  await expect(page.locator('lc-letterform-map').nth(demo)).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('lc-letterform-map').nth(demo).locator('.ink:not(.live)')).toHaveCount(0);
}

async function open(page: Page, path: string = kinds.demo): Promise<void> {
  await page.goto(path);
  await ready(page);
}

/** What a box shows: a print of its pixels, and how much of its ink is neither full nor none. */
function inkOf(page: Page, view: string): Promise<{ print: number; inked: number; grey: number }> {
  return page.locator(`[data-view="${view}"] canvas`).first().evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    let [print, full, grey] = [0, 0, 0];
    for (let i = 3; i < pixels.length; i += 4) {
      const alpha = pixels[i] ?? 0;
      print = (Math.imul(print, 31) + alpha) | 0;
      if (alpha > 240) full++;
      else if (alpha > 15) grey++;
    }
    return { print, inked: full + grey, grey: grey / Math.max(1, full + grey) };
  });
}

/** Drags across the map with the mouse, in shares of its size. */
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await map(page).evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
  const box = await map(page).boundingBox();
  if (!box) throw new Error('the map is not to be seen');
  const at = ([x, y]: readonly [number, number]): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 6 });
  await page.mouse.up();
}

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

test.describe('the map', () => {
  test('the word follows the mouse, and the reading follows the word', async ({ page }) => {
    await open(page);
    const [before, said] = [await inkOf(page, 'word'), await reading(page).innerText()];
    await drag(page, [0.5, 0.5], [0.02, 0.03]);
    await expect(across(page)).toHaveValue('0');
    expect((await inkOf(page, 'word')).print).not.toBe(before.print);
    await expect(reading(page)).not.toHaveText(said);
    await expect(reading(page)).toContainText('weight');
  });

  test('the word follows the keys, and the axis that moves has the focus', async ({ page }) => {
    await open(page);
    await across(page).focus();
    await page.keyboard.press('Home');
    await expect(across(page)).toHaveValue('0');
    await page.keyboard.press('ArrowRight');
    await expect(across(page)).toHaveValue('0.5');
    await page.keyboard.press('PageDown');
    await expect(across(page)).toHaveValue('4.5');
    await page.keyboard.press('End');
    await expect(across(page)).toHaveValue('23');
    await page.keyboard.press('ArrowUp');
    await expect(down(page)).toBeFocused();
    await page.keyboard.press('End');
    await expect(down(page)).toHaveValue('15');
    await expect(down(page)).toHaveAttribute('aria-valuetext', 'column 24.0 of 24, row 16.0 of 16');
    await expect(page.locator('.lm-mark-at .lm-focus')).not.toHaveCSS('stroke', 'none');
  });

  test('its ends are picked with the mouse and with keys', async ({ page }) => {
    await open(page);
    const before = await inkOf(page, 'a');
    await across(page, 'Point A').focus();
    await page.keyboard.press('End');
    await expect(across(page, 'Point A')).toHaveValue('23');
    await expect.poll(async () => (await inkOf(page, 'a')).print).not.toBe(before.print);
    const mark = await page.locator('.lm-mark-b').evaluate((element) => ['x', 'y'].map((name) => Number.parseFloat(element.getAttribute(name) ?? '') / 100));
    await drag(page, [mark[0] ?? 0, mark[1] ?? 0], [0.3, 0.9]);
    expect(Number(await down(page, 'Point B').inputValue())).toBeGreaterThan(12);
  });

  test.describe('by touch', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

    test('a finger moves the hand and not the page', async ({ page }) => {
      await open(page);
      await map(page).scrollIntoViewIfNeeded();
      const [box, scrolled] = [await map(page).boundingBox(), await page.evaluate(() => window.scrollY)];
      if (!box) throw new Error('the map is not to be seen');
      await page.touchscreen.tap(box.x + box.width * 0.98, box.y + box.height * 0.97);
      await expect(across(page)).toHaveValue('23');
      expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
      await expect(map(page)).toHaveCSS('touch-action', 'none');
      // Beside it the page scrolls: the map does not fill the window from edge to edge.
      expect(box.x).toBeGreaterThan(12);
      expect(box.height).toBeLessThan(422);
    });
  });
});

test.describe('a reader’s own word', () => {
  test('is drawn', async ({ page }) => {
    await open(page);
    const before = await inkOf(page, 'word');
    await word(page).fill('Quartz');
    await expect.poll(async () => (await inkOf(page, 'word')).print).not.toBe(before.print);
    await expect.poll(async () => (await inkOf(page, 'strip-8')).inked).toBeGreaterThan(100);
  });

  test('keeps what the model does not know, and says so', async ({ page }) => {
    await open(page);
    await word(page).fill('Łódź');
    await expect(page.locator('[data-out="word"]')).toHaveText('The model never learned “Ł”, “ó” or “ź”: left out.');
    await expect(word(page)).toHaveValue('Łódź');
    await word(page).fill('');
    await expect(page.locator('[data-out="word"]')).toContainText('Type a word');
    await expect.poll(async () => (await inkOf(page, 'word')).inked).toBe(0);
  });
});

test.describe('between two points', () => {
  test('the in-betweens are one word in full ink, the cross-fade is two in half', async ({ page }) => {
    await open(page);
    const [lerp, slerp, fade] = [await inkOf(page, 'lerp'), await inkOf(page, 'slerp'), await inkOf(page, 'fade')];
    expect(fade.grey).toBeGreaterThan(0.4);
    expect(Math.max(lerp.grey, slerp.grey)).toBeLessThan(0.25);
  });

  test('at the ends all three are the same', async ({ page }) => {
    await open(page);
    for (const t of ['0', '1']) {
      await page.getByRole('slider', { name: /in-between/ }).fill(t);
      await expect.poll(async () => (await inkOf(page, 'fade')).grey).toBeLessThan(0.25);
      for (const way of ['lerp', 'slerp']) {
        await expect.poll(async () => (await inkOf(page, way)).inked / (await inkOf(page, 'fade')).inked).toBeCloseTo(1, 2);
      }
    }
  });

  test('the strip goes the way that is chosen', async ({ page }) => {
    await open(page);
    expect((await inkOf(page, 'strip-4')).grey).toBeLessThan(0.5);
    const before = await inkOf(page, 'strip-4');
    await page.locator('.lm-strip-ways').getByText('pixel cross-fade').click();
    await expect.poll(async () => (await inkOf(page, 'strip-4')).print).not.toBe(before.print);
    expect((await inkOf(page, 'strip-4')).grey).toBeGreaterThan(before.grey);
  });
});

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

test.describe('moving by itself', () => {
  test('with reduced motion nothing moves, and nothing offers to', async ({ page }) => {
    await open(page, kinds.home);
    const before = await page.locator('#hero-reading').innerText();
    await page.waitForTimeout(600);
    expect(await page.locator('#hero-reading').innerText()).toBe(before);
    await expect(page.getByRole('button', { name: /^(?:play|pause|walk)$/ })).toHaveCount(0);
  });

  test.describe('where motion is welcome', () => {
    test.use({ contextOptions: { reducedMotion: 'no-preference' } });

    test('the plates swing until they are paused', async ({ page }) => {
      await open(page, kinds.home);
      const now = (): Promise<string> => page.locator('#hero-reading').innerText();
      const first = await now();
      await expect.poll(now).not.toBe(first);
      await page.getByRole('button', { name: 'pause' }).click();
      const paused = await now();
      await page.waitForTimeout(400);
      expect(await now()).toBe(paused);
      await page.getByRole('button', { name: 'play' }).click();
      await expect.poll(now).not.toBe(paused);
    });

    test('a touch ends it, and out of sight it rests', async ({ page }) => {
      await open(page, kinds.home);
      const now = (): Promise<string | null> => page.locator('#hero-reading').textContent();
      await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
      await page.waitForTimeout(300);
      const away = await now();
      await page.waitForTimeout(400);
      expect(await now()).toBe(away);
      await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
      await expect.poll(now).not.toBe(away);
      await page.locator('#hero-t').fill('0.5');
      await expect(page.locator('#hero-reading')).toHaveText('t = 0.50 · they agree');
      await page.waitForTimeout(300);
      await expect(page.locator('#hero-reading')).toHaveText('t = 0.50 · they agree');
    });

    test('the hand sets out for a walk when it is asked to', async ({ page }) => {
      await open(page);
      const before = await across(page).inputValue();
      await page.waitForTimeout(300);
      expect(await across(page).inputValue()).toBe(before);
      await page.getByRole('button', { name: 'walk' }).click();
      await expect.poll(() => across(page).inputValue()).not.toBe(before);
      await page.getByRole('button', { name: 'pause' }).click();
      await expect(page.getByRole('button', { name: 'walk' })).toBeVisible();
    });
  });
});

test.describe('the two plates on the home page', () => {
  test('move with the arrow keys, and the reading follows', async ({ page }) => {
    await open(page, kinds.home);
    const slider = page.getByRole('slider', { name: 'drag until the two agree' });
    for (let i = 0; i < 14 && !(await slider.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press('Tab');
    await expect(slider).toBeFocused();
    const before = await inkOf(page, 'plate-a');
    await page.keyboard.press('Home');
    await expect(page.locator('#hero-reading')).toContainText('t = 0.00 · two words');
    await expect.poll(async () => (await inkOf(page, 'plate-a')).print).not.toBe(before.print);
  });

  test('print as one word halfway', async ({ page }) => {
    await open(page, kinds.home);
    await page.locator('#hero-t').fill('0.5');
    await expect.poll(async () => (await inkOf(page, 'plate-a')).print === (await inkOf(page, 'plate-b')).print).toBe(true);
  });

  test('move with the mouse on the word itself', async ({ page }) => {
    await open(page, kinds.home);
    const box = await page.locator('.lm-plates').boundingBox();
    if (!box) throw new Error('the word is not to be seen');
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(page.locator('#hero-reading')).toContainText(/t = 0\.(49|50|51)/);
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2);
    await expect(page.locator('#hero-reading')).toContainText(/t = 0\.(49|50|51)/);
  });
});

for (const [width, colorScheme] of [[1280, 'light'], [320, 'dark']] as const) {
  test(`an audit passes while the demo is alive, in ${colorScheme}, ${width} px wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 720 });
    for (const path of [kinds.home, kinds.demo]) {
      await open(page, path);
      expect.soft(await audit(page), path).toEqual([]);
      expect.soft(await overflow(page), path).toBe(0);
    }
  });
}

test('the ink is that of the printing, also when it changes', async ({ page }) => {
  await open(page);
  const ink = (): Promise<number> => page.locator('[data-view="word"] canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const at = data.findIndex((value, i) => i % 4 === 3 && value === 255);
    return data[at - 3] ?? -1;
  });
  expect(await ink()).toBeLessThan(80);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('group', { name: 'Printing' }).getByText('light on black stock').click();
  await expect.poll(ink).toBeGreaterThan(200);
});

test('with one vocabulary chosen, the other name of a control is still there', async ({ page }) => {
  await choose(page, { vocabulary: 'maker' });
  await open(page);
  await expect(page.locator('.lm-way').getByText('double exposure')).toBeVisible();
  await expect(page.locator('.lm-way').getByText('pixel cross-fade')).toBeVisible();
});

test.describe('under a sub-path', () => {
  test.use({ site: 'sub' });

  test('everything is found', async ({ page }) => {
    await open(page);
    await expect(page.locator('.lm-sheet')).toHaveJSProperty('complete', true);
    expect(await page.locator('.lm-sheet').evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBeGreaterThan(100);
  });
});
