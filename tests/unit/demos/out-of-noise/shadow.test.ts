import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { farOut, placeOf, readPlane, trackOf, writePlane } from '../../../../src/demos/out-of-noise/plan/plane.ts';
import { shadowOf, spaced } from '../../../../src/demos/out-of-noise/plan/shadow.ts';
import { normal } from '../../../../src/inference/latent.ts';
import { openModel } from '../../../../src/models/open.ts';

/** Three numbers, of which the second varies most and the first next; weight goes with the second, width against the first. */
const made = (() => {
  const next = normal(3);
  const count = 200;
  const codes = Float32Array.from({ length: count * 3 }, (_, i) => next() * [2, 5, 1][i % 3]! + 10);
  const attributes = Float32Array.from({ length: count * 6 }, (_, i) => {
    const row = Math.floor(i / 6) * 3;
    return [0.2 + codes[row + 1]! / 100, 1, 0, 1.5 - codes[row]! / 100, 0.7, 0][i % 6]!;
  });
  return { count, codes, attributes, gaussian: { mean: Float32Array.from([10, 10, 10]), chol: Float32Array.from([2, 0, 0, 0, 5, 0, 0, 0, 1]) } };
})();

describe('the shadow of a made space', () => {
  const shadow = shadowOf(made, 600);
  const { plane, width, height } = shadow;
  test('says how much of the variance it holds', () => assert.ok(Math.abs(shadow.share - 29 / 30) < 1e-6));
  test('points to where there is more of what it goes along with', () => {
    assert.deepEqual(shadow.meanings.map(({ attribute }) => attribute), ['weight', 'width']);
    assert.ok(shadow.meanings.every(({ r }) => r > 0.99));
  });
  test('has the mean in its middle and one scale both ways', () => {
    assert.deepEqual([width, height], [600, 256]);
    assert.deepEqual(shadow.deviations.map(Math.round), [100, 40]);
    assert.deepEqual(placeOf(plane, Float32Array.from([10, 10, 99])), [300, 128]);
  });
  test('falls along what varies most, more of it to the right and to the top', () => {
    assert.deepEqual(placeOf(plane, Float32Array.from([10, 15, 0])), [400, 128]);
    assert.deepEqual(placeOf(plane, Float32Array.from([8, 10, 0])), [300, 88]);
  });
  test('draws a way as a line through all its codes', () => assert.equal(trackOf(plane, Float32Array.from([10, 10, 10, 10, 15, 10])), 'M300 128L400 128'));
  test('comes back as it was written', () => {
    const read = readPlane(writePlane(plane));
    for (let row = 0; row < made.count; row++) for (const i of [0, 1]) assert.ok(Math.abs(placeOf(read, made.codes, row * 3)[i]! - placeOf(plane, made.codes, row * 3)[i]!) < 0.15);
  });
});

describe('how far out a code is', () => {
  test('is counted in deviations of every direction', () => assert.deepEqual([[10, 10, 10], [12, 15, 11], [10, 20, 10]].map((z) => Number(farOut(made.gaussian, Float32Array.from(z)).toFixed(3))), [0, 1, 1.155]));
  test('follows the covariance, and not the numbers one by one', () => {
    const leaning = { mean: Float32Array.from([0, 0]), chol: Float32Array.from([1, 0, 3, 1]) };
    assert.ok(farOut(leaning, Float32Array.from([1, 3])) < 1 && farOut(leaning, Float32Array.from([1, -3])) > 4);
  });
});

test('marks are put where they have room, the first first', () => assert.deepEqual(spaced([[0, 0], [3, 0], [5, 0], [9, 0]], 5), [0, 2]));

test('the shadow of the shipped space holds less than half of it, which the page says, and its axes mean something', async () => {
  const { styles } = await openModel();
  const { share, meanings, deviations: [across, up], plane: { axes } } = shadowOf(styles, 640);
  assert.ok(share > 0.1 && share < 0.5, `${share}`);
  assert.ok(across >= up);
  const size = axes.length / 2;
  const along = axes.subarray(0, size).reduce((sum, value, i) => sum + value * axes[size + i]!, 0) / Math.hypot(...axes.subarray(0, size)) ** 2;
  assert.ok(Math.abs(along) < 1e-3, `${along}`);
  assert.ok(meanings[0].r > 0.5, `${meanings[0].r}`);
});

test('a learned style is about one deviation out, which the page says', async () => {
  const { styles: { codes, count, gaussian } } = await openModel();
  const size = codes.length / count;
  const squares = Array.from({ length: count }, (_, row) => farOut(gaussian, codes.subarray(row * size, (row + 1) * size)) ** 2);
  const mean = Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / count);
  assert.ok(mean > 0.85 && mean < 1.15, `${mean}`);
});
