/** The state of “Where the words fall”: what is asked, which words are turned up, down or off at which passes, and which pass is looked at. Pure. */
import { createCodec, some, text, whole, type Field, type StateCodec } from '../base/codec.ts';
import { LONGEST } from '../base/words.ts';

/** Passes of every sample here. */
export const STEPS = 16;
/** Words that can be asked for at a time: more of them, and none is heard by itself. */
export const MOST_WORDS = 4;
/** The loudest that a word can be turned. */
export const LOUDEST = 4;
/** The finest step of a weight. */
export const WEIGHT_STEP = 0.25;
/** The last take that can be asked for. */
export const MOST_TAKES = 9999;

/** A word that is not as it was written: how loud, and at which passes, from 1, both ends among them; at the others it is as loud as it was written. */
export interface Turn {
  word: string;
  weight: number;
  from: number;
  to: number;
}

/** Everything a reader can change. */
export interface AttentionState {
  /** What the reader typed. */
  word: string;
  /** Words of the prior's own vocabulary, in its order. */
  ask: readonly string[];
  turns: readonly Turn[];
  seed: number;
  /** The pass whose attention is shown, from 1. */
  step: number;
}

/** Nothing chosen yet; what a figure begins with is written as the difference from this. */
export const emptyState: AttentionState = { word: '', ask: [], turns: [], seed: 1, step: 1 };

/** A word as it was written. */
export const plain = (word: string): Turn => ({ word, weight: 1, from: 1, to: STEPS });

/** Whether a turn changes nothing. */
const idle = ({ weight }: Turn): boolean => weight === 1;

const isPass = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= STEPS;

/** Each as word, weight and passes, with asterisks between; what cannot be read turns nothing. */
const turning: Field<readonly Turn[]> = {
  write: (turns) => turns.map(({ word, weight, from, to }) => [word, weight, from, to].join('*')).join('_'),
  read: (written) => written.split('_').flatMap((each) => {
    const [word = '', a = '', b = '', c = '', ...rest] = each.split('*');
    const [weight, from, to] = [a, b, c].map((part) => (/^\d+(\.\d+)?$/.test(part) ? Number(part) : NaN)) as [number, number, number];
    return rest.length > 0 || !(weight <= LOUDEST) || !isPass(from) || !isPass(to) ? [] : [{ word, weight: Math.round(weight / WEIGHT_STEP) * WEIGHT_STEP, from: Math.min(from, to), to: Math.max(from, to) }];
  }),
};

/** Writes and reads states of a prior with these words. */
export function codecOf(words: readonly string[]): StateCodec<AttentionState> {
  const codec = createCodec<AttentionState>({ word: text(LONGEST), ask: some(words), turns: turning, seed: whole(1, MOST_TAKES), step: whole(1, STEPS) }, { turns: 'turn', seed: 'take', step: 'pass' });
  return { ...codec, decode: (hash, base) => tidy(codec.decode(hash, base)) };
}

/** Leaves out turns of words that are not asked for, or that turn nothing, and words beyond the last that is heard; the rest in the order of the words. */
export function tidy(state: AttentionState): AttentionState {
  const ask = state.ask.slice(0, MOST_WORDS);
  const turns = ask.flatMap((word) => state.turns.find((turn) => turn.word === word && !idle(turn)) ?? []);
  return { ...state, ask, turns };
}

/** How a word is turned. */
export function turnOf({ turns }: Pick<AttentionState, 'turns'>, word: string): Turn {
  return turns.find((turn) => turn.word === word) ?? plain(word);
}

/** Turns a word. */
export function turn(state: AttentionState, word: string, part: Partial<Omit<Turn, 'word'>>): AttentionState {
  const now = { ...turnOf(state, word), ...part };
  const ends = { from: Math.min(now.from, now.to), to: Math.max(now.from, now.to) };
  return tidy({ ...state, turns: [...state.turns.filter((each) => each.word !== word), { ...now, ...ends }] });
}

/** The weights of a word, one for each pass. */
export function weightsOf({ weight, from, to }: Turn): number[] {
  return Array.from({ length: STEPS }, (_, i) => (i + 1 >= from && i + 1 <= to ? weight : 1));
}
