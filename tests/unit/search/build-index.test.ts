import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildGraph } from '../../../src/lib/glossary/graph.ts';
import type { Term } from '../../../src/schemas/index.ts';
import { indexFile, wordsFiles, type SiteContent } from '../../../src/search/build-index.ts';
import { openIndex } from '../../../src/search/index-file.ts';
import { stem } from '../../../src/search/text.ts';
import { openWords, SHARDS } from '../../../src/search/words-file.ts';

const term = (label: string, side: Term['side'], more: Partial<Term> = {}): Term => ({
  term: label, formerly: [], side, plain: `${label} in plain words`, aliases: [], everyday: false, misspellings: [], topics: ['models'], bridges: [], broader: [], related: [], references: [],
  authors: ['latent-commons'], reviews: [], disclosure: { ai: ['none'], note: '–' }, published: '2026-01-01', status: 'published', ...more,
});
const bridge = { to: 'mannerism', relation: 'close', breaks: 'Where a habit was chosen.', sayToMakers: 'One trick.', sayToEngineers: 'One face.' } as const;
const terms = [
  { id: 'mode-collapse', data: term('mode collapse', 'technical', { aliases: ['Helvetica scenario'], misspellings: ['mode colapse', 'moat collapse'], bridges: [bridge] }), body: 'A <Term id="x">cheekbone</Term> [@a2020].' },
  { id: 'mannerism', data: term('mannerism', 'creative', { everyday: true }), body: '' },
];
const content: SiteContent = {
  terms,
  bridges: buildGraph(terms).bridges,
  pages: [{ path: 'essays/ear/', title: 'The ear', kind: 'essay', audience: 'both', level: 'advanced', summary: 'Listening.', body: '## A score is a listener\n\nTorchlight, [see](https://example.test/zebra).' }],
};
const index = openIndex(indexFile(content));

describe('the file of names', () => {
  test('has every page, terms first, with its facets', () => {
    assert.deepEqual(index.pages.map(({ path, title, facets }) => [path, title, facets]), [
      ['glossary/mode-collapse/', 'mode collapse', { kind: 'term', side: 'technical' }],
      ['glossary/mannerism/', 'mannerism', { kind: 'term', side: 'creative' }],
      ['essays/ear/', 'The ear', { kind: 'essay', audience: 'both', level: 'advanced' }],
    ]);
  });
  test('knows bridges from both ends', () => assert.deepEqual(index.bridges, [[{ to: 1, relation: 'close' }], [{ to: 0, relation: 'close' }], []]));
  test('knows everyday words', () => assert.deepEqual(index.pages.map(({ term: each }) => each?.everyday), [false, true, undefined]));
  test('keeps the misspellings that nearness would not find', () => {
    const file = indexFile({ ...content, terms: [{ ...terms[0]!, data: { ...terms[0]!.data, misspellings: ['mode colapse', 'mowed calops'] } }, terms[1]!] });
    assert.deepEqual(file.terms[0]?.[4], ['mowed calops']);
  });
});

describe('the files of words', () => {
  const files = wordsFiles(content);
  const words = new Map([...files.values()].flatMap((file) => [...openWords(file)]));
  test('are all there, used or not', () => assert.deepEqual([...files.keys()], SHARDS));
  test('know prose, headings, plain lines and what bridges say', () => {
    for (const [word, page] of [['cheekbone', 0], ['torchlight', 2], ['listener', 2], ['plain', 1], ['habit', 0], ['habit', 1], ['mannerism', 0]] as const) assert.ok(words.get(stem(word))?.has(page), `${word} on page ${page}`);
  });
  test('know nothing of citations, components and addresses', () => {
    for (const word of ['a2020', 'term', 'zebra', 'https']) assert.equal(words.has(stem(word)), false, word);
  });
});
