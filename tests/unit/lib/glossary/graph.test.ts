import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildGraph, type GraphFault } from '../../../../src/lib/glossary/graph.ts';
import type { TermEntry } from '../../../../src/lib/glossary/term-index.ts';
import { bridge, entry } from '../../../helpers/terms.ts';

const creative = { side: 'creative' } as const;

describe('bridges', () => {
  const graph = buildGraph([
    entry('truncation', { bridges: [bridge('house-style', 'partial'), bridge('restraint', 'close')] }),
    entry('restraint', creative),
    entry('house-style', { ...creative, bridges: [bridge('fid', 'false-friend'), bridge('lora', 'exact')] }),
    entry('fid'),
    entry('lora'),
  ]);
  test('are seen from both ends', () => {
    const [there] = graph.bridgesOf('restraint');
    assert.deepEqual(there, {
      from: 'restraint', to: 'truncation', relation: 'close', breaks: 'Breaks at restraint.',
      sayToMakers: 'To makers.', sayToEngineers: 'To engineers.', declaredIn: 'truncation',
    });
    assert.deepEqual(graph.bridgesOf('truncation').map(({ from, to }) => [from, to]), [['truncation', 'restraint'], ['truncation', 'house-style']]);
  });
  test('come closest first', () => {
    assert.deepEqual(graph.bridgesOf('house-style').map(({ relation }) => relation), ['exact', 'partial', 'false-friend']);
  });
  test('are listed once from the technical end, wherever they are declared', () => {
    assert.deepEqual(graph.bridges.map(({ from, to }) => `${from} → ${to}`), [
      'lora → house-style', 'truncation → restraint', 'truncation → house-style', 'fid → house-style',
    ]);
  });
  test('an unknown id has none', () => assert.deepEqual(graph.bridgesOf('nobody'), []));
});

test('related is symmetric and said once', () => {
  const graph = buildGraph([entry('a', { related: ['b', 'c'] }), entry('b', { related: ['a'] }), entry('c')]);
  assert.deepEqual([graph.relatedOf('a'), graph.relatedOf('b'), graph.relatedOf('c')], [['b', 'c'], ['a'], ['a']]);
  assert.deepEqual(graph.faults, []);
});

test('broader and narrower mirror each other', () => {
  const graph = buildGraph([entry('gan', { broader: ['model'] }), entry('diffusion', { broader: ['model'] }), entry('model')]);
  assert.deepEqual([graph.broaderOf('gan'), graph.narrowerOf('model'), graph.narrowerOf('gan')], [['model'], ['diffusion', 'gan'], []]);
});

describe('faults', () => {
  const cases: [says: string, terms: TermEntry[], expected: GraphFault[]][] = [
    ['a bridge to nowhere', [entry('a', { bridges: [bridge('z')] })], [{ kind: 'bridge-nowhere', id: 'a', field: ['bridges', 0, 'to'], to: 'z' }]],
    ['a bridge to its own side', [entry('a', { bridges: [bridge('b')] }), entry('b')], [
      { kind: 'bridge-own-side', id: 'a', field: ['bridges', 0, 'to'], to: 'b', side: 'technical', toSide: 'technical' },
    ]],
    ['a bridge to an entry of both sides', [entry('a', { bridges: [bridge('b')] }), entry('b', { side: 'both' })], [
      { kind: 'bridge-own-side', id: 'a', field: ['bridges', 0, 'to'], to: 'b', side: 'technical', toSide: 'both' },
    ]],
    ['a bridge to itself', [entry('a', { bridges: [bridge('a')] })], [{ kind: 'bridge-itself', id: 'a', field: ['bridges', 0, 'to'], to: 'a' }]],
    ['a bridge declared twice in one file', [entry('a', { bridges: [bridge('b'), bridge('b')] }), entry('b', creative)], [
      { kind: 'bridge-twice', id: 'a', field: ['bridges', 1, 'to'], to: 'b', relation: 'close', first: { id: 'a', field: ['bridges', 0, 'to'], relation: 'close' } },
    ]],
    ['a bridge declared in both files with different relations', [entry('a', { bridges: [bridge('b')] }), entry('b', { ...creative, bridges: [bridge('a', 'partial')] })], [
      { kind: 'bridge-twice', id: 'b', field: ['bridges', 0, 'to'], to: 'a', relation: 'partial', first: { id: 'a', field: ['bridges', 0, 'to'], relation: 'close' } },
    ]],
    ['related to nowhere and to itself', [entry('a', { related: ['z', 'a'] })], [
      { kind: 'related-nowhere', id: 'a', field: ['related', 0], to: 'z' },
      { kind: 'related-itself', id: 'a', field: ['related', 1], to: 'a' },
    ]],
    ['a neighbour that is wider, at two removes', [entry('a', { broader: ['b'], related: ['c'] }), entry('b', { broader: ['c'] }), entry('c')], [
      { kind: 'related-above', id: 'a', field: ['related', 0], to: 'c', wider: 'c' },
    ]],
    ['a neighbour that is narrower, told at both ends that name it', [entry('a', { related: ['b'] }), entry('b', { broader: ['a'], related: ['a'] })], [
      { kind: 'related-above', id: 'a', field: ['related', 0], to: 'b', wider: 'a' },
      { kind: 'related-above', id: 'b', field: ['related', 0], to: 'a', wider: 'a' },
    ]],
    ['broader to nowhere', [entry('a', { broader: ['z'] })], [{ kind: 'broader-nowhere', id: 'a', field: ['broader', 0], to: 'z' }]],
    ['its own broader term', [entry('a', { broader: ['a'] })], [{ kind: 'broader-cycle', id: 'a', field: ['broader', 0], to: 'a', cycle: ['a'] }]],
    ['a broader cycle, told once', [entry('c', { broader: ['a'] }), entry('b', { broader: ['c'] }), entry('a', { broader: ['top', 'b'] }), entry('top')], [
      { kind: 'broader-cycle', id: 'a', field: ['broader', 1], to: 'b', cycle: ['a', 'b', 'c'] },
    ]],
    ['two ways up are no cycle', [entry('a', { broader: ['b', 'c'] }), entry('b', { broader: ['d'] }), entry('c', { broader: ['d'] }), entry('d')], []],
  ];
  for (const [says, terms, expected] of cases) test(says, () => assert.deepEqual(buildGraph(terms).faults, expected));

  test('what is at fault is left out, and the first declaration counts', () => {
    const graph = buildGraph([
      entry('a', { bridges: [bridge('a'), bridge('z'), bridge('b', 'exact')] }),
      entry('b', { ...creative, bridges: [bridge('a', 'partial')] }),
    ]);
    assert.deepEqual(graph.bridgesOf('b').map(({ to, relation }) => [to, relation]), [['a', 'exact']]);
    assert.deepEqual(graph.bridgesOf('a').length, 1);
  });
  test('a neighbour that is wider is left out at both ends', () => {
    const graph = buildGraph([entry('a', { broader: ['b'], related: ['b', 'c'] }), entry('b'), entry('c')]);
    assert.deepEqual([graph.relatedOf('a'), graph.relatedOf('b'), graph.broaderOf('a')], [['c'], [], ['b']]);
  });
});

describe('glossOf', () => {
  const graph = buildGraph([
    entry('truncation', { bridges: [bridge('house-style', 'partial'), bridge('restraint', 'close')] }),
    entry('fid', { bridges: [bridge('crit', 'partial')] }),
    entry('inception-score', { bridges: [bridge('crit', 'partial')] }),
    entry('noise', { bridges: [bridge('grain', 'false-friend')] }),
    ...['restraint', 'house-style', 'crit', 'grain', 'lonely'].map((id) => entry(id, { side: 'creative' })),
  ]);
  const cases: [says: string, id: string, expected: string | undefined][] = [
    ['gives the nearest of several', 'truncation', 'restraint'],
    ['gives the only one, from either end', 'fid', 'crit'],
    ['gives none of two that are equally near', 'crit', undefined],
    ['gives no false friend', 'noise', undefined],
    ['gives nothing where there is no bridge', 'lonely', undefined],
  ];
  for (const [says, id, expected] of cases) test(says, () => assert.equal(graph.glossOf(id), expected));
});
