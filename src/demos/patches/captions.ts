/** What the figure of the patches says under itself, and to whoever cannot see it. */
import type { Figure } from './figure.ts';
import { VOICE_NAMES } from './plan/says.ts';

/** The caption, where a text gives none of its own. It holds for whatever a reader may choose. */
export function captionOf({ record: { shown, rank, voices } }: Figure): string {
  const names = voices.map(({ id, family, licence }) => `${VOICE_NAMES[id]}: ${family}, ${licence}`).join('; ');
  return `Patches of rank ${rank}, each trained on the same ${shown.length} letters of one typeface that was not in training (${names}). The font’s own letters are drawn from its outlines; everything else is drawn by the model, from the code by which it comes nearest without a patch. Likeness is shared ink over all ink, on all 62 letters and figures, as measured when the patches were made.`;
}

/** What the figure is, for whoever cannot see it. */
export function altOf({ start: { word, voice }, seen, likeness, strangers }: Figure): string {
  return `The word “${word}” twice, from one code: as the model draws it (${seen.plain}), and with a patch for a ${VOICE_NAMES[voice]} laid on (${seen.patched}). ${likeness} ${strangers}`;
}
