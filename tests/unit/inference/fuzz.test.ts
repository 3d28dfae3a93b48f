/** Whatever happens to a model's files on the way, the answer is a plain error or the right letters, never garbage. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createDecoder } from '../../../src/inference/decoder.ts';
import { asModelError, ModelError } from '../../../src/inference/errors.ts';
import { uniform } from '../../../src/inference/latent.ts';
import { parseManifest } from '../../../src/inference/manifest.ts';
import { randomCode, randomModel } from '../../helpers/random-model.ts';

const model = randomModel(3, { hidden: 32, channels: [16, 8, 8, 8, 8] });
const text = JSON.stringify(model.manifest);
const z = randomCode(1);

/** Which samples are inside the letter: its shape, whatever the distances are multiplied by. */
async function shapeOf(manifest: unknown, bytes: Uint8Array<ArrayBuffer>, wasm?: 'off'): Promise<string> {
  const decoder = await createDecoder(parseManifest(manifest), bytes, wasm ? { wasm } : {});
  const field = new Float32Array(64 * 64);
  decoder.decode(z, 5, field);
  return Array.from(field, (value) => (value > 0 ? '#' : '.')).join('');
}

/** Spoils a part of `length` places in one of the usual ways. */
function spoil<T>(next: () => number, parts: readonly T[], other: (part: T) => T): T[] {
  const pick = (): number => Math.floor(next() * parts.length);
  const [a, b] = [pick(), pick()].sort((one, two) => one - two) as [number, number];
  const out = [...parts];
  switch (Math.floor(next() * 5)) {
    case 0: return out.slice(0, a);
    case 1: return [...out.slice(0, a), ...out.slice(b)];
    case 2: return [...out.slice(0, b), ...out.slice(a)];
    case 3: {
      for (let i = 0; i < 1 + next() * 8; i++) {
        const at = pick();
        out[at] = other(out[at] ?? assert.fail());
      }
      return out;
    }
    default: {
      const at = pick();
      out[at] = other(out[at] ?? assert.fail());
      return out;
    }
  }
}

const isPlain = (error: ModelError): boolean => /^The model’s (?:file|manifest) .{10,200}\.$/.test(error.message);

describe('fuzzed files', () => {
  test('300 spoilt weights files: each is refused, in a sentence', async () => {
    const next = uniform(11);
    const bytes = Array.from(model.decoder);
    for (let i = 0; i < 300; i++) {
      const spoilt = Uint8Array.from(spoil(next, bytes, (byte) => byte ^ (1 << Math.floor(next() * 8))));
      if (Buffer.from(spoilt).equals(model.decoder)) continue;
      const error = await shapeOf(model.manifest, spoilt).then(() => assert.fail(`number ${i} was accepted`), (reason: unknown) => reason);
      assert.ok(error instanceof ModelError && error.code === 'damaged' && isPlain(error), String(error));
    }
  });

  test('3,000 spoilt manifests: each is refused, or the letters are still the same', async () => {
    const next = uniform(12);
    const right = await shapeOf(model.manifest, model.decoder);
    let accepted = 0;
    for (let i = 0; i < 3000; i++) {
      const spoilt = spoil(next, [...text], (letter) => (/\d/.test(letter) ? String(Math.floor(next() * 10)) : String.fromCharCode(letter.charCodeAt(0) ^ (1 << Math.floor(next() * 6))))).join('');
      let json: unknown;
      try {
        json = JSON.parse(spoilt);
      } catch {
        continue;
      }
      try {
        assert.equal(await shapeOf(json, model.decoder, 'off'), right, `number ${i} draws garbage`);
        accepted++;
      } catch (error) {
        assert.ok(error instanceof ModelError && isPlain(error), String(error));
      }
    }
    // Names, licence, a digit of the spacing: not everything matters to the shapes.
    assert.ok(accepted > 0 && accepted < 1500, `${accepted} accepted`);
  });
});

test('an error of another kind becomes a plain one, and a plain one stays itself', () => {
  const own = new ModelError('input', 'No.');
  assert.equal(asModelError(own, 'damaged'), own);
  assert.deepEqual({ ...asModelError(new TypeError('x is not a function'), 'unsupported') }, { code: 'unsupported', name: 'ModelError' });
  assert.equal(asModelError('odd', 'stopped').message, 'odd');
});
