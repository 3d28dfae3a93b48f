/** The engine in a browser, under the site's content security policy: what it draws, how fast, and what it says when files are wrong. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base, type Page } from 'playwright/test';
import { build } from 'vite';
import { projectRoot } from '../../scripts/build-site.ts';
import { serve, type Served } from '../../scripts/static-server.ts';
import { goldenFolder } from '../helpers/golden.ts';
import type { Engine } from './engine/page.ts';

const POLICY = "default-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; img-src data:; script-src 'self'";
const model = path.join(projectRoot, 'src/models/letterforms-1');

const test = base.extend<object, { site: Served }>({
  site: [
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'engine-'));
      const source = path.join(projectRoot, 'tests/e2e/engine');
      await build({
        root: source, configFile: false, logLevel: 'warn', base: './', worker: { format: 'es' },
        build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, rolldownOptions: { input: path.join(source, 'page.ts'), output: { entryFileNames: 'page.js' } } },
      });
      mkdirSync(path.join(folder, 'model'));
      for (const name of ['manifest.json', 'decoder.bin', 'styles.bin']) copyFileSync(path.join(model, name), path.join(folder, 'model', name));
      copyFileSync(path.join(goldenFolder, 'golden.bin'), path.join(folder, 'golden.bin'));
      writeFileSync(path.join(folder, '404.html'), 'not here');
      for (const [name, policy] of [['index.html', `${POLICY} 'wasm-unsafe-eval'`], ['strict.html', POLICY]] as const) {
        writeFileSync(path.join(folder, name), `<!doctype html><meta http-equiv="content-security-policy" content="${policy}"><title>engine</title><link rel="icon" href="data:,"><script type="module" src="page.js"></script>`);
      }
      const served = await serve(folder, '/sub/path');
      await use(served);
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

async function open(page: Page, site: Served, name = 'index.html'): Promise<void> {
  await page.goto(site.url + name);
  await page.waitForFunction(() => 'engine' in globalThis);
}
type WithEngine = typeof globalThis & { engine: Engine };

/** Where in `golden.bin` its parts begin. */
function goldenParts(): { glyphs: number[]; codes: number; advances: number; fields: number } {
  const { glyphs, tensors }: { glyphs: number[]; tensors: { name: string; offset: number }[] } = JSON.parse(readFileSync(path.join(goldenFolder, 'golden.json'), 'utf8'));
  const at = (name: string): number => tensors.find((each) => each.name === name)?.offset ?? -1;
  return { glyphs, codes: at('codes'), advances: at('advances'), fields: at('fields') };
}

test('both kernels keep within 0.01 cap heights of PyTorch', async ({ page, site }) => {
  await open(page, site);
  const { given, plain } = await page.evaluate((parts) => (globalThis as WithEngine).engine.parity(parts), goldenParts());
  expect(given?.kind).toBe('wasm');
  expect(plain?.kind).toBe('plain');
  for (const worst of [given, plain]) {
    expect(worst?.field).toBeLessThanOrEqual(0.01);
    expect(worst?.advance).toBeLessThanOrEqual(0.01);
  }
});

test('where the policy forbids WebAssembly, plain TypeScript draws the same', async ({ page, site }) => {
  await open(page, site, 'strict.html');
  const { given } = await page.evaluate((parts) => (globalThis as WithEngine).engine.parity(parts), goldenParts());
  expect(given?.kind).toBe('plain');
  expect(given?.field).toBeLessThanOrEqual(0.01);
});

for (const own of [false, true]) {
  test(`a hand that drags gets a word in nearly every frame, from ${own ? 'the page’s own thread' : 'a worker'}`, async ({ page, site }) => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await open(page, site);
    const frames = 40;
    const { first, drawn, same, buffers } = await page.evaluate(([count, thread]) => (globalThis as WithEngine).engine.drag(count, thread), [frames, own] as const);
    expect(same).toBe(true);
    expect(buffers, 'one size of buffer, used again').toBe(1);
    // Half, because the machine that tests may be busy with other tests.
    expect(drawn).toBeGreaterThan(frames / 2);
    expect(first).toBeLessThan(300);
    expect(errors).toEqual([]);
  });
}

test('wrong files give a plain sentence', async ({ page, site }) => {
  await open(page, site);
  expect(await page.evaluate(() => (globalThis as WithEngine).engine.failure('missing'))).toBe('The model’s file nothing.bin could not be loaded (404).');
  expect(await page.evaluate(() => (globalThis as WithEngine).engine.failure('damaged'))).toMatch(/^The model’s file decoder\.bin is damaged: it has \d+ bytes instead of \d+\.$/);
});
