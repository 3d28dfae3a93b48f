import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { uniform } from '../../../../src/inference/latent.ts';
import { codec, dealAgain, DRAWS, emptyState, keep, LAST_SEED, letGo, PLACES, WILDEST, type Kept, type RestraintState } from '../../../../src/demos/restraint/state.ts';

const base: RestraintState = { word: 'Restraint', seed: 1, psi: 0.7, pick: 32, kept: [] };
const kept: readonly Kept[] = [{ seed: 7, pick: 12, psi: 0.7 }, { seed: 9999, pick: 39, psi: 1.6 }];

/** Some state that a reader could reach. */
function someState(next: () => number): RestraintState {
  const whole = (most: number): number => Math.floor(next() * most);
  let state: RestraintState = { word: ['a', 'R & co', '', '¡é!', 'x=1&y=2'][whole(5)] ?? '', seed: 1 + whole(LAST_SEED), psi: whole(WILDEST * 100) / 100, pick: whole(DRAWS), kept: [] };
  for (let i = whole(PLACES + 1); i > 0; i--) state = { ...keep({ ...state, seed: 1 + whole(LAST_SEED), pick: whole(DRAWS), psi: whole(WILDEST * 100 + 1) / 100 }), seed: state.seed, pick: state.pick, psi: state.psi };
  return state;
}

describe('a state in an address', () => {
  test('whatever a reader does comes back as it was written', () => {
    const next = uniform(5);
    for (let i = 0; i < 300; i++) {
      const state = someState(next);
      const hash = codec.encode(state, base);
      const back = codec.decode(`#${hash}`, base);
      assert.deepEqual(back, state, hash);
      assert.ok(codec.same(back, state));
    }
  });
  test('where nothing has changed there is no hash', () => assert.equal(codec.encode(base, base), ''));
  test('a figure’s beginning is written as the difference from nothing', () => assert.deepEqual(codec.decode(codec.encode(base, emptyState), emptyState), base));
  test('the shelf is short', () => assert.equal(codec.encode({ ...base, kept }, base), 'kept=7-12-70.9999-39-160'));
  for (const [name, hash, expected] of [
    ['a share beyond the end is the end', '#psi=7', { ...base, psi: WILDEST }],
    ['a seed beyond the last is the last', '#seed=123456', { ...base, seed: LAST_SEED }],
    ['what is no seed is left as it was', '#seed=x&draw=a', base],
    ['what cannot be read is not on the shelf', '#kept=1-2.x-1-1.3-4-50.5-6-7-8', { ...base, kept: [{ seed: 3, pick: 4, psi: 0.5 }] }],
    ['a letter lies on the shelf once', '#kept=3-4-50.3-4-50', { ...base, kept: [{ seed: 3, pick: 4, psi: 0.5 }] }],
    ['an empty shelf is a shelf', '#kept=', base],
  ] as const) {
    test(name, () => assert.deepEqual(codec.decode(hash, base), expected));
  }
  test('a shelf as long as a street is cut', () => {
    const long = Array.from({ length: 99 }, (_, i) => `${i + 1}-1-50`).join('.');
    assert.equal(codec.decode(`#kept=${long}`, base).kept.length, PLACES);
  });
});

describe('the shelf', () => {
  test('takes what is chosen, at the setting it has', () => assert.deepEqual(keep(base).kept, [{ seed: 1, pick: 32, psi: 0.7 }]));
  test('takes nothing twice, but the same draw at another setting', () => {
    const one = keep(base);
    assert.equal(keep(one), one);
    assert.equal(keep({ ...one, psi: 1 }).kept.length, 2);
  });
  test('is full at some point', () => {
    let state = base;
    for (let pick = 0; pick < 9; pick++) state = keep({ ...state, pick });
    assert.equal(state.kept.length, PLACES);
  });
  test('lets go of the one that is meant', () => assert.deepEqual(letGo({ ...base, kept }, 0).kept, [kept[1]]));
});

test('after the last deal comes the first', () => assert.equal(dealAgain({ ...base, seed: LAST_SEED }).seed, 1));
