import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createDecoder, type Decoder } from '../../../src/inference/decoder.ts';
import { parseManifest, readTensors } from '../../../src/inference/manifest.ts';
import { collectGarbage } from '../../helpers/engine.ts';
import { fileOf, randomCode, randomModel, type RandomModel, type RandomSizes } from '../../helpers/random-model.ts';
import { referenceDecode } from '../../helpers/reference-decoder.ts';

const kinds = { wasm: {}, plain: { wasm: 'off' } } as const;
const small: RandomSizes = { hidden: 32, channels: [16, 8, 8, 8, 8] };

async function open({ manifest, decoder }: RandomModel, kind: keyof typeof kinds): Promise<Decoder> {
  const made = await createDecoder(parseManifest(manifest), decoder, kinds[kind]);
  assert.equal(made.kind, kind);
  return made;
}

describe('both kernels draw what the formula says', () => {
  // The distances of random weights are some five times as large as a letter's, and so are the errors.
  const allowed = { wasm: 0.002, plain: 1e-5 } as const;
  const shapes: Readonly<Record<string, RandomSizes>> = {
    'the shipped sizes': {},
    'the smallest sizes': { hidden: 8, channels: [8, 8, 8, 8, 8] },
    'sizes that differ everywhere': { hidden: 40, channels: [16, 32, 24, 8, 40] },
  };
  for (const [name, sizes] of Object.entries(shapes)) {
    test(name, async () => {
      const model = randomModel(2, sizes);
      const manifest = parseManifest(model.manifest);
      const tensors = await readTensors(manifest, 'decoder', model.decoder);
      for (const glyph of [0, 68]) {
        const z = randomCode(glyph + 1);
        const right = referenceDecode(manifest, tensors, z, glyph);
        for (const kind of ['wasm', 'plain'] as const) {
          const field = new Float32Array(64 * 64);
          const advance = (await open(model, kind)).decode(z, glyph, field);
          assert.ok(Math.abs(advance - right.advance) <= allowed[kind], `${kind}: advance ${advance}, not ${right.advance}`);
          const worst = field.reduce((most, value, i) => Math.max(most, Math.abs(value - (right.field[i] ?? NaN))), 0);
          assert.ok(worst <= allowed[kind], `${kind}: off by ${worst}`);
        }
      }
    });
  }
  test('weights as large as they can be make no sum overflow', async () => {
    const model = extreme(randomModel(4));
    const [wasm, plain] = await Promise.all([open(model, 'wasm'), open(model, 'plain')]);
    const [one, other] = [new Float32Array(4096), new Float32Array(4096)];
    wasm.decode(randomCode(3), 1, one);
    plain.decode(randomCode(3), 1, other);
    const most = other.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    for (let i = 0; i < 4096; i++) assert.ok(Math.abs((one[i] ?? NaN) - (other[i] ?? NaN)) < most * 0.005, `sample ${i}: ${one[i]}, not ${other[i]}`);
  });
});

/** The same model with every weight of the convolutions at the end of its range, all of one sign: the worst that a sum can meet. */
function extreme(model: RandomModel): RandomModel {
  const manifest = structuredClone(model.manifest) as { tensors: { decoder: { name: string; shape: number[]; offset: number }[] }; files: Record<string, unknown> };
  const decoder = model.decoder.slice();
  for (const { name, shape, offset } of manifest.tensors.decoder) {
    if (/^conv\d$/.test(name)) decoder.fill(127, offset, offset + shape.reduce((product, side) => product * side, 1));
  }
  manifest.files['decoder'] = fileOf('decoder.bin', decoder);
  return { ...model, manifest: manifest as unknown as Record<string, unknown>, decoder };
}

for (const kind of ['wasm', 'plain'] as const) {
  describe(`${kind}`, () => {
    test('a word is its glyphs, whatever its length, and the style of the last word is forgotten', async () => {
      const decoder = await open(randomModel(2, small), kind);
      const glyphs = Array.from({ length: 37 }, (_, i) => (i * 11) % 69);
      const fields = new Float32Array(37 * 4096);
      const advances = new Float32Array(37);
      decoder.decodeWord(randomCode(8), [1, 2, 3], fields, advances);
      decoder.decodeWord(randomCode(9), glyphs, fields, advances);
      const field = new Float32Array(4096);
      for (const i of [0, 15, 16, 17, 36]) {
        const advance = Math.fround(decoder.decode(randomCode(9), glyphs[i] ?? 0, field));
        assert.equal(advance, advances[i]);
        assert.ok(field.every((value, k) => value === fields[i * 4096 + k]));
      }
    });

    test('a hundred words allocate nothing to speak of', async () => {
      const decoder = await open(randomModel(2, small), kind);
      const [fields, advances, z] = [new Float32Array(12 * 4096), new Float32Array(12), randomCode(1)];
      const glyphs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
      const draw = (times: number): void => {
        for (let i = 0; i < times; i++) decoder.decodeWord(z, glyphs, fields, advances);
      };
      draw(200);
      await collectGarbage();
      const before = process.memoryUsage();
      draw(100);
      const after = process.memoryUsage();
      assert.equal(after.arrayBuffers, before.arrayBuffers);
      // Numbers that the kernel gives back are boxed, some hundred bytes a glyph; a word's fields alone would be 196 KB.
      assert.ok((after.heapUsed - before.heapUsed) / 100 < 8_000, `${after.heapUsed - before.heapUsed} bytes for 100 words`);
    });

    test('what is refused', async () => {
      const decoder = await open(randomModel(2, small), kind);
      const [z, field, advance] = [randomCode(1), new Float32Array(4096), new Float32Array(1)];
      const code = { name: 'ModelError', code: 'input' };
      for (const wrong of [new Float32Array(63), new Float32Array(64).fill(NaN), new Float32Array(64).fill(1e9)]) assert.throws(() => decoder.decode(wrong, 0, field), code);
      for (const wrong of [-1, 69, 1.5, NaN]) assert.throws(() => decoder.decode(z, wrong, field), code);
      assert.throws(() => decoder.decode(z, 0, new Float32Array(4095)), code);
      assert.throws(() => decoder.decodeWord(z, [0, 1], new Float32Array(8192), advance), code);
    });

    test('freed, it gives its memory back and draws no more', async () => {
      const model = randomModel(2);
      const held = async (): Promise<number> => {
        await collectGarbage();
        return process.memoryUsage().external;
      };
      (await open(model, kind)).free();
      const before = await held();
      const decoder = await open(model, kind);
      decoder.decode(randomCode(1), 0, new Float32Array(4096));
      assert.ok(await held() > before + 1_500_000, 'its weights and its workspace take room');
      decoder.free();
      assert.ok(await held() < before + 50_000);
      assert.throws(() => decoder.decode(randomCode(1), 0, new Float32Array(4096)), { name: 'ModelError', code: 'stopped', message: 'The decoder has been freed.' });
    });
  });
}

test('where the kernel’s instructions are not known, or it may not be compiled, plain TypeScript draws', async (t) => {
  const { manifest, decoder } = randomModel(2, small);
  const checked = parseManifest(manifest);
  const validate = t.mock.method(WebAssembly, 'validate', () => false);
  assert.equal((await createDecoder(checked, decoder)).kind, 'plain');
  validate.mock.restore();
  t.mock.method(WebAssembly, 'instantiate', () => Promise.reject(new WebAssembly.CompileError('blocked by policy')));
  assert.equal((await createDecoder(checked, decoder)).kind, 'plain');
  t.mock.reset();
  assert.equal((await createDecoder(checked, decoder)).kind, 'wasm');
  assert.equal((await createDecoder(checked, decoder, { wasm: new Uint8Array([0, 97, 115, 109]) })).kind, 'plain');
});
