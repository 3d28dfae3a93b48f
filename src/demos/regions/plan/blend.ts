/** Two words of one text become one: their fields blended sample by sample, and their letters set by what each has of either. Pure. */
import type { Geometry } from '../../../drawing/field.ts';
import type { DrawnWord } from '../../base/ink-canvas.ts';
import { shareOf, type Mask } from './mask.ts';

/** A word under a mask, and where the middle of each letter's advance lies, in cap heights from the start of the line. */
export interface Blended extends DrawnWord {
  centres: Float32Array;
  /** The part of B in each letter's own body, 0 to 1: its advance follows it. */
  parts: Float32Array;
  length: number;
}

/** A letter's part of B is taken through a band at least so wide, in cap heights, or its place would jump as a hard edge crosses it. */
const EASE = 0.35;
/** Places at which the part of B in a letter is read: so many across its advance, and these heights. */
const ACROSS = 8;
const HEIGHTS: readonly number[] = [0.05, 0.2, 0.36, 0.52, 0.7];
/** A letter's place decides how much of B it has, and that its width, and that its place: so many rounds settle it. */
const ROUNDS = 8;

/** Length of a line in one face. */
export function lengthOf(text: string, advances: ArrayLike<number>, space: number): number {
  let [length, letter] = [0, 0];
  for (const char of text) length += char === ' ' ? space : (advances[letter++] ?? 0);
  return length;
}

/** Room for a word of so many letters. */
export function roomFor(text: string, letters: number, { side }: Geometry): Blended {
  return { text, fields: new Float32Array(letters * side * side), advances: new Float32Array(letters), centres: new Float32Array(letters), parts: new Float32Array(letters), length: 0 };
}

/**
 * Sets the letters one after the other, each as wide as its own part of B asks.
 * @param out takes advances, centres, parts and length
 */
export function setMasked(a: DrawnWord, b: DrawnWord, mask: Mask, space: number, out: Blended): void {
  const share = shareOf(mask, EASE);
  const part = (centre: number, wide: number): number => {
    let sum = 0;
    for (let i = 0; i < ACROSS; i++) for (const y of HEIGHTS) sum += share(centre + ((i + 0.5) / ACROSS - 0.5) * wide, y);
    return sum / (ACROSS * HEIGHTS.length);
  };
  let [pen, letter] = [0, 0];
  for (const char of a.text) {
    if (char === ' ') {
      pen += space;
      continue;
    }
    const [from, to] = [a.advances[letter] ?? 0, b.advances[letter] ?? 0];
    let advance = (from + to) / 2;
    let own = 0;
    for (let round = 0; round < ROUNDS; round++) {
      own = part(pen + advance / 2, (from + to) / 2);
      advance = from + (to - from) * own;
    }
    out.advances[letter] = advance;
    out.centres[letter] = pen + advance / 2;
    out.parts[letter] = own;
    pen += advance;
    letter++;
  }
  out.length = pen;
}

/**
 * Blends two words under a mask.
 * @param out as many letters as the words have; its text becomes theirs
 */
export function blend(a: DrawnWord, b: DrawnWord, mask: Mask, geometry: Geometry, space: number, out: Blended): void {
  const { side, sample, left, top } = geometry;
  out.text = a.text;
  setMasked(a, b, mask, space, out);
  // A field knows nothing finer than its own samples.
  const share = shareOf(mask, sample);
  for (let letter = 0, at = 0; letter < out.advances.length; letter++) {
    const start = (out.centres[letter] ?? 0) + left + sample / 2;
    for (let row = 0; row < side; row++) {
      const y = top - (row + 0.5) * sample;
      for (let column = 0; column < side; column++, at++) {
        const from = a.fields[at] ?? 0;
        out.fields[at] = from + ((b.fields[at] ?? 0) - from) * share(start + column * sample, y);
      }
    }
  }
}
