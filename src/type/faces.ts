/**
 * The site's typefaces: which cuts of which variable fonts are served, and under which CSS family.
 *
 * The creative voice is Newsreader, the technical voice Spline Sans Mono for words and Schibsted Grotesk for passages; all
 * three are OFL. Optical size is pinned twice, for text and for display, because two small static cuts weigh less than one
 * variable file and each is drawn for its size.
 */

/** One cut to serve. */
export interface Face {
  /** CSS font family. */
  family: string;
  style: 'normal' | 'italic';
  weight: number;
  /** File inside `node_modules`. */
  source: string;
  /** Axis values to pin. */
  axes: Record<string, number>;
  /** Set in a few words at a time: signs that headlines do without go to the second file. */
  headline?: true;
  /** Kind of system font that stands in until the cut arrives. */
  kind: 'serif' | 'sans' | 'mono';
}

const newsreader = '@fontsource-variable/newsreader/files/newsreader-latin-standard';
const sans = '@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2';
const mono = '@fontsource-variable/spline-sans-mono/files/spline-sans-mono-latin-wght-normal.woff2';
const TEXT = 14;
const DISPLAY = 60;

/** Every cut the site serves, in the order the CSS declares them. */
export const faces: readonly Face[] = [
  { family: 'Text', style: 'normal', weight: 400, source: `${newsreader}-normal.woff2`, axes: { opsz: TEXT, wght: 410 }, kind: 'serif' },
  { family: 'Text', style: 'italic', weight: 400, source: `${newsreader}-italic.woff2`, axes: { opsz: TEXT, wght: 410 }, kind: 'serif' },
  { family: 'Text', style: 'normal', weight: 600, source: `${newsreader}-normal.woff2`, axes: { opsz: TEXT, wght: 620 }, headline: true, kind: 'serif' },
  { family: 'Display', style: 'normal', weight: 400, source: `${newsreader}-normal.woff2`, axes: { opsz: DISPLAY, wght: 400 }, headline: true, kind: 'serif' },
  { family: 'Display', style: 'italic', weight: 400, source: `${newsreader}-italic.woff2`, axes: { opsz: DISPLAY, wght: 400 }, headline: true, kind: 'serif' },
  { family: 'Sans', style: 'normal', weight: 400, source: sans, axes: { wght: 420 }, kind: 'sans' },
  { family: 'Sans', style: 'normal', weight: 600, source: sans, axes: { wght: 570 }, headline: true, kind: 'sans' },
  { family: 'Mono', style: 'normal', weight: 400, source: mono, axes: { wght: 420 }, kind: 'mono' },
];

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

/** Characters of the first file of every cut: all that English prose needs. */
export const baseCharacters = `${ascii}\u00a0©·×–—‘’“”…→←↑↓↔−≈√`;

/** Characters of the first file of a headline cut. */
export const headlineCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \u00a0.,:;!?\'"()-/&–‘’“”…';

/** Characters of the second file, fetched only by pages that use one: names, mathematics, and the rest of Latin-1. */
export const extendedCharacters =
  '¡¢£¥§«®°±²³´¶¹»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŒœŠšŽžŁłıƒ†‡•‹›€™≤≥≠∞∑∏∂∫µπΩ′″';
