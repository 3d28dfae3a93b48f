/** The edge of the ink in a field, as rings of evenly spaced points. */
import { contours } from 'd3-contour';
import { distance, type Point } from './bezier-fit.ts';
import { drawn, SMALLEST_AREA } from './calm.ts';
import { cubicWeights, type Field, type Geometry } from './field.ts';

export { SMALLEST_AREA };

/** A closed ring of points in cap heights, y upward, with the ink on its left; the first point is not repeated. */
export type Ring = readonly Point[];

/** Distance between neighbouring points of a ring, in cap heights. */
export const SPACING = 0.006;

/** Samples of the grid that is searched for the edge, to one of the refined field. */
const FINER = 2;

/** The rings around the ink and, the other way round, around its holes; the largest first. */
export function rings(field: Field, geometry: Geometry): Ring[] {
  const { field: refined, geometry: coarse } = drawn(field, geometry);
  const { values, side } = upsample(refined, coarse.side);
  const step = coarse.sample / FINER;
  const [left, top] = [coarse.left + coarse.sample / 2, coarse.top - coarse.sample / 2];
  return contours()
    .size([side, side])
    .contour(values as unknown as number[], 0)
    // The library puts the first sample at one half and closes every ring with its first point.
    .coordinates.flatMap((polygon) => polygon.map((ring) => ring.slice(1).map(([x = 0, y = 0]): Point => [left + (x - 0.5) * step, top - (y - 0.5) * step])))
    .filter((ring) => Math.abs(area(ring)) >= SMALLEST_AREA)
    .sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)))
    .map(evenly);
}

/** The field on a grid {@link FINER} times as fine, so that straight steps across its cells follow the curve. */
function upsample(field: Float32Array, wide: number): { values: Float32Array; side: number } {
  const side = (wide - 1) * FINER + 1;
  const rows = new Float32Array(side * wide);
  const values = new Float32Array(side * side);
  stretch(field, wide, wide, 1, wide, rows, 1, side);
  stretch(rows, side, wide, side, 1, values, side, 1);
  return { values, side };
}

/** Stretches `lines` lines of `count` samples: samples lie `step` apart in a line, lines `next` apart. */
function stretch(from: Float32Array, lines: number, count: number, step: number, next: number, to: Float32Array, toStep: number, toNext: number): void {
  const weights = new Float64Array(4);
  for (let i = 0; i < (count - 1) * FINER + 1; i++) {
    const first = Math.min(Math.floor(i / FINER), count - 2);
    cubicWeights(i / FINER - first, weights, 0);
    for (let line = 0; line < lines; line++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += (weights[k] ?? 0) * (from[line * next + Math.min(Math.max(first + k - 1, 0), count - 1) * step] ?? 0);
      to[line * toNext + i * toStep] = sum;
    }
  }
}

/** Signed area of a ring: positive where it runs anticlockwise, y upward. */
export function area(ring: Ring): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** The same ring in points about {@link SPACING} apart. */
function evenly(ring: Ring): Ring {
  const first = ring[0];
  if (!first) return ring;
  const closed = [...ring, first];
  const length = closed.reduce((sum, point, i) => sum + (i ? distance(closed[i - 1] ?? point, point) : 0), 0);
  const count = Math.max(12, Math.round(length / SPACING));
  const points: Point[] = [];
  let [passed, i] = [0, 0];
  for (let k = 0; k < count; k++) {
    const wanted = (k * length) / count;
    for (;;) {
      const [a, b] = [closed[i] ?? first, closed[i + 1] ?? first];
      const stretch = distance(a, b);
      if (passed + stretch >= wanted || i >= ring.length - 1) {
        const share = stretch ? (wanted - passed) / stretch : 0;
        points.push([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
        break;
      }
      passed += stretch;
      i++;
    }
  }
  return points;
}

/** Rounds of smoothing: waves as short as a sample of the field shrink to a quarter, twice as long ones stay. */
const ROUNDS = 12;

/**
 * Takes out the waves that the samples of the field leave in the edge, without shrinking it: every step inward is
 * followed by one outward (Taubin, "Curve and surface smoothing without shrinkage", 1995).
 */
export function smooth(ring: Ring): Ring {
  let points = ring;
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const share = (round % 2 ? -0.53 : 0.5) / 2;
    points = points.map(([x, y], i) => {
      const [before, after] = [points.at(i - 1) ?? [x, y], points[(i + 1) % points.length] ?? [x, y]];
      return [x + share * (before[0] + after[0] - 2 * x), y + share * (before[1] + after[1] - 2 * y)];
    });
  }
  return points;
}
