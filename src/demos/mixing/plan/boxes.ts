/** What belongs in which box, and which boxes a change of state reaches. Pure. */
import { crossOver, PLACES } from '../../../inference/places.ts';
import { codeAt, type Grid, type Point } from '../../base/map.ts';
import type { Word } from '../../base/words.ts';
import type { MixingState } from '../state.ts';

/** Letters in a cell of the table. */
export const CELL_LETTERS = 2;

/** All cuts, in places that read B: from A alone to B alone. */
export const CUTS: readonly number[] = Array.from({ length: PLACES + 1 }, (_, late) => late);

/** The styles of the map: one code after another, in the order of the cells. */
export interface Codes {
  codes: Float32Array;
  grid: Grid;
  /** The cells of the table's parents. */
  parents: readonly Point[];
}

/** The code at a place on the sheet. */
export function codeOf(point: Point, { codes, grid }: Codes): Float32Array {
  return codeAt(point, grid, codes, new Float32Array(codes.length / (grid.columns * grid.rows)));
}

/**
 * The code whose letters belong in a box: `word`, `cut-0` to `cut-5`, or `mix-row-column` of the table.
 * `undefined` for boxes nobody knows.
 */
export function codeFor(name: string, { a, b, late }: MixingState, codes: Codes): Float32Array | undefined {
  if (name === 'word') return crossOver(codeOf(a, codes), codeOf(b, codes), late);
  const cut = /^cut-(\d+)$/.exec(name);
  if (cut) return crossOver(codeOf(a, codes), codeOf(b, codes), Number(cut[1]));
  const [, row, column] = /^mix-(\d+)-(\d+)$/.exec(name) ?? [];
  const [bones, finish] = [codes.parents[Number(row)], codes.parents[Number(column)]];
  return bones && finish && crossOver(codeOf(bones, codes), codeOf(finish, codes), late);
}

/** What of a word stands in a cell of the table. */
export function cellWord(word: Word): Word {
  const text = word.text.replaceAll(' ', '').slice(0, CELL_LETTERS);
  return { ...word, text, glyphs: word.glyphs.slice(0, CELL_LETTERS) };
}

/** The boxes that a change of state reaches at once, and those that wait until the hand rests. */
export function changed(before: MixingState, after: MixingState, names: readonly string[]): { now: string[]; later: string[] } {
  const typed = before.word !== after.word;
  const [a, b, cut] = [typed || before.a !== after.a, typed || before.b !== after.b, before.late !== after.late];
  // The ends of the strip are A and B themselves; they follow the hand.
  const [first, last] = [CUTS[0], CUTS.at(-1)];
  const now = [...(a || b || cut ? ['word'] : []), ...(a ? [`cut-${first}`] : []), ...(b ? [`cut-${last}`] : [])];
  const later = names.filter((name) => (name.startsWith('cut-') ? a || b : name.startsWith('mix-') && (typed || cut)));
  return { now, later: later.filter((name) => !now.includes(name)) };
}

/** The cell of the table whose parents are A and B, if there is one. */
export function chosenCell({ a, b }: MixingState, parents: readonly Point[]): string | undefined {
  const of = (point: Point): number => parents.findIndex(({ u, v }) => u === point.u && v === point.v);
  const [row, column] = [of(a), of(b)];
  return row < 0 || column < 0 ? undefined : `${row}-${column}`;
}
