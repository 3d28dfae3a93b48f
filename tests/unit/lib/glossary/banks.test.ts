import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cross, curve, layBanks } from '../../../../src/lib/glossary/banks.ts';
import type { Bridge } from '../../../../src/lib/glossary/graph.ts';

const join = (from: string, to: string): Bridge => ({ from, to, relation: 'close', breaks: '', sayToMakers: '', sayToEngineers: '', declaredIn: from });

describe('layBanks', () => {
  test('keeps the technical bank as given and moves creative terms level with their partners', () => {
    const { left, right } = layBanks(['a', 'b', 'c'], ['x', 'y', 'z'], [join('a', 'z'), join('b', 'y'), join('c', 'x')]);
    assert.deepEqual(left, ['a', 'b', 'c']);
    assert.deepEqual(right, ['z', 'y', 'x']);
  });
  test('puts a term with two partners between them', () => {
    const { right } = layBanks(['a', 'b', 'c'], ['both', 'only-b'], [join('a', 'both'), join('c', 'both'), join('b', 'only-b')]);
    assert.deepEqual(right, ['both', 'only-b'], 'ties keep the order given');
  });
  test('puts terms without a bridge last, in the order given', () => {
    assert.deepEqual(layBanks(['a'], ['m', 'n', 'x'], [join('a', 'x')]).right, ['x', 'm', 'n']);
  });
  test('gives each line its rows', () => {
    assert.deepEqual(layBanks(['a', 'b'], ['x'], [join('b', 'x')]).lines, [{ from: 'b', to: 'x', relation: 'close', left: 1, right: 0 }]);
  });
  test('draws no line to a term that is not there', () => assert.deepEqual(layBanks(['a'], [], [join('a', 'x')]).lines, []));
});

test('a line runs from the middle of its row to the middle of the other', () => assert.equal(curve(0, 2, 10), 'M0 5C40 5 60 25 100 25'));
test('the cross stands in the middle of the line', () => assert.equal(cross(0, 0, 10), 'M48 3.3L52 6.7M52 3.3L48 6.7'));
