/** The specimen: rows of eight letters in equal cells, so that the three drawings of a letter stand under each other. Pure. */
import type { Word } from '../../base/words.ts';

/** Letters of a row. */
export const ACROSS = 8;
/** Width of a letter's cell, in cap heights. */
export const CELL = 1.2;
/** As far as room goes, every row is this word: one letter hangs, so all rows are of one height. */
const ANY = 'ngnnnnnn';
/** Proportions of a row, as the style sheet has them. */
export const ROW = { width: 720, height: 146 } as const;

/** A row of letters. */
export interface Row {
  name: string;
  /** Whether they were shown to the patches. */
  shown: boolean;
  letters: string;
}

/** The rows of a specimen: first what was shown. */
export function rowsOf(shown: string, others: string): Row[] {
  const cut = (letters: string, isShown: boolean): Row[] => Array.from({ length: Math.floor(letters.length / ACROSS) }, (_, i) => ({
    name: `${isShown ? 'shown' : 'other'}${i}`, shown: isShown, letters: letters.slice(i * ACROSS, (i + 1) * ACROSS),
  }));
  return [...cut(shown, true), ...cut(others, false)];
}

/** A row as the engine takes it. */
export function wordOf(letters: string, glyphs: string): Word {
  return { text: ANY, glyphs: [...letters].map((letter) => glyphs.indexOf(letter)), unknown: [], left: 0 };
}

/** What takes the place of the letters' advances. */
export const CELLS = new Float32Array(ACROSS).fill(CELL);
/** What the length of a row is planned by. */
export const ROW_TEXT = ANY;
