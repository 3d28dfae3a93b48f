import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { createDecoder } from '../../../src/inference/decoder.ts';
import { crossOver, FINISH_PLACES, PLACES } from '../../../src/inference/places.ts';
import { FOLDER, openModel } from '../../../src/models/open.ts';

const { decoder: fast, styles, manifest } = await openModel();
const plain = await createDecoder(manifest, new Uint8Array(readFileSync(`${FOLDER}/${manifest.files.decoder.path}`)), { wasm: 'off' });
const { bones, finish } = manifest.latent;
const size = bones + finish;
const [a, b] = [styles.codes.slice(0, size), styles.codes.slice(-size)];

for (const decoder of [fast, plain]) {
  const draw = (z: Float32Array): { field: Float32Array; advance: number } => {
    const field = new Float32Array(manifest.field.side ** 2);
    return { advance: decoder.decode(z, manifest.glyphs.indexOf('R'), field), field };
  };
  describe(`codes that differ from place to place, ${decoder.kind}`, () => {
    test('of one code only, draw what that code draws', () => {
      assert.deepEqual(draw(crossOver(a, b, 0)), draw(a));
      assert.deepEqual(draw(crossOver(a, b, PLACES)), draw(b));
    });
    test('crossed where the finish begins, draw what one code of both parts draws', () => {
      const mixed = a.slice();
      mixed.set(b.subarray(bones), bones);
      assert.deepEqual(draw(crossOver(a, b, FINISH_PLACES)), draw(mixed));
    });
    test('draw something of their own at every cut', () => {
      const fields = Array.from({ length: PLACES + 1 }, (_, late) => draw(crossOver(a, b, late)).field);
      for (let late = 1; late <= PLACES; late++) assert.notDeepEqual(fields[late], fields[late - 1]);
    });
    test('leave the advance to the trunk', () => {
      for (let late = 0; late <= PLACES - 2; late++) assert.equal(draw(crossOver(a, b, late)).advance, draw(a).advance);
    });
    test('are refused when there are too few of them', () => assert.throws(() => draw(new Float32Array(2 * size)), { code: 'input' }));
  });
}
