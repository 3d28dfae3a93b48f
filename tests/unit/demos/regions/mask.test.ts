/** The mask: its state in an address, its geometry, its handles, and how it is drawn. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boundary, depthOf, handlesOf, maskOf, shareOf, turnedTo, type Mask } from '../../../../src/demos/regions/plan/mask.ts';
import { BOX, contourOf, overlayOf, screenOf, toBox, toLine } from '../../../../src/demos/regions/plan/screen.ts';
import { codecOf, emptyState, ENDS, SHAPES, type RegionsState } from '../../../../src/demos/regions/state.ts';
import { uniform } from '../../../../src/inference/latent.ts';

const grid = { columns: 24, rows: 16 };
const line: Mask = { shape: 'line', x: 2, y: 0.5, angle: 0, size: 1, feather: 1 };
const pool: Mask = { ...line, shape: 'pool' };
const close = (a: number, b: number, says = ''): void => assert.ok(Math.abs(a - b) < 1e-9, `${says} ${a} is not ${b}`);

describe('a state in an address', () => {
  const codec = codecOf(grid);
  test('comes back as it was written, whatever a reader does', () => {
    const next = uniform(11);
    const between = ([least, most]: readonly [number, number], steps: number): number => Math.round((least + next() * (most - least)) * steps) / steps + 0;
    for (let i = 0; i < 300; i++) {
      const point = () => ({ u: Math.round(next() * 2300) / 100, v: Math.round(next() * 1500) / 100 });
      const word = String.fromCharCode(...Array.from({ length: Math.floor(next() * 9) }, () => 32 + Math.floor(next() * 95)));
      const state: RegionsState = { word, a: point(), b: point(), shape: SHAPES[Math.floor(next() * 2)] ?? 'line', x: between(ENDS.x, 1000), y: between(ENDS.y, 100), angle: between(ENDS.angle, 1), size: between(ENDS.size, 100), feather: between(ENDS.feather, 100) };
      const hash = codec.encode(state, emptyState);
      assert.deepEqual(codec.decode(`#${hash}`, emptyState), state, hash);
    }
  });
  const cases: [says: string, hash: string, expected: Partial<RegionsState>][] = [
    ['what lies beyond an end is brought to it', 'feather=99&x=-5&angle=900', { feather: 4, x: -0.1, angle: 180 }],
    ['what is no shape is left as it was', 'mask=square', {}],
    ['a pool is a pool', 'mask=pool', { shape: 'pool' }],
    ['half a degree is no angle', 'angle=1.5', {}],
  ];
  for (const [says, hash, expected] of cases) test(says, () => assert.deepEqual(codec.decode(hash, emptyState), { ...emptyState, ...expected }));
});

describe('the share of B', () => {
  const cases: [says: string, mask: Mask, x: number, y: number, expected: number][] = [
    ['is half on an upright boundary', line, 2, 0.9, 0.5],
    ['is all on the right of it, beyond the feather', line, 2.6, 0, 1],
    ['is nothing on the left of it', line, 1.4, 0, 0],
    ['is all above a boundary turned a quarter to the left', { ...line, angle: Math.PI / 2 }, 0, 1.2, 1],
    ['is all below one turned a quarter to the right', { ...line, angle: -Math.PI / 2 }, 0, -0.2, 1],
    ['is all in the middle of a pool', pool, 2, 0.5, 1],
    ['is half on its rim', pool, 3, 0.5, 0.5],
    ['is nothing far outside', pool, 0, 0.5, 0],
    ['is all or nothing without a feather', { ...line, feather: 0 }, 2.001, 0, 1],
  ];
  for (const [says, mask, x, y, expected] of cases) test(says, () => close(shareOf(mask)(x, y), expected));

  test('grows steadily across the feather, and as much on one side as it lacks on the other', () => {
    const share = shareOf(line);
    let before = 0;
    for (let d = -0.6; d <= 0.6; d += 0.01) {
      assert.ok(share(2 + d, 0) >= before);
      before = share(2 + d, 0);
      close(share(2 + d, 0) + share(2 - d, 0), 1);
    }
  });
  test('has a band at least as wide as it is told', () => close(shareOf({ ...line, feather: 0 }, 0.4)(2.1, 0), 0.84375));
});

test('a mask stands at a share of the line, its angle in radians', () => {
  const mask = maskOf({ ...emptyState, x: 0.25, angle: 90 }, 8);
  close(mask.x, 2);
  close(mask.angle, Math.PI / 2);
});

describe('the handles', () => {
  test('of any mask give back the mask when they are pulled to where they stand', () => {
    for (let angle = -179; angle <= 180; angle += 7) {
      const mask = { ...line, angle: (angle * Math.PI) / 180 };
      assert.deepEqual(turnedTo(mask, handlesOf(mask).turn), { angle });
    }
    for (const size of [0.2, 1, 2.5]) {
      const turned = turnedTo({ ...pool, size }, handlesOf({ ...pool, size }).turn);
      close('size' in turned ? turned.size : NaN, size);
    }
  });
  test('stand on the boundary', () => {
    for (const mask of [line, { ...line, angle: 0.7 }, pool]) close(depthOf(mask)(...handlesOf(mask).turn), 0);
  });
});

test('every place along the boundary is on it, a step from the next', () => {
  for (const mask of [{ ...line, angle: 0.7 }, pool]) {
    const places = boundary(mask, 0.05, 2);
    for (const [x, y] of places) close(depthOf(mask)(x, y), 0);
    const [one, two] = [places[0]!, places[1]!];
    assert.ok(Math.abs(Math.hypot(one[0] - two[0], one[1] - two[1]) - 0.05) < 0.002);
  }
});

describe('drawn over the word', () => {
  const fit = { cap: 200, x: 20, baseline: 300 };
  test('places of the box and of the line are each other’s', () => {
    const [x, y] = toLine(toBox([1.25, -0.3], fit), fit);
    close(x, 1.25);
    close(y, -0.3);
  });
  test('an upright boundary is an upright line, and the ends of the feather lie half a feather beside it', () => {
    const across = (depth: number): number => Number(/^M(-?[\d.]+)/.exec(contourOf(line, depth, fit))?.[1]);
    assert.equal(across(0), 420);
    assert.equal(across(0.5), 520);
  });
  test('a pool smaller than half its feather has no inner end', () => assert.equal(contourOf({ ...pool, size: 0.2 }, 0.5, fit), ''));
  test('the screen has squares alone where A rules, dots alone where B does, both between', () => {
    const all = screenOf({ ...line, x: -5 }, fit);
    assert.equal(all.a, '');
    const none = screenOf({ ...line, x: 50 }, fit);
    assert.equal(none.b, '');
    assert.ok(all.b.length > 0 && none.a.length > 0);
    const mixed = screenOf({ ...line, x: BOX.width / 2 / fit.cap, feather: 3 }, fit);
    assert.ok(mixed.a.length > 0 && mixed.b.length > 0);
    assert.doesNotMatch(mixed.a + mixed.b, /NaN|e-/);
  });
  test('without a feather there are no ends of it', () => {
    const { paths } = overlayOf({ ...line, feather: 0 }, fit);
    assert.deepEqual([paths.near, paths.far], ['', '']);
  });
});
