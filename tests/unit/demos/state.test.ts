import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codecOf, emptyState, type MapState } from '../../../src/demos/letterform-map/state.ts';
import { LONGEST } from '../../../src/demos/base/words.ts';

const grid = { columns: 24, rows: 16 };
const { encode, decode, isState, same } = codecOf(grid);
const base: MapState = { word: 'between', at: { u: 4, v: 5 }, a: { u: 1, v: 2 }, b: { u: 20, v: 11 }, t: 0.5, mode: 'lerp' };
const moved: MapState = { word: 'a & b, #1?', at: { u: 3.14159, v: 15 }, a: { u: 0, v: 0 }, b: { u: 23, v: 7.5 }, t: 0.123, mode: 'fade' };

describe('a state in an address', () => {
  test('where nothing has changed there is no hash', () => assert.equal(encode(base, base), ''));
  test('what has changed stands in it, to a hundredth, and the rest does not', () => {
    assert.equal(encode({ ...base, at: { u: 3.14159, v: 15 } }, base), 'at=3.14%2C15');
  });
  test('comes back as it was written', () => {
    const back = decode(`#${encode(moved, base)}`, base);
    assert.deepEqual(back, { ...moved, at: { u: 3.14, v: 15 }, t: 0.12 });
    assert.ok(same(back, moved));
  });
  test('a figure’s beginning is written as the difference from nothing', () => {
    assert.deepEqual(decode(encode(base, emptyState), emptyState), base);
  });
  for (const [name, hash, expected] of [
    ['a place in the page is no state', '#first-then', base],
    ['a place off the map is brought to its edge', '#at=99,-4', { ...base, at: { u: 23, v: 0 } }],
    ['what is no place is left as it was', '#at=here&a=1&b=1,x', base],
    ['a share beyond the end is the end', '#t=7', { ...base, t: 1 }],
    ['what is no share is left as it was', '#t=NaN', base],
    ['an unknown way is left as it was', '#way=teleport', base],
    ['an empty word is a word too', '#word=', { ...base, word: '' }],
    ['broken escapes do no harm', '#word=%E0%A4%A', { ...base, word: decode('#word=%E0%A4%A', base).word }],
  ] as const) {
    test(name, () => assert.deepEqual(decode(hash, base), expected));
  }
  test('a word as long as a page is cut', () => assert.equal(decode(`#word=${'m'.repeat(9999)}`, base).word.length, LONGEST));
  test('a hash is told from the name of a heading', () => {
    assert.deepEqual(['#word=x', 'at=1,2', '#first-somebody', '', '#ref-t=1'].map(isState), [true, true, false, false, false]);
  });
});
