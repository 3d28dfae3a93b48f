import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boxOf, breathe, changed, deal, heldBack, letterOf, STATIONS } from '../../../../src/demos/restraint/plan/draws.ts';
import { WILDEST, type RestraintState } from '../../../../src/demos/restraint/state.ts';
import { readWord } from '../../../../src/demos/base/words.ts';
import { normal, sample } from '../../../../src/inference/latent.ts';

const gaussian = { mean: Float32Array.of(1, -2, 3), chol: Float32Array.of(1, 0, 0, 0.5, 2, 0, -0.3, 0.2, 0.4) };
const base: RestraintState = { word: 'Rest', seed: 1, psi: 0.7, pick: 3, kept: [] };

describe('the draws', () => {
  test('are the same for the same seed, and others for another', () => {
    assert.deepEqual(deal(gaussian, 4), deal(gaussian, 4));
    assert.notDeepEqual(deal(gaussian, 4), deal(gaussian, 5));
  });
  test('come off the pack in one order, however many are dealt', () => assert.deepEqual(deal(gaussian, 4, 3), deal(gaussian, 4, 9).slice(0, 3)));
  test('held back entirely are the mean', () => deal(gaussian, 4).forEach((draw) => assert.deepEqual(heldBack(draw, gaussian, 0), gaussian.mean)));
  test('let out entirely are what was dealt', () => {
    const [draw] = deal(gaussian, 4);
    heldBack(draw!, gaussian, 1).forEach((value, i) => assert.ok(Math.abs(value - draw![i]!) < 1e-6));
  });
  test('held back are what a truncated sample of the same seed is', () => {
    const truncated = sample(gaussian, normal(4), 0.6);
    heldBack(deal(gaussian, 4, 1)[0]!, gaussian, 0.6).forEach((value, i) => assert.ok(Math.abs(value - truncated[i]!) < 1e-5));
  });
});

test('the wall shows a word’s first letter, and nothing where there is none', () => {
  const glyphs = 'aRest';
  assert.deepEqual(letterOf(readWord('é Rest', glyphs)), { text: 'R', glyphs: [1], unknown: [], left: 0 });
  assert.deepEqual(letterOf(readWord('', glyphs)).glyphs, []);
});

describe('a change', () => {
  for (const [name, part, kinds] of [
    ['of the slider reaches the wall and the word, and leaves the ladder alone', { psi: 1 }, ['cell', 'word']],
    ['of the choice leaves the wall alone', { pick: 4 }, ['rung', 'word']],
    ['of the seed reaches all that was dealt', { seed: 2 }, ['cell', 'rung', 'word']],
    ['of the word reaches everything', { word: 'x' }, ['cell', 'kept', 'mean', 'rung', 'word']],
    ['of the shelf reaches the shelf', { kept: [] }, ['kept']],
    ['of nothing reaches nothing', {}, []],
  ] as const) {
    test(name, () => assert.deepEqual([...changed(base, { ...base, ...part })].sort(), kinds));
  }
});

test('a box has a kind and a number', () => assert.deepEqual(['cell-12', 'word'].map(boxOf), [{ kind: 'cell', index: 12 }, { kind: 'word', index: 0 }]));
test('the ladder runs from one end of the slider to the other', () => assert.deepEqual([STATIONS[0], STATIONS.at(-1)], [0, WILDEST]));

describe('the slider, breathing', () => {
  test('sets out from where it is, without a jump', () => {
    for (const from of [0, 0.3, 0.7, 1, WILDEST]) assert.ok(Math.abs(breathe(from, 0.01) - from) <= 0.02);
  });
  test('goes to both ends and no further', () => {
    const all = Array.from({ length: 800 }, (_, i) => breathe(0.7, i / 50));
    assert.deepEqual([Math.min(...all), Math.max(...all)], [0, WILDEST]);
  });
});
