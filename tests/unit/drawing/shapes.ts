/** Fields of shapes whose measures are known, sampled as the training samples typefaces: each sample the mean over its square. */
import type { Geometry } from '../../../src/drawing/field.ts';

export const geometry: Geometry = { side: 64, sample: 0.03, left: -0.96, top: 1.35 };

/** Signed distance at a place, positive inside. */
export type Shape = (x: number, y: number) => number;

const CLIP = 0.25;
const PARTS = 4;

export function fieldOf(shape: Shape): Float32Array {
  const { side, sample, left, top } = geometry;
  return Float32Array.from({ length: side * side }, (_, i) => {
    let sum = 0;
    for (let part = 0; part < PARTS * PARTS; part++) {
      const x = left + ((i % side) + ((part % PARTS) + 0.5) / PARTS) * sample;
      const y = top - (Math.floor(i / side) + (Math.floor(part / PARTS) + 0.5) / PARTS) * sample;
      sum += Math.min(Math.max(shape(x, y), -CLIP), CLIP);
    }
    return sum / PARTS ** 2;
  });
}

export const empty: Shape = () => -1;
export const circle = (cx: number, cy: number, radius: number): Shape => (x, y) => radius - Math.hypot(x - cx, y - cy);
export const both = (...shapes: Shape[]): Shape => (x, y) => Math.max(...shapes.map((shape) => shape(x, y)));
export const without = (shape: Shape, hole: Shape): Shape => (x, y) => Math.min(shape(x, y), -hole(x, y));

/** An upright rectangle. */
export const bar = (left: number, right: number, bottom: number, top: number): Shape => (x, y) => {
  const [dx, dy] = [Math.max(left - x, x - right), Math.max(bottom - y, y - top)];
  return dx > 0 && dy > 0 ? -Math.hypot(dx, dy) : -Math.max(dx, dy);
};

/** A shape leaning to the right about the baseline; distances are true across its upright edges. */
export const leaning = (shape: Shape, degrees: number): Shape => {
  const angle = (degrees * Math.PI) / 180;
  return (x, y) => {
    const value = shape(x - Math.tan(angle) * y, y);
    return value * Math.cos(angle);
  };
};

/** An ellipse; distances are true near its edge. */
export const ellipse = (cx: number, cy: number, a: number, b: number): Shape => (x, y) => {
  const [u, v] = [(x - cx) / a, (y - cy) / b];
  const q = Math.hypot(u, v);
  return q === 0 ? Math.min(a, b) : ((1 - q) * q) / Math.hypot(u / a, v / b);
};

/** H of two stems and a bar, with feet and heads that stand out on both sides by `serif`. */
export function letterH(stem: number, { serif = 0, barHeight = 0.1 } = {}): Shape {
  const stemAt = (x: number): Shape => both(
    bar(x - stem / 2, x + stem / 2, 0, 1),
    ...(serif > 0 ? [0, 0.94].map((y) => bar(x - stem / 2 - serif, x + stem / 2 + serif, y, y + 0.06)) : []),
  );
  return both(stemAt(-0.3), stemAt(0.3), bar(-0.3, 0.3, 0.5, 0.5 + barHeight));
}

/** O whose strokes are `side` thick at the sides and `top` at top and bottom. */
export const letterO = (side: number, top: number): Shape => without(ellipse(0, 0.5, 0.4, 0.5), ellipse(0, 0.5, 0.4 - side, 0.5 - top));
