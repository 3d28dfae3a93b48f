import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codecOf, emptyState, type NoiseState } from '../../../../src/demos/out-of-noise/state.ts';
import { MOST_GUIDANCE, MOST_STEPS, MOST_TAKES } from '../../../../src/demos/base/prior/brief.ts';
import { uniform } from '../../../../src/inference/latent.ts';

const words = ['thin', 'bold', 'slanted', 'sans-serif'];
const { encode, decode, same, isState } = codecOf(words);
const base: NoiseState = { ...emptyState, word: 'noise', ask: ['bold', 'slanted'], seed: 7 };

test('any state comes back as it was written', () => {
  const next = uniform(5);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  for (let round = 0; round < 400; round++) {
    const state: NoiseState = {
      word: pick(['', 'noise', 'a & b=#1?', 'Łódź']),
      ask: words.filter(() => next() < 0.5),
      seed: 1 + Math.floor(next() * MOST_TAKES),
      steps: 1 + Math.floor(next() * MOST_STEPS),
      guidance: Math.round(next() * MOST_GUIDANCE * 10) / 10,
      t: Math.round(next() * 1000) / 1000,
    };
    assert.deepEqual(decode(`#${encode(state, base)}`, base), state);
    assert.ok(same(decode(encode(state, base), base), state));
  }
});

describe('a state in an address', () => {
  test('where nothing has changed there is no hash', () => assert.equal(encode(base, base), ''));
  test('reads as one would say it', () => assert.equal(encode({ ...base, ask: ['thin', 'bold'], seed: 12, steps: 4 }, base), 'ask=thin+bold&take=12&passes=4'));
  test('that nothing is asked is written too', () => assert.deepEqual(decode(encode({ ...base, ask: [] }, base), base).ask, []));
  test('a figure’s beginning is the difference from nothing', () => assert.deepEqual(decode(encode(base, emptyState), emptyState), base));
  for (const [name, hash, expected] of [
    ['takes, passes and strengths beyond their ends are brought to them', 'take=0&passes=99&guidance=60', { ...base, seed: 1, steps: MOST_STEPS, guidance: MOST_GUIDANCE }],
    ['nonsense is left as it was', 'take=1.5&guidance=NaN&t=here', base],
    ['words the model was never taught are left out', 'ask=bold+purple', { ...base, ask: ['bold'] }],
  ] as const) test(name, () => assert.deepEqual(decode(`#${hash}`, base), expected));
  test('is told from the name of a heading', () => assert.deepEqual(['#take=2', '#ask=', '#what-it-cannot-show'].map(isState), [true, true, false]));
});
