import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ABOVE, densityOf, fitWord, roomBelow, stations } from '../../../../src/demos/base/draw.ts';

const box = { width: 1320, height: 400 };

describe('a word in its box', () => {
  test('fits, however long or wide it is', () => {
    for (const letters of [1, 3, 7, 16]) {
      for (const length of [letters * 0.3, letters * 0.66, letters * 1.4]) {
        for (const text of ['n'.repeat(letters), 'g'.repeat(letters)]) {
          const { cap, x, baseline } = fitWord(text, length, box);
          assert.ok(x + length * cap <= box.width && x >= 0);
          assert.ok(baseline - ABOVE * cap >= -1e-9 && baseline + roomBelow(text) * cap <= box.height + 1e-9);
        }
      }
    }
  });
  test('is as large for a narrow style as for an average one, so that it does not breathe', () => {
    assert.equal(fitWord('between', 7 * 0.5, box).cap, fitWord('between', 7 * 0.66, box).cap);
  });
  test('stands in the middle where it is asked to', () => {
    const { cap, x } = fitWord('between', 4, box, 'middle');
    assert.ok(Math.abs(x + 2 * cap - box.width / 2) < 1e-9);
  });
  test('a box twice as large has the same picture, twice as large', () => {
    const [one, two] = [fitWord('drawings', 5, box), fitWord('drawings', 5, { width: 2640, height: 800 })];
    for (const key of ['cap', 'x', 'baseline'] as const) assert.ok(Math.abs(two[key] - 2 * one[key]) < 1e-9);
  });
  test('a first letter that may hang out to the left has room for it, and a last one that may rise out to the right', () => {
    const narrow = { width: 300, height: 400 };
    for (const align of ['start', 'middle'] as const) {
      const { cap, x } = fitWord('proof', 5, narrow, align);
      assert.ok(x >= 0.2 * cap - 1e-9 && x + 5.2 * cap <= narrow.width + 1e-9);
    }
  });
  test('without a box there is no word, and no error', () => assert.equal(fitWord('between', 5, { width: 0, height: 0 }).cap, 0));
  test('a word with descenders stands smaller than one without', () => assert.ok(fitWord('gypsy', 3, box).cap < fitWord('north', 3, box).cap));
});

describe('pixels of a moving word', () => {
  test('all there are, where they can be afforded', () => assert.equal(densityOf(box, 2, 1, 4, 2), 2));
  test('fewer, where they cannot, and then as many as fit into the time', () => {
    const density = densityOf(box, 2, 4, 4, 2);
    assert.ok(density < 2 && (box.width * box.height * density * density) / 1e6 * 4 <= 4);
  });
  test('never so few that letters blur', () => {
    assert.ok(densityOf(box, 3, 1000, 4, 3) >= 0.72);
    assert.equal(densityOf(box, 0.5, 1000, 4, 0.5), 0.5);
  });
  test('no others for a small change of cost: a new size is a new canvas', () => {
    const density = densityOf(box, 2, 4, 4, 2);
    for (const change of [0.9, 1.1]) assert.equal(densityOf(box, 2, 4 * change, 4, density), density);
  });
});
test('stations run from end to end', () => assert.deepEqual(stations(5), [0, 0.25, 0.5, 0.75, 1]));
