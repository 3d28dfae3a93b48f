/** How many pieces of ink a letter is in, and how many counters it closes in: what changes when a letter breaks. Pure. */
import { drawn, SMALLEST_AREA } from '../../../drawing/calm.ts';
import type { Field, Geometry } from '../../../drawing/field.ts';

/** Islands and holes of an outline. */
export interface Pieces {
  pieces: number;
  counters: number;
}

/**
 * Counts the islands and the holes in a letter as it is drawn. Ink touches across corners, ground does not; what is smaller than
 * an outline keeps is not counted.
 */
export function piecesOf(field: Field, geometry: Geometry): Pieces {
  const { field: values, geometry: { side, sample } } = drawn(field, geometry);
  const least = SMALLEST_AREA / sample ** 2;
  const seen = new Uint8Array(side * side);
  const stack: number[] = [];
  const found: Pieces = { pieces: 0, counters: 0 };
  for (let start = 0; start < seen.length; start++) {
    if (seen[start]) continue;
    const ink = (values[start] ?? 0) > 0;
    let [size, edge] = [0, false];
    seen[start] = 1;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      size++;
      const [x, y] = [at % side, Math.floor(at / side)];
      if (x === 0 || y === 0 || x === side - 1 || y === side - 1) edge = true;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if ((!ink && dx !== 0 && dy !== 0) || x + dx < 0 || x + dx >= side || y + dy < 0 || y + dy >= side) continue;
          const next = at + dy * side + dx;
          if (seen[next] || (values[next] ?? 0) > 0 !== ink) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    if (size < least) continue;
    if (ink) found.pieces++;
    // The ground around a letter reaches the window's edge.
    else if (!edge) found.counters++;
  }
  return found;
}

/** Whether a letter is in pieces, or closes in counters, as neither of the two it was made of. */
export function isBroken(mix: Pieces, a: Pieces, b: Pieces): boolean {
  const as = (other: Pieces): boolean => mix.pieces === other.pieces && mix.counters === other.counters;
  return !as(a) && !as(b);
}
