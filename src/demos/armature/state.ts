/** The state of the armature: a small object that fits in the hash of an address, the drawing with it as long as it is small. Pure. */
import { choice, createCodec, number, numbers, place, text, type Field, type StateCodec } from '../base/codec.ts';
import type { Grid, Point } from '../base/map.ts';
import { LONGEST } from '../base/words.ts';
import type { Shape } from '../base/pen/field.ts';
import { readStrokes, writeStrokes, type Stroke } from '../base/pen/strokes.ts';

/** Letters that can be drawn. */
export const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
/** Where the letter to follow comes from: drawn here, taken from the sheet of styles, or from a typeface of the reader's own. */
export const SOURCES = ['hand', 'sheet', 'font'] as const;
/** One of them. */
export type Source = (typeof SOURCES)[number];
/** How a letter is bent before it is followed, in the order in which it is written: least, most, step. */
export const BENDS = { weight: [-0.05, 0.1, 0.005], slant: [-20, 20, 1], width: [0.6, 1.6, 0.05] } as const satisfies Record<keyof Shape, readonly [number, number, number]>;
/** Signs of a drawing that an address may hold: longer links are cut by what they are sent with. */
export const LONGEST_INK = 1600;

/** Everything a reader can change. */
export interface ArmatureState {
  word: string;
  /** Which letter it is. */
  letter: string;
  by: Source;
  /** What was drawn by hand. */
  ink: readonly Stroke[];
  /** Where on the sheet the letter comes from, if it comes from there. */
  at: Point;
  /** Added weight, lean and stretch; see `Shape`. */
  shape: readonly number[];
  /** How strictly it is followed: 0 not at all, 1 whatever it costs. */
  strength: number;
}

/** Nothing chosen yet; what a figure begins with is written as the difference from this. */
export const emptyState: ArmatureState = { word: '', letter: 'A', by: 'hand', ink: [], at: { u: 0, v: 0 }, shape: [0, 0, 1], strength: 0 };

/** The shape in words of its own. */
export const shapeOf = ({ shape: [weight = 0, slant = 0, width = 1] }: ArmatureState): Shape => ({ weight, slant, width });

/** Whether a drawing is small enough for an address. */
export const fits = (ink: readonly Stroke[]): boolean => writeStrokes(ink).length <= LONGEST_INK;

const drawing: Field<readonly Stroke[]> = { write: (ink) => (fits(ink) ? writeStrokes(ink) : ''), read: readStrokes };
// A typeface stays where it was opened, so no address leads to it.
const source: Field<Source> = { write: (by) => by, read: (written) => (written === 'hand' || written === 'sheet' ? written : undefined) };
const bends: Field<readonly number[]> = {
  ...numbers(3, -20, 20, 3),
  read: (written) => numbers(3, -20, 20, 3).read(written)?.map((value, k) => {
    const [least, most] = Object.values(BENDS)[k]!;
    return Math.min(Math.max(value, least), most);
  }),
};

/** Writes and reads states over a sheet of this size. */
export function codecOf(grid: Grid): StateCodec<ArmatureState> {
  return createCodec<ArmatureState>({ word: text(LONGEST), letter: choice(LETTERS), by: source, ink: drawing, at: place(grid), shape: bends, strength: number(0, 1) }, { shape: 'bend', strength: 'hold' });
}
