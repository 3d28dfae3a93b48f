/** What the figures of the wall say under themselves, and to whoever cannot see them. */
import type { Figure } from './figure.ts';

/** What of the demonstration stands in a place: all of it, or the wall for a text. */
export type Part = 'all' | 'wall';

/** Captions, where a text gives none of its own. */
export function captionOf(part: Part, { start: { psi }, spread: { draws } }: Figure): string {
  const wall = `${draws} draws of one letter under one slider. No draw is replaced as it moves: each is let out, or pulled in towards the model’s mean. It begins at ψ ${psi}.`;
  return part === 'wall' ? `${wall} What is drawn is measured, here and when this page was built.` : `${wall} Choose one, see what holding back took from it, and keep it or not. Everything that is said of them is measured on the drawings.`;
}

/** What a figure is, for whoever cannot see it. */
export function altOf({ letter, start: { psi }, spread: { draws }, apart, reading }: Figure): string {
  return apart === undefined ? 'An empty wall.' : `A wall of ${draws} draws of the letter ${letter}, held back to ${psi} of the way from the model’s mean. ${reading}`;
}
