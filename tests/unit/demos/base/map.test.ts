import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cellOf, codeAt, middleOf, nearestPoint, pointUnder, sharesAt, stepped, strideOf, swingFrom, walkFrom } from '../../../../src/demos/base/map.ts';

const grid = { columns: 24, rows: 16 };

describe('the mix at a place', () => {
  test('the middle of a cell is its style alone', () => {
    for (const cell of [0, 23, 100, 383]) assert.deepEqual(sharesAt(middleOf(cell, grid), grid), [{ index: cell, weight: 1 }]);
  });
  test('between four cells each has a quarter', () => {
    assert.deepEqual(sharesAt({ u: 0.5, v: 0.5 }, grid), [0, 1, 24, 25].map((index) => ({ index, weight: 0.25 })));
  });
  test('shares add up to one everywhere, and never name a cell that is not there', () => {
    for (let u = -1; u <= 25; u += 0.37) {
      for (let v = -1; v <= 17; v += 0.41) {
        const shares = sharesAt({ u, v }, grid);
        assert.ok(Math.abs(shares.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-9);
        assert.ok(shares.every(({ index }) => Number.isInteger(index) && index >= 0 && index < 384));
      }
    }
  });
  test('a step makes no jump in the code', () => {
    const codes = Float32Array.from({ length: 384 * 2 }, (_, i) => Math.sin(i * 7.3));
    const at = (u: number): Float32Array => codeAt({ u, v: 3.3 }, grid, codes, new Float32Array(2)).slice();
    for (let u = 0.01; u < 23; u += 0.01) {
      const [one, other] = [at(u), at(u - 0.01)];
      assert.ok(Math.abs((one[0] ?? 0) - (other[0] ?? 0)) < 0.05);
    }
  });
});

describe('under a pointer', () => {
  test('the middle of a cell is where it is drawn', () => {
    assert.deepEqual(pointUnder(25, 25, 1200, 800, grid), { u: 0, v: 0 });
    assert.deepEqual(pointUnder(1175, 775, 1200, 800, grid), { u: 23, v: 15 });
  });
  test('outside, the edge holds', () => assert.deepEqual(pointUnder(-500, 9000, 1200, 800, grid), { u: 0, v: 15 }));
  test('a place has the cell it is nearest to', () => assert.equal(cellOf({ u: 2.4, v: 1.6 }, grid), 2 * 24 + 2));
  test('the nearest mark within reach is grabbed, and none beyond', () => {
    const marks = { a: { u: 1, v: 1 }, b: { u: 5, v: 5 } };
    assert.equal(nearestPoint({ u: 4.6, v: 5 }, marks, 1), 'b');
    assert.equal(nearestPoint({ u: 3, v: 3 }, marks, 1), undefined);
  });
});

describe('keys', () => {
  const from = { u: 10, v: 8 };
  for (const [key, axis, fine, expected] of [
    ['ArrowRight', 'u', false, { u: 10.5, v: 8 }],
    ['ArrowDown', 'u', false, { u: 10, v: 8.5 }],
    ['ArrowLeft', 'v', true, { u: 9.95, v: 8 }],
    ['PageDown', 'u', false, { u: 14, v: 8 }],
    ['PageUp', 'v', false, { u: 10, v: 4 }],
    ['Home', 'u', false, { u: 0, v: 8 }],
    ['End', 'v', false, { u: 10, v: 15 }],
  ] as const) {
    test(`${fine ? 'Shift and ' : ''}${key} on the axis ${axis}`, () => {
      const stride = strideOf(key, axis, fine);
      assert.ok(stride);
      assert.deepEqual(stepped(from, stride, grid), expected);
    });
  }
  test('others are left to the browser', () => assert.deepEqual(['Tab', 'a', 'Escape', ' '].map((key) => strideOf(key, 'u')), [undefined, undefined, undefined, undefined]));
});

describe('what moves by itself', () => {
  for (const from of [{ u: 0, v: 15 }, { u: 12.3, v: 4 }, { u: 23, v: 0 }]) {
    test(`a walk from ${from.u}, ${from.v} sets out there, stays on the map and never jumps`, () => {
      let last = walkFrom(from, 0, grid);
      assert.ok(Math.hypot(last.u - from.u, last.v - from.v) < 1e-6);
      for (let seconds = 1 / 60; seconds < 200; seconds += 1 / 60) {
        const next = walkFrom(from, seconds, grid);
        assert.ok(next.u >= 0 && next.u <= 23 && next.v >= 0 && next.v <= 15);
        assert.ok(Math.hypot(next.u - last.u, next.v - last.v) < 0.05);
        last = next;
      }
    });
  }
  test('a swing sets out where it is, reaches both ends, and never jumps', () => {
    for (const from of [0, 0.12, 0.5, 0.9, 1]) {
      const way = Array.from({ length: 60 * 16 }, (_, i) => swingFrom(from, i / 60));
      assert.ok(Math.abs((way[0] ?? 0) - from) < 1e-6);
      assert.ok(Math.min(...way) < 0.01 && Math.max(...way) > 0.99);
      way.forEach((t, i) => assert.ok(i === 0 || Math.abs(t - (way[i - 1] ?? 0)) < 0.02));
    }
  });
});
