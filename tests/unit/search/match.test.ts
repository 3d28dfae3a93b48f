import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { matchNames, namesWithin } from '../../../src/search/match.ts';
import { index, nameOf } from './small.ts';

const found = (query: string): string[] => matchNames(index, query).map(({ page, how }) => `${nameOf(page)}:${how}`);

describe('names that answer a query', () => {
  const cases: [says: string, query: string, expected: string[]][] = [
    ['the name itself', 'truncation', ['truncation:term']],
    ['capitals and spaces around it', '  TRUNCATION ', ['truncation:term']],
    ['the plural of a name', 'house styles', ['house-style:term']],
    ['another name', 'tweening', ['in-betweening:alias']],
    ['a misspelling that the entry lists', 'mowed collapse', ['mode-collapse:misspelling']],
    ['half a misspelling is nobody’s name', 'mowed', []],
    ['its first letters', 'trunc', ['truncation:start']],
    ['a later word of it', 'manner', ['mannerism:start', 'house-style:part']],
    ['hyphens for spaces', 'in betweening', ['in-betweening:term']],
    ['words run together', 'modecollapse', ['mode-collapse:alias']],
    ['accents left out', 'resume', ['resume:term']],
    ['a question about it', 'what is mode collapse', ['mode-collapse:term']],
    ['both sides of a word they share, before what contains it', 'style', ['style-model:term', 'style-tradition:term', 'house-style:part', 'mannerism:part']],
    ['every word of a title, the last half typed', 'ear instrum', ['essays/the-instrument-and-the-ear/:title']],
    ['a title’s beginning', 'what a latent space', ['tutorials/what-a-latent-space-is/:start']],
    ['nothing for nothing', '   ', []],
    ['nothing for a word nobody uses', 'zebra', []],
    ['nothing for the inside of a word', 'runcation', []],
  ];
  for (const [says, query, expected] of cases) test(says, () => assert.deepEqual(found(query), expected));
});

describe('names inside a query', () => {
  const within = (query: string): string[] => namesWithin(index, query).map(({ pages, at }) => `${pages.map(nameOf).join('+')}@${at.join()}`);
  test('are found word by word', () => assert.deepEqual(within('is mode collapse a kind of mannerism'), ['mode-collapse@1,2', 'mannerism@6']));
  test('the longest counts, not what stands inside it', () => assert.deepEqual(within('a house style guide'), ['house-style@1,2']));
  test('a word of two sides is found once, for both', () => assert.deepEqual(within('two styles'), ['style-model+style-tradition@1']));
});
