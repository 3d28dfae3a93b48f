import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lerp, slerp, uniform } from '../../../src/inference/latent.ts';
import { openModel } from '../../../src/models/open.ts';

const length = (z: Float32Array): number => Math.hypot(...z);
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

// The tutorial and the page of the letterform map say this of the shipped model. New weights may make it untrue.
describe('between two styles of the sheet', async () => {
  const { styles, decoder, manifest } = await openModel();
  const size = styles.codes.length / styles.count;
  const next = uniform(4);
  const pick = (): Float32Array => styles.codes.subarray(...((at: number) => [at, at + size] as const)(Math.floor(next() * styles.count) * size));
  const pairs = Array.from({ length: 200 }, () => [pick(), pick()] as const).filter(([a, b]) => a.byteOffset !== b.byteOffset);

  test('codes stand not far from a right angle', () => {
    const angles = pairs.map(([a, b]) => (Math.acos(a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / length(a) / length(b)) * 180) / Math.PI);
    assert.ok(Math.abs(median(angles) - 90) < 15, `${median(angles)} degrees`);
  });

  test('the middle of the line is about three quarters as long as that of the arc', () => {
    const shares = pairs.map(([a, b]) => length(lerp(a, b, 0.5)) / length(slerp(a, b, 0.5)));
    assert.ok(Math.abs(median(shares) - 0.75) < 0.05, `${median(shares)}`);
  });

  test('the letters part by much less', () => {
    const [straight, arched] = [new Float32Array(manifest.field.side ** 2), new Float32Array(manifest.field.side ** 2)];
    const likeness = pairs.map(([a, b]) => {
      decoder.decode(lerp(a, b, 0.5), manifest.glyphs.indexOf('a'), straight);
      decoder.decode(slerp(a, b, 0.5), manifest.glyphs.indexOf('a'), arched);
      let [both, either] = [0, 0];
      straight.forEach((value, i) => {
        const [one, other] = [value > 0, (arched[i] ?? 0) > 0];
        both += Number(one && other);
        either += Number(one || other);
      });
      return both / either;
    });
    assert.ok(median(likeness) > 0.8, `${median(likeness)}`);
  });
});
