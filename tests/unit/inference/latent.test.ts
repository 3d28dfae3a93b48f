import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDirection, lerp, nearest, normal, sample, slerp, truncate, uniform, weightedMean } from '../../../src/inference/latent.ts';

const of = (...values: number[]): Float32Array => Float32Array.from(values);
const close = (a: Float32Array, b: Float32Array): void => a.forEach((value, i) => assert.ok(Math.abs(value - (b[i] ?? NaN)) < 1e-5, `${[...a]} is not ${[...b]}`));
const length = (a: Float32Array): number => Math.hypot(...a);

describe('ways from one code to another', () => {
  const [a, b] = [of(2, 0), of(0, 4)];
  test('both begin at the one and end at the other', () => {
    for (const way of [lerp, slerp]) {
      close(way(a, b, 0), a);
      close(way(a, b, 1), b);
    }
  });
  test('the straight one cuts the corner; the great circle keeps the distance from the origin', () => {
    close(lerp(a, b, 0.5), of(1, 2));
    assert.ok(Math.abs(length(slerp(a, b, 0.5)) - 3) < 1e-5);
    close(slerp(a, b, 0.5), of(3 * Math.SQRT1_2, 3 * Math.SQRT1_2));
  });
  test('where there is no great circle, the straight way is taken', () => {
    close(slerp(of(1, 0), of(-1, 0), 0.25), of(0.5, 0));
    close(slerp(of(1, 0), of(3, 0), 0.5), of(2, 0));
    close(slerp(of(0, 0), of(3, 0), 0.5), of(1.5, 0));
  });
  test('the result is written where it is wanted, even over an end', () => {
    const out = of(2, 0);
    assert.equal(slerp(out, b, 0.5, out), out);
    close(out, slerp(a, b, 0.5));
  });
});

test('truncation draws a code towards the mean', () => {
  close(truncate(of(3, 1), of(1, 1), 0.5), of(2, 1));
  close(truncate(of(3, 1), of(1, 1), 0), of(1, 1));
});

test('a direction moves a code by so many deviations of its attribute', () => {
  close(addDirection(of(1, 1), of(9, 9, 0.5, -1), 1, 2), of(2, -1));
});

test('a weighted mean need not have weights that add up to one', () => {
  close(weightedMean(of(0, 0, 4, 8, 9, 9), [{ index: 0, weight: 2 }, { index: 1, weight: 6 }], new Float32Array(2)), of(3, 6));
});

test('the nearest codes, nearest first', () => {
  assert.deepEqual(nearest(of(0, 0), of(5, 0, 1, 0, 0, 3), 2), [{ index: 1, distance: 1 }, { index: 2, distance: 3 }]);
});

describe('random numbers', () => {
  test('are the same for the same seed, and for another others', () => {
    const some = (seed: number): number[] => Array.from({ length: 5 }, uniform(seed));
    assert.deepEqual(some(1), some(1));
    assert.notDeepEqual(some(1), some(2));
    // Never to change: links to random letters carry the seed.
    assert.deepEqual(some(1).map((value) => Math.round(value * 1e6)), [627074, 2736, 527447, 981051, 968378]);
  });
  test('are distributed as they should', () => {
    const many = Array.from({ length: 20_000 }, normal(3));
    const mean = many.reduce((sum, value) => sum + value, 0) / many.length;
    const variance = many.reduce((sum, value) => sum + (value - mean) ** 2, 0) / many.length;
    assert.ok(Math.abs(mean) < 0.02 && Math.abs(variance - 1) < 0.03, `${mean}, ${variance}`);
    assert.ok(many.every(Number.isFinite));
  });
  test('a sample has the mean and the covariance of the Gaussian; truncation narrows it', () => {
    const gaussian = { mean: of(1, -1), chol: of(2, 0, 1, 0.5) };
    const moments = (truncation: number): number[] => {
      const next = normal(4);
      const all = Array.from({ length: 20_000 }, () => sample(gaussian, next, truncation));
      const mean = (of: (z: Float32Array) => number): number => all.reduce((sum, z) => sum + of(z), 0) / all.length;
      return [mean(([x = 0]) => x), mean(([x = 0]) => (x - 1) ** 2), mean(([x = 0, y = 0]) => (x - 1) * (y + 1))];
    };
    for (const [truncation, expected] of [[1, [1, 4, 2]], [0.5, [1, 1, 0.5]]] as const) {
      moments(truncation).forEach((value, i) => assert.ok(Math.abs(value - (expected[i] ?? NaN)) < 0.1, `${value}`));
    }
  });
});
