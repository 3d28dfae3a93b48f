/** Geometry of the map: a grid of styles, a place on it, the mix of the styles around. Pure. */
import { weightedMean } from '../../inference/latent.ts';

/** How many styles lie side by side and below each other. */
export interface Grid {
  columns: number;
  rows: number;
}

/** A place: `u` from 0 in the first column to `columns - 1` in the last, `v` from 0 in the first row, at the top, downwards. */
export interface Point {
  u: number;
  v: number;
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** The nearest place on the map. */
export function clampPoint({ u, v }: Point, { columns, rows }: Grid): Point {
  return { u: clamp(u, columns - 1), v: clamp(v, rows - 1) };
}

/** The cell nearest to a place: its index among all cells, row by row. */
export function cellOf(point: Point, grid: Grid): number {
  const { u, v } = clampPoint(point, grid);
  return Math.round(v) * grid.columns + Math.round(u);
}

/** Middle of a cell. */
export function middleOf(cell: number, { columns }: Grid): Point {
  return { u: cell % columns, v: Math.floor(cell / columns) };
}

/** A style, by the index of its cell, and its share in a mix. */
export interface Share {
  index: number;
  weight: number;
}

/** The styles around a place with their shares, which add up to one; at the middle of a cell it is that style alone. */
export function sharesAt(point: Point, grid: Grid): Share[] {
  const { u, v } = clampPoint(point, grid);
  const [left, top] = [Math.min(Math.floor(u), grid.columns - 1), Math.min(Math.floor(v), grid.rows - 1)];
  const [right, down] = [u - left, v - top];
  const at = (column: number, row: number, weight: number): Share => ({ index: (top + row) * grid.columns + left + column, weight });
  return [at(0, 0, (1 - right) * (1 - down)), at(1, 0, right * (1 - down)), at(0, 1, (1 - right) * down), at(1, 1, right * down)].filter(({ weight }) => weight > 0);
}

/**
 * The code at a place: the bilinear mix of the codes around it.
 * @param codes one code after another, in the order of the cells
 * @param out takes the code; its length is the length of every code
 */
export function codeAt(point: Point, grid: Grid, codes: Float32Array, out: Float32Array): Float32Array {
  return weightedMean(codes, sharesAt(point, grid), out);
}

/** The place under a pointer, `x` and `y` from the upper left corner of a map of this size. */
export function pointUnder(x: number, y: number, width: number, height: number, grid: Grid): Point {
  return clampPoint({ u: (x / width) * grid.columns - 0.5, v: (y / height) * grid.rows - 0.5 }, grid);
}

/** Which of the named places lies nearest to `point`, if one is nearer than `reach` cells. */
export function nearestPoint<Name extends string>(point: Point, places: Readonly<Record<Name, Point>>, reach: number): Name | undefined {
  const near = (Object.entries(places) as [Name, Point][])
    .map(([name, { u, v }]) => ({ name, distance: Math.hypot(u - point.u, v - point.v) }))
    .sort((one, other) => one.distance - other.distance)[0];
  return near && near.distance <= reach ? near.name : undefined;
}

/** A key that moves the hand: along which axis, and how many cells; `Infinity` is as far as it goes. */
export interface Stride {
  axis: 'u' | 'v';
  by: number;
}

/**
 * What a key does to the hand. Arrows go where they point, whichever axis has the focus; the others act on the focused axis.
 * @param axis the axis that has the focus
 * @param fine a tenth of the usual step, with Shift
 */
export function strideOf(key: string, axis: Stride['axis'], fine = false): Stride | undefined {
  const step = fine ? 0.05 : 0.5;
  switch (key) {
    case 'ArrowLeft': return { axis: 'u', by: -step };
    case 'ArrowRight': return { axis: 'u', by: step };
    case 'ArrowUp': return { axis: 'v', by: -step };
    case 'ArrowDown': return { axis: 'v', by: step };
    case 'PageUp': return { axis, by: -4 };
    case 'PageDown': return { axis, by: 4 };
    case 'Home': return { axis, by: -Infinity };
    case 'End': return { axis, by: Infinity };
    default: return undefined;
  }
}

/** The place after a stride. */
export function stepped(point: Point, { axis, by }: Stride, grid: Grid): Point {
  return clampPoint({ ...point, [axis]: point[axis] + by }, grid);
}

/**
 * The slow walk: a place `seconds` after setting out from `from`. It sets out without a jerk, never leaves the map, and comes by
 * most of it in some five minutes. (A Lissajous figure, whose two periods have no small common multiple.)
 */
export function walkFrom(from: Point, seconds: number, { columns, rows }: Grid): Point {
  // A second and a half to come up to speed.
  const time = seconds < 1.5 ? (seconds * seconds) / 3 : seconds - 0.75;
  const wave = (start: number, most: number, period: number): number => {
    const phase = Math.asin(clamp(start / most, 1) * 2 - 1);
    return (most * (1 + Math.sin(phase + (2 * Math.PI * time) / period))) / 2;
  };
  return { u: wave(from.u, columns - 1, 61), v: wave(from.v, rows - 1, 43) };
}

/** How far the slow swing between A and B has come, 0 to 1, `seconds` after it was at `from` and on its way up; it lingers in the middle. */
export function swingFrom(from: number, seconds: number): number {
  const PERIOD = 16;
  // Solved for the phase at which the swing is at `from`; rounding apart, the two lines below are each other's inverse.
  const linger = (s: number): number => 0.5 + 0.5 * Math.sign(s) * Math.abs(s) ** 1.5;
  const phase = Math.asin(Math.sign(from - 0.5) * Math.abs(2 * from - 1) ** (1 / 1.5));
  return linger(Math.sin(phase + (2 * Math.PI * seconds) / PERIOD));
}
