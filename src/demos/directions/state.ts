/** The state of the named directions: a small object that fits in the hash of an address. Pure. */
import { ATTRIBUTES } from '../../drawing/attributes.ts';
import { createCodec, flag, numbers, place, text, type StateCodec } from '../base/codec.ts';
import type { Grid, Point } from '../base/map.ts';
import { LONGEST } from '../base/words.ts';

/** How far a slider goes, in deviations: beyond this, letters fall apart more often than not. */
export const MOST = 2;

/** Everything a reader can change. */
export interface DirectionsState {
  word: string;
  /** Where on the sheet the style comes from that is adjusted. */
  at: Point;
  /** Wanted change of each attribute, in deviations, in the order of `ATTRIBUTES`. */
  amounts: readonly number[];
  /** Whether the others are held still. */
  held: boolean;
}

/** Nothing chosen yet; what a figure begins with is written as the difference from this. */
export const emptyState: DirectionsState = { word: '', at: { u: 0, v: 0 }, amounts: ATTRIBUTES.map(() => 0), held: false };

/** Writes and reads states over a sheet of this size. */
export function codecOf(grid: Grid): StateCodec<DirectionsState> {
  return createCodec<DirectionsState>({ word: text(LONGEST), at: place(grid), amounts: numbers(ATTRIBUTES.length, -MOST, MOST), held: flag }, { amounts: 'by', held: 'hold' });
}
