import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hairline, heightAt, reach, rowHeight, thread } from '../../../../src/lib/glossary/thread.ts';
import type { Relation } from '../../../../src/schemas/index.ts';

const numbers = (path: string): number[] => path.match(/-?[\d.]+/g)?.map(Number) ?? [];
/** Where a path begins and ends along the way from bank to bank. */
const span = (path: string): [number, number] => [numbers(path)[0] ?? NaN, numbers(path).at(-2) ?? NaN];

describe('thread', () => {
  test('prints an exact match twice over', () => {
    const { technical, creative } = thread(5, 25, 'exact');
    assert.equal(technical, creative);
    assert.equal(technical, 'M0 5C44 5 56 25 100 25');
  });
  test('starts each ink at its own bank', () => {
    for (const relation of Object.keys(reach) as Relation[]) {
      const { technical, creative } = thread(5, 15, relation);
      assert.equal(span(technical)[0], 0);
      assert.equal(span(creative)[1], 100);
    }
  });
  test('overprints the more the closer the words are, and false friends never', () => {
    const overlap = (relation: Relation): number => {
      const { technical, creative } = thread(5, 45, relation);
      return span(technical)[1] - span(creative)[0];
    };
    const [exact = 0, close = 0, partial = 0, falseFriend = 0] = (['exact', 'close', 'partial', 'false-friend'] as const).map(overlap);
    assert.ok(exact > close && close > partial && partial > 0 && falseFriend < 0, [exact, close, partial, falseFriend].join(' '));
  });
  test('has its middle halfway between its ends', () => assert.equal(thread(5, 25, 'close').middle, 15));
  test('is part of one and the same curve in both inks', () => {
    const { technical, creative } = thread(0, 80, 'partial');
    for (const path of [technical, creative]) {
      const [x = NaN, y = NaN] = numbers(path);
      const [endX = NaN, endY = NaN] = numbers(path).slice(-2);
      assert.ok(Math.abs(heightAt(x, 0, 80) - y) < 0.1);
      assert.ok(Math.abs(heightAt(endX, 0, 80) - endY) < 0.1);
    }
  });
});

test('heightAt goes from one end to the other and never back', () => {
  const heights = Array.from({ length: 21 }, (_, i) => heightAt(i * 5, 10, 90));
  assert.ok(Math.abs((heights[0] ?? NaN) - 10) < 0.1 && Math.abs((heights.at(-1) ?? NaN) - 90) < 0.1);
  heights.slice(1).forEach((height, i) => assert.ok(height >= (heights[i] ?? NaN)));
});

test('a hairline runs the whole way', () => assert.equal(hairline(5, 5), 'M0 5C44 5 56 5 100 5'));

describe('rowHeight', () => {
  test('is the middle of the row', () => assert.deepEqual([0, 1, 2].map((row) => rowHeight(row, 3, 3)), [5, 15, 25]));
  test('spreads the shorter bank over the height of the longer one', () => assert.deepEqual([rowHeight(0, 1, 3), rowHeight(0, 2, 4), rowHeight(1, 2, 4)], [15, 10, 30]));
});
