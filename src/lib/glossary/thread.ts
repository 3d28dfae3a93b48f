/**
 * A bridge as it is printed: two inks, one from either bank. How far each reaches says how close the words are: at `exact` both
 * plates run the whole way and print as one, at `false-friend` they never meet. Runs on the server and, when rows are filtered
 * away, in the browser.
 */
import type { Relation } from '../../schemas/index.ts';

/** The drawing of one bridge, as SVG path data in a box 100 wide and `height` high. */
export interface Thread {
  /** The technical plate's stroke, from the left bank. */
  technical: string;
  /** The creative plate's stroke, from the right bank. */
  creative: string;
  /** Height of the middle of the line: where its word or its cross stands. */
  middle: number;
}

/** Height of a row, in the units of the box. */
export const ROW = 10;

/** How far each ink gets, from 0 to 1 of the way: beyond a half they overprint. */
export const reach: Readonly<Record<Relation, number>> = { exact: 1, close: 0.78, partial: 0.6, 'false-friend': 0.46 };

/** Pull of the curve: where its two handles stand, from 0 to 100. */
const HANDLES = [44, 56] as const;

/**
 * Height of the middle of a row whose bank of `count` rows is spread evenly over the height of `rows` rows.
 * @param row counted from 0
 */
export function rowHeight(row: number, count: number, rows: number): number {
  return ((row + 0.5) * rows * ROW) / count;
}

/** The bridge between two heights. */
export function thread(left: number, right: number, relation: Relation): Thread {
  const far = reach[relation];
  return { technical: part(left, right, 0, far), creative: part(left, right, 1 - far, 1), middle: (left + right) / 2 };
}

/** A line between two heights in one ink, the whole way. */
export function hairline(left: number, right: number): string {
  return part(left, right, 0, 1);
}

/**
 * Height of the thread between two heights, at `x`. Its handles stand in order, so x only grows along the way and can be halved in on.
 * @param x from 0 to 100
 */
export function heightAt(x: number, left: number, right: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 12; i++) {
    const t = (low + high) / 2;
    if (blossom([0, ...HANDLES, 100], t, t, t) < x) low = t;
    else high = t;
  }
  return blossom([left, left, right, right], low, low, low);
}

/** The part of a thread from `start` to `end` of the way, which is again one cubic curve: its points are blossoms of the whole. */
function part(left: number, right: number, start: number, end: number): string {
  const points = [[start, start, start], [start, start, end], [start, end, end], [end, end, end]] as const;
  const [from, ...rest] = points.map(([a, b, c]) => `${round(blossom([0, ...HANDLES, 100], a, b, c))} ${round(blossom([left, left, right, right], a, b, c))}`);
  return `M${from}C${rest.join(' ')}`;
}

/** De Casteljau's construction with a parameter for each of its three steps. */
function blossom([p, q, r, s]: readonly [number, number, number, number], a: number, b: number, c: number): number {
  const mix = (from: number, to: number, t: number): number => from + (to - from) * t;
  const [pq, qr, rs] = [mix(p, q, a), mix(q, r, a), mix(r, s, a)];
  return mix(mix(pq, qr, b), mix(qr, rs, b), c);
}

const round = (value: number): number => Math.round(value * 100) / 100;
