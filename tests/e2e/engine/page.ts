/** What `engine.spec.ts` asks of the engine in a browser. Bundled as the site is, and run in a page of its own. */
import { createClient } from '../../../src/inference/client.ts';
import { createDecoder } from '../../../src/inference/decoder.ts';
import { parseManifest, type Manifest } from '../../../src/inference/manifest.ts';
import { worstError, type Golden } from '../../helpers/golden-error.ts';

const urls = { decoder: 'model/decoder.bin', styles: 'model/styles.bin' };
const manifestUrl = 'model/manifest.json';
const bytesOf = async (url: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await (await fetch(url)).arrayBuffer());
const sizeOf = ({ latent: { bones, finish } }: Manifest): number => bones + finish;

/** What each kernel differs from PyTorch by, and which one the browser was given. */
async function parity(golden: { glyphs: number[]; codes: number; advances: number; fields: number }): Promise<Record<string, { kind: string; field: number; advance: number }>> {
  const manifest = parseManifest(await (await fetch(manifestUrl)).json());
  const { buffer } = await bytesOf('golden.bin');
  const { glyphs } = golden;
  const pairs: Golden = {
    glyphs, codes: new Float32Array(buffer, golden.codes, glyphs.length * sizeOf(manifest)),
    advances: new Float32Array(buffer, golden.advances, glyphs.length), fields: new Float32Array(buffer, golden.fields, glyphs.length * 256),
  };
  const found: Awaited<ReturnType<typeof parity>> = {};
  for (const [name, options] of [['given', {}], ['plain', { wasm: 'off' }]] as const) {
    const decoder = await createDecoder(manifest, await bytesOf(urls.decoder), options);
    found[name] = { kind: decoder.kind, ...worstError(decoder, pairs) };
  }
  return found;
}

/** Drags through the map for a while: a new code in every frame, as a demonstration does. */
async function drag(frames: number, own = false): Promise<{ first: number; drawn: number; longest: number; same: boolean; buffers: number }> {
  const client = createClient({ manifestUrl, urls, ...(own ? { worker: () => undefined } : {}) });
  const [manifest, { codes }] = await Promise.all([client.ready, client.styles()]);
  const code = (i: number): Float32Array => codes.slice(i * sizeOf(manifest), (i + 1) * sizeOf(manifest));
  const glyphs = [...'Hamburgefont'].map((letter) => manifest.glyphs.indexOf(letter));
  const start = performance.now();
  await client.draw({ z: code(0), glyphs });
  const first = performance.now() - start;
  const sizes = new Set<number>();
  let [drawn, longest, last] = [0, 0, performance.now()];
  for (let i = 0; i < frames; i++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    void client.draw({ z: code(i), glyphs }).then((word) => {
      if (!word) return;
      drawn++;
      sizes.add(word.fields.buffer.byteLength);
    });
  }
  const word = await client.draw({ z: code(7), glyphs });
  const decoder = await createDecoder(manifest, await bytesOf(urls.decoder));
  const fields = new Float32Array(glyphs.length * 4096);
  decoder.decodeWord(code(7), glyphs, fields, new Float32Array(glyphs.length));
  const same = word?.fields.every((value, i) => value === fields[i]) ?? false;
  client.close();
  return { first, drawn, longest, same, buffers: sizes.size };
}

/** What a reader would be told if the files were wrong. */
async function failure(name: 'missing' | 'damaged'): Promise<string> {
  const client = createClient({ manifestUrl, urls: { decoder: name === 'missing' ? 'model/nothing.bin' : 'model/styles.bin' } });
  return client.ready.then(() => 'no failure', (error: Error) => error.message).finally(() => client.close());
}

const engine = { parity, drag, failure };
export type Engine = typeof engine;
Object.assign(globalThis, { engine });
