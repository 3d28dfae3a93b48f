import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countCrossings } from '../../../../src/lib/glossary/crossings.ts';
import { components, rowsOf, untangle, type Line, type Order } from '../../../../src/lib/glossary/untangle.ts';
import { randomBanks, randomNumbers } from '../../../helpers/random.ts';

const crossings = (order: Order, lines: readonly Line[]): number => countCrossings(rowsOf(order, lines));
const join = (...pairs: string[]): Line[] => pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }));
const orders = <T>(list: readonly T[]): T[][] => (list.length < 2 ? [[...list]] : list.flatMap((first, i) => orders([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [first, ...rest])));

/** The fewest crossings there can be, by trying every order. */
function optimum({ left, right }: Order, lines: readonly Line[]): number {
  return Math.min(...orders(left).flatMap((l) => orders(right).map((r) => crossings({ left: l, right: r }, lines))));
}

describe('components', () => {
  test('are what hangs together, in the order given', () => {
    const parts = components({ left: ['a', 'b', 'c', 'd'], right: ['x', 'y', 'z'] }, join('cx', 'ay', 'by'));
    assert.deepEqual(parts, [{ left: ['a', 'b'], right: ['y'] }, { left: ['c'], right: ['x'] }]);
  });
  test('reach along chains of any length', () => {
    assert.deepEqual(components({ left: ['a', 'b', 'c'], right: ['x', 'y', 'z'] }, join('ax', 'bx', 'by', 'cy', 'cz')), [{ left: ['a', 'b', 'c'], right: ['x', 'y', 'z'] }]);
  });
  test('leave out a line whose end is on no bank', () => assert.deepEqual(components({ left: ['a'], right: ['x'] }, join('ay')), []));
});

describe('untangle', () => {
  test('turns a bank round that only stands upside down', () => {
    const lines = join('az', 'by', 'cx');
    assert.equal(crossings(untangle({ left: ['a', 'b', 'c'], right: ['x', 'y', 'z'] }, lines), lines), 0);
  });
  test('draws a chain without a crossing', () => {
    const lines = join('ax', 'cx', 'cz', 'bz', 'by', 'dy');
    assert.equal(crossings(untangle({ left: ['a', 'b', 'c', 'd'], right: ['x', 'y', 'z'] }, lines), lines), 0);
  });
  test('leaves alone what cannot be better', () => {
    const order = { left: ['a', 'b'], right: ['x', 'y'] };
    assert.deepEqual(untangle(order, join('ax', 'ay', 'by')), order);
  });
  test('draws every caterpillar without a crossing', () => {
    const random = randomNumbers(11);
    for (let round = 0; round < 40; round++) {
      const { order, lines } = caterpillar(random, 3 + Math.floor(random() * 6));
      assert.equal(crossings(untangle(order, lines), lines), 0, JSON.stringify(lines));
    }
  });

  const random = randomNumbers(3);
  const graphs = Array.from({ length: 60 }, (_, i) => randomBanks(random, 2 + (i % 12), 2 + (i % 9), 0.15 + (i % 5) * 0.1));
  test('never has more crossings than from A to Z, and fewer in all', () => {
    let [before, after] = [0, 0];
    for (const { order, lines } of graphs) {
      const [was, is] = [crossings(order, lines), crossings(untangle(order, lines), lines)];
      assert.ok(is <= was);
      [before, after] = [before + was, after + is];
    }
    assert.ok(after < before * 0.75, `${after} of ${before}`);
  });
  test('keeps every id, once', () => {
    for (const { order, lines } of graphs) {
      const { left, right } = untangle(order, lines);
      assert.deepEqual([[...left].sort(), [...right].sort()], [order.left, order.right]);
    }
  });
  test('gives the same order for the same graph', () => {
    for (const { order, lines } of graphs) assert.deepEqual(untangle(order, lines), untangle(order, lines));
  });
  test('finds the best there is in nearly every small graph, and is never far from it', () => {
    const small = randomNumbers(5);
    let [best, all] = [0, 0];
    for (let round = 0; round < 60; round++) {
      const { order, lines } = randomBanks(small, 2 + (round % 3), 2 + (round % 4), 0.45);
      for (const part of components(order, lines)) {
        const [found, least] = [crossings(untangle(part, lines), lines), optimum(part, lines)];
        assert.ok(found <= least + 2, `${found} where ${least} will do`);
        all++;
        if (found === least) best++;
      }
    }
    assert.ok(best / all >= 0.95, `${best} of ${all}`);
  });
});

/** A chain across the banks, with leaves, in a shuffled order: the trees that two rows can show without a crossing. */
function caterpillar(random: () => number, length: number): { order: Order; lines: Line[] } {
  const lines: Line[] = [];
  const spine = Array.from({ length }, (_, i) => `${i % 2 === 0 ? 'l' : 'r'}${i}`);
  const link = (a: string, b: string): void => void lines.push(a.startsWith('l') ? { from: a, to: b } : { from: b, to: a });
  spine.forEach((id, i) => {
    const next = spine[i + 1];
    if (next) link(id, next);
    for (let leaf = 0; leaf < Math.floor(random() * 3); leaf++) link(id, `${id.startsWith('l') ? 'r' : 'l'}${i}-${leaf}`);
  });
  const mixed = (ids: Iterable<string>): string[] => [...new Set(ids)].map((id) => ({ id, at: random() })).sort((a, b) => a.at - b.at).map(({ id }) => id);
  return { order: { left: mixed(lines.map(({ from }) => from)), right: mixed(lines.map(({ to }) => to)) }, lines };
}
