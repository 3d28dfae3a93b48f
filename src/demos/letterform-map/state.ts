/** The state of the letterform map: a small object that fits in the hash of an address. Pure. */
import { LONGEST } from '../base/words.ts';
import { clampPoint, type Grid, type Point } from '../base/map.ts';

/** Ways from A to B: straight through the space, along an arc, or from picture to picture. */
export const modes = ['lerp', 'slerp', 'fade'] as const;

/** One of the ways from A to B. */
export type Mode = (typeof modes)[number];

/** Everything a reader can change. */
export interface MapState {
  /** What the reader typed, whole, whether or not the model knows all of it. */
  word: string;
  /** Where the hand is. */
  at: Point;
  a: Point;
  b: Point;
  /** How far from A to B, 0 to 1. */
  t: number;
  /** Which way the strip of in-betweens takes. */
  mode: Mode;
}

/** Nothing chosen yet; what a figure begins with is written as the difference from this. */
export const emptyState: MapState = { word: '', at: { u: 0, v: 0 }, a: { u: 0, v: 0 }, b: { u: 0, v: 0 }, t: 0, mode: 'lerp' };

const rounded = (value: number): string => String(Math.round(value * 100) / 100);
const pointText = ({ u, v }: Point): string => `${rounded(u)},${rounded(v)}`;

/**
 * The state as the hash of an address, without `#`: only what differs from `base`, and nothing at all where nothing does.
 * Places are kept to a hundredth of a cell.
 */
export function encodeState(state: MapState, base: MapState): string {
  const parts = new URLSearchParams();
  const put = (key: string, value: string, usual: string): void => void (value !== usual && parts.set(key, value));
  put('word', state.word, base.word);
  put('at', pointText(state.at), pointText(base.at));
  put('a', pointText(state.a), pointText(base.a));
  put('b', pointText(state.b), pointText(base.b));
  put('t', rounded(state.t), rounded(base.t));
  put('way', state.mode, base.mode);
  return parts.toString();
}

/** Reads what {@link encodeState} wrote. Whatever cannot be read, is missing or lies off the map is as in `base`, or at the map's edge. */
export function decodeState(hash: string, base: MapState, grid: Grid): MapState {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const mode = modes.find((each) => each === parts.get('way'));
  const point = (key: string, usual: Point): Point => {
    const [, u, v] = /^(-?\d{1,3}(?:\.\d{1,4})?),(-?\d{1,3}(?:\.\d{1,4})?)$/.exec(parts.get(key) ?? '') ?? [];
    return u === undefined || v === undefined ? usual : clampPoint({ u: Number(u), v: Number(v) }, grid);
  };
  const t = parts.get('t') ?? '';
  return {
    word: (parts.get('word') ?? base.word).slice(0, LONGEST),
    at: point('at', base.at),
    a: point('a', base.a),
    b: point('b', base.b),
    t: /^\d(?:\.\d{1,4})?$/.test(t) ? Math.min(Number(t), 1) : base.t,
    mode: mode ?? base.mode,
  };
}

/** Whether two states are the same as far as an address can tell. */
export function sameState(one: MapState, other: MapState): boolean {
  return encodeState(one, other) === '';
}

/** Whether a hash is a state and not the name of a place in the page. */
export function isState(hash: string): boolean {
  return /^#?(?:word|at|a|b|t|way)=/.test(hash);
}
