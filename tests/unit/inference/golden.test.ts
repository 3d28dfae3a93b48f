/** The shipped model draws in both kernels what PyTorch drew when it was exported. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { createDecoder } from '../../../src/inference/decoder.ts';
import { parseManifest } from '../../../src/inference/manifest.ts';
import { readStyles } from '../../../src/inference/styles.ts';
import { worstError } from '../../helpers/golden-error.ts';
import { readGolden } from '../../helpers/golden.ts';

const folder = 'src/models/letterforms-1';
const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(`${folder}/${name}`));
const manifest = parseManifest(JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')));
const golden = readGolden();
const size = manifest.latent.bones + manifest.latent.finish;

describe('golden outputs', () => {
  test('there are at least 200 pairs of a code and a glyph, and every glyph is among them', () => {
    assert.ok(golden.glyphs.length >= 200);
    assert.equal(new Set(golden.glyphs).size, manifest.glyphs.length);
  });
  for (const kind of ['wasm', 'plain'] as const) {
    test(`the ${kind} kernel keeps within 0.01 cap heights of PyTorch`, async () => {
      const decoder = await createDecoder(manifest, read('decoder.bin'), kind === 'plain' ? { wasm: 'off' } : {});
      assert.equal(decoder.kind, kind);
      const worst = worstError(decoder, golden);
      assert.ok(worst.field <= 0.01 && worst.advance <= 0.01, JSON.stringify(worst));
      // What is really reached; a step back would go unnoticed otherwise.
      assert.ok(worst.field <= (kind === 'wasm' ? 0.0015 : 1e-5), JSON.stringify(worst));
    });
  }
  test('the two kernels agree to 0.002 cap heights', async () => {
    const [wasm, plain] = await Promise.all([createDecoder(manifest, read('decoder.bin')), createDecoder(manifest, read('decoder.bin'), { wasm: 'off' })]);
    const cells = manifest.field.side ** 2;
    const [one, other] = [new Float32Array(cells), new Float32Array(cells)];
    let worst = 0;
    for (let i = 0; i < golden.glyphs.length; i += 9) {
      const z = golden.codes.subarray(i * size, (i + 1) * size);
      const glyph = golden.glyphs[i] ?? 0;
      worst = Math.max(worst, Math.abs(wasm.decode(z, glyph, one) - plain.decode(z, glyph, other)));
      for (let k = 0; k < cells; k++) worst = Math.max(worst, Math.abs((one[k] ?? 0) - (other[k] ?? 0)));
    }
    assert.ok(worst <= 0.002, `${worst}`);
  });
});

test('the styles of the map are read, each a code of the model', async () => {
  const styles = await readStyles(manifest, read('styles.bin'));
  assert.equal(styles.count, manifest.map.columns * manifest.map.rows);
  assert.equal(styles.codes.length, styles.count * size);
  assert.ok(styles.codes.some((value) => Math.abs(value) > 0.1));
});
