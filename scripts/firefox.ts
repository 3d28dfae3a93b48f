/**
 * `npm run firefox [FOLDER]`: drives every demonstration, and a page of each other kind, in the Firefox of this machine.
 * The end-to-end tests run in Chromium, which npm brings along; Firefox has to be there (`FIREFOX` names it if it is not on the path).
 * Exit codes: 0 all well, 1 something failed, 2 no site, no Firefox or no driver.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { demoPath, demos } from '../src/demos/registry.ts';
import { serve } from './static-server.ts';

/** Of puppeteer, no more than is used: it is installed apart, so its types are not there. */
interface Page {
  goto: (url: string, options: { waitUntil: 'load' }) => Promise<unknown>;
  evaluate: <T>(run: (argument: string) => T | Promise<T>, argument?: string) => Promise<T>;
  waitForFunction: (run: (argument: string) => unknown, options: { timeout: number }, argument: string) => Promise<unknown>;
  on: (event: 'console' | 'pageerror', heard: (message: { type?: () => string; text?: () => string; message?: string }) => void) => void;
  keyboard: { press: (key: string) => Promise<void>; type: (text: string) => Promise<void> };
  setViewport: (size: { width: number; height: number }) => Promise<void>;
  close: () => Promise<void>;
}
interface Puppeteer {
  launch: (options: { browser: 'firefox'; executablePath: string; headless: boolean }) => Promise<{ newPage: () => Promise<Page>; version: () => Promise<string>; close: () => Promise<void> }>;
}

const others = ['', 'tutorials/what-a-latent-space-is/', 'glossary/', 'glossary/truncation/', 'bridges/', 'search/?q=mannerism', 'model/', 'demos/'];
const WAIT = { timeout: 30_000 };

process.exitCode = await main(path.resolve(process.argv[2] ?? 'dist'));

async function main(folder: string): Promise<number> {
  if (!existsSync(path.join(folder, 'index.html'))) return refuse(`there is no site in ${folder}; build it first: npm run build`);
  const executablePath = findFirefox();
  if (!executablePath) return refuse('there is no Firefox on the path; name it in FIREFOX');
  const puppeteer = await loadPuppeteer();
  if (!puppeteer) return refuse('its driver is not installed: npm ci --prefix scripts/firefox');
  const site = await serve(folder, process.env['BASE_PATH'] || '/');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  let failed = 0;
  try {
    process.stdout.write(`${await browser.version()}\n`);
    const tell = async (name: string, page: Page, run: () => Promise<string>): Promise<void> => {
      const faults: string[] = [];
      page.on('console', (message) => message.type?.() === 'error' && faults.push(message.text?.() ?? ''));
      page.on('pageerror', (error) => faults.push(error.message ?? 'an error'));
      let said: string;
      try {
        said = await run();
      } catch (error) {
        said = '';
        faults.unshift(error instanceof Error ? error.message : String(error));
      }
      if (faults.length > 0) failed++;
      process.stdout.write(`${faults.length > 0 ? 'FAILED' : 'ok    '} ${name} ${said}${faults.map((fault) => `\n       ${fault}`).join('')}\n`);
      await page.close();
    };
    for (const { id } of demos) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await tell(demoPath(id), page, () => handle(page, new URL(demoPath(id).slice(1), site.url).href, `lc-${id}`));
    }
    for (const each of others) {
      const page = await browser.newPage();
      await tell(`/${each}`, page, async () => {
        await page.goto(new URL(each, site.url).href, { waitUntil: 'load' });
        await new Promise((resolve) => setTimeout(resolve, 1500));
        return '';
      });
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return failed > 0 ? 1 : 0;
}

/** Opens a demonstration, turns one of its controls by keyboard, and sees whether letters and address follow. */
async function handle(page: Page, url: string, tag: string): Promise<string> {
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction((name) => document.querySelector(name)?.getAttribute('data-state') === 'ready', WAIT, tag);
  await page.waitForFunction((name) => document.querySelector(`${name} .ink.live`), WAIT, tag);
  const before = await page.evaluate(printOf, tag);
  const control = await page.evaluate((name) => {
    const all = [...document.querySelectorAll<HTMLInputElement>(`${name} input[type="range"]`)];
    const input = all.find((each) => each.checkVisibility() && !each.matches(':disabled'));
    input?.focus();
    return input?.getAttribute('aria-label') ?? input?.labels?.[0]?.textContent?.trim().replaceAll(/\s+/g, ' ') ?? '';
  }, tag);
  if (!control) throw new Error('no slider can be reached');
  // Away from the nearer end, so that there is room.
  const key = await page.evaluate(() => {
    const input = document.activeElement as HTMLInputElement;
    return Number(input.value) > (Number(input.min) + Number(input.max)) / 2 ? 'ArrowLeft' : 'ArrowRight';
  });
  for (let i = 0; i < 6; i++) await page.keyboard.press(key);
  await page.waitForFunction(() => window.location.hash.length > 1, WAIT, '');
  const after = await page.evaluate(printOf, tag);
  return `“${control}” turned: ${await page.evaluate(() => decodeURIComponent(window.location.hash))}${after === before ? ', the letters stood still' : ', the letters followed'}`;
}

/** A print of all pixels of all canvases. Runs in the page, and waits until nothing has changed for a while. */
async function printOf(tag: string): Promise<number> {
  const sum = (): number => {
    let print = 0;
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>(`${tag} canvas`)) {
      if (canvas.width === 0 || canvas.height === 0) continue;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      for (let i = 3; i < pixels.length; i += 28) print = (Math.imul(print, 31) + (pixels[i] ?? 0)) | 0;
    }
    return print;
  };
  let last = sum();
  for (let still = 0, turns = 0; still < 3 && turns < 40; turns++) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = sum();
    still = now === last ? still + 1 : 0;
    last = now;
  }
  return last;
}

function findFirefox(): string | undefined {
  const named = process.env['FIREFOX'];
  const names = named ? [named] : (process.env['PATH'] ?? '').split(path.delimiter).flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => path.join(folder, name)));
  return names.find((name) => existsSync(name));
}

async function loadPuppeteer(): Promise<Puppeteer | undefined> {
  try {
    const require = createRequire(new URL('./firefox/package.json', import.meta.url));
    const module = (await import(pathToFileURL(require.resolve('puppeteer-core')).href)) as { default: Puppeteer };
    return module.default;
  } catch {
    return undefined;
  }
}

function refuse(why: string): number {
  process.stderr.write(`${why}\n`);
  return 2;
}
