/** Compares a decoder with what the trainer drew. Runs in Node and in a page. */

/** Pairs of a code and a glyph, and what PyTorch drew. */
export interface Golden {
  glyphs: number[];
  /** [pairs, code] */
  codes: Float32Array;
  advances: Float32Array;
  /** Rows 1, 5, … and columns 2, 6, … of the fields. [pairs, 16, 16] */
  fields: Float32Array;
}

/** The largest difference between what a decoder draws and what was drawn then, in cap heights. */
export function worstError(decoder: { decode: (z: Float32Array, glyph: number, field: Float32Array) => number }, { glyphs, codes, advances, fields }: Golden): { field: number; advance: number } {
  const field = new Float32Array(64 * 64);
  const size = codes.length / glyphs.length;
  const worst = { field: 0, advance: 0 };
  glyphs.forEach((glyph, i) => {
    const advance = decoder.decode(codes.subarray(i * size, (i + 1) * size), glyph, field);
    worst.advance = Math.max(worst.advance, Math.abs(advance - (advances[i] ?? NaN)));
    for (let k = 0; k < 256; k++) {
      const drawn = field[((k >> 4) * 4 + 1) * 64 + (k & 15) * 4 + 2] ?? NaN;
      worst.field = Math.max(worst.field, Math.abs(drawn - (fields[i * 256 + k] ?? NaN)));
    }
  });
  return worst;
}
