/** What the figure of the mirror says under itself, and to whoever cannot see it. */
import type { Figure } from './figure.ts';
import { NAMES } from './plan/says.ts';

/** The caption, where a text gives none of its own. It holds for any collection that a reader may choose. */
export function captionOf({ offered, shown }: Figure): string {
  const [whole] = offered;
  return `Small models of one form and one schooling, which differ only in what they were trained on: all ${whole!.families} families, or about two thirds of them. Each was shown ${[...shown].length} letters of every style on the sheet and fitted a code to them; what is drawn from that code is laid over the font. A folded corner marks a style whose family the chosen model never saw.`;
}

/** What the figure is, for whoever cannot see it. */
export function altOf({ start: { word, saw }, seen, difference }: Figure): string {
  return `The word “${word}” twice, in one style of the contact sheet: as drawn by a small model that saw ${NAMES.whole.said} (${seen.whole}), and by one that saw ${NAMES[saw].said} (${seen.own}). ${difference}`;
}
