/** The state of the mirror: what an address keeps of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codecOf, drawAgain, emptyState, LAST_SEED, type MirrorState } from '../../../../src/demos/mirror/state.ts';
import { uniform } from '../../../../src/inference/latent.ts';
import { SIBLINGS } from '../../../../src/models/mirrors/record.ts';

const grid = { columns: 24, rows: 16 };
const codec = codecOf(grid);
const base: MirrorState = { saw: 'serif', word: 'Family', at: { u: 3, v: 4 }, seed: 1 };

describe('a state in an address', () => {
  test('whatever a reader does comes back as it was written', () => {
    const next = uniform(9);
    const hundredths = (most: number): number => Math.round(next() * most * 100) / 100;
    for (let i = 0; i < 300; i++) {
      const state: MirrorState = {
        saw: SIBLINGS[Math.floor(next() * SIBLINGS.length)] ?? 'whole',
        word: ['a', 'R & co', '', '¡é!', 'x=1&y=2'][Math.floor(next() * 5)] ?? '',
        at: { u: hundredths(grid.columns - 1), v: hundredths(grid.rows - 1) },
        seed: 1 + Math.floor(next() * LAST_SEED),
      };
      const hash = codec.encode(state, base);
      const back = codec.decode(`#${hash}`, base);
      assert.deepEqual(back, state, hash);
      assert.ok(codec.same(back, state));
    }
  });
  test('where nothing has changed there is no hash', () => assert.equal(codec.encode(base, base), ''));
  test('a figure’s beginning is written as the difference from nothing', () => assert.deepEqual(codec.decode(codec.encode(base, emptyState), emptyState), base));
  for (const [name, hash, expected] of [
    ['a collection that nobody made is left as it was', '#saw=sans', base],
    ['a place beyond the sheet is its edge', '#at=99,-4', { ...base, at: { u: 23, v: 0 } }],
    ['a seed beyond the last is the last', '#seed=123456', { ...base, seed: LAST_SEED }],
  ] as const) {
    test(name, () => assert.deepEqual(codec.decode(hash, base), expected));
  }
});

test('after the last draws come the first', () => {
  assert.equal(drawAgain({ ...base, seed: LAST_SEED }).seed, 1);
  assert.deepEqual(drawAgain(base), { ...base, seed: 2 });
});
