/** The reader's drawing as something a code can be looked for. Pure. */
import type { Geometry } from '../../../drawing/field.ts';
import type { FitTarget } from '../../../inference/fit.ts';
import { hasInk, middleOf, PLAIN, strokesField } from '../../base/pen/field.ts';
import { NIB } from '../../base/pen/pad.ts';
import { priceOf, ROUNDS } from '../../armature/plan/strength.ts';
import type { ShopState } from '../state.ts';

/** How strictly the drawing is followed; what the armature calls its hold. */
const HOLD = 0.6;
/** Price of leaving the ordinary, and most rounds of the search. */
export const SEARCH = { prior: priceOf(HOLD)!, rounds: ROUNDS } as const;

/**
 * The drawing as a target, moved to stand where the model's own letter stands.
 * @param usual the field of that letter in the mean style
 * @returns nothing where there is no ink
 */
export function targetOf({ ink, letter }: Pick<ShopState, 'ink' | 'letter'>, glyphs: string, usual: Float32Array, geometry: Geometry): FitTarget | undefined {
  if (ink.length === 0) return undefined;
  const out = new Float32Array(geometry.side ** 2);
  const shift = middleOf(usual, geometry) - middleOf(strokesField(ink, NIB, PLAIN, geometry, out), geometry);
  const field = strokesField(ink, NIB, PLAIN, geometry, out, shift);
  return hasInk(field) ? { glyph: glyphs.indexOf(letter), field } : undefined;
}
