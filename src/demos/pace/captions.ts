/** What the figures of “Pace” say under themselves, and to whoever cannot see them. */
import type { Figure } from './figure.ts';
import { nameOf, PROMPTS, STEPS } from './plan/ladder.ts';
import { sayRung, sayShare } from './plan/say.ts';

/** What of the demonstration stands in a place. */
export type Part = 'all' | 'ladder';

/** The rung that the captions speak of. */
const SPOKEN = STEPS.indexOf(8);

/** The caption, with what was measured over many takes. */
export function captionOf(part: Part, { all, each }: Figure): string {
  const { low, median } = all.shares[SPOKEN]!;
  const middle = `After ${STEPS[SPOKEN]} steps of ${STEPS.at(-1)}, half of ${all.takes} takes share at least ${sayShare(median)} of their ink with what all ${STEPS.at(-1)} would have given; a quarter share less than ${sayShare(low)}.`;
  if (part === 'ladder') return middle;
  const slowest = PROMPTS.reduce((most, ask) => (each[ask].shares[SPOKEN]!.median < each[most].shares[SPOKEN]!.median ? ask : most));
  return `${middle} What is asked decides more than anything: told to be ${nameOf(slowest)}, the median is ${sayShare(each[slowest].shares[SPOKEN]!.median)}. Milliseconds are this device’s, and are measured when you ask for them.`;
}

/** What a figure is, for whoever cannot see it. */
export function altOf({ start: { word, ask, seed, steps }, rungs, reading }: Figure): string {
  return `The word “${word}” drawn from one noise in ${rungs.length} numbers of steps, asked to be ${nameOf(ask)}, take ${seed}: ${rungs.map((rung) => `${rung.steps}, ${sayRung(rung.steps, rung.share, rung.obeyed)}`).join('; ')}. Large, in red over the blue of the last, the one of ${steps}. ${reading}`;
}
