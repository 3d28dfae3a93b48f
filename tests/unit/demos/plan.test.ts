import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changed, codeFor, fadeIn, offRegister, stationOf } from '../../../src/demos/letterform-map/plan.ts';
import type { MapState } from '../../../src/demos/letterform-map/state.ts';

const grid = { columns: 3, rows: 2 };
const codes = { grid, stations: 5, codes: Float32Array.from([1, 0, 2, 0, 3, 0, 0, 1, 0, 2, 0, 3]) };
const state: MapState = { word: 'x', at: { u: 1, v: 0 }, a: { u: 2, v: 0 }, b: { u: 2, v: 1 }, t: 0.25, mode: 'lerp' };
const of = (name: string, part: Partial<MapState> = {}): number[] | undefined => {
  const code = codeFor(name, { ...state, ...part }, codes);
  return code && [...code].map((value) => Math.round(value * 1000) / 1000);
};

describe('the code of a box', () => {
  for (const [name, box, expected] of [
    ['the word is drawn where the hand is', 'word', [2, 0]],
    ['an end is drawn where it was put', 'a', [3, 0]],
    ['the straight way mixes both ends', 'lerp', [2.25, 0.75]],
    ['the arc keeps the length', 'slerp', [2.772, 1.148]],
    ['one plate has come as far from A', 'plate-a', [2.25, 0.75]],
    ['as the other from B', 'plate-b', [0.75, 2.25]],
    ['the strip begins at A', 'strip-0', [3, 0]],
    ['and ends at B', 'strip-4', [0, 3]],
    ['a cross-fade has no code of its own', 'fade', undefined],
    ['nor has a box nobody knows', 'strip-9', undefined],
  ] as const) {
    test(name, () => assert.deepEqual(of(box), expected));
  }
  test('halfway both plates have the same', () => assert.deepEqual(of('plate-a', { t: 0.5 }), of('plate-b', { t: 0.5 })));
  test('the strip goes the chosen way', () => {
    assert.notDeepEqual(of('strip-2', { mode: 'slerp' }), of('strip-2'));
    assert.equal(of('strip-2', { mode: 'fade' }), undefined);
  });
});

test('pictures are mixed in the cross-fade, and in the strip when it goes that way', () => {
  assert.deepEqual(['fade', 'lerp', 'strip-1'].map((name) => fadeIn(name, state, 5)), [0.25, undefined, undefined]);
  assert.equal(fadeIn('strip-1', { ...state, mode: 'fade' }, 5), 0.25);
});

describe('a change reaches', () => {
  for (const [name, part, names, strip] of [
    ['nothing, where there is none', {}, [], false],
    ['the large word, when the hand moves', { at: { u: 0, v: 0 } }, ['word'], false],
    ['the three ways, when the share changes', { t: 0.3 }, ['lerp', 'slerp', 'fade', 'plate-a', 'plate-b'], false],
    ['an end, the ways and the strip, when the end moves', { a: { u: 0, v: 0 } }, ['a', 'lerp', 'slerp', 'fade', 'plate-a', 'plate-b'], true],
    ['the strip alone, when it goes another way', { mode: 'fade' }, [], true],
    ['everything, when a letter is typed', { word: 'xy' }, ['word', 'a', 'b', 'lerp', 'slerp', 'fade', 'plate-a', 'plate-b'], true],
  ] as const) {
    test(name, () => assert.deepEqual(changed(state, { ...state, ...part }), { names, strip }));
  }
});

test('boxes of the strip are known by their number', () => assert.deepEqual(['strip-0', 'strip-12', 'strip', 'word'].map(stationOf), [0, 12, undefined, undefined]));

test('plates agree halfway and part evenly', () => {
  assert.equal(offRegister(0.5), 0);
  assert.ok(Math.abs(offRegister(0.2) + offRegister(0.8)) < 1e-12);
});
