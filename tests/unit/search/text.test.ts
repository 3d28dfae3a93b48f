import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { baseForm, foldText, labelForm, stem, stemsIn, wordsIn } from '../../../src/search/text.ts';

test('folding takes away case, accents, possessives and signs', () => assert.equal(foldText(' The Painter’s “Résumé”, in-between!  '), 'the painter resume in between'));
test('nothing has no words', () => assert.deepEqual(wordsIn(' – '), []));

describe('base forms', () => {
  const cases: [word: string, base: string][] = [
    ['models', 'model'], ['copies', 'copy'], ['boxes', 'box'], ['loss', 'loss'], ['focus', 'focus'], ['colours', 'color'], ['colour', 'color'],
    ['memorise', 'memorize'], ['posterisation', 'posterization'], ['four', 'four'], ['gas', 'gas'],
  ];
  for (const [word, base] of cases) test(`“${word}” is “${base}”`, () => assert.equal(baseForm(word), base));
});

describe('stems', () => {
  const same: [says: string, words: string[]][] = [
    ['forms of a verb', ['truncate', 'truncated', 'truncating', 'truncation']],
    ['two ways of spelling', ['memorise', 'memorized', 'memorisation', 'memorization']],
    ['doubled consonants', ['overfit', 'overfitting', 'overfitted']],
    ['everyday words that stand for one another', ['picture', 'image', 'photos', 'photograph']],
    ['a noun that ends in y', ['copy', 'copies', 'copied']],
  ];
  for (const [says, words] of same) test(`${says} have one stem`, () => assert.equal(new Set(words.map(stem)).size, 1, words.map(stem).join()));
  test('a sampler is not a sample', () => assert.notEqual(stem('sampler'), stem('sample')));
  test('a stem is never empty', () => {
    for (const word of ['ing', 'ed', 'e', 's', 'ly', 'ation', 'sing', 'red', 'ly', 'ness']) assert.notEqual(stem(word), '');
  });
});

test('a question keeps its subject words, each once', () => assert.deepEqual(stemsIn('why do all my samples look like the samples'), [stem('samples'), stem('look')]));
test('a question of nothing but small words keeps them', () => assert.deepEqual(stemsIn('what is it'), ['what', 'is', 'it'].map(stem)));
test('labels that differ in plural, hyphen and case have one form', () => assert.equal(labelForm('House-Styles'), labelForm('house style')));
