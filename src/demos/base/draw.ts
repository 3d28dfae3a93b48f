/** Planning of what is drawn: how large a word stands in its box, and how many pixels a moving one may cost. Pure. */

/** A box on the page, in CSS pixels. */
export interface Box {
  width: number;
  height: number;
}

/** Where and how large a word stands in its box, in the box's own pixels. */
export interface Fit {
  /** Height of an H. */
  cap: number;
  /** Left end of the line. */
  x: number;
  baseline: number;
}

/** Room above the baseline, in cap heights: ascenders of most styles, and a little air. */
export const ABOVE = 1.16;
/** Signs that hang below the baseline in most styles. */
const HANGING = /[gjpqyQ,&]/;
/** Ink may lean out of its advance at both ends of the line, by so many cap heights. */
const OVERHANG = 0.06;
/** Slanted letters lean much further: those that hang, at the start of a line, and those that rise, at its end. */
const FAR_OVERHANG = 0.2;
const HANGS_FIRST = /^[fgjpyQ]/;
const RISES_LAST = /[dfklFTVWY]$/;
/** A letter of an average style is this wide; a word's size is planned by it, so that it does not breathe as widths change. */
const USUAL = 0.66;

/** Room below the baseline that a word needs, in cap heights. */
export function roomBelow(text: string): number {
  return HANGING.test(text) ? 0.42 : 0.14;
}

/**
 * How a word stands in its box: as high as the box allows, as wide as its letters usually are, smaller only where it would not fit.
 * @param length of the set line, in cap heights
 * @param align where the line stands in the box
 */
export function fitWord(text: string, length: number, box: Box, align: 'start' | 'middle' = 'start'): Fit {
  const before = HANGS_FIRST.test(text) ? FAR_OVERHANG : OVERHANG;
  const after = RISES_LAST.test(text) ? FAR_OVERHANG : OVERHANG;
  const room = align === 'middle' ? 2 * Math.max(before, after) : before + after;
  const usual = Math.max(length, lettersOf(text) * USUAL) + room;
  const height = ABOVE + roomBelow(text);
  const cap = Math.max(0, Math.min(box.height / height, box.width / usual));
  // What the height leaves over is shared out above and below.
  const air = box.height - height * cap;
  return { cap, x: align === 'middle' ? (box.width - length * cap) / 2 : before * cap, baseline: air / 2 + ABOVE * cap };
}

/** How many letters a text is wide. */
function lettersOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character === ' ' ? 0.45 : 1), 0);
}

/** Shares of a screen's pixels that a moving word may be painted with. */
const SHARES = [1, 0.8, 0.64, 0.5, 0.4];
/** Letters with fewer device pixels for each CSS pixel visibly blur; better a frame late than that. */
const COARSEST = 0.72;

/**
 * Device pixels a canvas has for each CSS pixel of its box: all there are while it rests; fewer while it moves, if all of them
 * would cost more time than a frame can spare. It keeps to what it has as long as that nearly fits: a new size is a new canvas.
 * @param ratio the screen's device pixels for each CSS pixel
 * @param cost milliseconds that painting took for each million pixels, as measured
 * @param spare milliseconds that painting may take
 * @param current the density so far
 */
export function densityOf({ width, height }: Box, ratio: number, cost: number, spare: number, current: number): number {
  const millions = (width * height) / 1e6;
  const densities = SHARES.map((share) => share * ratio).filter((density) => density === ratio || density >= COARSEST);
  const time = (density: number): number => cost * millions * density * density;
  const best = densities.find((density) => time(density) <= spare) ?? densities.at(-1) ?? ratio;
  return densities.includes(current) && time(current) <= spare * 1.3 && time(current) >= spare * 0.5 ? current : best;
}

/** Stations of a strip of in-betweens, 0 to 1, both ends among them. */
export function stations(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i / (count - 1));
}
