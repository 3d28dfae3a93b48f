/** What lies between two hands, as pictures: the code, the field of a letter, its outline and the points on it. Pure. */
import type { Geometry } from '../../../drawing/field.ts';
import { toPath, type Contour } from '../../../drawing/outline.ts';

/** Proportions of the strip of a code. */
export const STRIP = { width: 256, height: 96 } as const;
/** Proportions of the pictures of a letter. */
export const LETTER = { width: 240, height: 240 } as const;
/** Tiles of a field, and tones between far outside and far inside. */
const TILES = 32;
/** How many tones there are; the lightest is the paper. */
export const TONES = 7;
/** Distance, in cap heights, beyond which one sample is as far as another. */
const FAR = 0.25;

/** A code as bars up and down from the middle line: each number in deviations of the learned codes. */
export function stripOf(z: ArrayLike<number>, mean: ArrayLike<number>, deviations: ArrayLike<number>): string {
  const bar = STRIP.width / z.length;
  return Array.from({ length: z.length }, (_, i) => {
    const far = Math.min(Math.max((z[i]! - mean[i]!) / (deviations[i]! || 1), -3), 3);
    return `M${round(i * bar + bar * 0.15)} ${STRIP.height / 2}h${round(bar * 0.7)}v${round(-far / 3 * STRIP.height / 2)}h${round(-bar * 0.7)}z`;
  }).join('');
}

/** Deviations of a Gaussian's numbers, of the lower triangle it is given by. */
export function deviationsOf(chol: ArrayLike<number>, size: number): number[] {
  return Array.from({ length: size }, (_, i) => Math.hypot(...Array.from({ length: i + 1 }, (__, k) => chol[i * size + k]!)));
}

/** A field as tiles of a few tones, each tone a path. */
export function tilesOf(field: ArrayLike<number>, { side }: Pick<Geometry, 'side'>): string[] {
  const step = side / TILES;
  const tile = LETTER.width / TILES;
  const paths = Array.from({ length: TONES }, () => '');
  for (let y = 0; y < TILES; y++) {
    for (let x = 0, run = 0; x < TILES; x += run) {
      const toneAt = (at: number): number => Math.min(TONES - 1, Math.floor((Math.min(Math.max(field[y * step * side + at * step]! / FAR, -1), 1) + 1) / 2 * TONES));
      const tone = toneAt(x);
      for (run = 1; x + run < TILES && toneAt(x + run) === tone; ) run++;
      if (tone > 0) paths[tone] += `M${round(x * tile)} ${round(y * tile)}h${round(run * tile)}v${round(tile)}h${round(-run * tile)}z`;
    }
  }
  return paths;
}

/** A letter's outline, and a dot for each of its points, over the same square as its field. */
export function outlineOf(contours: readonly Contour[], { side, sample, left, top }: Geometry): { d: string; dots: string; points: number } {
  const scale = LETTER.width / (side * sample);
  const place = { scale, x: -left * scale, y: top * scale, precision: 1 };
  const ends = contours.flatMap(({ segments }) => segments.map((segment) => segment.at(-1)!));
  return { d: toPath(contours, place), dots: ends.map(([x, y]) => `M${round(place.x + x * scale)} ${round(place.y - y * scale)}h0`).join(''), points: ends.length };
}

/** Points of many letters. */
export function pointsIn(letters: readonly (readonly Contour[])[]): number {
  return letters.reduce((sum, contours) => sum + contours.reduce((count, { segments }) => count + segments.length, 0), 0);
}

const round = (value: number): number => Math.round(value * 10) / 10;
