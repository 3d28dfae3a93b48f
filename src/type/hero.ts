/**
 * The home page's plates: one word in two voices of one typeface, Recursive (OFL), whose axes run from monospaced, linear and
 * upright to proportional, casual and slanted. A designer drew its masters, so every station between them is a planned one.
 */
import { outlineWord, pathData, type Axes, type Outline } from './outline.ts';

const FILE = '@fontsource-variable/recursive/files/recursive-latin-full-normal.woff2';
/** The technical end: monospaced, linear, upright. */
const TECHNICAL: Axes = { MONO: 1, CASL: 0, wght: 860, slnt: 0, CRSV: 0 };
/** The creative end: proportional, casual, slanted. */
const CREATIVE: Axes = { MONO: 0, CASL: 1, wght: 480, slnt: -15, CRSV: 0 };

/** Width of the drawing, in its own units. */
export const HERO_WIDTH = 1400;
/** Height of the drawing, in its own units. */
export const HERO_HEIGHT = 420;

/** Both ends of a word, as path data with the same points in the same order. */
export interface HeroWord {
  technical: string;
  creative: string;
}

/** Sets `word` at both ends, centred in the drawing. */
export async function heroWord(word: string): Promise<HeroWord> {
  const ends = await Promise.all([outlineWord(FILE, TECHNICAL, word), outlineWord(FILE, CREATIVE, word)]);
  const widest = Math.max(...ends.map(({ advance }) => advance));
  const scale = (HERO_WIDTH / widest) * 0.97;
  const [technical, creative] = ends.map((outline: Outline) =>
    pathData(outline, { x: (HERO_WIDTH - outline.advance * scale) / 2, y: HERO_HEIGHT * 0.86, scale }));
  return { technical: technical ?? '', creative: creative ?? '' };
}
