/** Directions of the shipped model: what is asked for is what is measured, and holding the others still holds them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { measured, wellDrawn } from '../../../../src/demos/base/build.ts';
import { changes, knockedOn, reportOf, signed } from '../../../../src/demos/directions/report.ts';
import { createSpace } from '../../../../src/demos/directions/space.ts';
import { codecOf, emptyState } from '../../../../src/demos/directions/state.ts';
import { ATTRIBUTES } from '../../../../src/drawing/attributes.ts';
import { openModel } from '../../../../src/models/open.ts';

const { decoder, styles } = await openModel();
const space = createSpace(styles);
const size = styles.codes.length / styles.count;
const cell = wellDrawn(styles, { weight: -0.2, contrast: 0, slant: -0.3, width: 0, xHeight: 0, serif: -0.5 });
const base = styles.codes.slice(cell * size, (cell + 1) * size);
const one = (k: number, amount: number): number[] => ATTRIBUTES.map((_, i) => (i === k ? amount : 0));
const before = space.deviations(measured(decoder, base));
const moved = (amounts: readonly number[], held: boolean): (number | undefined)[] =>
  changes(before, space.deviations(measured(decoder, space.move(base, space.steps(amounts, held), new Float32Array(size)))));

describe('a direction', () => {
  ATTRIBUTES.forEach((name, k) => {
    test(`of ${name} moves what is measured of it the way it is asked to`, () => {
      const [down, up] = [moved(one(k, -2), false)[k] ?? NaN, moved(one(k, 2), false)[k] ?? NaN];
      assert.ok(up > 0.2 && up > down + 0.3, `${down} … ${up}`);
    });
    test(`of ${name} predicts one deviation of itself`, () => assert.ok(Math.abs((space.coupling[k]?.[k] ?? NaN) - 1) < 0.01));
  });
  // The page says so: these two do not slide, they switch.
  for (const name of ['slant', 'serif'] as const) {
    test(`of ${name} does little at first, and much at the end`, () => {
      const k = ATTRIBUTES.indexOf(name);
      const [half, all] = [moved(one(k, 1), false)[k] ?? NaN, moved(one(k, 2), false)[k] ?? NaN];
      assert.ok(half < all / 3, `${half} of ${all}`);
    });
  }
  test('left alone moves nothing', () => assert.deepEqual(space.move(base, space.steps(emptyState.amounts, false), new Float32Array(size)), base));
});

describe('holding the others still', () => {
  test('is predicted to change what was asked for alone', () => {
    const steps = space.steps(one(0, 1), true);
    const predicted = space.coupling.map((row) => row.reduce((sum, value, j) => sum + value * (steps[j] ?? 0), 0));
    predicted.forEach((value, k) => assert.ok(Math.abs(value - (k === 0 ? 1 : 0)) < 1e-9));
  });
  test('makes the measured others move less, taken together', () => {
    const astray = (held: boolean): number => ATTRIBUTES.reduce((sum, _, k) => sum + [-1, 1].reduce((each, amount) => each + moved(one(k, amount), held).reduce<number>((all, by, i) => all + (i === k ? 0 : Math.abs(by ?? 0)), 0), 0), 0);
    assert.ok(astray(true) < 0.7 * astray(false), `${astray(true)} of ${astray(false)}`);
  });
  test('goes further', () => ATTRIBUTES.forEach((_, k) => assert.ok(space.distance(space.steps(one(k, 1), true)) > space.distance(space.steps(one(k, 1), false)))));
});

describe('what is said', () => {
  test('names what was asked, what came, and what came besides', () => {
    const text = reportOf(one(0, 1), [0.9, 0.05, undefined, 0.3, -0.2, 0], 1);
    assert.equal(text, 'Measured: weight +0.9 for +1.0 asked. Besides: set width +0.3, x-height −0.2. The code went 1.0 deviations.');
  });
  test('says so where nothing else moved', () => assert.match(reportOf(one(2, -1), [0, 0, -0.8, 0, 0, 0], 1.1), /slant −0\.8 for −1\.0 asked\. Nothing else moved enough/));
  test('says so where something broke', () => assert.match(reportOf(one(5, 2), [0, 0, 0, 0, 0, undefined], 2), /serifs can no longer be measured/));
  test('is silent before anything is moved', () => assert.equal(reportOf(emptyState.amounts, [], 0), 'Nothing is moved yet.'));
  test('does not count what is too small to be measured', () => assert.deepEqual(knockedOn(one(0, 1), [1, 0.1, 0.5, -0.2, 0, 0]), ['slant', 'width']));
  test('has no minus zero', () => assert.deepEqual([signed(-0.04), signed(0.06), signed(-2)], ['0', '+0.1', '−2.0']));
});

test('a state comes back from its address', () => {
  const codec = codecOf({ columns: 24, rows: 16 });
  const state = { word: 'a & b', at: { u: 3.5, v: 2 }, amounts: [1.25, -2, 0, 0.05, 0, 2], held: true };
  assert.deepEqual(codec.decode(codec.encode(state, emptyState), emptyState), state);
});
