/** The pictures of the model's faults: which letters, whose, and both sides as outlines. Runs in Node when the site is built. */
import { wordPath } from '../../drawing/outline.ts';
import galleryJson from '../../models/letterforms-1/gallery.json' with { type: 'json' };
import { openModel, setInStyle } from '../../models/open.ts';

/** A line of letters as path data, in units of which a cap height has `UNITS`; the baseline is at `BASELINE`. */
export interface Drawn {
  d: string;
  width: number;
}

/** One case, as `training/gallery.ts` wrote it. */
export interface Case {
  /** `unseen`, `six`, `hairline`, `slider`, `misread` or `memory`. */
  kind: string;
  /** What the kind needs to be told: a category, the letters shown, the steps of a slider, the glyph it was taken for. */
  note: string;
  word: string;
  code: number[];
  /** Intersection over union; for misread letters how many there were. */
  number?: number;
  family?: string;
  weight?: number;
  italic?: boolean;
  /** The letters people drew, where there are any. */
  real?: Drawn;
}

/** Units in a cap height, and where the baseline lies from the top: as in `training/gallery.ts`. */
export const UNITS = 400;
export const BASELINE = 1.35 * UNITS;

export const cases = galleryJson as Case[];

/** A word in the style of a code, drawn by the engine that draws in the page. */
export async function drawWord(code: readonly number[], word: string): Promise<Drawn> {
  const { manifest, decoder } = await openModel();
  const { letters, centres, length } = setInStyle(decoder, word, [...word].map((char) => manifest.glyphs.indexOf(char)), Float32Array.from(code));
  return { d: wordPath(letters, centres, { scale: UNITS, x: 0, y: BASELINE }), width: Math.round(length * UNITS) };
}
