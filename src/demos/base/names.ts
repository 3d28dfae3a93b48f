/** What the measured attributes are called in the two vocabularies. */
import type { AttributeName } from '../../drawing/attributes.ts';

/** An attribute under its two names. */
export const NAMES: Readonly<Record<AttributeName, { technical: string; creative: string }>> = {
  weight: { technical: 'stem thickness', creative: 'weight' },
  contrast: { technical: 'side ÷ top', creative: 'contrast' },
  slant: { technical: 'shear', creative: 'slant' },
  width: { technical: 'advance ÷ x-height', creative: 'set width' },
  xHeight: { technical: 'x ÷ H', creative: 'x-height' },
  serif: { technical: 'foot − stem', creative: 'serifs' },
};
