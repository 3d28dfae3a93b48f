import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeOn, endOf, frameAt, frames, guessAt, stepsOf, type Way } from '../../../../../src/demos/base/prior/way.ts';

/** Four passes along a line, whose guesses stand on another. */
const way: Way = { size: 2, path: Float32Array.from([0, 0, 1, 0, 2, 0, 3, 0, 4, 0]), guesses: Float32Array.from([9, 1, 9, 2, 9, 3, 9, 4]) };

describe('a place on a way', () => {
  for (const [name, t, expected] of [
    ['is the noise at first', 0, [0, 0]],
    ['is the code at last', 1, [4, 0]],
    ['is where a pass ended', 0.5, [2, 0]],
    ['lies on the line between two passes', 0.625, [2.5, 0]],
    ['is a pass where a slider only just missed it', 0.251, [1, 0]],
    ['never lies beyond the end', 7, [4, 0]],
  ] as const) test(name, () => assert.deepEqual([...codeOn(way, t)], expected));
  test('has as many passes as guesses', () => assert.equal(stepsOf(way), 4));
});

describe('what the sampler expects', () => {
  test('is the guess made before the pass', () => assert.deepEqual([0, 2, 3].map((pass) => [...guessAt(way, pass)]), [[9, 1], [9, 3], [9, 4]]));
  test('is, after the last pass, the code itself', () => assert.deepEqual([...guessAt(way, 4)], [...endOf(way)]));
});

describe('a strip', () => {
  for (const [name, steps, expected] of [
    ['of one pass shows before and after', 1, [0, 1]],
    ['of few passes shows all', 4, [0, 1, 2, 3, 4]],
    ['of as many as there are pictures shows all', 8, [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    ['of more is spread evenly', 16, [0, 2, 4, 6, 8, 10, 12, 14, 16]],
  ] as const) test(name, () => assert.deepEqual(frames(steps, 9), expected));
  test('has the noise first, the last pass last, and none twice, whatever the number', () => {
    for (let steps = 1; steps <= 32; steps++) {
      const shown = frames(steps, 9);
      assert.deepEqual([shown[0], shown.at(-1)], [0, steps]);
      assert.equal(new Set(shown).size, shown.length);
    }
  });
  test('marks the picture nearest to where one looks', () => assert.deepEqual([0, 0.1, 0.49, 1].map((t) => frameAt(frames(16, 9), t, 16)), [0, 1, 4, 8]));
});
