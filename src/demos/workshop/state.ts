/** The state of the workshop: the brief and who does what. A small object that fits in the hash of an address. Pure. */
import { START } from '../armature/plan/start.ts';
import { readStrokes, writeStrokes, type Stroke } from '../base/pen/strokes.ts';
import { fits, LETTERS } from '../armature/state.ts';
import { choice, createCodec, number, some, text, whole, type Field, type StateCodec } from '../base/codec.ts';
import { LONGEST } from '../base/words.ts';
import { MOST_GUIDANCE, MOST_STEPS, MOST_TAKES } from '../base/prior/brief.ts';
import { VOICES } from '../patches/plan/record.ts';

/** Where the code comes from: the prior that is told the words, a draw of the Gaussian that hears none, or a search for what the reader drew. */
export const SOURCES = ['words', 'chance', 'drawing'] as const;
/** One of them. */
export type Source = (typeof SOURCES)[number];
/** Whose patch is laid on the decoder, if anybody’s. */
export const PATCHES = ['none', ...VOICES] as const;
/** One of them. */
export type PatchId = (typeof PATCHES)[number];
/** How often a word may go round at most. */
export const MOST_ROUNDS = 4;

/** Everything a reader can change. */
export interface ShopState {
  word: string;
  /** Words of the prior's own vocabulary, in its order. They are also what the result is held against. */
  ask: readonly string[];
  by: Source;
  /** Of the noise, and of the draw. */
  seed: number;
  steps: number;
  guidance: number;
  patch: PatchId;
  /** What was drawn, and which letter it is. */
  letter: string;
  ink: readonly Stroke[];
  /** How often it may go round. */
  rounds: number;
}

/** What a figure begins with, its word apart. */
export const emptyState: ShopState = { word: '', ask: ['black', 'narrow', 'serifed'], by: 'words', seed: 1, steps: 12, guidance: 1, patch: 'none', letter: START.letter, ink: START.ink, rounds: MOST_ROUNDS };

const drawing: Field<readonly Stroke[]> = { write: (ink) => (fits(ink) ? writeStrokes(ink) : ''), read: readStrokes };

/** Writes and reads states of a prior with these words. */
export function codecOf(words: readonly string[]): StateCodec<ShopState> {
  return createCodec<ShopState>({
    word: text(LONGEST), ask: some(words), by: choice(SOURCES), seed: whole(1, MOST_TAKES), steps: whole(1, MOST_STEPS), guidance: number(0, MOST_GUIDANCE, 1),
    patch: choice(PATCHES), letter: choice(LETTERS), ink: drawing, rounds: whole(1, MOST_ROUNDS),
  }, { seed: 'take', steps: 'passes' });
}
