import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countCrossings, type RowPair } from '../../../../src/lib/glossary/crossings.ts';
import { randomNumbers } from '../../../helpers/random.ts';

const cases: [name: string, lines: [number, number][], crossings: number][] = [
  ['no line crosses nothing', [], 0],
  ['one line crosses nothing', [[3, 0]], 0],
  ['lines side by side do not cross', [[0, 0], [1, 1], [2, 5]], 0],
  ['lines that change sides cross', [[0, 1], [1, 0]], 1],
  ['lines from one end do not cross', [[0, 2], [0, 0], [0, 1]], 0],
  ['lines to one end do not cross', [[2, 1], [0, 1], [1, 1]], 0],
  ['a bank turned round crosses with every pair', [[0, 3], [1, 2], [2, 1], [3, 0]], 6],
  ['every row with every row of two banks of three', [0, 1, 2].flatMap((l) => [0, 1, 2].map((r): [number, number] => [l, r])), 9],
];

describe('countCrossings', () => {
  for (const [name, lines, crossings] of cases) {
    test(name, () => assert.equal(countCrossings(lines.map(([left, right]) => ({ left, right }))), crossings));
  }

  test('counts what looking at every pair counts', () => {
    const random = randomNumbers(7);
    for (let round = 0; round < 100; round++) {
      const lines: RowPair[] = Array.from({ length: Math.floor(random() * 30) }, () => ({ left: Math.floor(random() * 9), right: Math.floor(random() * 9) }));
      const pairs = lines.flatMap((a, i) => lines.slice(i + 1).filter((b) => (a.left - b.left) * (a.right - b.right) < 0));
      assert.equal(countCrossings(lines), pairs.length);
    }
  });
});
