import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { mean, score, type Scores } from '../../search/metrics.ts';
import { kinds, readQueries } from '../../search/queries.ts';
import { belowFloor, readFloor, report } from '../../search/report.ts';

const want = new Map([['a', 3], ['b', 2], ['c', 1]]);
const near = (got: number, expected: number): void => assert.ok(Math.abs(got - expected) < 1e-9, `${got} is not ${expected}`);

describe('one list', () => {
  const cases: [says: string, results: string[], expected: Partial<Scores>][] = [
    ['the best possible order', ['a', 'b', 'c'], { mrr: 1, ndcg: 1, recall: 1, zero: 0 }],
    ['a help on the way is not yet found', ['c', 'a'], { mrr: 1 / 2, recall: 1 / 2 }],
    ['a good answer is', ['b'], { mrr: 1, recall: 1 / 2 }],
    ['nothing of it', ['x', 'y'], { mrr: 0, ndcg: 0, recall: 0, zero: 0 }],
    ['nothing at all', [], { mrr: 0, ndcg: 0, recall: 0, zero: 1 }],
    ['the eleventh place is too late', [...'klmnopqrst', 'a'], { mrr: 0, ndcg: 0 }],
    ['the sixth is too late for recall', [...'klmno', 'a'], { mrr: 1 / 6, recall: 0 }],
    ['by hand: gains 7 and 3 over their ranks', ['x', 'a', 'b'], { ndcg: (7 / Math.log2(3) + 3 / 2) / (7 + 3 / Math.log2(3) + 1 / 2) }],
  ];
  for (const [says, results, expected] of cases) {
    test(says, () => {
      const scores = score(results, want);
      for (const [name, value] of Object.entries(expected)) near(scores[name as keyof Scores], value);
    });
  }
  test('a better order never scores less', () => {
    const orders = [['a', 'b', 'c'], ['a', 'c', 'b'], ['b', 'a', 'c'], ['b', 'c', 'a'], ['c', 'b', 'a']].map((results) => score(results, want).ndcg);
    assert.deepEqual([...orders].sort((x, y) => y - x), orders);
  });
});

test('many lists have the mean of each measure', () => {
  const both = mean([score(['a'], want), score([], want)]);
  near(both.mrr, 0.5);
  near(both.zero, 0.5);
});

describe('the scored queries', () => {
  const queries = readQueries();
  test('are a hundred and fifty at least, of every kind', () => {
    assert.ok(queries.length >= 150);
    for (const kind of kinds) assert.ok(queries.filter((each) => each.kind === kind).length >= 20, kind);
  });
  test('are each asked once within a kind', () => {
    const names = queries.map(({ kind, q }) => `${kind}: ${q}`);
    assert.equal(new Set(names).size, names.length);
  });
  test('each want something good', () => assert.deepEqual(queries.filter((each) => ![...each.want.values()].some((grade) => grade >= 2)).map(({ q }) => q), []));
  test('want only entries that there are', () => {
    const ids = queries.flatMap((each) => [...each.want.keys()]).flatMap((name) => /^glossary\/(.+)\/$/.exec(name)?.[1] ?? []);
    assert.deepEqual([...new Set(ids)].filter((id) => !existsSync(path.join('content', 'glossary', `${id}.mdx`))), []);
  });
});

test('a run below the floor is told, measure by measure', () => {
  const queries = readQueries();
  const worst = report(queries, queries.map(() => []));
  const faults = belowFloor(worst, readFloor());
  assert.ok(faults.some((fault) => fault.startsWith('exact: mrr 0.000')));
  assert.ok(faults.some((fault) => fault.startsWith('all: zero 1.000')));
  const best = report(queries, queries.map((each) => [...each.want].sort(([, a], [, b]) => b - a).map(([name]) => name)));
  assert.deepEqual(belowFloor(best, readFloor()), []);
});
