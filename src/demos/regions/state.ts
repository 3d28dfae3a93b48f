/** The state of the regions: a small object that fits in the hash of an address. Pure. */
import { choice, createCodec, number, place, text, whole, type StateCodec } from '../base/codec.ts';
import type { Grid, Point } from '../base/map.ts';
import { LONGEST } from '../base/words.ts';

/** The two shapes a mask can have. */
export const SHAPES = ['line', 'pool'] as const;
export type Shape = (typeof SHAPES)[number];

/** Ends of the mask's settings: shares of the line across, degrees of the angle, cap heights for the rest. */
export const ENDS = { x: [-0.1, 1.1], y: [-0.4, 1.2], angle: [-180, 180], size: [0.1, 3], feather: [0, 4] } as const;

/** Everything a reader can change. */
export interface RegionsState {
  word: string;
  /** Where on the sheet the ground's style is. */
  a: Point;
  /** Where the style is that the mask lets in. */
  b: Point;
  /** A boundary with B on one side of it, or a round pool of B. */
  shape: Shape;
  /** Place of the mask: across, as a share of the line, and up from the baseline, in cap heights. */
  x: number;
  y: number;
  /** How far the boundary is turned anticlockwise, in degrees; upright, B is on its right. */
  angle: number;
  /** Radius of the pool, in cap heights. */
  size: number;
  /** Width of the band in which A becomes B, in cap heights. */
  feather: number;
}

/** Nothing chosen yet; what a figure begins with is written as the difference from this. */
export const emptyState: RegionsState = { word: '', a: { u: 0, v: 0 }, b: { u: 0, v: 0 }, shape: 'line', x: 0.5, y: 0.36, angle: 0, size: 0.8, feather: 0 };

/** Writes and reads states over a sheet of this size. */
export function codecOf(grid: Grid): StateCodec<RegionsState> {
  return createCodec<RegionsState>({
    word: text(LONGEST), a: place(grid), b: place(grid), shape: choice(SHAPES),
    x: number(...ENDS.x, 3), y: number(...ENDS.y), angle: whole(...ENDS.angle), size: number(...ENDS.size), feather: number(...ENDS.feather),
  }, { shape: 'mask' });
}
