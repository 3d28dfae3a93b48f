/** What is drawn of each word: its shares by part at the pass that is looked at, and over all passes. Pure. */
import { MOST_WORDS, type AttentionState } from '../state.ts';
import { lineOf, meanOf, overSteps, partsAt, type Heard } from './shares.ts';

/** A word's attention. */
export interface Column {
  /** None for the word that stands for no word. */
  word: string | undefined;
  /** Share that each part pays to it at the pass. */
  parts: readonly number[];
  mean: number;
  /** Over the passes, as the points of a line. */
  line: string;
  /** Share over all passes and parts. */
  all: number;
}

/** Columns there is room for: no word, and those that may be asked for. */
export const COLUMNS = 1 + MOST_WORDS;

/** The columns of a state, no word first. `known` are all words of the prior, the first of which stands for none. */
export function columnsOf({ ask, step }: Pick<AttentionState, 'ask' | 'step'>, heard: Heard, known: readonly string[]): Column[] {
  return [undefined, ...ask].map((word) => {
    const index = word === undefined ? 0 : known.indexOf(word);
    const [parts, over] = [partsAt(heard, step - 1, index), overSteps(heard, index)];
    return { word, parts, mean: meanOf(parts), line: lineOf(over), all: meanOf(over) };
  });
}

/** A share as it is written. */
export const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;
