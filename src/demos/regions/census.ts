/**
 * How often a letter breaks under a mask, counted over the shipped styles: each is joined with a style from the other half of the
 * sheet, with the boundary upright through the middle of every letter. Runs at build time.
 */
import type { DrawnWord } from '../base/ink-canvas.ts';
import type { Decoder } from '../../inference/decoder.ts';
import { ATTRIBUTES, type Styles } from '../../inference/styles.ts';
import { blend, roomFor } from './plan/blend.ts';
import type { Mask } from './plan/mask.ts';
import { isBroken, piecesOf, type Pieces } from './plan/pieces.ts';
import { sharedInk } from './plan/seam.ts';

/** Letters that were joined, and how many of them broke. */
export interface Count {
  letters: number;
  /** Broken with a hard edge, with a feather of a cap height, and where the two codes are blended instead of the fields. */
  hard: number;
  soft: number;
  codes: number;
}

/** What was counted. */
export interface Census {
  pairs: number;
  all: Count;
  /** Letters of which the two faces share little of their ink, and much of it; see `SHARED`. */
  little: Count;
  much: Count;
  /** Letters of pairs whose stems are nearly as thick as each other, and of pairs one of which is far thicker; see `RATIOS`. */
  alike: Count;
  apart: Count;
}

/** The letters that are drawn: bowls, counters, a crossbar, a diagonal, a tail. */
export const LETTERS = 'aegnsty';
/** Stems whose thicknesses have a smaller ratio than the first are alike, with a larger one than the second apart. */
export const RATIOS = [1.5, 2] as const;
/** Shares of their ink that two letters have in common: less than the first is little, more than the second much. */
export const SHARED = [1 / 3, 1 / 2] as const;
/** Feather of the soft edge, in cap heights. */
export const SOFT = 1;

/** Counts. @param every takes only every so-manyth style as A; 1 for all */
export function takeCensus({ manifest: { field, glyphs, space }, decodeWord }: Decoder, styles: Styles, every = 1): Census {
  const size = styles.codes.length / styles.count;
  const area = field.side ** 2;
  const ids = [...LETTERS].map((letter) => glyphs.indexOf(letter));
  const codeOf = (row: number): Float32Array => styles.codes.slice(row * size, (row + 1) * size);
  const draw = (z: Float32Array): DrawnWord => {
    const word = { text: LETTERS, fields: new Float32Array(ids.length * area), advances: new Float32Array(ids.length) };
    decodeWord(z, ids, word.fields, word.advances);
    return word;
  };
  const letterOf = ({ text, fields, advances }: DrawnWord, i: number): DrawnWord => ({ text: text[i] ?? '', fields: fields.subarray(i * area, (i + 1) * area), advances: advances.subarray(i, i + 1) });
  const weight = (row: number): number => styles.attributes[row * ATTRIBUTES.length + ATTRIBUTES.indexOf('weight')] ?? NaN;
  const none = (): Count => ({ letters: 0, hard: 0, soft: 0, codes: 0 });
  const census: Census = { pairs: 0, all: none(), little: none(), much: none(), alike: none(), apart: none() };
  const out = roomFor('', 1, field);
  for (let row = 0; row < styles.count; row += every) {
    // A fixed stride through the other half, so that neighbours on the sheet do not meet neighbours.
    const other = (row * 7 + Math.floor(styles.count / 2)) % styles.count;
    const ratio = Math.max(weight(row), weight(other)) / Math.min(weight(row), weight(other));
    if (other === row || !(Math.min(weight(row), weight(other)) > 0)) continue;
    const stems = ratio > RATIOS[1] ? census.apart : ratio < RATIOS[0] ? census.alike : undefined;
    census.pairs++;
    const [from, to] = [codeOf(row), codeOf(other)];
    const [a, b, mean] = [draw(from), draw(to), draw(from.map((value, k) => (value + (to[k] ?? 0)) / 2))];
    for (let i = 0; i < LETTERS.length; i++) {
      const [one, two, half] = [letterOf(a, i), letterOf(b, i), letterOf(mean, i)];
      const x = ((one.advances[0] ?? 0) + (two.advances[0] ?? 0)) / 4;
      const mask: Mask = { shape: 'line', x, y: 0, angle: 0, size: 0, feather: 0 };
      const [pa, pb] = [piecesOf(one.fields, field), piecesOf(two.fields, field)];
      const joined = (feather: number): Pieces => {
        blend(one, two, { ...mask, feather }, field, space, out);
        return piecesOf(out.fields, field);
      };
      const [hard, soft, codes] = [joined(0), joined(SOFT), piecesOf(half.fields, field)].map((each) => Number(isBroken(each, pa, pb)));
      const shared = sharedInk(one, two);
      for (const count of [census.all, shared < SHARED[0] ? census.little : shared > SHARED[1] ? census.much : undefined, stems]) {
        if (!count) continue;
        count.letters++;
        count.hard += hard ?? 0;
        count.soft += soft ?? 0;
        count.codes += codes ?? 0;
      }
    }
  }
  return census;
}
