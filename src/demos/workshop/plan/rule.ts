/** The rule at the end of the chain: holds what was read and measured against what was asked, and says whether it goes round again. Pure. */
import type { Attributes } from '../../../drawing/attributes.ts';
import type { Reading } from '../../../inference/studio/protocol.ts';
import { judge, type Bands, type Verdict } from '../../base/prior/obey.ts';
import { MOST_GUIDANCE } from '../../base/prior/brief.ts';
import type { ShopState } from '../state.ts';

/** What the reader took a letter for. */
export interface Read {
  letter: string;
  /** The class it took it for: letters that many faces tell apart by size alone stand together, “cC”. */
  as: string;
  /** How sure it was, 0 to 1. */
  share: number;
  right: boolean;
}

/** What became of a round. */
export interface Outcome {
  letters: readonly Read[];
  words: readonly { word: string; verdict: Verdict | 'none' }[];
  attributes: Attributes;
}

/** What is done about it. */
export type Decision =
  | { act: 'done'; why: string }
  | { act: 'out'; why: string }
  | { act: 'again'; why: string; turn: 'guidance' | 'seed'; to: number };

/** What the reader says of the letters of a text. It was never shown marks, and is not asked about them. */
export function readAs(text: string, { names, shares }: Reading): Read[] {
  return [...text].flatMap((letter, i) => {
    const own = shares.subarray(i * names.length, (i + 1) * names.length);
    if (!names.some((name) => name.includes(letter)) || own.length === 0) return [];
    const best = own.indexOf(Math.max(...own));
    return [{ letter, as: names[best]!, share: own[best]!, right: names[best]!.includes(letter) }];
  });
}

/** Every word against the measured outline; `none` where it names a kind of typeface, which no ruler settles. */
export function judgeAll(ask: readonly string[], bands: Bands, attributes: Attributes): Outcome['words'] {
  return ask.map((word) => {
    const band = bands.get(word);
    return { word, verdict: band ? judge(band, attributes) : 'none' };
  });
}

/** By how much guidance is raised. */
const PRESS = 1.5;

/**
 * Decides. Letters that cannot be read come first: a word pressed harder does not make them better, another take may. A word that is not
 * obeyed is pressed harder, as long as that goes.
 */
export function decide({ letters, words }: Outcome, { by, guidance, seed, rounds }: Pick<ShopState, 'by' | 'guidance' | 'seed' | 'rounds'>, round: number): Decision {
  const misread = letters.filter(({ right }) => !right).map(({ letter }) => letter);
  const deaf = words.filter(({ verdict }) => verdict === 'not' || verdict === 'unmeasured').map(({ word }) => word);
  const quoted = (list: readonly string[]): string => [...new Set(list)].map((each) => `“${each}”`).join(', ');
  if (misread.length + deaf.length === 0) return { act: 'done', why: words.some(({ verdict }) => verdict === 'obeyed') ? 'every letter is read, and every word that can be measured is obeyed' : 'every letter is read, and nothing was asked that could be measured' };
  const why = misread.length > 0 ? `${quoted(misread)} ${new Set(misread).size > 1 ? 'are' : 'is'} not read` : `${quoted(deaf)} ${deaf.length > 1 ? 'are' : 'is'} not obeyed`;
  if (round >= rounds) return { act: 'out', why: `${why}, and that was the last round` };
  if (by === 'drawing') return { act: 'out', why: `${why}, and the hand that drew is the reader’s: nothing is sent back to it` };
  if (by === 'words' && misread.length === 0 && guidance < MOST_GUIDANCE) return { act: 'again', why, turn: 'guidance', to: Math.min(guidance + PRESS, MOST_GUIDANCE) };
  return { act: 'again', why, turn: 'seed', to: seed + 1 };
}
