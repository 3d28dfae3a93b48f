/** What is on the wall: which code belongs in which box, and which boxes a change of state reaches. Pure. */
import { normal, sample, truncate } from '../../../inference/latent.ts';
import type { Styles } from '../../../inference/styles.ts';
import type { Word } from '../../base/words.ts';
import { DRAWS, WILDEST, type RestraintState } from '../state.ts';

type Gaussian = Styles['gaussian'];

/** Stations of the ladder: one draw, held back less and less. */
export const STATIONS = [0, 0.4, 0.7, 1, 1.5, WILDEST] as const;

/** The draws of a seed at full variety, one after another as they come off the pack: the truncation changes none of them. */
export function deal(gaussian: Gaussian, seed: number, count = DRAWS): Float32Array[] {
  const next = normal(seed);
  return Array.from({ length: count }, () => sample(gaussian, next));
}

/** A draw, held back: the straight way from the mean, a share of it. */
export function heldBack(draw: Float32Array, { mean }: Gaussian, psi: number): Float32Array {
  return truncate(draw, mean, psi, new Float32Array(draw.length));
}

/** The wall's letter: a word's first. */
export function letterOf({ text, glyphs }: Word): Word {
  return { text: text.slice(0, 1), glyphs: glyphs.slice(0, 1), unknown: [], left: 0 };
}

/** Names of boxes of one kind. */
export function boxes(kind: 'cell' | 'rung' | 'mean' | 'kept', count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${kind}-${i}`);
}

/** Kind and number of a box: `cell-3`; a kind alone for `word`. */
export function boxOf(name: string): { kind: string; index: number } {
  const [kind = '', index = '0'] = name.split('-');
  return { kind, index: Number(index) };
}

/** The kinds of boxes that a change of state reaches: `cell`, the wall; `word`, the chosen one; `rung`, the ladder; `mean`; `kept`. */
export function changed(before: RestraintState, after: RestraintState): Set<string> {
  const typed = before.word !== after.word;
  const dealt = before.seed !== after.seed;
  const held = before.psi !== after.psi;
  const chosen = before.pick !== after.pick;
  const kinds = new Set<string>();
  if (typed || dealt || held) kinds.add('cell');
  if (typed || dealt || held || chosen) kinds.add('word');
  if (typed || dealt || chosen) kinds.add('rung');
  if (typed) kinds.add('mean');
  if (typed || before.kept !== after.kept) kinds.add('kept');
  return kinds;
}

/** Seconds from one end to the other and back. */
const BREATH = 16;

/** The slider, breathing by itself: where it is, to a hundredth, `seconds` after it was at `from`, on its way out. */
export function breathe(from: number, seconds: number): number {
  const start = Math.acos(1 - (2 * Math.min(Math.max(from, 0), WILDEST)) / WILDEST);
  return Math.round(50 * WILDEST * (1 - Math.cos(start + (2 * Math.PI * seconds) / BREATH))) / 100;
}
