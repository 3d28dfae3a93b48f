/** What the benchmark does in the browser: the same words by all runtimes in turn, first compared, then timed. */
import { createDecoder } from '../../src/inference/decoder.ts';
import { parseManifest, readTensors } from '../../src/inference/manifest.ts';
import { inOnnxRuntime, inTfjs, type DrawWord } from './rivals.ts';

/** What one runtime was measured at. */
export interface Measured {
  name: string;
  /** Largest difference of a field's sample from the plain TypeScript decoder's, in cap heights. */
  error: number;
  /** Milliseconds a word: the median and the fastest tenth. */
  median: number;
  low: number;
}

const WORD = 'Hamburgefont';
const ROUNDS = 12;
const WORDS_A_ROUND = 15;

async function measure(folder: string): Promise<Measured[]> {
  const load = async (name: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await (await fetch(`${folder}${name}`)).arrayBuffer());
  const manifest = parseManifest(JSON.parse(new TextDecoder().decode(await load('manifest.json'))));
  const bytes = await load('decoder.bin');
  const tensors = await readTensors(manifest, 'decoder', bytes);
  const styles = await readTensors(manifest, 'styles', await load('styles.bin'));
  const { data, scale, shape: [count = 0, size = 0] = [] } = styles['codes'] ?? { data: new Int8Array() };
  const code = (i: number): Float32Array => Float32Array.from({ length: size }, (_, k) => (data[(i % count) * size + k] ?? 0) * (scale?.[i % count] ?? 0));
  const glyphs = [...WORD].map((character) => manifest.glyphs.indexOf(character));
  const cells = manifest.field.side ** 2;

  const own = async (wasm: 'off' | undefined): Promise<DrawWord> => {
    const decoder = await createDecoder(manifest, bytes, wasm ? { wasm } : {});
    const fields = new Float32Array(glyphs.length * cells);
    const advances = new Float32Array(glyphs.length);
    return async (z) => {
      decoder.decodeWord(z, glyphs, fields, advances);
      return fields;
    };
  };
  const plain = await own('off');
  const runtimes: Record<string, DrawWord> = {
    ours: await own(undefined),
    'onnxruntime-web': await inOnnxRuntime(manifest, tensors, glyphs, new URL('runtimes/', location.href).href),
    tfjs: await inTfjs(manifest, tensors, glyphs, new URL('runtimes/', location.href).href),
    'ours, plain TypeScript': plain,
  };
  const errors = new Map<string, number>();
  for (let i = 0; i < 24; i += 4) {
    const expected = (await plain(code(i))).slice();
    for (const [name, draw] of Object.entries(runtimes)) {
      const drawn = await draw(code(i));
      let worst = drawn.length === expected.length ? errors.get(name) ?? 0 : Infinity;
      for (let k = 0; k < expected.length; k++) worst = Math.max(worst, Math.abs((drawn[k] ?? NaN) - (expected[k] ?? NaN)));
      errors.set(name, worst);
    }
  }
  // In turns, so that whatever else the machine does falls on all of them.
  const times = new Map(Object.keys(runtimes).map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, draw] of Object.entries(runtimes)) {
      for (let i = 0; i < (name.includes('plain') ? 1 : WORDS_A_ROUND); i++) {
        const z = code(round * WORDS_A_ROUND + i);
        const start = performance.now();
        await draw(z);
        // The first of a round finds everything out of the cache.
        if (i > 0 || name.includes('plain')) times.get(name)?.push(performance.now() - start);
      }
    }
  }
  return [...times].map(([name, list]) => {
    list.sort((a, b) => a - b);
    const at = (share: number): number => list[Math.floor(list.length * share)] ?? NaN;
    return { name, error: errors.get(name) ?? NaN, median: at(0.5), low: at(0.1) };
  });
}

Object.assign(globalThis, { measure });
