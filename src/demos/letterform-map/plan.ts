/** What belongs in which box, and which boxes a change of state reaches. Pure. */
import { lerp, slerp } from '../../inference/latent.ts';
import { stations } from '../base/draw.ts';
import { codeAt, type Grid } from '../base/map.ts';
import type { Film } from '../base/motion.ts';
import type { MapState } from './state.ts';

/** The styles of the map: one code after another, in the order of the cells. */
export interface Codes {
  codes: Float32Array;
  grid: Grid;
  /** Stations of the strip. */
  stations: number;
}

/** Number of a box of the strip; `undefined` for other boxes. */
export function stationOf(name: string): number | undefined {
  const number = /^strip-(\d+)$/.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}

/**
 * The code whose word belongs in a box: `word`, `a`, `b`, `lerp`, `slerp`, `plate-a`, `plate-b` or `strip-0` and on.
 * `undefined` for boxes in which two finished pictures are mixed.
 */
export function codeFor(name: string, { at, a, b, t, mode }: MapState, { codes, grid, stations: count }: Codes): Float32Array | undefined {
  const code = (point: MapState['at']): Float32Array => codeAt(point, grid, codes, new Float32Array(codes.length / (grid.columns * grid.rows)));
  switch (name) {
    case 'word': return code(at);
    case 'a': return code(a);
    case 'b': return code(b);
    case 'lerp': return lerp(code(a), code(b), t);
    case 'slerp': return slerp(code(a), code(b), t);
    case 'plate-a': return lerp(code(a), code(b), t);
    case 'plate-b': return lerp(code(a), code(b), 1 - t);
  }
  const share = stations(count)[stationOf(name) ?? -1];
  if (share === undefined || mode === 'fade') return undefined;
  return (mode === 'slerp' ? slerp : lerp)(code(a), code(b), share);
}

/** How far from A to B the mix of two pictures in a box is; `undefined` for boxes with one word. */
export function fadeIn(name: string, { t, mode }: MapState, count: number): number | undefined {
  if (name === 'fade') return t;
  return mode === 'fade' ? stations(count)[stationOf(name) ?? -1] : undefined;
}

/** The boxes that a change of state reaches at once, and whether it reaches the strip, which waits until it rests. */
export function changed(before: MapState, after: MapState): { names: string[]; strip: boolean } {
  const typed = before.word !== after.word;
  const [a, b] = [typed || before.a !== after.a, typed || before.b !== after.b];
  return {
    names: [
      ...(typed || before.at !== after.at ? ['word'] : []),
      ...(a ? ['a'] : []),
      ...(b ? ['b'] : []),
      ...(a || b || before.t !== after.t ? ['lerp', 'slerp', 'fade', 'plate-a', 'plate-b'] : []),
    ],
    strip: a || b || before.mode !== after.mode,
  };
}

/**
 * How far the two plates of a word stand out of register, across, in shares of the cap height: nothing where they agree, halfway, and
 * most at the ends, in opposite directions.
 */
export function offRegister(t: number): number {
  return (1 - 2 * t) * 0.055;
}

/**
 * The plates of the home page as a film: one goes from A to B, the other from B to A, on the arc if the strip does and straight if not.
 * They linger halfway, where they agree.
 */
export function filmOf({ a, b, mode }: MapState, { codes, grid }: Codes): Film {
  const [from, to] = [a, b].map((point) => codeAt(point, grid, codes, new Float32Array(codes.length / (grid.columns * grid.rows)))) as [Float32Array, Float32Array];
  const way = mode === 'slerp' ? slerp : lerp;
  const linger = (share: number): number => 0.5 + 0.5 * Math.sign(share - 0.5) * Math.abs(2 * share - 1) ** 1.5;
  return {
    at: (share) => [way(from, to, linger(share)), way(from, to, 1 - linger(share))],
    apart: (share) => offRegister(linger(share)),
    says: `one plate from A to B${mode === 'slerp' ? ' on an arc' : ''}, the other from B to A`,
  };
}
