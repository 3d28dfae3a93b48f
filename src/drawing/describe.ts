/** Says in plain words what was measured of a typeface. */
import { ATTRIBUTES, type AttributeName, type Attributes } from './attributes.ts';

/**
 * Where a third and two thirds of the real typefaces lie, measured with `measure` over the 2,940 styles that the model
 * was made from (`training/measure.ts`); for serifs over those 836 that have any.
 */
const TERCILES = {
  weight: [0.126, 0.198],
  contrast: [1.16, 1.38],
  width: [0.985, 1.071],
  xHeight: [0.713, 0.746],
  serif: [0.213, 0.251],
} as const satisfies Partial<Record<AttributeName, readonly [number, number]>>;

/** Feet wider than this beyond their stem, in cap heights, are serifs: almost all serif faces and no sans serif. */
export const HAS_SERIFS = 0.03;
/** Leaning less than this, in degrees, is upright: nine in ten real upright styles do, most of the others are scripts, and no italic does. */
const UPRIGHT = 2;

const third = (value: number, [low, high]: readonly [number, number], words: readonly [string, string, string]): string =>
  words[value < low ? 0 : value < high ? 1 : 2];

const SAYINGS: Readonly<Record<AttributeName, (value: number) => string>> = {
  weight: (value) => `weight ${third(value, TERCILES.weight, ['light', 'medium', 'heavy'])}`,
  contrast: (value) => `contrast ${third(value, TERCILES.contrast, ['low', 'medium', 'high'])}`,
  slant: (value) => (Math.abs(value) < UPRIGHT ? 'upright' : `slant ${value < 0 ? '−' : ''}${Math.round(Math.abs(value))}°`),
  width: (value) => `width ${third(value, TERCILES.width, ['narrow', 'medium', 'wide'])}`,
  xHeight: (value) => `x-height ${third(value, TERCILES.xHeight, ['low', 'medium', 'tall'])}`,
  serif: (value) => (value < HAS_SERIFS ? 'no serifs' : `serifs ${third(value, TERCILES.serif, ['short', 'medium', 'wide'])}`),
};

/** A reading such as “weight heavy, contrast low, slant 8°, width medium, x-height tall, no serifs”; what could not be measured is left out. */
export function describe(attributes: Attributes): string {
  const known = ATTRIBUTES.filter((name) => Number.isFinite(attributes[name]));
  return known.length ? known.map((name) => SAYINGS[name](attributes[name])).join(', ') : 'too unlike letters to be measured';
}
