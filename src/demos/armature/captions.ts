/** What the figure of the armature says under itself, and to whoever cannot see it. */
import type { Figure } from './figure.ts';

/** The caption, where a text gives none of its own. */
export const captionOf = ({ numbers }: Figure): string => `One letter was drawn with a round pen; all the others are the model’s. ${numbers} numbers were searched until the letter they draw lies over the drawing as closely as the strength demands. Draw one of your own, and see how much alphabet is in it.`;

/** What the figure is. */
export function altOf({ start: { letter, word }, report }: Figure): string {
  return `A hand-drawn ${letter} with feet, and under it, in another ink, the letter that a model fitted to it; then the word “${word}” and the alphabet from A to z, which the model drew by the same code. ${report}`;
}
