/**
 * `npm run bench:engine`: a 12-glyph word by our engine, by onnxruntime-web and by tfjs (WebAssembly, SIMD, one thread), from the same
 * weights in one Chromium; and what each has to download.
 * Exit codes: 0 the aims are met, 1 some are not, 2 nothing to measure with.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { writeKernel } from '../src/inference/build-kernel.ts';
import type { Measured } from './bench-engine/page.ts';
import { findBrowser } from './browser.ts';
import { serve } from './static-server.ts';

const aims = { faster: 1.3, smaller: 100, bytes: 8 * 1024, apart: 0.002 };
const root = fileURLToPath(new URL('..', import.meta.url));
const own = fileURLToPath(new URL('./bench-engine/', import.meta.url));
const model = path.join(root, 'src/models/letterforms-1');

/** Of esbuild, what is used; it is installed in the benchmark's own folder. */
interface Esbuild {
  build: (options: object) => Promise<{ outputFiles: { contents: Uint8Array }[] }>;
}

process.exitCode = await main();

async function main(): Promise<number> {
  if (!existsSync(path.join(own, 'node_modules/onnxruntime-web'))) return refuse('its runtimes are not installed: npm ci --prefix scripts/bench-engine');
  if (!existsSync(path.join(model, 'decoder.bin'))) return refuse(`there is no model in ${model}`);
  await writeKernel(path.join(root, '.generated/inference'));
  const loaded: { default: Esbuild } = await import(pathToFileURL(createRequire(path.join(own, 'package.json')).resolve('esbuild')).href);
  const bundle = bundlerOf(loaded.default);
  const downloads = await weigh(bundle);
  const rows = await measure(bundle);
  const ours = rows.find(({ name }) => name === 'ours');
  const rivals = rows.filter(({ name }) => !name.startsWith('ours'));
  const best = rivals.reduce((one, other) => (other.median < one.median ? other : one));
  const mine = downloads.get('ours') ?? NaN;
  const line = ({ name, error, median, low }: Measured): string[] => {
    const bytes = downloads.get(name) ?? NaN;
    return [name, median.toFixed(2), low.toFixed(2), `${(median / (ours?.median ?? NaN)).toFixed(1)}×`, kilobytes(bytes), `${(bytes / mine).toFixed(1)}×`, error.toExponential(1)];
  };
  const head = ['runtime', 'ms a word, median', 'fastest tenth', 'time to ours', 'download', 'size to ours', 'largest difference'];
  process.stdout.write(`${[head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows.map(line)].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`);

  const times = best.median / (ours?.median ?? NaN);
  const size = (downloads.get(best.name) ?? NaN) / mine;
  const checks: [boolean, string][] = [
    [rows.every(({ error }) => error <= aims.apart), `all agree to ${aims.apart} cap heights`],
    [times >= aims.faster, `${times.toFixed(2)} times as fast as the best of the others, ${best.name} (aim: ${aims.faster})`],
    [size >= aims.smaller, `1/${size.toFixed(0)} of its download (aim: 1/${aims.smaller})`],
    [mine <= aims.bytes, `${mine} bytes on the wire (aim: ${aims.bytes})`],
  ];
  process.stdout.write(`${checks.map(([met, text]) => `${met ? 'met   ' : 'MISSED'} ${text}`).join('\n')}\n`);
  return checks.every(([met]) => met) ? 0 : 1;
}

type Bundle = (entry: { file: string } | { code: string }, options?: { lazy?: boolean }) => Promise<Uint8Array>;

/** Scripts as they are shipped; what is loaded later is left out if `lazy`. */
function bundlerOf(esbuild: Esbuild): Bundle {
  const leaveOut = {
    name: 'leave out what is loaded later',
    setup: (build: { onResolve: (filter: { filter: RegExp }, answer: (asked: { kind: string; path: string }) => object | undefined) => void }) =>
      build.onResolve({ filter: /./ }, ({ kind, path: file }) => (kind === 'dynamic-import' ? { path: file, external: true } : undefined)),
  };
  return async (entry, { lazy = true } = {}) => {
    const input = 'file' in entry ? { entryPoints: [entry.file] } : { stdin: { contents: entry.code, resolveDir: own, loader: 'ts' } };
    const { outputFiles: [output] } = await esbuild.build({
      ...input, bundle: true, minify: true, format: 'esm', target: 'es2022', write: false, logLevel: 'error', nodePaths: [path.join(own, 'node_modules')],
      conditions: ['onnxruntime-web-use-extern-wasm'], external: ['fs', 'path', 'os', 'url', 'worker_threads', 'perf_hooks', 'module', 'crypto', 'util', 'string_decoder'], plugins: lazy ? [leaveOut] : [],
    });
    if (!output) throw new Error('nothing was bundled');
    return output.contents;
  };
}

/** Bytes on the wire, Brotli at its best. Of ours everything that the letterform map loads; of the others their smallest builds, with no code around. */
async function weigh(bundle: Bundle): Promise<Map<string, number>> {
  const small = (...parts: Uint8Array[]): number => parts.reduce((sum, part) => sum + brotliCompressSync(part).length, 0);
  const file = (name: string): Uint8Array => readFileSync(path.join(own, 'node_modules', name));
  const inference = path.join(root, 'src/inference');
  const client = await bundle({ code: `export { createClient } from '${inference}/client.ts'; export { lerp, slerp } from '${inference}/latent.ts';` });
  const worker = await bundle({ file: path.join(inference, 'worker.ts') });
  const plain = await bundle({ file: path.join(inference, 'plain.ts') });
  const tfjs = await bundle({ code: 'export { setWasmPaths } from "@tensorflow/tfjs-backend-wasm"; export { setBackend, tensor } from "@tensorflow/tfjs-core";' }, { lazy: false });
  return new Map([
    ['ours', small(client, worker)],
    ['ours, plain TypeScript', small(client, worker, plain)],
    ['onnxruntime-web', small(file('onnxruntime-web/dist/ort.wasm.min.mjs'), file('onnxruntime-web/dist/ort-wasm-simd-threaded.mjs'), file('onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'))],
    ['tfjs', small(tfjs, file('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'))],
  ]);
}

async function measure(bundle: Bundle): Promise<Measured[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-engine-'));
  mkdirSync(path.join(folder, 'model'));
  mkdirSync(path.join(folder, 'runtimes'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>bench</title><script type="module" src="page.js"></script>');
  writeFileSync(path.join(folder, '404.html'), 'not here');
  writeFileSync(path.join(folder, 'page.js'), await bundle({ file: path.join(own, 'page.ts') }, { lazy: false }));
  for (const name of ['manifest.json', 'decoder.bin', 'styles.bin']) copyFileSync(path.join(model, name), path.join(folder, 'model', name));
  for (const name of ['onnxruntime-web/dist/ort-wasm-simd-threaded.mjs', 'onnxruntime-web/dist/ort-wasm-simd-threaded.wasm', '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm', '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm']) {
    copyFileSync(path.join(own, 'node_modules', name), path.join(folder, 'runtimes', path.basename(name)));
  }
  const site = await serve(folder);
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => process.stderr.write(`${error.message}\n`));
    await page.goto(site.url, { waitUntil: 'load' });
    process.stdout.write(`Chromium ${browser.version()}\n\n`);
    return await page.evaluate(() => (globalThis as unknown as { measure: (folder: string) => Promise<Measured[]> }).measure('model/'));
  } finally {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function refuse(reason: string): number {
  process.stderr.write(`${reason}\n`);
  return 2;
}
