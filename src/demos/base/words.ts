/** What of a reader's typing the model can draw, and what to say about the rest. Pure. */

/** Letters of a word that are drawn; more of them would be too small to judge. */
export const MOST_LETTERS = 16;

/** Characters of a typed word that are kept; an address is not a place to store a novel. */
export const LONGEST = 60;

/** A typed word as the model takes it. */
export interface Word {
  /** What is drawn: known letters, single spaces between, none at the ends. */
  text: string;
  /** Index of each letter in the model's list, without spaces. */
  glyphs: number[];
  /** What the model does not know, each once, in the order of typing. */
  unknown: string[];
  /** Known letters that were left out because the word is too long. */
  left: number;
}

/** Signs that people type, and what the model calls them. */
const same: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '‐': '-', '‑': '-', '–': '-', '\u00a0': ' ' };

/**
 * Reads a typed word.
 * @param glyphs every character the model draws, in its order
 */
export function readWord(typed: string, glyphs: string): Word {
  const word: Word = { text: '', glyphs: [], unknown: [], left: 0 };
  let pending = false;
  for (const segment of lettersOf(typed)) {
    const sign = same[segment] ?? segment;
    if (/^\s+$/u.test(sign)) {
      pending = word.text !== '';
      continue;
    }
    const glyph = sign.length === 1 ? glyphs.indexOf(sign) : -1;
    if (glyph < 0) {
      if (!word.unknown.includes(segment)) word.unknown.push(segment);
    } else if (word.glyphs.length >= MOST_LETTERS) {
      word.left++;
    } else {
      word.text += pending ? ` ${sign}` : sign;
      word.glyphs.push(glyph);
      pending = false;
    }
  }
  return word;
}

/** What a reader takes for one letter, even where it is several characters: an accent typed by itself, an emoji. */
function lettersOf(typed: string): Iterable<string> {
  // Most words need no tables of Unicode, which take a while to be there.
  if (/^[ -~]*$/.test(typed)) return typed;
  return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(typed.normalize('NFC')), ({ segment }) => segment);
}

/** One sentence about what is not drawn; empty where everything is. */
export function aboutWord({ glyphs, unknown, left }: Word): string {
  const said: string[] = [];
  if (unknown.length > 0) {
    const signs = unknown.slice(0, 4).map((sign) => `“${sign}”`);
    said.push(`The model never learned ${signs.length > 1 ? `${signs.slice(0, -1).join(', ')} or ${signs.at(-1)}` : signs[0]}${unknown.length > 4 ? ' and others' : ''}: left out.`);
  }
  if (left > 0) said.push(`The first ${MOST_LETTERS} letters are drawn; ${left} more ${left === 1 ? 'is' : 'are'} kept in the field.`);
  if (glyphs.length === 0 && unknown.length === 0) said.push('Type a word: A to Z, a to z, figures and & ! ? . , \' -');
  return said.join(' ');
}
