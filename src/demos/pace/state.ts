/** The state of the demonstration: what is asked, which take and rung, and where on its way the walk is. Milliseconds belong to a device, and to no address. Pure. */
import { choice, createCodec, number, text, whole, type Field } from '../base/codec.ts';
import { LONGEST } from '../base/words.ts';
import { PROMPTS, STEPS, type Ask } from './plan/ladder.ts';

/** The last take that can be asked for. */
export const MOST_TAKES = 9999;
/** How far, in deviations of weight, the live letters can be pushed off their way. */
export const MOST_PUSH = 2;

/** Everything a reader can change. */
export interface PaceState {
  word: string;
  ask: Ask;
  /** Number of the take: the seed of the noise. */
  seed: number;
  /** The rung that is shown large. */
  steps: number;
  /** How far the walk has come, 0 to 1. */
  t: number;
  /** How far the live letters are pushed off it, in deviations of weight. */
  push: number;
}

const rung: Field<number> = { write: String, read: (written) => STEPS.find((steps) => String(steps) === written) };

/** Nothing chosen yet; what a figure begins with is written as the difference from this. */
export const emptyState: PaceState = { word: '', ask: '', seed: 1, steps: 8, t: 0.5, push: 0 };

export const codec = createCodec<PaceState>({
  word: text(LONGEST), ask: choice(PROMPTS), seed: whole(1, MOST_TAKES), steps: rung, t: number(0, 1, 3), push: number(-MOST_PUSH, MOST_PUSH, 1),
}, { seed: 'take', t: 'place', push: 'off' });
