/**
 * `npm run bench:demos [FOLDER]`: how long it takes from a move of a demonstration's first slider to the last letter painted for it, in
 * milliseconds, and what its script weighs. Chromium, one page after another; the first demonstration is measured again at the end, so that
 * a machine that has changed its pace meanwhile shows.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { demoPath, demos, type DemoId } from '../src/demos/registry.ts';
import { findBrowser } from './browser.ts';
import { serve } from './static-server.ts';

const MOVES = 120;

process.exitCode = await main(path.resolve(process.argv[2] ?? 'dist'));

async function main(folder: string): Promise<number> {
  if (!existsSync(path.join(folder, 'index.html'))) {
    process.stderr.write(`there is no site in ${folder}; build it first: npm run build\n`);
    return 2;
  }
  const site = await serve(folder, process.env['BASE_PATH'] || '/');
  const browser = await chromium.launch(await findBrowser());
  try {
    process.stdout.write('demonstration     median   90 %  moves that painted\n');
    for (const { id } of [...demos, demos[0]]) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const times = await movesOf(page, site.url, id);
      const at = (share: number): string => (times[Math.floor(times.length * share)] ?? NaN).toFixed(1).padStart(6);
      process.stdout.write(`${id.padEnd(16)} ${at(0.5)} ${at(0.9)}  ${times.length} of ${MOVES}\n`);
      await page.close();
    }
    return 0;
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Sorted times from a move to the last paint before the next. */
async function movesOf(page: Page, url: string, id: DemoId): Promise<number[]> {
  await page.goto(new URL(demoPath(id).slice(1), url).href);
  await page.locator(`lc-${id}[data-state="ready"] .ink.live`).first().waitFor();
  await page.waitForTimeout(1500);
  return page.evaluate(async ({ tag, moves }) => {
    let painted = 0;
    const put = CanvasRenderingContext2D.prototype.putImageData;
    CanvasRenderingContext2D.prototype.putImageData = function (this: CanvasRenderingContext2D, ...given: unknown[]) {
      (put as (...all: unknown[]) => void).apply(this, given);
      painted = performance.now();
    };
    const slider = [...document.querySelectorAll<HTMLInputElement>(`${tag} input[type="range"]`)].find((each) => !each.disabled && each.checkVisibility());
    if (!slider) return [];
    const [least, most] = [Number(slider.min), Number(slider.max)];
    const times: number[] = [];
    for (let i = 0; i < moves; i++) {
      const begun = performance.now();
      slider.value = String(least + (most - least) * ((i * 7) % 50) / 50);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // Long enough for everything that a move draws; what rests afterwards and is painted sharper is not counted.
      await new Promise((resolve) => setTimeout(resolve, 110));
      if (painted > begun) times.push(painted - begun);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return times.sort((a, b) => a - b);
  }, { tag: `lc-${id}`, moves: MOVES });
}
