/** The state of the mirror: a small object that fits in the hash of an address. Pure. */
import { SIBLINGS, type SiblingId } from '../../models/mirrors/record.ts';
import { choice, createCodec, place, text, whole, type StateCodec } from '../base/codec.ts';
import type { Grid, Point } from '../base/map.ts';
import { LONGEST } from '../base/words.ts';

/** The last seed; then they begin again. */
export const LAST_SEED = 9999;

/** Everything a reader can change. */
export interface MirrorState {
  /** Which collection the second model saw. */
  saw: SiblingId;
  word: string;
  /** Where the hand is. */
  at: Point;
  /** Of the random draws. */
  seed: number;
}

/** Nothing chosen yet; what a figure begins with is written as the difference from this. */
export const emptyState: MirrorState = { saw: 'whole', word: '', at: { u: 0, v: 0 }, seed: 0 };

/** Writes and reads states of a map of this size. */
export function codecOf(grid: Grid): StateCodec<MirrorState> {
  return createCodec<MirrorState>({ saw: choice(SIBLINGS), word: text(LONGEST), at: place(grid), seed: whole(1, LAST_SEED) });
}

/** The next eight draws. */
export function drawAgain(state: MirrorState): MirrorState {
  return { ...state, seed: (state.seed % LAST_SEED) + 1 };
}
