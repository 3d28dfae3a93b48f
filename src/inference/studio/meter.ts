/** Draws the letters that are measured, and measures them. */
import { ADVANCED, MEASURED, measure, type Attributes } from '../../drawing/measure.ts';
import type { Decoder } from '../decoder.ts';

/** Measures codes, one at a time. */
export interface Meter {
  /** Numbers in a code. */
  size: number;
  /** @param letters of `MEASURED`, without the alphabet's advances; all of them and the advances when left out */
  measure: (z: Float32Array, letters?: string) => Attributes;
}

/** Makes a meter, which has room for the letters of one code. */
export function createMeter({ manifest: { glyphs, field, latent }, decode }: Decoder): Meter {
  const all = [...new Set(MEASURED + ADVANCED)];
  const drawn = new Map(all.map((letter) => [letter, { field: new Float32Array(field.side ** 2), advance: NaN }]));
  return {
    size: latent.bones + latent.finish,
    measure: (z, letters) => {
      const wanted = letters === undefined ? all : all.filter((letter) => letters.includes(letter));
      for (const letter of wanted) {
        const room = drawn.get(letter);
        const glyph = glyphs.indexOf(letter);
        if (room && glyph >= 0) room.advance = decode(z, glyph, room.field);
      }
      const has = (letter: string): boolean => wanted.includes(letter) && glyphs.includes(letter);
      return measure((letter) => (has(letter) ? drawn.get(letter)?.field : undefined), (letter) => (has(letter) ? drawn.get(letter)?.advance : undefined), field);
    },
  };
}
