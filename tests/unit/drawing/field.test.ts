import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { drawn } from '../../../src/drawing/calm.ts';
import { cubicSlopes, cubicWeights, refine, refinedGeometry, spansAcross, spansDown, wholeBox } from '../../../src/drawing/field.ts';
import { bar, circle, fieldOf, geometry, leaning, type Shape } from './shapes.ts';

const length = ({ from, to }: { from: number; to: number }): number => to - from;

describe('the filter between samples', () => {
  for (const t of [0, 0.25, 0.5, 0.9, 1]) {
    test(`keeps levels and straight slopes as they are, ${t} of the way`, () => {
      const [weights, slopes] = [new Float64Array(4), new Float64Array(4)];
      cubicWeights(t, weights, 0);
      cubicSlopes(t, slopes, 0);
      const sum = (values: Float64Array, factor: (k: number) => number): number => values.reduce((total, value, k) => total + value * factor(k), 0);
      assert.ok(Math.abs(sum(weights, () => 1) - 1) < 1e-12 && Math.abs(sum(slopes, () => 1)) < 1e-12);
      assert.ok(Math.abs(sum(weights, (k) => k - 1) - t) < 1e-12 && Math.abs(sum(slopes, (k) => k - 1) - 1) < 1e-12);
    });
  }
});

describe('refining', () => {
  const refined = (shape: Shape): { field: Float32Array; out: Float32Array } => {
    const field = fieldOf(shape);
    const out = new Float32Array((2 * geometry.side - 1) ** 2);
    refine(field, geometry, out, wholeBox(geometry));
    return { field, out };
  };
  test('keeps every sample where it was', () => {
    const { field, out } = refined(circle(0, 0.5, 0.4));
    const wide = 2 * geometry.side - 1;
    for (let i = 0; i < field.length; i++) assert.equal(out[2 * Math.floor(i / geometry.side) * wide + 2 * (i % geometry.side)], field[i]);
  });
  test('leaves the places of samples in cap heights', () => {
    const fine = refinedGeometry(geometry);
    const first = (g: typeof geometry): number[] => [g.left + g.sample / 2, g.top - g.sample / 2];
    const last = (g: typeof geometry): number => g.left + (g.side - 0.5) * g.sample;
    assert.ok(first(fine).every((value, i) => Math.abs(value - (first(geometry)[i] ?? NaN)) < 1e-12));
    assert.ok(Math.abs(last(fine) - last(geometry)) < 1e-12);
  });
});

describe('lines through a letter', () => {
  const { field, geometry: fine } = drawn(fieldOf(bar(-0.1, 0.02, 0, 1)), geometry);
  test('a line across a bar meets its two edges', () => {
    const [span, ...more] = spansAcross(field, fine, 0.4);
    assert.equal(more.length, 0);
    assert.ok(span && Math.abs(span.from + 0.1) < 0.002 && Math.abs(span.to - 0.02) < 0.002);
  });
  test('a line down a bar meets its ends, the lower one first', () => {
    const [span] = spansDown(field, fine, -0.04);
    assert.ok(span && Math.abs(span.from) < 0.004 && Math.abs(span.to - 1) < 0.004);
  });
  test('a line beside it meets nothing', () => assert.deepEqual(spansAcross(field, fine, 1.2), []));
});

describe('a stroke as thin as a sample', () => {
  for (const shift of [0, 0.005, 0.01, 0.015, 0.02, 0.025]) {
    test(`is whole and about as thick where it lies ${shift} beside a sample`, () => {
      const { field, geometry: fine } = drawn(fieldOf(bar(shift - 0.015, shift + 0.015, 0, 1)), geometry);
      for (let y = 0.1; y < 0.9; y += 0.01) {
        const found = spansAcross(field, fine, y);
        assert.equal(found.length, 1);
        assert.ok(found[0] && Math.abs(length(found[0]) - 0.03) < 0.01, `${length(found[0] ?? { from: 0, to: 0 })} at ${y}`);
      }
    });
  }
  test('does not break into beads where it leans', () => {
    const { field, geometry: fine } = drawn(fieldOf(leaning(bar(-0.015, 0.015, 0, 1), 14)), geometry);
    for (let y = 0.05; y < 0.95; y += 0.005) assert.equal(spansAcross(field, fine, y).length, 1, `at ${y}`);
  });
});

describe('specks', () => {
  const dot = (radius: number): number => spansAcross(drawn(fieldOf(circle(0.01, 0.5, radius)), geometry).field, refinedGeometry(geometry), 0.5).length;
  test('a speck that lies alone is dropped', () => assert.equal(dot(0.012), 0));
  test('the dot of an i stays', () => assert.equal(dot(0.03), 1));
});
