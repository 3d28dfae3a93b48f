import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildAtlas } from '../../../../src/lib/content/atlas.ts';
import { readContent } from '../../../../src/lib/content/source.ts';

const { terms, graph, mentions, uses } = buildAtlas(readContent(process.cwd()));

test('the real glossary has both sides, every relation, and at least eight false friends', () => {
  const sides = new Set([...terms.values()].map(({ data }) => data.side));
  assert.deepEqual([...sides].sort(), ['both', 'creative', 'technical']);
  const count = (relation: string): number => graph.bridges.filter((bridge) => bridge.relation === relation).length;
  for (const relation of ['exact', 'close', 'partial']) assert.ok(count(relation) >= 1, relation);
  assert.ok(count('false-friend') >= 8);
  assert.deepEqual(graph.faults, []);
});
test('every term but those held in common is bridged', () => {
  const lonely = [...terms.values()].filter(({ id, data }) => data.side !== 'both' && graph.bridgesOf(id).length === 0);
  assert.deepEqual(lonely.map(({ id }) => id), []);
});
test('a term knows the sentences that use it', () => {
  const links = mentions.get('truncation') ?? [];
  assert.ok(links.some(({ collection }) => collection === 'essays'));
  for (const { before, mention, after } of links) assert.ok(`${before}${mention}${after}`.length <= 260);
});
test('every source is used somewhere', () => {
  const unused = readContent(process.cwd()).entries.filter(({ collection, id }) => collection === 'references' && !uses.has(id));
  assert.deepEqual(unused.map(({ id }) => id), []);
});
