import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { crossingOf } from '../../../src/search/crossing.ts';

describe('a wish for the other side’s word', () => {
  const cases: [query: string, expected: string | undefined][] = [
    ['what do engineers call restraint', 'technical asks: restraint'],
    ['painter’s word for img2img', 'creative asks: img2img'],
    ['frisket in AI', 'technical asks: frisket'],
    ['colophon for a model', 'technical asks: colophon'],
    ['what does noise mean to a photographer', 'creative asks: noise'],
    ['underdrawing stable diffusion', 'technical names: underdrawing'],
    ['what is a seed in AI art', 'technical asks: seed'],
    ['what do artists and engineers call it', undefined],
    ['restraint', undefined],
    ['engineers', undefined],
  ];
  for (const [query, expected] of cases) {
    test(`“${query}”: ${expected ?? 'none'}`, () => {
      const crossing = crossingOf(query);
      assert.equal(crossing && `${crossing.side} ${crossing.asks ? 'asks' : 'names'}: ${crossing.rest}`, expected);
    });
  }
  test('a word inside a name names no side', () => assert.equal(crossingOf('art direction', new Set([0, 1])), undefined));
});
