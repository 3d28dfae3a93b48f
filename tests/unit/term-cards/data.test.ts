import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bridge } from '../../../src/lib/glossary/graph.ts';
import type { Term } from '../../../src/schemas/index.ts';
import { cardOf } from '../../../src/term-cards/data.ts';

const term = (label: string, side: Term['side']): Term => ({
  term: label, formerly: [], side, plain: `${label}, plainly`, aliases: [], everyday: false, misspellings: [], topics: ['models'], bridges: [], broader: [], related: [], references: [],
  authors: ['latent-commons'], reviews: [], disclosure: { ai: ['none'], note: '–' }, published: '2026-01-01', status: 'published',
});
const terms = new Map([['truncation', { data: term('truncation', 'technical') }], ['restraint', { data: term('restraint', 'creative') }]]);
const bridge = (from: string, to: string): Bridge => ({ from, to, relation: 'close', breaks: 'Somewhere.', sayToMakers: '', sayToEngineers: '', declaredIn: from });
const graph = { bridgesOf: (id: string): Bridge[] => (id === 'truncation' ? [bridge('truncation', 'restraint'), bridge('truncation', 'gone')] : [bridge('restraint', 'truncation')]) };

test('a card has both plain lines, the relation and where it breaks', () => {
  assert.deepEqual(cardOf('truncation', term('truncation', 'technical'), terms, graph), {
    term: 'truncation', side: 'technical', plain: 'truncation, plainly',
    crossings: [{ id: 'restraint', term: 'restraint', side: 'creative', plain: 'restraint, plainly', relation: 'close', breaks: 'Somewhere.' }],
  });
});
test('a bridge is seen from both ends', () => assert.deepEqual(cardOf('restraint', term('restraint', 'creative'), terms, graph).crossings.map(({ id }) => id), ['truncation']));
test('a bridge to a term that is not there is left out', () => assert.equal(cardOf('truncation', term('truncation', 'technical'), terms, graph).crossings.length, 1));
test('a card leads to the first demonstration of its term', () => {
  const demos = [{ path: '/demos/a/', title: 'A', terms: ['other'] }, { path: '/demos/b/', title: 'B', terms: ['truncation'] }];
  assert.deepEqual(cardOf('truncation', term('truncation', 'technical'), terms, graph, demos).demo, { path: '/demos/b/', title: 'B' });
  assert.equal(cardOf('restraint', term('restraint', 'creative'), terms, graph, demos).demo, undefined);
});
