/**
 * Paints words of distance fields as pixels, with clean edges at any size.
 *
 * A pixel's coverage follows from the distance of its centre to the edge: half where the edge runs through it, full or
 * none half a pixel further in or out. The distance is the field's value by the length of its gradient, so that edges
 * stay equally crisp where a model draws slopes that are too flat or too steep.
 */
import { dropSpecks, smoothEdges } from './calm.ts';
import { cubicSlopes, cubicWeights, refine, type Geometry } from './field.ts';

/** Letters in a line: fields one after the other, and where the middle of each lies, in cap heights. */
export interface Line {
  /** side² values for each letter. */
  fields: Float32Array;
  /** One for each letter, as `setLine` gives them. */
  centres: ArrayLike<number>;
  /** How many letters are painted. */
  count: number;
}

/** Pixels as a canvas holds them (four bytes each, of which only alpha is written) or coverage alone (one byte each). */
export interface Picture {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** Where and how large a line is painted. */
export interface Placing {
  /** Device pixels in a cap height. */
  scale: number;
  /** Pixels from the left edge to the start of the line. */
  x: number;
  /** Pixels from the top edge to the baseline. */
  baseline: number;
}

/** A pixel larger than this, in cap heights, is the mean of smaller ones: a stroke thinner than a pixel would change its weight with its place. */
const FINEST = 0.0135;
/** A slope flatter than this counts as this steep, or the crease of a fading stroke would turn hard. */
const FLATTEST = 0.35;
/** The steepest slope reckoned with, where a true distance has 1. */
const STEEPEST = 1.5;

/** From so many pixels in a cap height on, waves along the edges are seen and smoothed. */
const LARGE = 150;

/** What lies between four samples: nothing, ink throughout, or an edge. */
const EMPTY = 0;
const FULL = 1;
const EDGE = 2;

/** Working memory, kept from call to call so that a frame allocates nothing; it grows when a larger picture comes. */
const memory = {
  letter: new Float32Array(0),
  refined: new Float32Array(0),
  row: new Float32Array(0),
  slopes: new Float32Array(0),
  state: new Uint8Array(0),
  needed: new Uint8Array(0),
  cells: new Int32Array(0),
  weights: new Float32Array(0),
  coverage: new Float32Array(0),
  /** The samples that the ink keeps to, and those around them that its edge is drawn from. */
  box: { left: 0, right: 0, top: 0, bottom: 0 },
};
const down = new Float32Array(8);

/**
 * Clears `picture` and paints `line` into it. Where the windows of neighbours overlap, the larger coverage counts.
 * @param geometry of the fields
 */
export function paintWord(line: Line, picture: Picture, placing: Placing, geometry: Geometry): void {
  const area = geometry.side * geometry.side;
  const wide = 2 * geometry.side - 1;
  if (memory.state.length !== wide) {
    memory.letter = new Float32Array(area);
    memory.refined = new Float32Array(wide * wide);
    // One more on the left and two on the right, so that the filter never asks where the window ends.
    [memory.row, memory.slopes, memory.needed] = [new Float32Array(wide + 3), new Float32Array(wide + 3), new Uint8Array(wide + 3)];
    memory.state = new Uint8Array(wide);
  }
  picture.data.fill(0);
  for (let letter = 0; letter < line.count; letter++) {
    for (let i = 0; i < area; i++) memory.letter[i] = line.fields[letter * area + i] ?? 0;
    if (!findInk(memory.letter, geometry)) continue;
    dropSpecks(memory.letter, geometry, memory.box);
    if (placing.scale >= LARGE) smoothEdges(memory.letter, geometry, memory.box);
    refine(memory.letter, geometry, memory.refined, memory.box);
    paintLetter(line.centres[letter] ?? 0, picture, placing, geometry);
  }
}

/** Samples around the ink that its edge is drawn from. */
const AROUND = 2;

/** Sets `memory.box`; false where there is no ink. */
function findInk(field: Float32Array, { side, sample }: Geometry): boolean {
  const { box } = memory;
  let [left, right, top, bottom] = [side, -1, side, -1];
  // Ink between four samples comes closer than this to one of them.
  const reach = -sample * STEEPEST * Math.SQRT1_2;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if ((field[y * side + x] ?? 0) < reach) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  box.left = Math.max(left - AROUND, 0);
  box.right = Math.min(right + AROUND, side - 1);
  box.top = Math.max(top - AROUND, 0);
  box.bottom = Math.min(bottom + AROUND, side - 1);
  return right >= 0;
}

/** Paints the field in `memory.refined` with its middle at `centre`. */
function paintLetter(centre: number, picture: Picture, placing: Placing, geometry: Geometry): void {
  const { box } = memory;
  const wide = 2 * geometry.side - 1;
  const step = geometry.sample / 2;
  const parts = Math.max(1, Math.ceil(1 / (placing.scale * FINEST)));
  const pixel = 1 / (placing.scale * parts);
  // Pixel of the first sample, and pixels from one sample to the next.
  const left = placing.x + (centre + geometry.left + step) * placing.scale;
  const top = placing.baseline - (geometry.top - step) * placing.scale;
  const pitch = step * placing.scale;
  const fromX = Math.max(Math.floor(left + 2 * box.left * pitch), 0);
  const toX = Math.min(Math.ceil(left + 2 * box.right * pitch), picture.width);
  const fromY = Math.max(Math.floor(top + 2 * box.top * pitch), 0);
  const toY = Math.min(Math.ceil(top + 2 * box.bottom * pitch), picture.height);
  if (fromX >= toX || fromY >= toY) return;
  const columns = placeColumns(fromX, (toX - fromX) * parts, parts, left, pitch);
  const bytes = picture.data.length === picture.width * picture.height ? 1 : 4;
  const share = 255 / (parts * parts);
  let cellRow = -1;
  for (let y = fromY; y < toY; y++) {
    for (let part = 0; part < parts; part++) {
      const place = (y + (part + 0.5) / parts - top) / pitch;
      if (place < 2 * box.top || place >= 2 * box.bottom) continue;
      const next = Math.floor(place);
      if (next !== cellRow) stateRow((cellRow = next), wide, pixel, step);
      mixRows(cellRow, place - cellRow, wide);
      paintRow(columns, parts, pixel, step);
    }
    writeRow(picture.data, (y * picture.width + fromX) * bytes + bytes - 1, bytes, toX - fromX, memory.coverage, share);
  }
}

/** For each of `count` parts of pixels from `from` on: the cell it lies in, and the weights of the filter and of its slope there. */
function placeColumns(from: number, count: number, parts: number, left: number, pitch: number): number {
  if (memory.cells.length < count) {
    memory.cells = new Int32Array(count);
    memory.weights = new Float32Array(8 * count);
    memory.coverage = new Float32Array(count);
  }
  for (let i = 0; i < count; i++) {
    const place = (from + (i + 0.5) / parts - left) / pitch;
    const cell = Math.floor(place);
    memory.cells[i] = place < 2 * memory.box.left || place >= 2 * memory.box.right ? -1 : cell;
    cubicWeights(place - cell, memory.weights, 8 * i);
    cubicSlopes(place - cell, memory.weights, 8 * i + 4);
  }
  return count;
}

/** What lies in each cell below the row of samples `y`, and which columns of samples the filter will ask for. */
function stateRow(y: number, wide: number, pixel: number, step: number): void {
  const { refined, state, needed, box } = memory;
  const margin = (pixel / 2 + step * Math.SQRT1_2) * STEEPEST;
  needed.fill(0);
  const start = y * wide;
  let a = refined[start + 2 * box.left] ?? 0;
  let c = refined[start + wide + 2 * box.left] ?? 0;
  for (let x = 2 * box.left; x < 2 * box.right; x++) {
    const b = refined[start + x + 1] ?? 0;
    const d = refined[start + wide + x + 1] ?? 0;
    if (a < -margin && b < -margin && c < -margin && d < -margin) state[x] = EMPTY;
    else if (a > margin && b > margin && c > margin && d > margin) state[x] = FULL;
    else {
      state[x] = EDGE;
      needed[x] = needed[x + 1] = needed[x + 2] = needed[x + 3] = 1;
    }
    a = b;
    c = d;
  }
}

/** Filters four rows of samples into one, a share `t` of the way below row `y`, where the filter will ask for it. */
function mixRows(y: number, t: number, wide: number): void {
  const { refined, row, slopes, needed, box } = memory;
  cubicWeights(t, down, 0);
  cubicSlopes(t, down, 4);
  const w0 = down[0] ?? 0;
  const w1 = down[1] ?? 0;
  const w2 = down[2] ?? 0;
  const w3 = down[3] ?? 0;
  const s0 = down[4] ?? 0;
  const s1 = down[5] ?? 0;
  const s2 = down[6] ?? 0;
  const s3 = down[7] ?? 0;
  const second = y * wide;
  const first = y > 2 * box.top ? second - wide : second;
  const third = second + wide;
  const fourth = y + 2 <= 2 * box.bottom ? third + wide : third;
  for (let i = 2 * box.left; i <= 2 * box.right + 2; i++) {
    if (!needed[i]) continue;
    const x = Math.min(Math.max(i - 1, 2 * box.left), 2 * box.right);
    const a = refined[first + x] ?? 0;
    const b = refined[second + x] ?? 0;
    const c = refined[third + x] ?? 0;
    const d = refined[fourth + x] ?? 0;
    row[i] = w0 * a + w1 * b + w2 * c + w3 * d;
    slopes[i] = s0 * a + s1 * b + s2 * c + s3 * d;
  }
}

/** Adds one row of parts to the coverage of the pixels they belong to. */
function paintRow(count: number, parts: number, pixel: number, step: number): void {
  const { cells, weights, state, row, slopes, coverage } = memory;
  const steepness = step / pixel;
  for (let i = 0, target = 0, part = 0; i < count; i++) {
    const cell = cells[i] ?? -1;
    const what = cell < 0 ? EMPTY : state[cell];
    if (what === FULL) coverage[target] = (coverage[target] ?? 0) + 1;
    else if (what === EDGE) {
      const w = 8 * i;
      const r0 = row[cell] ?? 0;
      const r1 = row[cell + 1] ?? 0;
      const r2 = row[cell + 2] ?? 0;
      const r3 = row[cell + 3] ?? 0;
      const w0 = weights[w] ?? 0;
      const w1 = weights[w + 1] ?? 0;
      const w2 = weights[w + 2] ?? 0;
      const w3 = weights[w + 3] ?? 0;
      const value = w0 * r0 + w1 * r1 + w2 * r2 + w3 * r3;
      if (value > pixel) coverage[target] = (coverage[target] ?? 0) + 1;
      else if (value > -pixel) {
        const x = (weights[w + 4] ?? 0) * r0 + (weights[w + 5] ?? 0) * r1 + (weights[w + 6] ?? 0) * r2 + (weights[w + 7] ?? 0) * r3;
        const y = w0 * (slopes[cell] ?? 0) + w1 * (slopes[cell + 1] ?? 0) + w2 * (slopes[cell + 2] ?? 0) + w3 * (slopes[cell + 3] ?? 0);
        const share = 0.5 + (value * steepness) / Math.max(Math.sqrt(x * x + y * y), FLATTEST * step);
        if (share > 0) coverage[target] = (coverage[target] ?? 0) + (share < 1 ? share : 1);
      }
    }
    if (++part === parts) {
      part = 0;
      target++;
    }
  }
}

/** Puts a row of coverage into the picture and clears it. */
function writeRow(data: Uint8ClampedArray, start: number, stride: number, count: number, coverage: Float32Array, share: number): void {
  for (let i = 0, place = start; i < count; i++, place += stride) {
    const value = (coverage[i] ?? 0) * share;
    if (value > (data[place] ?? 0)) data[place] = value;
    coverage[i] = 0;
  }
}

/**
 * Blends two pictures of one size pixel by pixel, as a cross-fade does, into `out`; any of the three may be the same.
 * @param t 0 gives `a`, 1 gives `b`
 */
export function crossFade(a: Picture, b: Picture, t: number, out: Picture): void {
  for (let i = 0; i < out.data.length; i++) {
    const from = a.data[i] ?? 0;
    out.data[i] = from + ((b.data[i] ?? 0) - from) * t;
  }
}
