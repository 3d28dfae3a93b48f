import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { START } from '../../../../../src/demos/armature/plan/start.ts';
import { lineOf, readStrokes, tidy, UNIT, writeStrokes, type Place, type Stroke } from '../../../../../src/demos/base/pen/strokes.ts';
import { codecOf, emptyState, fits, LONGEST_INK, type ArmatureState } from '../../../../../src/demos/armature/state.ts';
import { uniform } from '../../../../../src/inference/latent.ts';

/** A hand that wanders. */
function scribble(seed: number, length: number): Place[] {
  const next = uniform(seed);
  let [x, y, way] = [next() - 0.5, next(), next() * 6];
  return Array.from({ length }, () => {
    way += (next() - 0.5) * 0.9;
    [x, y] = [Math.min(Math.max(x + 0.02 * Math.cos(way), -0.8), 0.8), Math.min(Math.max(y + 0.02 * Math.sin(way), -0.4), 1.1)];
    return [x, y, 0.4 + next()];
  });
}
const strokesOf = (seed: number, count: number, pressed: boolean): Stroke[] => Array.from({ length: count }, (_, i) => tidy(scribble(seed * 31 + i, 60), pressed)!);
const grid = { columns: 24, rows: 16 };
const codec = codecOf(grid);

describe('a drawing', () => {
  test('comes back from an address as it was, with and without pressure', () => {
    for (let seed = 1; seed < 40; seed++) {
      const ink = strokesOf(seed, seed % 5, seed % 2 === 0);
      assert.deepEqual(readStrokes(writeStrokes(ink)), ink);
      const state: ArmatureState = { ...emptyState, word: 'a & b', letter: 'g', by: 'sheet', ink, at: { u: 3, v: 4.5 }, shape: [-0.01, 7, 1.25], strength: 0.35 };
      if (fits(ink)) assert.deepEqual(codec.decode(`#${codec.encode(state, emptyState)}`, emptyState), state);
    }
  });
  test('is written in signs that an address takes as they are', () => assert.equal(new URLSearchParams({ ink: writeStrokes(strokesOf(3, 4, true)) }).toString().includes('%'), false));
  test('that is long is left out, and nothing else is', () => {
    const ink = strokesOf(5, 60, false);
    assert.ok(writeStrokes(ink).length > LONGEST_INK && !fits(ink));
    assert.deepEqual(codec.decode(codec.encode({ ...emptyState, ink, letter: 'q' }, { ...emptyState, ink: START.ink }), { ...emptyState, ink: START.ink }), { ...emptyState, ink: [], letter: 'q' });
  });
  for (const nonsense of ['A', 'AAA', 'AAAAA', '<b>', 'AAAA.', '*AAAA', '________'.repeat(3)]) {
    test(`is not made of “${nonsense}”`, () => assert.equal(readStrokes(nonsense), undefined));
  }
  test('keeps its ends and its corners, and is never far from where the pen was', () => {
    const corner: Place[] = [...Array.from({ length: 20 }, (_, k): Place => [-0.3, k / 20, 1]), ...Array.from({ length: 20 }, (_, k): Place => [-0.3 + k / 30, 1, 1])];
    const line = lineOf(tidy(corner)!);
    for (const wanted of [[-0.3, 0], [-0.3, 1], [-0.3 + 19 / 30, 1]]) {
      assert.ok(Math.min(...line.map(([x, y]) => Math.hypot(x - wanted[0]!, y - wanted[1]!))) < 0.02, String(wanted));
    }
    for (const [x, y] of line) assert.ok(Math.min(...corner.map(([a, b]) => Math.hypot(x - a, y - b))) < 0.05);
  });
  test('of one touch is a dot', () => assert.deepEqual(tidy([[0.1, 0.5, 1]]), { points: [0.1 * UNIT, 0.5 * UNIT] }));
  test('of nothing is nothing', () => assert.equal(tidy([]), undefined));
});

describe('a state', () => {
  test('with a typeface of the reader’s is not in the address', () => assert.equal(codec.decode('#by=font', emptyState).by, 'hand'));
  test('bent beyond its ends is brought to them', () => assert.deepEqual(codec.decode('#bend=9%2C-90%2C0', emptyState).shape, [0.1, -20, 0.6]));
});
