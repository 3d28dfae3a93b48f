import { audit } from './accessibility.ts';
import { chip, demo, open, out, path, printOf, ready, status } from './out-of-noise.ts';
import { scalesFor } from './held.ts';
import { expect, overflow, test } from './support.ts';

test.describe('asking', () => {
  test('a word is a button; what is drawn follows, and is judged by its outlines', async ({ page }) => {
    await open(page, '#ask=bold');
    await expect(chip(page, 'bold')).toHaveAttribute('aria-pressed', 'true');
    await expect(chip(page, 'bold')).toHaveAttribute('data-verdict', 'obeyed', { timeout: 15_000 });
    const before = await printOf(page, 'word');
    await chip(page, 'slanted').click();
    await expect(chip(page, 'slanted')).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => printOf(page, 'word')).not.toBe(before);
    await expect(out(page, 'verdicts')).toContainText(/bold: obeyed, stems 0\.\d\d; slanted: obeyed, lean \d+\.\d°\./);
    await expect(out(page, 'reading')).toContainText('weight heavy');
  });

  test('words that contradict each other may be asked for', async ({ page }) => {
    await open(page, '#ask=thin+black');
    await expect(out(page, 'verdicts')).toContainText('thin: not obeyed');
    await expect(out(page, 'verdicts')).toContainText('black: not obeyed');
  });

  test('what is worth asking is a link to it, and the way back leads back', async ({ page }) => {
    await open(page);
    await page.getByRole('link', { name: 'even, shouted' }).click();
    await expect(chip(page, 'even')).toHaveAttribute('aria-pressed', 'true');
    await expect(chip(page, 'black')).toHaveAttribute('aria-pressed', 'false');
    await expect(out(page, 'guidance')).toHaveText('6.0 · shouted');
    await page.goBack();
    await expect(chip(page, 'black')).toHaveAttribute('aria-pressed', 'true');
  });

  test('where nothing is asked, nothing is judged, and guidance changes nothing', async ({ page }) => {
    await open(page, '#ask=');
    await expect(out(page, 'verdicts')).toHaveText('Nothing was asked.');
    const before = await printOf(page, 'word');
    await page.getByRole('slider', { name: /guidance scale/ }).fill('6');
    await expect(out(page, 'guidance')).toHaveText('6.0 · shouted');
    await page.waitForTimeout(400);
    expect(await printOf(page, 'word')).toBe(before);
  });

  test('all of it can be done with keys', async ({ page }) => {
    await open(page, '#ask=');
    await chip(page, 'thin').focus();
    await page.keyboard.press('Space');
    await expect(chip(page, 'thin')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Tab');
    await expect(chip(page, 'light')).toBeFocused();
    const pass = page.getByRole('slider', { name: /timestep/ });
    await pass.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(pass).toHaveAttribute('aria-valuetext', 'pass 15 of 16');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(pass).toHaveAttribute('aria-valuetext', 'pass 14.9 of 16');
    await page.keyboard.press('Home');
    await expect(pass).toHaveAttribute('aria-valuetext', 'noise, before pass 1 of 16');
    await page.getByRole('button', { name: 'the next take' }).press('Enter');
    await expect(page).toHaveURL(/take=\d+/);
  });
});

test.describe('the way', () => {
  test('is walked with the slider and with the strip, and the large word follows', async ({ page }) => {
    await open(page);
    const end = await printOf(page, 'word');
    await page.getByRole('button', { name: 'noise, before pass 1' }).click();
    await expect(out(page, 'pass')).toHaveText('noise, before pass 1 of 16');
    await expect.poll(() => printOf(page, 'word')).not.toBe(end);
    await page.getByRole('slider', { name: /timestep/ }).fill('1');
    await expect.poll(() => printOf(page, 'word')).toBe(end);
  });

  test('shows what the sampler expects below where it lies, and at the end they are one', async ({ page }) => {
    await open(page);
    expect(await printOf(page, 'expects-0')).not.toBe(await printOf(page, 'lies-0'));
    await expect.poll(async () => (await printOf(page, 'expects-8')) === (await printOf(page, 'lies-8'))).toBe(true);
  });

  test('has as many pictures as there are passes to show', async ({ page }) => {
    await open(page);
    await page.getByRole('slider', { name: /sampling steps/ }).fill('3');
    await expect(demo(page).locator('[data-frame]:visible')).toHaveCount(4);
    await expect(page.getByRole('button', { name: 'pass 2', exact: true })).toBeVisible();
  });

  test('begins at the same noise, however hard it is pressed', async ({ page }) => {
    await open(page);
    const noise = await printOf(page, 'lies-0');
    await page.getByRole('button', { name: 'guidance 6' }).click();
    await expect(out(page, 'guidance')).toHaveText('6.0 · shouted');
    await expect(demo(page).locator('[data-guidance="6"]')).toHaveAttribute('data-current', '');
    await page.waitForTimeout(500);
    expect(await printOf(page, 'lies-0')).toBe(noise);
  });

  test('is drawn on the map, told and left to itself from one noise', async ({ page }) => {
    await open(page);
    const track = (): Promise<(string | null)[]> => demo(page).locator('[data-told="0"], [data-untold="0"]').evaluateAll((paths) => paths.map((each) => each.getAttribute('d')));
    const before = await track();
    await page.getByRole('button', { name: 'the next take' }).click();
    await expect.poll(track, { timeout: 15_000 }).not.toEqual(before);
    await expect(out(page, 'ends')).toContainText(/^Take \d+ ends \d\.\d\d deviations out/);
    const begins = (await track()).map((d) => d?.split('L')[0]);
    expect(begins[0]).toBe(begins[1]);
  });
});

test.describe('counting', () => {
  test('runs when it is asked to, says how far it is, and says what it found', async ({ page }) => {
    test.setTimeout(90_000);
    await open(page, '#ask=bold&passes=4');
    await expect(out(page, 'stale')).toContainText('has changed');
    await page.getByRole('button', { name: 'measure 24 takes' }).click();
    await expect(page.getByRole('button', { name: 'stop' })).toBeVisible();
    await expect(out(page, 'running')).toContainText(/take \d+ of 24/);
    await expect(page.getByRole('button', { name: 'measure 24 takes' })).toBeVisible({ timeout: 60_000 });
    await expect(out(page, 'run')).toHaveText('Takes 1 to 24, asked for bold, at guidance 2, in 4 passes.');
    const [, obeyed] = /^(\d+) of 24 obey it\.$/.exec(await out(page, 'all').innerText()) ?? [];
    await expect(demo(page).locator('[data-seed][data-obeyed]')).toHaveCount(Number(obeyed));
    await expect(demo(page).locator('[data-tally]:visible')).toHaveCount(1);
    await expect(out(page, 'tally-bold')).toContainText(/^\d+ of 24.*; unasked \d+$/);
    await expect(out(page, 'stale')).toHaveText('');
    expect.soft(await audit(page)).toEqual([]);
    await page.getByRole('button', { name: 'take 5', exact: true }).click();
    await expect(page.getByRole('spinbutton', { name: /seed/ })).toHaveValue('5');
  });

  test('can be stopped, and leaves the sheet as it was', async ({ page }) => {
    await open(page, '#ask=thin');
    const before = await out(page, 'run').innerText();
    await page.getByRole('button', { name: 'measure 24 takes' }).click();
    await expect(out(page, 'running')).toContainText(/take \d+ of 24/);
    await page.getByRole('button', { name: 'stop' }).click();
    await expect(out(page, 'running')).toContainText('stopped');
    expect(await out(page, 'run').innerText()).toBe(before);
    await expect(out(page, 'stale')).toContainText('has changed');
  });
});

test.describe('the address', () => {
  test('holds the state over reload, and leads back', async ({ page }) => {
    await open(page);
    expect(new URL(page.url()).hash).toBe('');
    await chip(page, 'wide').click();
    await expect(page).toHaveURL(/ask=black\+narrow\+wide\+serifed/);
    await page.waitForTimeout(1600);
    await page.getByRole('slider', { name: /sampling steps/ }).fill('4');
    await expect(page).toHaveURL(/passes=4/);
    await page.reload();
    await ready(page);
    await expect(chip(page, 'wide')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('slider', { name: /sampling steps/ })).toHaveValue('4');
    await page.goBack();
    await expect(page.getByRole('slider', { name: /sampling steps/ })).toHaveValue('16');
    await page.getByRole('button', { name: 'start over' }).click();
    await expect(chip(page, 'wide')).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(() => new URL(page.url()).hash).toBe('');
  });

  test('with nonsense in it shows the figure as it began', async ({ page }) => {
    await open(page, '#take=here&guidance=9e9&ask=purple&t=%3Cb%3E');
    await expect(chip(page, 'black')).toHaveAttribute('aria-pressed', 'true');
    await expect(out(page, 'guidance')).toHaveText('2.0 · pressed');
  });
});

test.describe('loading', () => {
  test('a prior that does not arrive is told in one line, and fetched again', async ({ page, faults }) => {
    faults.allow(/Failed to load resource/);
    // The page is left to its figure; the studio asks once for each attempt.
    await page.context().route('**/prior.*.bin', (route) => route.abort(), { times: 1 });
    await page.goto(path);
    await expect(demo(page)).toHaveAttribute('data-state', 'failed', { timeout: 15_000 });
    await expect(status(page)).toContainText('could not be loaded');
    await expect(demo(page).locator('[data-view="word"] svg')).toBeVisible();
    expect.soft(await audit(page)).toEqual([]);
    await status(page).getByRole('button', { name: 'try again' }).click();
    await ready(page);
    await expect(status(page)).toHaveText('');
  });

  test('without workers it runs all the same', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'Worker', { value: undefined }));
    await open(page);
    const before = await printOf(page, 'word');
    await page.getByRole('button', { name: 'the next take' }).click();
    await expect.poll(() => printOf(page, 'word')).not.toBe(before);
  });

  test('nothing in the page moves when it comes alive', async ({ page, faults }) => {
    faults.allow(/Failed to load resource/);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
    });
    await page.route('**/*.woff2', (route) => route.abort());
    await open(page);
    await page.waitForTimeout(1000);
    expect(await page.evaluate(() => (window as Window & { shifts?: number[] }).shifts)).toEqual([]);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the figure stands, with what was asked, what was measured and what was counted, and no control that does nothing', async ({ page }) => {
    await page.goto(path);
    await expect(out(page, 'run')).toContainText('asked for black, narrow, serifed');
    await expect(out(page, 'reading')).toContainText('weight heavy');
    await expect(demo(page).locator('[data-tally]:visible')).toHaveCount(3);
    await expect(demo(page).locator('button:visible, input:visible')).toHaveCount(0);
  });
});

test('with reduced motion nothing offers to move', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('button', { name: 'watch the passes' })).toHaveCount(0);
});

test.describe('where motion is welcome', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('the passes are watched to the end, and can be paused', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'watch the passes' }).click();
    await expect(out(page, 'pass')).toContainText(/^pass [1-9](\.\d)? of 16|^noise/);
    await page.getByRole('button', { name: 'pause' }).click();
    const paused = await out(page, 'pass').innerText();
    await page.waitForTimeout(400);
    expect(await out(page, 'pass').innerText()).toBe(paused);
    await page.getByRole('button', { name: 'watch the passes' }).click();
    await expect(out(page, 'pass')).toHaveText('pass 16 of 16', { timeout: 15_000 });
    await expect(page.getByRole('button', { name: 'watch the passes' })).toBeVisible();
  });
});

for (const [width, colorScheme] of [[1280, 'light'], [320, 'dark']] as const) {
  test(`an audit passes while it is alive, in ${colorScheme}, ${width} px wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 720 });
    await open(page);
    await demo(page).getByText('what each word means here').click();
    expect.soft(await audit(page)).toEqual([]);
    expect.soft(await overflow(page)).toBe(0);
  });
}

test('a thousand moves leave nothing behind', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  await page.waitForTimeout(1500);
  const weigh = await scalesFor(page);
  const nodes = (): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);
  const move = (count: number, frames: number): Promise<number> => page.evaluate(async ({ count, frames }) => {
    const slider = document.querySelector<HTMLInputElement>('[data-control="t"]');
    const context = document.querySelector<HTMLCanvasElement>('[data-view="word"] canvas')?.getContext('2d');
    if (!slider || !context) throw new Error('nothing to move');
    const painted: number[] = [];
    let begun = 0;
    const fill = context.fillRect.bind(context);
    context.fillRect = (...box) => {
      fill(...box);
      if (begun > 0) painted.push(performance.now() - begun);
      begun = 0;
    };
    for (let i = 0; i < count; i++) {
      begun = performance.now();
      slider.value = String((i % 50) / 50);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      for (let frame = 0; frame < frames; frame++) await new Promise(requestAnimationFrame);
    }
    return painted.toSorted((a, b) => a - b)[Math.floor(painted.length / 2)] ?? Infinity;
  }, { count, frames });
  const median = await move(100, 2);
  const [before, elements] = [await weigh(), await nodes()];
  await move(1000, 1);
  test.info().annotations.push({ type: 'milliseconds to paint, median', description: median.toFixed(1) });
  expect((await weigh()).heap - before.heap).toBeLessThan(3e6);
  expect(await nodes()).toBe(elements);
});

test('it is taken away with what was asked and what was measured', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '#ask=bold&take=3');
  await page.getByRole('button', { name: 'copy as figure' }).click();
  await expect(status(page)).toContainText('Copied');
  const figure = await page.evaluate(() => navigator.clipboard.readText());
  expect(figure).toContain('out of the noise of take 3, asked for bold at guidance 2, pass 16 of 16: weight heavy');
});
