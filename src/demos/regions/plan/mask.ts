/** The mask: how much of B is let in at a place of the line. Places and lengths are in cap heights from the start of the baseline, y upward. Pure. */
import type { RegionsState, Shape } from '../state.ts';

/** A mask over a line. */
export interface Mask {
  shape: Shape;
  x: number;
  y: number;
  /** In radians, anticlockwise. */
  angle: number;
  size: number;
  feather: number;
}

/** A place on the line. */
export type Spot = readonly [x: number, y: number];

/** The handle that turns the boundary stands so far from the one that moves it. */
export const ARM = 0.62;

/** The mask of a state, over a line of this length. */
export function maskOf({ shape, x, y, angle, size, feather }: Omit<RegionsState, 'word' | 'a' | 'b'>, length: number): Mask {
  return { shape, x: x * length, y, angle: (angle * Math.PI) / 180, size, feather };
}

/** How far a place lies on B's side of the boundary; below nothing, on A's. */
export function depthOf({ shape, x, y, angle, size }: Mask): (px: number, py: number) => number {
  if (shape === 'pool') return (px, py) => size - Math.hypot(px - x, py - y);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return (px, py) => (px - x) * cos + (py - y) * sin;
}

/**
 * The share of B at a place, 0 to 1: half on the boundary, and to either side of it along a smooth step as wide as the feather.
 * @param least no band is narrower than this
 */
export function shareOf(mask: Mask, least = 0): (px: number, py: number) => number {
  const depth = depthOf(mask);
  const band = Math.max(mask.feather, least, 1e-6);
  return (px, py) => {
    const t = depth(px, py) / band + 0.5;
    return t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t);
  };
}

/** Where the handles stand: the one that moves the mask, and the one that turns the boundary or widens the pool. */
export function handlesOf({ shape, x, y, angle, size }: Mask): { move: Spot; turn: Spot } {
  return { move: [x, y], turn: shape === 'pool' ? [x + size, y] : [x - ARM * Math.sin(angle), y + ARM * Math.cos(angle)] };
}

/** The angle, in whole degrees, or the radius that the second handle has when it is pulled to a place. */
export function turnedTo({ shape, x, y }: Mask, [px, py]: Spot): { angle: number } | { size: number } {
  if (shape === 'pool') return { size: Math.hypot(px - x, py - y) };
  // Nothing is left of a minus before nothing.
  return { angle: Math.round((Math.atan2(x - px, py - y) * 180) / Math.PI) + 0 };
}

/** Places along the boundary, evenly `step` apart, within `reach` of the mask's own. */
export function boundary(mask: Mask, step: number, reach: number): Spot[] {
  const { shape, x, y, angle, size } = mask;
  if (shape === 'pool') {
    const count = Math.max(8, Math.round((2 * Math.PI * size) / step));
    return Array.from({ length: count }, (_, i): Spot => [x + size * Math.cos((2 * Math.PI * i) / count), y + size * Math.sin((2 * Math.PI * i) / count)]);
  }
  const count = Math.floor(reach / step);
  return Array.from({ length: 2 * count + 1 }, (_, i): Spot => [x - (i - count) * step * Math.sin(angle), y + (i - count) * step * Math.cos(angle)]);
}
