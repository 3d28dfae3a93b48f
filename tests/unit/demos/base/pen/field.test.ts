import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bentField, bend, hasInk, middleOf, overlap, PLAIN, strokesField, unbend } from '../../../../../src/demos/base/pen/field.ts';
import { fieldOf, FINER } from '../../../../../src/demos/base/pen/distance.ts';
import { START } from '../../../../../src/demos/armature/plan/start.ts';
import { tidy } from '../../../../../src/demos/base/pen/strokes.ts';

const geometry = { side: 64, sample: 0.03, left: -0.96, top: 1.35 };
const { side, sample, left, top } = geometry;
const empty = (): Float32Array => new Float32Array(side * side);
const make = (distance: (x: number, y: number) => number): Float32Array => Float32Array.from({ length: side * side }, (_, k) => distance(left + ((k % side) + 0.5) * sample, top - (Math.floor(k / side) + 0.5) * sample));
const box = (l: number, r: number, b: number, t: number): Float32Array => make((x, y) => Math.min(x - l, r - x, y - b, t - y));
const disc = (x0: number, radius: number): Float32Array => make((x, y) => radius - Math.hypot(x - x0, y - 0.4));
const near = (found: number, wanted: number, by: number): void => assert.ok(Math.abs(found - wanted) <= by, `${found} for ${wanted}`);

describe('overlap', () => {
  test('of a letter with itself is 1, with what lies beside it 0, with nothing 0', () => {
    near(overlap(disc(0, 0.3), disc(0, 0.3), geometry), 1, 1e-6);
    near(overlap(box(-0.6, -0.3, 0, 1), box(0.3, 0.6, 0, 1), geometry), 0, 1e-6);
    assert.equal(overlap(empty().fill(-1), empty().fill(-1), geometry), 0);
  });
  test('of two boxes is what can be reckoned', () => near(overlap(box(-0.3, 0.3, 0, 1), box(0, 0.6, 0, 1), geometry), 1 / 3, 0.01));
  test('of two discs is the square of their radii', () => near(overlap(disc(0, 0.2), disc(0, 0.4), geometry), 0.25, 0.01));
});

describe('strokes as a field', () => {
  const stroke = [tidy([[0, 0.1, 1], [0, 0.9, 1]])!];
  test('are as wide as the pen and round at their ends', () => {
    const field = strokesField(stroke, 0.2, PLAIN, geometry, empty());
    near(overlap(field, make((x, y) => 0.1 - Math.hypot(x, y - Math.min(Math.max(y, 0.1), 0.9))), geometry), 1, 0.01);
  });
  test('lean, stretch, thicken and move as they are bent', () => {
    const field = (shape: Partial<typeof PLAIN>, shift = 0): Float32Array => strokesField(stroke, 0.2, { ...PLAIN, ...shape }, geometry, empty(), shift);
    assert.ok(middleOf(field({ slant: 12 }), geometry) > 0.05);
    near(middleOf(field({}, 0.25), geometry), 0.25, 0.005);
    near(overlap(field({ weight: 0.05 }), strokesField(stroke, 0.3, PLAIN, geometry, empty()), geometry), 1, 0.001);
  });
  test('bent and bent back are where they were', () => {
    const shape = { weight: 0, slant: -13, width: 1.3 };
    near(unbend(bend(0.3, 0.8, shape), 0.8, shape), 0.3, 1e-9);
  });
  test('of nothing have no ink', () => assert.equal(hasInk(strokesField([], 0.2, PLAIN, geometry, empty())), false));
});

describe('a bent field', () => {
  test('is itself where nothing is bent', () => assert.deepEqual(bentField(disc(0, 0.3), PLAIN, geometry, empty()), disc(0, 0.3)));
  test('of a drawing is the field of the bent drawing', () => {
    const shape = { weight: 0, slant: 10, width: 1.2 };
    const bent = bentField(strokesField(START.ink, 0.13, PLAIN, geometry, empty()), shape, geometry, empty());
    const right = strokesField(START.ink, 0.13, shape, geometry, empty());
    assert.ok(overlap(bent, right, geometry) > 0.88, String(overlap(bent, right, geometry)));
  });
});

describe('a picture as a field', () => {
  const wide = side * FINER;
  const picture = (distance: (x: number, y: number) => number): Uint8Array => Uint8Array.from({ length: wide * wide }, (_, k) => {
    const pixel = sample / FINER;
    return 255 * Math.min(Math.max(0.5 + distance(left + ((k % wide) + 0.5) * pixel, top - (Math.floor(k / wide) + 0.5) * pixel) / pixel, 0), 1);
  });
  test('has the distances of what is in it', () => {
    const round = (x: number, y: number): number => 0.31 - Math.hypot(x - 0.07, y - 0.4);
    const [found, right] = [fieldOf(picture(round), 1, 0, geometry, empty()), make(round)];
    for (let k = 0; k < right.length; k++) if (Math.abs(right[k]!) < 0.1) near(found[k]!, right[k]!, 0.006);
  });
  test('without ink is far from any', () => assert.ok(fieldOf(new Uint8Array(wide * wide), 1, 0, geometry, empty()).every((value) => value < -0.2)));
});
