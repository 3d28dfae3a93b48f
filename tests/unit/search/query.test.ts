import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answers, findTermHits, foldQuery } from '../../../src/search/query.ts';
import type { CardFile, CardTerm } from '../../../src/term-cards/data.ts';

const term = (label: string, side: CardTerm['side'], ...labels: string[]): CardTerm => ({ term: label, side, plain: '', labels });
const file: CardFile = {
  terms: {
    truncation: term('truncation', 'technical', 'truncation trick', 'truncaton'),
    'style-model': term('style', 'technical'),
    'style-tradition': term('style', 'creative'),
    'house-style': term('house style', 'creative', 'company manner'),
    'in-betweening': term('in-betweening', 'creative', 'tweening'),
    resume: term('résumé', 'creative'),
  },
  bridges: [],
};
const found = (query: string): string[] => findTermHits(file, query).map(({ id, match }) => `${id}:${match}`);

describe('findTermHits', () => {
  const cases: [says: string, query: string, expected: string[]][] = [
    ['finds a term by its label', 'truncation', ['truncation:term']],
    ['does not mind capitals and spaces around', '  TRUNCATION ', ['truncation:term']],
    ['finds a term by another name', 'tweening', ['in-betweening:label']],
    ['finds a term by a known misspelling', 'truncaton', ['truncation:label']],
    ['finds a term by its first letters', 'trunc', ['truncation:start']],
    ['finds a term by a later word', 'manner', ['house-style:part']],
    ['does not mind hyphens', 'in betweening', ['in-betweening:term']],
    ['does not mind accents', 'resume', ['resume:term']],
    ['puts the word itself before words that contain it, both sides of it', 'style', ['style-model:term', 'style-tradition:term', 'house-style:part']],
    ['finds nothing for nothing', '   ', []],
    ['finds nothing for a word nobody uses', 'zebra', []],
    ['does not look inside words', 'runcation', []],
  ];
  for (const [says, query, expected] of cases) test(says, () => assert.deepEqual(found(query), expected));
});

test('a folded query has single spaces and no case', () => assert.equal(foldQuery(' In-Betweening  À '), 'in betweening a'));

describe('answers', () => {
  const cases: [says: string, excerpt: string, query: string, expected: boolean, named?: string[]][] = [
    ['a page bridged to the query, in which nothing is marked', 'plain', 'restraint', true, ['truncation', 'restraint (close)']],
    ['a page called by a word of the query', 'plain', 'instruments', true, ['The instrument and the ear']],
    ['a page that is called something else', 'plain', 'restraint', false, ['noise', 'grain (false friend)']],
    ['a query of nothing but signs', '<mark>a</mark>', '??', false],
    ['a marked word that is the query', 'the <mark>noise</mark> in it', 'noise', true],
    ['a marked word of the same stem', 'still <mark>noising</mark> it', 'noise', true],
    ['marks and quotation marks together', 'the <mark>“noise”</mark> in it', 'noise', true],
    ['a short fallback of a word nobody uses', 'from <mark>a</mark> to <mark>z</mark>', 'zzqqxx', false],
    ['one word of several', 'the <mark>tulip</mark>', 'zzqqxx tulips', true],
    ['a query of two letters', 'the <mark>ai</mark>', 'AI', true],
    ['nothing marked at all', 'plain', 'plain', false],
  ];
  for (const [says, excerpt, query, expected, named = []] of cases) test(says, () => assert.equal(answers(excerpt, named, query), expected));
});
