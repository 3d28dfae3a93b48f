/**
 * Who decides what, counted over all shipped styles: each is crossed with a style from the other half of the sheet at every cut, the
 * mixes are drawn and measured, and what of the difference between the two parents has crossed over is fitted. Runs at build time.
 */
import { ATTRIBUTES, type AttributeName } from '../../drawing/attributes.ts';
import { measure } from '../../drawing/measure.ts';
import type { Decoder } from '../../inference/decoder.ts';
import { crossOver, FINISH_PLACES, PLACES } from '../../inference/places.ts';
import type { Styles } from '../../inference/styles.ts';
import { deviationsOf, scalesOf } from '../base/scales.ts';
import type { Deviations } from './plan/whose.ts';

/** What was counted of one attribute. */
export interface Row {
  name: AttributeName;
  /** What of the difference between A and B the mix has got from B, by how many places read B: 0 for none, 1 for all of them. */
  shares: readonly number[];
  /** How far the finish alone moves it: the median over all pairs, in deviations of real typefaces. */
  moved: number;
}

/** What was counted. */
export interface Census {
  /** How many pairs were crossed. */
  pairs: number;
  rows: readonly Row[];
  /** Mixes, of all that were drawn, whose stems could no longer be measured though those of both parents can. */
  lost: number;
  /** All mixes that were drawn. */
  mixes: number;
}

/** The letters that are drawn: stems and feet are measured on the first, bowls on the second, the x-height on the third. */
export const LETTERS: readonly string[] = [...'HOx'];

/** Counts. @param every takes only every so-manyth style as A; 1 for all */
export function takeCensus(decoder: Decoder, styles: Styles, every = 1): Census {
  const { manifest: { field, glyphs }, decodeWord } = decoder;
  const size = styles.codes.length / styles.count;
  const codeOf = (row: number): Float32Array => styles.codes.subarray((row % styles.count) * size, ((row % styles.count) + 1) * size);
  const scales = scalesOf(styles);
  const ids = LETTERS.map((letter) => glyphs.indexOf(letter));
  const area = field.side ** 2;
  const fields = new Float32Array(ids.length * area);
  const advances = new Float32Array(ids.length);
  const seen = (z: Float32Array): Deviations => {
    decodeWord(z, ids, fields, advances);
    const fieldOf = (letter: string): Float32Array | undefined => (LETTERS.includes(letter) ? fields.subarray(LETTERS.indexOf(letter) * area, (LETTERS.indexOf(letter) + 1) * area) : undefined);
    // Their own advances stand for the alphabet's: what counts here is how they change.
    const mean = advances.reduce((sum, value) => sum + value, 0) / advances.length;
    return deviationsOf(measure(fieldOf, () => mean, field), scales);
  };
  const own = new Map<number, Deviations>();
  const ownOf = (row: number): Deviations => {
    const known = own.get(row % styles.count) ?? seen(codeOf(row));
    own.set(row % styles.count, known);
    return known;
  };
  const half = Math.floor(styles.count / 2);
  const ways = ATTRIBUTES.map(() => Array.from({ length: PLACES + 1 }, () => ({ crossed: 0, whole: 0 })));
  const moves: number[][] = ATTRIBUTES.map(() => []);
  const z = new Float32Array(PLACES * size);
  let [pairs, lost, mixes] = [0, 0, 0];
  for (let row = 0; row < styles.count; row += every, pairs++) {
    const [a, b] = [ownOf(row), ownOf(row + half)];
    for (let late = 0; late <= PLACES; late++) {
      const inner = late > 0 && late < PLACES;
      const mix = inner ? seen(crossOver(codeOf(row), codeOf(row + half), late, z)) : late === 0 ? a : b;
      if (inner) mixes++;
      if (inner && mix[0] === undefined && a[0] !== undefined && b[0] !== undefined) lost++;
      ATTRIBUTES.forEach((_, k) => {
        const [from, to, now, way] = [a[k], b[k], mix[k], ways[k]?.[late]];
        if (from === undefined || to === undefined || now === undefined || !way) return;
        // Least squares through A: the share s for which A + s·(B − A) comes nearest to the mixes.
        way.crossed += (now - from) * (to - from);
        way.whole += (to - from) ** 2;
        if (late === FINISH_PLACES) moves[k]?.push(Math.abs(now - from));
      });
    }
  }
  return { pairs, lost, mixes, rows: ATTRIBUTES.map((name, k) => ({ name, shares: (ways[k] ?? []).map(({ crossed, whole }) => crossed / whole), moved: median(moves[k] ?? []) })) };
}

/** What a cut hands over that the cut before it did not: attributes of which at least a quarter crosses over there, the most first. */
export function handedOver({ rows }: Census, late: number): AttributeName[] {
  return rows
    .map(({ name, shares }) => ({ name, step: (shares[late] ?? 0) - (shares[late - 1] ?? 0) }))
    .filter(({ step }) => step >= 0.25)
    .sort((one, other) => other.step - one.step)
    .map(({ name }) => name);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
