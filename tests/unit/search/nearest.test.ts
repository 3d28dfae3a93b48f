import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { edits, nearestQuery } from '../../../src/search/nearest.ts';
import { index } from './small.ts';

const nobody = (): boolean => false;

describe('the name that may have been meant', () => {
  const cases: [says: string, typed: string, expected: string | undefined][] = [
    ['one letter wrong', 'manerism', 'mannerism'],
    ['two letters swapped', 'turncation', 'truncation'],
    ['several slips in a long name', 'latant interpollation', 'latent interpolation'],
    ['another name, misspelt', 'helvetica scenrio', 'Helvetica scenario'],
    ['one word of a question', 'why is there truncatoin', 'why is there truncation'],
    ['three letters are too few', 'sty', undefined],
    ['what is right is left alone', 'mannerism', undefined],
    ['a word far from all names', 'zebra', undefined],
  ];
  for (const [says, typed, expected] of cases) test(says, () => assert.equal(nearestQuery(index, typed, nobody)?.query, expected));

  test('a word that stands on the site is no slip', () => assert.equal(nearestQuery(index, 'gram', (word) => word === 'gram'), undefined));
  test('a word of a question that stands on the site is left alone', () => assert.equal(nearestQuery(index, 'a brain of its own', (word) => word === 'brain'), undefined));
});

describe('edits', () => {
  const cases: [a: string, b: string, expected: number][] = [['', '', 0], ['abc', 'abc', 0], ['abc', 'acb', 1], ['abc', 'abcd', 1], ['abc', '', 3], ['kitten', 'sitting', 3], ['ca', 'abc', 3]];
  for (const [a, b, expected] of cases) test(`from “${a}” to “${b}” are ${expected}`, () => assert.equal(edits(a, b), expected));
  test('are the same both ways', () => {
    for (const [a, b] of [['latent', 'latnet'], ['frisket', 'frisquet'], ['a', 'abc']] as const) assert.equal(edits(a, b), edits(b, a));
  });
});
