/** The ladder of step counts: what is asked on every rung, and how much ink a rung shares with the last. Pure. */

/** Steps of each rung; the last is what the others are held against. */
export const STEPS = [1, 2, 4, 8, 16, 32, 64] as const;
/** What can be asked for here: words of the prior, each a different distance from what it would do unasked. */
export const PROMPTS = ['black narrow serifed', 'thin', 'bold slanted', 'contrasted wide', 'plain tall', ''] as const;
export type Ask = (typeof PROMPTS)[number];
/** How much the words count, on every rung. */
export const GUIDANCE = 2;

/** The words of a prompt. */
export const wordsOf = (ask: Ask): readonly string[] => (ask === '' ? [] : ask.split(' '));

/** A prompt as one reads it. */
export const nameOf = (ask: Ask): string => wordsOf(ask).join(', ') || 'nothing in particular';

/**
 * How much ink two words share: of the samples that either inks, the share that both do (intersection over union), letter by letter,
 * laid over each other middle on middle. Two that have no ink at all share it all.
 * @param a signed distances, positive in the ink; `b` likewise, of the same letters
 */
export function overlap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const [one, other] = [a[i]! > 0, b[i]! > 0];
    if (one && other) both++;
    if (one || other) either++;
  }
  return either === 0 ? 1 : both / either;
}

/** The middle of some numbers, and the two between which the middle half of them lies. */
export interface Quartiles {
  low: number;
  median: number;
  high: number;
}

/** Quartiles, between two numbers by shares; NaN of none. */
export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
    return below + (above - below) * (place % 1);
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}
