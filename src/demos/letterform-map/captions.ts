/** What the figures of the letterform map say under themselves, and to whoever cannot see them. */
import type { Figure, Part } from './figure.ts';

/** Captions, where a text gives none of its own. */
export const captions: Readonly<Record<Exclude<Part, 'hero'>, string>> = {
  all: 'A space of typefaces that nobody drew. The cross is where the word above is drawn; A and B are two more places, with three ways between them below. Drag all three. Every letter is the model’s, now and when this page was built.',
  map: 'Drag across the sheet and the word follows. Every letter is the model’s, now and when this page was built.',
  between: 'Three ways from A to B. The first two go through the model’s space; the third never enters it and only mixes ink.',
};

/** What a figure is, for whoever cannot see it. */
export function altOf(part: Part, { start: { word }, reading, grid }: Figure): string {
  const sheet = `a sheet of ${grid.columns * grid.rows} styles`;
  if (part === 'map') return `The word “${word}” as the model draws it at one place on ${sheet}: ${reading}.`;
  const ways = `The word “${word}” on its way from a heavy upright face to a slanted one: in the straight and the arched in-between it is one word throughout, in the cross-fade two words lie over each other.`;
  return part === 'between' ? ways : `The word “${word}” as the model draws it at one place on ${sheet}: ${reading}. ${ways}`;
}
