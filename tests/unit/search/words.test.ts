import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildWords } from '../../../src/search/build-words.ts';
import { stem } from '../../../src/search/text.ts';
import { closeWords, HEAVIEST, openWords, scoreWords, shardOf, shardsOf, SHARDS } from '../../../src/search/words-file.ts';

const page = (text: string, title = ''): { text: string; weight: number }[] => [{ text: title, weight: 5 }, { text, weight: 1 }];
const index = buildWords([
  page('Every head tilts the same way, and the same highlight sits on the same cheekbone.', 'mode collapse'),
  page('Leaving out what could have been put in.', 'restraint'),
  page('A head turned away, drawn from memory.', 'likeness'),
]);
const best = (query: string): number | undefined => [...scoreWords(index, query)].sort(([, a], [, b]) => b - a)[0]?.[0];

describe('words that set pages apart', () => {
  test('a word of the title weighs more than one of the text', () => assert.ok((index.get(stem('restraint'))?.get(1) ?? 0) > (index.get(stem('leaving'))?.get(1) ?? 0)));
  test('a word of one page weighs more than a word of two', () => assert.ok((index.get(stem('cheekbone'))?.get(0) ?? 0) > (index.get(stem('head'))?.get(0) ?? 0)));
  test('small words and bare numbers weigh nothing', () => {
    for (const word of ['the', 'and', '2019']) assert.equal(buildWords([page(`${word} thing seed`)]).has(word), false);
  });
  test('weights are whole numbers from 1 to the heaviest', () => {
    for (const weights of index.values()) for (const weight of weights.values()) assert.ok(Number.isInteger(weight) && weight >= 1 && weight <= HEAVIEST);
  });
  test('a question finds the page that has most of its words', () => {
    assert.equal(best('why do all heads tilt the same way'), 0);
    assert.equal(best('a head drawn from memory'), 2);
  });
  test('a question of unknown words finds nothing', () => assert.equal(scoreWords(index, 'zebra crossing').size, 0));
});

describe('the file of words', () => {
  test('opens as it was closed', () => assert.deepEqual(openWords(closeWords(index)), new Map([...index].sort(([a], [b]) => (a < b ? -1 : 1)))));
  test('may be empty', () => assert.deepEqual(openWords(closeWords(new Map())), new Map()));
  test('far pages and many of them survive', () => {
    const wide = new Map([['style', new Map(Array.from({ length: 300 }, (_, i) => [i * 37, (i % 26) + 1]))]]);
    assert.deepEqual(openWords(closeWords(wide)), wide);
  });
  test('every word belongs to one of the files', () => {
    for (const word of ['style', 'zip', 'x', 'a1', '3d', 'ß', 'стиль']) assert.ok(SHARDS.includes(shardOf(word)), word);
  });
  test('a word and its first two letters belong to one file', () => assert.equal(shardOf('st'), shardOf(stem('style'))));
  test('a query needs the files of its subject words', () => assert.deepEqual(shardsOf('what is mode collapse in a motif'), ['m3', 'c3']));
});
