/** Takes out of a field what a model leaves by mistake: specks beside the letters, and waves along their edges. */
import { refine, refinedGeometry, wholeBox, type Box, type Field, type Geometry } from './field.ts';

/** Islands and holes of less than this, in square cap heights, are dropped: a dot of about a fortieth of a cap height. */
export const SMALLEST_AREA = 0.0005;
/** Specks up to the first radius, in samples, are dropped; from the second on they are marks, and by degrees between. */
const [SPECK, MARK] = [0.45, 0.7];
/** Everything two samples around a speck is further than this from ink, in samples; the beads of a broken hairline lie closer. */
const ALONE = -0.4;
/** Mean distance, in samples, of the eight samples around one, and of the sixteen around those. */
const [FIRST, SECOND] = [1.207, 2.325];
/** Only samples so near to the edge, in samples, shape it. */
const NEAR = 1.5;
/** Share of a wave taken out, and then given back to what is not a wave (Taubin 1995, here across a field instead of along a line). */
const [INWARD, OUTWARD] = [0.22, -0.23];
const ROUNDS = 2;

let before = new Float32Array(0);

/** Removes islands smaller than a sample that lie alone, in place. */
export function dropSpecks(field: Float32Array, { side, sample }: Geometry, box: Box): void {
  for (let y = Math.max(box.top, 2); y <= Math.min(box.bottom, side - 3); y++) {
    for (let x = Math.max(box.left, 2); x <= Math.min(box.right, side - 3); x++) {
      const at = y * side + x;
      const peak = field[at] ?? 0;
      // The peak of a speck may lie between samples and show in none of them, so peaks below the edge count too.
      if (peak <= ALONE * sample || peak > MARK * sample || !isAlone(field, at, side, sample)) continue;
      const [first, second] = [ringMean(field, at, side, 1), ringMean(field, at, side, 2)];
      // The field is a cone: its slope, and from it the radius of the ink, from the two rings, wherever between samples the peak lies.
      const radius = (first * (SECOND - FIRST)) / (first - second) + FIRST;
      const kept = Math.min(Math.max((radius - SPECK) / (MARK - SPECK), 0), 1);
      for (let k = 0; k < 9; k++) {
        const place = at + (Math.floor(k / 3) - 1) * side + (k % 3) - 1;
        const here = field[place] ?? 0;
        field[place] = kept * here + (1 - kept) * Math.min(here, second);
      }
    }
  }
}

/** True where no sample beside `at` is higher and all of those two away are well outside. */
function isAlone(field: Float32Array, at: number, side: number, sample: number): boolean {
  const peak = field[at] ?? 0;
  for (let y = -2; y <= 2; y++) {
    for (let x = -2; x <= 2; x++) {
      const other = field[at + y * side + x] ?? 0;
      if (Math.max(Math.abs(x), Math.abs(y)) === 2 ? other > ALONE * sample : other > peak) return false;
    }
  }
  return true;
}

/** Mean of the samples that lie `reach` rows or columns from `at`. */
function ringMean(field: Float32Array, at: number, side: number, reach: number): number {
  let sum = 0;
  for (let k = -reach; k < reach; k++) {
    sum += (field[at - reach * side + k] ?? 0) + (field[at + reach * side - k] ?? 0) + (field[at - k * side - reach] ?? 0) + (field[at + k * side + reach] ?? 0);
  }
  return sum / (8 * reach);
}

/**
 * Smooths the edges in a field along their own course, in place: waves as short as two or three samples shrink, strokes
 * keep their thickness, corners are rounded a little. Meant for large sizes, where such waves are seen.
 */
export function smoothEdges(field: Float32Array, { side, sample }: Geometry, box: Box): void {
  if (before.length < field.length) before = new Float32Array(field.length);
  const [left, right] = [Math.max(box.left, 1), Math.min(box.right, side - 2)];
  const [top, bottom] = [Math.max(box.top, 1), Math.min(box.bottom, side - 2)];
  for (let pass = 0; pass < 2 * ROUNDS; pass++) {
    const share = pass % 2 ? OUTWARD : INWARD;
    before.set(field);
    for (let y = top; y <= bottom; y++) {
      for (let at = y * side + left; at <= y * side + right; at++) {
        const here = before[at] ?? 0;
        if (here < NEAR * sample && here > -NEAR * sample) field[at] = here + share * bendAt(at, here, side, sample);
      }
    }
  }
}

/** How much the field bends along the edge's course: its second difference in the direction in which it does not grow. */
function bendAt(at: number, here: number, side: number, sample: number): number {
  const [west, east] = [before[at - 1] ?? 0, before[at + 1] ?? 0];
  const [north, south] = [before[at - side] ?? 0, before[at + side] ?? 0];
  const x = (east - west) / 2;
  const y = (south - north) / 2;
  const steep = x * x + y * y;
  // Near a crease the course is not known, and nothing is changed.
  const known = Math.min((Math.sqrt(steep) / sample - 0.5) / 0.3, 1);
  if (known <= 0) return 0;
  const xx = east - 2 * here + west;
  const yy = south - 2 * here + north;
  const xy = ((before[at + side + 1] ?? 0) - (before[at + side - 1] ?? 0) - (before[at - side + 1] ?? 0) + (before[at - side - 1] ?? 0)) / 4;
  return (known * (xx * y * y - 2 * xy * x * y + yy * x * x)) / steep;
}

/** A letter as it is drawn: its field without specks and refined, with the geometry it then has. */
export interface Drawn {
  field: Float32Array;
  geometry: Geometry;
}

/** The field of a letter made ready for measuring and outlining; the field itself is left as it is. */
export function drawn(field: Field, geometry: Geometry): Drawn {
  const box = wholeBox(geometry);
  const letter = Float32Array.from(field);
  dropSpecks(letter, geometry, box);
  const fine = refinedGeometry(geometry);
  const out = new Float32Array(fine.side ** 2);
  refine(letter, geometry, out, box);
  return { field: out, geometry: fine };
}
