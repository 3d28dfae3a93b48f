/** The ruler of one attribute: where measures stand along it, as ticks, and where a word's band lies. Pure. */
import type { AttributeName } from '../../../drawing/attributes.ts';
import type { Band } from '../../base/prior/obey.ts';

/** Length of every ruler, in the units of its picture, and what is left free at both ends. */
export const LENGTH = 1000;
const MARGIN = 20;
/** Share of the real typefaces that lie beyond each end of a ruler. */
const BEYOND = 0.01;

/** Attributes that are felt as ratios stand on their logarithms. */
const RATIOS: ReadonlySet<AttributeName> = new Set(['weight', 'contrast', 'width']);

/** The ends of a ruler, as measures. */
export type Ends = readonly [least: number, most: number];

const feltAs = (attribute: AttributeName, value: number): number => (RATIOS.has(attribute) ? Math.log(Math.max(value, 1e-3)) : value);

/** The ends of a ruler that has all but the oddest of some real typefaces on it. */
export function endsOf(measures: readonly number[]): Ends {
  const known = measures.filter(Number.isFinite).toSorted((a, b) => a - b);
  const at = (share: number): number => known[Math.round(share * (known.length - 1))] ?? 0;
  return [at(BEYOND), at(1 - BEYOND)];
}

/** Where a measure stands; what lies beyond an end stands just past it. */
export function placeOn(attribute: AttributeName, [least, most]: Ends, value: number): number {
  const [from, to, at] = [least, most, value].map((each) => feltAs(attribute, each)) as [number, number, number];
  const place = MARGIN + ((at - from) / (to - from)) * (LENGTH - 2 * MARGIN);
  return Math.round(Math.min(Math.max(place, MARGIN / 2), LENGTH - MARGIN / 2));
}

/** A tick for each measure that is one, as path data of lines downward. */
export function ticksOf(attribute: AttributeName, ends: Ends, measures: readonly number[]): string {
  return measures.filter(Number.isFinite).map((value) => `M${placeOn(attribute, ends, value)} 0v1`).join('');
}

/** Where a band begins and ends; one that is open reaches the end of the ruler. */
export function bandOn({ attribute, least, most }: Band, ends: Ends): { x: number; width: number } {
  const from = least === undefined ? 0 : placeOn(attribute, ends, least);
  const to = most === undefined ? LENGTH : placeOn(attribute, ends, most);
  return { x: from, width: Math.max(to - from, 0) };
}
