/** How thick the strokes are where the mask says A, where it says B, and between: twice the ink by the length of its edge. Pure. */
import { drawn } from '../../../drawing/calm.ts';
import type { Geometry } from '../../../drawing/field.ts';

/** Mean thickness of strokes in cap heights; NaN where there is hardly any ink. */
export interface Strokes {
  a: number;
  between: number;
  b: number;
}

/** Below the first share of B a place is A's, above the second it is B's. */
export const PURE = [0.1, 0.9] as const;
/** Edges shorter than this, in cap heights, are too little to say anything of. */
const ENOUGH = 0.5;

/** Adds up ink and edge by region, a letter at a time. */
export function strokeMeter(share: (x: number, y: number) => number): { add: (field: Float32Array, centre: number, geometry: Geometry) => void; read: () => Strokes } {
  const [ink, edge] = [[0, 0, 0], [0, 0, 0]];
  return {
    add: (field, centre, geometry) => {
      const { field: values, geometry: { side, sample, left, top } } = drawn(field, geometry);
      for (let y = 0; y < side - 1; y++) {
        for (let x = 0; x < side - 1; x++) {
          const at = y * side + x;
          const [a, b, c, d] = [values[at] ?? 0, values[at + 1] ?? 0, values[at + side] ?? 0, values[at + side + 1] ?? 0];
          const mean = (a + b + c + d) / 4;
          if (mean < -2 * sample) continue;
          const w = share(centre + left + (x + 1) * sample, top - (y + 1) * sample);
          const region = w < PURE[0] ? 0 : w > PURE[1] ? 2 : 1;
          // The slope of the field says how fast ink begins; half a sample to either side of its edge it is partly there.
          const [gx, gy] = [(b + d - a - c) / 2, (c + d - a - b) / 2];
          const slope = Math.hypot(gx, gy);
          const cover = Math.min(Math.max(mean / Math.max(slope, 0.2 * sample) + 0.5, 0), 1);
          ink[region] = (ink[region] ?? 0) + cover * sample * sample;
          if ((a > 0 || b > 0 || c > 0 || d > 0) && (a <= 0 || b <= 0 || c <= 0 || d <= 0)) edge[region] = (edge[region] ?? 0) + cut(a, b, c, d) * sample;
        }
      }
    },
    read: () => {
      const of = (region: number): number => ((edge[region] ?? 0) < ENOUGH ? NaN : (2 * (ink[region] ?? 0)) / (edge[region] ?? 0));
      return { a: of(0), between: of(1), b: of(2) };
    },
  };
}

/** Length of the edge through a cell whose corners have these values: above left, above right, below left, below right. */
function cut(a: number, b: number, c: number, d: number): number {
  const points: [number, number][] = [];
  const cross = (from: number, to: number, at: (t: number) => [number, number]): void => {
    if (from > 0 !== to > 0) points.push(at(from / (from - to)));
  };
  cross(a, b, (t) => [t, 0]);
  cross(b, d, (t) => [1, t]);
  cross(d, c, (t) => [1 - t, 1]);
  cross(c, a, (t) => [0, 1 - t]);
  let sum = 0;
  for (let i = 0; i + 1 < points.length; i += 2) sum += Math.hypot(points[i]![0] - points[i + 1]![0], points[i]![1] - points[i + 1]![1]);
  return sum;
}
