/** The reader gives what PyTorch gave, names the letters of the shipped model, and refuses what is none. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { createReader } from '../../../src/inference/reader.ts';
import { openModel } from '../../../src/models/open.ts';

const json = JSON.parse(readFileSync('src/models/reader-1/manifest.json', 'utf8'));
const bytes = (): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync('src/models/reader-1/reader.bin'));
const reader = await createReader(json, bytes());

describe('golden outputs', () => {
  const golden: { letters: string; tensors: { name: string; shape: number[]; offset: number; scale?: number }[] } = JSON.parse(readFileSync('tests/fixtures/reader-1/golden.json', 'utf8'));
  const { buffer } = new Uint8Array(readFileSync('tests/fixtures/reader-1/golden.bin'));
  const [fields, shares] = ['fields', 'shares'].map((name) => golden.tensors.find((each) => each.name === name)!);
  test('every share is within a hundredth of PyTorch’s', () => {
    let worst = 0;
    [...golden.letters].forEach((_, i) => {
      const scale = new Float32Array(buffer, fields!.scale!, golden.letters.length)[i]!;
      const field = Float32Array.from(new Int8Array(buffer, fields!.offset + i * 4096, 4096), (value) => value * scale);
      reader.read(field).forEach((share, k) => {
        worst = Math.max(worst, Math.abs(share - new Float32Array(buffer, shares!.offset + i * reader.names.length * 4, reader.names.length)[k]!));
      });
    });
    assert.ok(worst < 0.01, `${worst}`);
  });
});

test('it names the letters that the model draws in the middle of its space', async () => {
  const { decoder, manifest, styles } = await openModel();
  const field = new Float32Array(4096);
  const wrong = [...manifest.glyphs].slice(0, 62).filter((letter, glyph) => {
    decoder.decode(styles.gaussian.mean, glyph, field);
    const shares = reader.read(field);
    return !reader.names[shares.indexOf(Math.max(...shares))]!.includes(letter);
  });
  assert.ok(wrong.length <= 3, wrong.join(' '));
});

test('shares are out of one', () => {
  const sum = reader.read(new Float32Array(4096).fill(-0.2)).reduce((total, share) => total + share, 0);
  assert.ok(Math.abs(sum - 1) < 1e-5);
});

describe('what is refused', () => {
  test('a field of another size', () => assert.throws(() => reader.read(new Float32Array(9)), { code: 'input' }));
  test('a file that is not the one', async () => {
    const other = bytes();
    other[3]! ^= 1;
    await assert.rejects(createReader(json, other), { code: 'damaged' });
  });
  test('layers of other sizes', () => assert.rejects(createReader({ ...json, names: json.names.slice(1) }, bytes()), { code: 'manifest', message: /name/ }));
});
