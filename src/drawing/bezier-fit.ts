/**
 * Fits cubic Bézier curves to a run of points.
 *
 * After Philip J. Schneider, "An Algorithm for Automatically Fitting Digitized Curves", in Graphics Gems (1990): least
 * squares for the lengths of both handles, Newton's method for the places of the points along the curve, and a cut at the
 * worst point where one curve is not enough. Here the directions at both ends are given, so that curves meet smoothly.
 */

/** A place or a direction: x and y. */
export type Point = readonly [x: number, y: number];

/** Both handles and the end of a curve that begins where the one before ended. */
export type Cubic = readonly [handleA: Point, handleB: Point, end: Point];

const REFINEMENTS = 16;

/**
 * Curves along `points`, nowhere further from a point than `tolerance`.
 * @param points at least two; the first and last are kept
 * @param startDirection unit vector into the run at its first point
 * @param endDirection unit vector into the run at its last point, so against its course
 */
export function fitCubics(points: readonly Point[], startDirection: Point, endDirection: Point, tolerance: number): Cubic[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  if (points.length < 4) {
    const reach = distance(first, last) / 3;
    return [[along(first, startDirection, reach), along(last, endDirection, reach), last]];
  }
  let places = chordPlaces(points);
  for (let round = 0; ; round++) {
    const curve = leastSquares(points, places, startDirection, endDirection);
    const { error, index } = worst(points, places, first, curve);
    if (error <= tolerance) return [curve];
    // A curve this far off is not saved by moving points along it.
    if (round === REFINEMENTS || error > 10 * tolerance) return cut(points, index, startDirection, endDirection, tolerance);
    places = places.map((place, i) => newton(first, curve, points[i] ?? last, place));
  }
}

function cut(points: readonly Point[], index: number, startDirection: Point, endDirection: Point, tolerance: number): Cubic[] {
  const at = Math.min(Math.max(index, 1), points.length - 2);
  // The direction over several points: between neighbours it is mostly noise.
  const reach = Math.min(4, at, points.length - 1 - at);
  const [before, after] = [points[at - reach], points[at + reach]];
  const direction = before && after ? unit(before, after) : startDirection;
  return [
    ...fitCubics(points.slice(0, at + 1), startDirection, [-direction[0], -direction[1]], tolerance),
    ...fitCubics(points.slice(at), direction, endDirection, tolerance),
  ];
}

/** Share of the way along the run at which each point lies. */
function chordPlaces(points: readonly Point[]): number[] {
  let length = 0;
  const lengths = points.map((point, i) => (length += i ? distance(points[i - 1] ?? point, point) : 0));
  return lengths.map((value) => value / length);
}

function leastSquares(points: readonly Point[], places: readonly number[], startDirection: Point, endDirection: Point): Cubic {
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  let [aa, ab, bb, ra, rb] = [0, 0, 0, 0, 0];
  const across = dot(startDirection, endDirection);
  points.forEach((point, i) => {
    const t = places[i] ?? 0;
    const u = 1 - t;
    const [b0, b1, b2, b3] = [u * u * u, 3 * t * u * u, 3 * t * t * u, t * t * t];
    const rest: Point = [point[0] - first[0] * (b0 + b1) - last[0] * (b2 + b3), point[1] - first[1] * (b0 + b1) - last[1] * (b2 + b3)];
    aa += b1 * b1;
    ab += b1 * b2 * across;
    bb += b2 * b2;
    ra += b1 * dot(startDirection, rest);
    rb += b2 * dot(endDirection, rest);
  });
  const determinant = aa * bb - ab * ab;
  const chord = distance(first, last);
  let [a, b] = [(ra * bb - rb * ab) / determinant, (aa * rb - ab * ra) / determinant];
  // Handles that point backwards, or past the other end, make loops: then a third of the chord (Wu and Barsky's rule).
  const [short, long] = [chord / 20, chord * 1.5];
  if (!(a > short && a < long && b > short && b < long)) [a, b] = [clamp(a, chord), clamp(b, chord)];
  return [along(first, startDirection, a), along(last, endDirection, b), last];
}

const clamp = (value: number, chord: number): number => (value > chord / 20 && value < chord * 1.5 ? value : chord / 3);

/** The point of the curve at `t`. */
export function pointAt(start: Point, [a, b, end]: Cubic, t: number): Point {
  const u = 1 - t;
  const mix = (axis: 0 | 1): number => u * u * u * start[axis] + 3 * t * u * u * a[axis] + 3 * t * t * u * b[axis] + t * t * t * end[axis];
  return [mix(0), mix(1)];
}

function worst(points: readonly Point[], places: readonly number[], start: Point, curve: Cubic): { error: number; index: number } {
  let [error, index] = [0, points.length >> 1];
  points.forEach((point, i) => {
    const off = distance(point, pointAt(start, curve, places[i] ?? 0));
    if (off > error) [error, index] = [off, i];
  });
  return { error, index };
}

/** One step of Newton's method towards the place on the curve nearest to `point`. */
function newton(start: Point, curve: Cubic, point: Point, t: number): number {
  const [a, b, end] = curve;
  const u = 1 - t;
  const slope = (axis: 0 | 1): number => 3 * (u * u * (a[axis] - start[axis]) + 2 * u * t * (b[axis] - a[axis]) + t * t * (end[axis] - b[axis]));
  const bend = (axis: 0 | 1): number => 6 * (u * (b[axis] - 2 * a[axis] + start[axis]) + t * (end[axis] - 2 * b[axis] + a[axis]));
  const at = pointAt(start, curve, t);
  const off: Point = [at[0] - point[0], at[1] - point[1]];
  const [first, second]: [Point, Point] = [[slope(0), slope(1)], [bend(0), bend(1)]];
  const bottom = dot(first, first) + dot(off, second);
  return bottom > 0 ? Math.min(Math.max(t - dot(off, first) / bottom, 0), 1) : t;
}

/** Distance between two points. */
export const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** Unit vector from `a` to `b`; zero where they are one. */
export function unit(a: Point, b: Point): Point {
  const length = distance(a, b) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}

const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];
const along = (from: Point, direction: Point, reach: number): Point => [from[0] + direction[0] * reach, from[1] + direction[1] * reach];
