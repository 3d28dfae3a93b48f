/** What the gallery shows of a demonstration: five prints of two letters, each at a state that its link opens. Runs in Node only. */
import { setInStyle } from '../../models/open.ts';
import { pictureOf, theModel, type Picture } from './build.ts';
import { readWord, type Word } from './words.ts';

/** One of the prints. */
export interface Still {
  /** The state it shows, as the hash of the demonstration’s address, without `#`; empty for the state it begins with. */
  hash: string;
  /** What is set otherwise in it than in its neighbours: “ψ 0.5”. */
  says: string;
  picture: Picture;
}

/** How many there are of each. */
export const STILLS = 5;
/** Proportions of a print, as the style sheet has them. */
export const STILL = { width: 240, height: 176 } as const;

/** Prints two letters in the style of a code: the first of a title, if not others. */
export async function printer(title: string, letters = title.slice(0, 2)): Promise<{ word: Word; print: (z: Float32Array) => Picture }> {
  const { decoder } = await theModel();
  const word = readWord(letters, decoder.manifest.glyphs);
  return { word, print: (z) => pictureOf(setInStyle(decoder, word.text, word.glyphs, z), STILL, 'middle') };
}
