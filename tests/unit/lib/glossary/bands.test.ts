import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { layBands, type Bands } from '../../../../src/lib/glossary/bands.ts';
import { buildGraph } from '../../../../src/lib/glossary/graph.ts';
import type { TermEntry } from '../../../../src/lib/glossary/term-index.ts';
import { topic as topics } from '../../../../src/schemas/term.ts';
import { bridge, entry } from '../../../helpers/terms.ts';
import { randomBanks, randomNumbers } from '../../../helpers/random.ts';

const creative = { side: 'creative' } as const;
const lay = (...entries: TermEntry[]): Bands => layBands(entries, buildGraph(entries).bridges);
const shape = ({ bands }: Bands) => bands.map(({ topic, stanzas }) => [topic, ...stanzas.map(({ left, right }) => `${left.join(' ')} | ${right.join(' ')}`)]);

describe('layBands', () => {
  test('puts a component where most of its technical terms belong, first topics before second ones', () => {
    const bands = lay(
      entry('fid', { topics: ['evaluation', 'models'], bridges: [bridge('crit')] }),
      entry('score', { topics: ['evaluation'], bridges: [bridge('crit')] }),
      entry('gan', { topics: ['models'], bridges: [bridge('crit'), bridge('forgery')] }),
      entry('crit', { ...creative, topics: ['practice'] }),
      entry('forgery', { ...creative, topics: ['practice'] }),
    );
    assert.deepEqual(shape(bands), [['evaluation', 'fid score gan | crit forgery']]);
  });
  test('keeps the bands in the order of the schema', () => {
    const bands = lay(
      entry('b', { topics: ['data'], bridges: [bridge('y')] }), entry('a', { topics: ['evaluation'], bridges: [bridge('x')] }), entry('c', { topics: ['spaces'], bridges: [bridge('z')] }),
      entry('x', creative), entry('y', creative), entry('z', creative),
    );
    assert.deepEqual(shape(bands), [['spaces', 'c | z'], ['data', 'b | y'], ['evaluation', 'a | x']]);
  });
  test('lists what is not bridged by name, whatever its side', () => {
    const { unbridged } = lay(entry('b', creative), entry('a'), entry('c', { side: 'both' }), entry('d', { bridges: [bridge('e')] }), entry('e', creative));
    assert.deepEqual(unbridged, ['a', 'b', 'c']);
  });
  test('counts the crossings from A to Z and as drawn', () => {
    const { crossings } = lay(entry('a', { bridges: [bridge('z')] }), entry('b', { bridges: [bridge('y')] }), entry('y', creative), entry('z', creative));
    assert.deepEqual(crossings, { alphabetical: 1, drawn: 0 });
  });
  test('takes an empty glossary', () => assert.deepEqual(lay(), { bands: [], unbridged: [], crossings: { alphabetical: 0, drawn: 0 } }));

  test('draws any graph with every term and bridge once, never with more crossings than from A to Z, and the same again', () => {
    const random = randomNumbers(19);
    for (let round = 0; round < 25; round++) {
      const { order, lines } = randomBanks(random, 4 + round, 3 + round, 1.6 / (4 + round));
      const entries = [
        ...order.left.map((id, i) => entry(id, { topics: [topics.options[i % topics.options.length] ?? 'models'], bridges: lines.filter(({ from }) => from === id).map(({ to }) => bridge(to)) })),
        ...order.right.map((id) => entry(id, creative)),
      ];
      const map = lay(...entries);
      const stanzas = map.bands.flatMap((band) => band.stanzas);
      const placed = [...stanzas.flatMap(({ left, right }) => [...left, ...right]), ...map.unbridged];
      assert.deepEqual(placed.sort(), [...order.left, ...order.right].sort());
      assert.deepEqual(stanzas.flatMap(({ bridges }) => bridges.map(({ number }) => number)), lines.map((_, i) => i + 1));
      for (const { left, right, bridges } of stanzas) for (const { from, to } of bridges) assert.ok(left.includes(from) && right.includes(to));
      assert.ok(map.crossings.drawn <= map.crossings.alphabetical);
      assert.deepEqual(lay(...entries.reverse()), map, 'the order of the files does not matter');
    }
  });
});
