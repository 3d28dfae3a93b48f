/** The state of the demonstration: what is asked, which take, how many passes, how hard it is pressed, and where one looks. Pure. */
import { createCodec, number, some, text, whole, type StateCodec } from '../base/codec.ts';
import { MOST_GUIDANCE, MOST_STEPS, MOST_TAKES } from '../base/prior/brief.ts';
import { LONGEST } from '../base/words.ts';

/** Everything a reader can change. */
export interface NoiseState {
  /** What the reader typed, whole, whether or not the model knows all of it. */
  word: string;
  /** Words of the prior's own vocabulary, in its order. */
  ask: readonly string[];
  /** Number of the take: the seed of the noise. */
  seed: number;
  steps: number;
  guidance: number;
  /** How far along its way the sample is shown, from 0, noise, to 1. */
  t: number;
}

/** Nothing chosen yet; what a figure begins with is written as the difference from this. */
export const emptyState: NoiseState = { word: '', ask: [], seed: 1, steps: 16, guidance: 2, t: 1 };

/** Writes and reads states of a prior with these words. */
export function codecOf(words: readonly string[]): StateCodec<NoiseState> {
  return createCodec<NoiseState>({
    word: text(LONGEST), ask: some(words), seed: whole(1, MOST_TAKES), steps: whole(1, MOST_STEPS), guidance: number(0, MOST_GUIDANCE, 1), t: number(0, 1, 3),
  }, { seed: 'take', steps: 'passes' });
}
