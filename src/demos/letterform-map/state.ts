/** The state of the letterform map: a small object that fits in the hash of an address. Pure. */
import { LONGEST } from '../base/words.ts';
import { choice, createCodec, number, place, text, type StateCodec } from '../base/codec.ts';
import type { Grid, Point } from '../base/map.ts';

/** Ways from A to B: straight through the space, along an arc, or from picture to picture. */
export const modes = ['lerp', 'slerp', 'fade'] as const;

/** One of the ways from A to B. */
export type Mode = (typeof modes)[number];

/** Everything a reader can change. */
export interface MapState {
  /** What the reader typed, whole, whether or not the model knows all of it. */
  word: string;
  /** Where the hand is. */
  at: Point;
  a: Point;
  b: Point;
  /** How far from A to B, 0 to 1. */
  t: number;
  /** Which way the strip of in-betweens takes. */
  mode: Mode;
}

/** Nothing chosen yet; what a figure begins with is written as the difference from this. */
export const emptyState: MapState = { word: '', at: { u: 0, v: 0 }, a: { u: 0, v: 0 }, b: { u: 0, v: 0 }, t: 0, mode: 'lerp' };

/** Writes and reads states of a map of this size. */
export function codecOf(grid: Grid): StateCodec<MapState> {
  return createCodec<MapState>({ word: text(LONGEST), at: place(grid), a: place(grid), b: place(grid), t: number(0, 1), mode: choice(modes) }, { mode: 'way' });
}
