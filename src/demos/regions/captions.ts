/** What the figure of the regions says under itself, to whoever cannot see it, and of what was counted. */
import { LETTERS, RATIOS, SOFT, type Census, type Count } from './census.ts';
import type { Figure } from './figure.ts';
import { reportOf } from './plan/say.ts';

/** “27%” of the letters of a count. */
export function share(count: Count, way: 'hard' | 'soft' | 'codes'): string {
  return count.letters === 0 ? '–' : `${Math.round((100 * count[way]) / count.letters)}%`;
}

/** What decides whether a letter breaks, over the shipped styles. */
export function countedOf({ pairs, all, little, much, alike, apart }: Census): string {
  return `Over ${pairs} pairs of the sheet’s faces, with the boundary through the middle of each of ${LETTERS.length} letters, ${share(all, 'hard')} come out in pieces, or with counters, that neither face has; with a feather of ${SOFT === 1 ? 'one cap height' : `${SOFT} cap heights`}, ${share(all, 'soft')}. ` +
    `It is ${share(little, 'soft')} where the two share less than a third of their ink, and ${share(much, 'soft')} where they share more than half. The weight decides less: ${share(alike, 'soft')} where stems differ by less than ${RATIOS[0]} to 1, ${share(apart, 'soft')} beyond ${RATIOS[1]} to 1. Blend the codes instead of the fields, and ${share(all, 'codes')} break.`;
}

/** Captions, where a text gives none of its own. They hold for any mask that a reader may leave. */
export function captionOf(part: 'all' | 'seam'): string {
  const own = 'One word, two wishes. At every sample of the letters’ distance fields the mask says how much of A and of B is taken, half of each on the boundary; and each letter is as wide as its own part of B asks.';
  return part === 'seam' ? own : `${own} Nothing afterwards looks at the join. A large image model blends at every step of many, and what it does next can mend the last seam; this one blends once.`;
}

/** What a figure is, for whoever cannot see it. */
export function altOf({ start: { word }, seen }: Figure): string {
  return `The word “${word}”, which begins in a light face with feet and ends in a heavy one without; a leaning boundary and the band of its feather lie over it, and behind it a screen of blue squares turns into red dots. ${reportOf(seen)}`;
}
