/** A drawing as the model takes it, a field of signed distances, and how much of two drawings is common. Pure. */
import type { Geometry } from '../../../drawing/field.ts';
import { lineOf, type Stroke } from './strokes.ts';

/** How a drawing is bent before it is followed. */
export interface Shape {
  /** Added to both edges of every stroke, in cap heights. */
  weight: number;
  /** Lean, in degrees, positive to the right. */
  slant: number;
  /** Stretch across, as a factor. */
  width: number;
}

/** As it was drawn. */
export const PLAIN: Shape = { weight: 0, slant: 0, width: 1 };
/** Distances are not told apart beyond this, in cap heights. */
const FAR = 0.25;

const lean = ({ slant }: Shape): number => Math.tan((slant * Math.PI) / 180);

/** Where a place of a drawing comes to lie. */
export function bend(x: number, y: number, shape: Shape): number {
  return x * shape.width + y * lean(shape);
}

/** Where a place came from; the inverse of `bend`. */
export function unbend(x: number, y: number, shape: Shape): number {
  return (x - y * lean(shape)) / shape.width;
}

/**
 * The field of strokes of a round pen.
 * @param nib width of the pen, in cap heights
 * @param shift moves the drawing to the right, in cap heights
 * @param out side · side numbers, overwritten
 */
export function strokesField(strokes: readonly Stroke[], nib: number, shape: Shape, geometry: Geometry, out: Float32Array, shift = 0): Float32Array {
  out.fill(-FAR);
  for (const stroke of strokes) {
    const line = lineOf(stroke).map(([x, y, width]) => [bend(x, y, shape) + shift, y, Math.max((nib * width) / 2 + shape.weight, 0.004)] as const);
    line.forEach((to, i) => ink(line[Math.max(i - 1, 0)]!, to, geometry, out));
  }
  return out;
}

type Disc = readonly [x: number, y: number, radius: number];

/** Inks a straight piece of a stroke, round at both ends. */
function ink([ax, ay, ar]: Disc, [bx, by, br]: Disc, { side, sample, left, top }: Geometry, out: Float32Array): void {
  const reach = Math.max(ar, br) + FAR;
  const place = (value: number): number => Math.min(Math.max(Math.round(value), 0), side - 1);
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const [fromX, toX] = [place((Math.min(ax, bx) - reach - left) / sample - 0.5), place((Math.max(ax, bx) + reach - left) / sample - 0.5)];
  const [fromY, toY] = [place((top - Math.max(ay, by) - reach) / sample - 0.5), place((top - Math.min(ay, by) + reach) / sample - 0.5)];
  for (let row = fromY; row <= toY; row++) {
    const y = top - (row + 0.5) * sample - ay;
    for (let column = fromX; column <= toX; column++) {
      const x = left + (column + 0.5) * sample - ax;
      const t = length > 0 ? Math.min(Math.max((x * dx + y * dy) / length, 0), 1) : 0;
      const inside = ar + (br - ar) * t - Math.hypot(x - t * dx, y - t * dy);
      const k = row * side + column;
      if (inside > out[k]!) out[k] = Math.min(inside, FAR);
    }
  }
}

/** A letter's field, bent: as a letter of the sheet or of a typeface is shaped by keys. */
export function bentField(field: Float32Array, shape: Shape, { side, sample, left, top }: Geometry, out: Float32Array): Float32Array {
  if (shape.slant === 0 && shape.width === 1) {
    for (let k = 0; k < out.length; k++) out[k] = field[k]! + shape.weight;
    return out;
  }
  const at = (row: number, place: number): number => {
    const first = Math.min(Math.max(Math.floor(place), 0), side - 2);
    const share = Math.min(Math.max(place - first, 0), 1);
    return field[row * side + first]! * (1 - share) + field[row * side + first + 1]! * share;
  };
  for (let row = 0; row < side; row++) {
    const y = top - (row + 0.5) * sample;
    for (let column = 0; column < side; column++) {
      const x = left + (column + 0.5) * sample;
      out[row * side + column] = at(row, (unbend(x, y, shape) - left) / sample - 0.5);
    }
  }
  // Stretching makes slopes flatter or steeper than distances have; by the slope it is a distance again, near the edge.
  const bent = out.slice();
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const k = row * side + column;
      const [w, e] = [Math.max(column - 1, 0), Math.min(column + 1, side - 1)];
      const [n, s] = [Math.max(row - 1, 0), Math.min(row + 1, side - 1)];
      const slope = Math.hypot((bent[row * side + e]! - bent[row * side + w]!) / (e - w), (bent[s * side + column]! - bent[n * side + column]!) / (s - n)) / sample;
      out[k] = bent[k]! / Math.max(slope, 0.4) + shape.weight;
    }
  }
  return out;
}

/** Share of a sample that is inked. */
const inked = (distance: number, sample: number): number => Math.min(Math.max(0.5 + distance / sample, 0), 1);

/** Whether there is any ink. */
export function hasInk(field: Float32Array): boolean {
  return field.some((value) => value > 0);
}

/** Intersection over union of the ink of two fields, 0 to 1; edges count by the share of a sample that they cut off. */
export function overlap(one: Float32Array, other: Float32Array, { sample }: Geometry): number {
  let [both, either] = [0, 0];
  for (let k = 0; k < one.length; k++) {
    const [a, b] = [inked(one[k]!, sample), inked(other[k]!, sample)];
    both += Math.min(a, b);
    either += Math.max(a, b);
  }
  return either > 0 ? both / either : 0;
}

/** Middle of the ink, across, in cap heights; 0 where there is none. */
export function middleOf(field: Float32Array, { side, sample, left }: Geometry): number {
  const columns = Array.from({ length: side }, (_, column) => {
    let most = -FAR;
    for (let row = 0; row < side; row++) most = Math.max(most, field[row * side + column]!);
    return most;
  });
  const first = columns.findIndex((value) => value > 0);
  if (first < 0) return 0;
  const last = columns.findLastIndex((value) => value > 0);
  // Between the last sample that is inked and its neighbour outside, the edge lies where their line crosses nothing.
  const edge = (inside: number, outside: number): number => {
    const [a, b] = [columns[inside]!, columns[outside]];
    return b === undefined ? inside : inside + (outside - inside) * (a / (a - b));
  };
  return left + ((edge(first, first - 1) + edge(last, last + 1)) / 2 + 0.5) * sample;
}
