/** The state of the style mixing: a small object that fits in the hash of an address. Pure. */
import { PLACES } from '../../inference/places.ts';
import { createCodec, place, text, whole, type StateCodec } from '../base/codec.ts';
import type { Grid, Point } from '../base/map.ts';
import { LONGEST } from '../base/words.ts';

/** Everything a reader can change. */
export interface MixingState {
  word: string;
  /** Where on the sheet the early places take their code from. */
  a: Point;
  /** Where the late places take theirs from. */
  b: Point;
  /** How many places, counted from the end, read B: 0 is A alone. */
  late: number;
}

/** Nothing chosen yet; what a figure begins with is written as the difference from this. */
export const emptyState: MixingState = { word: '', a: { u: 0, v: 0 }, b: { u: 0, v: 0 }, late: 0 };

/** Writes and reads states over a sheet of this size. */
export function codecOf(grid: Grid): StateCodec<MixingState> {
  return createCodec<MixingState>({ word: text(LONGEST), a: place(grid), b: place(grid), late: whole(0, PLACES) }, { late: 'cut' });
}
