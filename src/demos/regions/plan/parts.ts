/** What the two ways need that blend codes instead of fields: a share of B for each letter, or one for all. Pure. */
import { setLine } from '../../../drawing/place.ts';
import type { DrawnWord } from '../../base/ink-canvas.ts';
import type { Blended } from './blend.ts';

/** The share of B in a whole word. */
export function meanOf(parts: Float32Array): number {
  return parts.length === 0 ? 0 : parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

/** Puts a letter that was drawn by itself into its place in a word. */
export function putLetter(word: Pick<Blended, 'fields' | 'advances'>, i: number, { fields, advances }: Pick<DrawnWord, 'fields' | 'advances'>): void {
  word.fields.set(fields.subarray(0, word.fields.length / word.advances.length), (i * word.fields.length) / word.advances.length);
  word.advances[i] = advances[0] ?? 0;
}

/** Sets a word by its own advances. */
export function settle(word: Blended, space: number): void {
  word.length = setLine(word.text, word.advances, space, word.centres);
}
