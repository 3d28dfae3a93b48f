/** What meets along the boundary: how much ink of one face finds ink of the other, and how much finds nothing. Pure. */
import type { Geometry } from '../../../drawing/field.ts';
import type { DrawnWord } from '../../base/ink-canvas.ts';
import { boundary, type Mask } from './mask.ts';

/** Lengths along the boundary, in cap heights. */
export interface Seam {
  /** Ink of both faces. */
  meets: number;
  /** Ink of one of them, where the other has ground. */
  ends: number;
}

const STEP = 0.01;

/** Reads the two faces along the boundary, with their letters set as they are in the blended word. */
export function seamOf(a: DrawnWord, b: DrawnWord, centres: ArrayLike<number>, mask: Mask, geometry: Geometry): Seam {
  const seam: Seam = { meets: 0, ends: 0 };
  const reach = (centres[centres.length - 1] ?? 0) + 3;
  const inkAt = ({ fields }: DrawnWord, x: number, y: number): boolean => {
    for (let letter = 0; letter < centres.length; letter++) if (valueAt(fields, letter, x - (centres[letter] ?? 0), y, geometry) > 0) return true;
    return false;
  };
  for (const [x, y] of boundary(mask, STEP, reach)) {
    if (y > geometry.top || y < geometry.top - geometry.side * geometry.sample) continue;
    const [one, other] = [inkAt(a, x, y), inkAt(b, x, y)];
    if (one && other) seam.meets += STEP;
    else if (one || other) seam.ends += STEP;
  }
  return seam;
}

/** The share of all ink that two words have in common, each letter laid over its like, middle on middle: 0 to 1; NaN without ink. */
export function sharedInk(a: DrawnWord, b: DrawnWord): number {
  let [both, any] = [0, 0];
  for (let i = 0; i < a.fields.length; i++) {
    const [one, other] = [(a.fields[i] ?? 0) > 0, (b.fields[i] ?? 0) > 0];
    if (one && other) both++;
    if (one || other) any++;
  }
  return both / any;
}

/** The field of a letter at a place, between its samples; far outside beyond its window. */
function valueAt(fields: Float32Array, letter: number, x: number, y: number, { side, sample, left, top }: Geometry): number {
  const [column, row] = [(x - left) / sample - 0.5, (top - y) / sample - 0.5];
  if (column < 0 || row < 0 || column >= side - 1 || row >= side - 1) return -1;
  const at = letter * side * side + Math.floor(row) * side + Math.floor(column);
  const [s, t] = [column % 1, row % 1];
  const [p, q, r, u] = [fields[at] ?? 0, fields[at + 1] ?? 0, fields[at + side] ?? 0, fields[at + side + 1] ?? 0];
  return (p + (q - p) * s) * (1 - t) + (r + (u - r) * s) * t;
}
