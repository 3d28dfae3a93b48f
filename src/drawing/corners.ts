/**
 * Cuts a ring of points where a type designer would set points: at corners, at the ends of straight lines, and where a
 * curve is level or upright.
 *
 * The samples of a field cannot hold a sharp corner, so the edge turns over about one sample. Where it turns sharply and
 * is calm on both sides, the two sides are prolonged until they meet.
 */
import { distance, unit, type Point } from './bezier-fit.ts';
import { smooth, type Ring } from './contour.ts';

/** A run of points from one cut to the next. Neighbouring pieces share their ends. */
export interface Piece {
  points: readonly Point[];
  /** True where only the ends count. */
  line: boolean;
  /** Direction into the piece at its start and, against its course, at its end; set where it goes on smoothly there. */
  start?: Point;
  end?: Point;
}

/** Turns of less than this, in radians, are curves. */
const SHARP = 0.45;
/**
 * At a corner most of the turn lies within half a sample; on a tight curve it grows with the distance. Corners of real
 * typefaces have 0.78 and more, curves as tight as a ball terminal 0.4 to 0.7.
 */
const CONCENTRATED = 0.74;
/**
 * Around the end of a thin stroke the edge turns back altogether, in two corners that the samples cannot part: it is left
 * round. A sharper turn than the first is a corner only where almost all of it lies in one place, and never beyond the last.
 */
const [ACUTE, POINTED, BACK] = [2.2, 0.9, 2.8];
/** Points within which the end of a thin stroke has both its corners, or neither. */
const END = 12;
/** The edge beside a corner is read so many points away: nearer, it is rounded off. */
const ROUNDED = 3;
const SIDE = 9;
/** A corner lies no further than this from the rounded edge, in cap heights. */
const REACH = 0.035;
/** A straight line is at least this long, and its points nowhere further off, in cap heights. */
const STRAIGHT = 0.18;
const FLAT = 0.0018;
/** Points between the end of a line and a corner that belong to both. */
const SHORT = 5;
/** A line that leans less than this, sideways by length, or less than this altogether, in cap heights, is upright or level. */
const AXIS = 0.012;
const SKEWED = 0.003;
/** Points on each side above which a curve's outermost point has to rise. */
const EXTREME = 8;

/** The pieces of a ring, in order. */
export function pieces(ring: Ring): Piece[] {
  const calm = smooth(ring);
  const corners = cornersOf(ring, calm);
  const runs = corners.length ? corners.map((corner, k) => between(calm, corner, corners[(k + 1) % corners.length] ?? corner)) : [fromLeftmost(calm)];
  return squared(runs.flatMap(cutStraight)).flatMap(cutExtremes);
}

interface Corner {
  index: number;
  point: Point;
}

function cornersOf(ring: Ring, calm: Ring): Corner[] {
  const direction = (from: number, to: number): Point => unit(at(calm, from), at(calm, to));
  const turns = ring.map((_, i) => {
    const turn = turnOf(direction(i - 4, i - 2), direction(i + 2, i + 4));
    const sides = turnOf(direction(i - SIDE, i - ROUNDED), direction(i + ROUNDED, i + SIDE));
    const share = turn / sides;
    return turn > SHARP && share > CONCENTRATED && (sides < ACUTE || (share > POINTED && sides < BACK)) ? turn : 0;
  });
  const sharpest = turns.flatMap((turn, i) => {
    const around = [1, 2, 3, 4].flatMap((k) => [turns[(i + k) % turns.length] ?? 0, turns[(i - k + turns.length) % turns.length] ?? 0]);
    // Of equal neighbours the first.
    return turn > 0 && around.every((other, k) => turn > other || (turn === other && k % 2 === 0)) ? [i] : [];
  });
  const apart = (i: number, k: number): number => Math.min((i - k + ring.length) % ring.length, (k - i + ring.length) % ring.length);
  const lasting = sharpest.filter((index) => {
    const around = turnOf(direction(index - END, index - ROUNDED), direction(index + ROUNDED, index + END));
    return around < ACUTE || (turns[index] ?? 0) > ACUTE || sharpest.some((other) => other !== index && apart(index, other) <= END);
  });
  return place(ring, lasting);
}

/** Puts each corner where its sides meet, read no further than the next corner. */
function place(ring: Ring, indices: readonly number[]): Corner[] {
  return indices.map((index, k) => {
    const gap = (to: number): number => (indices.length > 1 ? (to - index + ring.length) % ring.length : ring.length);
    const before = ring.length - gap(indices.at(k - 1) ?? index) || ring.length;
    const after = gap(indices[(k + 1) % indices.length] ?? index);
    return { index, point: meeting(ring, index, Math.min(SIDE, before - 2), Math.min(SIDE, after - 2)) };
  });
}

/** Where the edges on both sides of a rounded corner meet, or the rounded corner where they do not. */
function meeting(ring: Ring, index: number, before: number, after: number): Point {
  const here = at(ring, index);
  const [a, b] = [fitLine(ring, index - before, index - ROUNDED), fitLine(ring, index + ROUNDED, index + after)];
  if (!a || !b) return here;
  const cross = a.direction[0] * b.direction[1] - a.direction[1] * b.direction[0];
  if (Math.abs(cross) < 0.2) return here;
  const share = ((b.middle[0] - a.middle[0]) * b.direction[1] - (b.middle[1] - a.middle[1]) * b.direction[0]) / cross;
  const point: Point = [a.middle[0] + share * a.direction[0], a.middle[1] + share * a.direction[1]];
  return distance(point, here) <= REACH ? point : here;
}

/** The line with the least squared distances to the points `from` to `to`. */
function fitLine(ring: Ring, from: number, to: number): { middle: Point; direction: Point } | undefined {
  if (to - from < 2) return undefined;
  const points = Array.from({ length: to - from + 1 }, (_, i) => at(ring, from + i));
  const middle = meanOf(points);
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of points) {
    xx += (x - middle[0]) ** 2;
    xy += (x - middle[0]) * (y - middle[1]);
    yy += (y - middle[1]) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return { middle, direction: [Math.cos(angle), Math.sin(angle)] };
}

function between(ring: Ring, from: Corner, to: Corner): Piece {
  const last = to.index > from.index ? to.index : to.index + ring.length;
  const points: Point[] = [from.point];
  for (let i = from.index + ROUNDED; i <= last - ROUNDED; i++) points.push(at(ring, i));
  return { points: [...points, to.point], line: false };
}

/** A ring without corners, opened at its leftmost point, where it is upright. */
function fromLeftmost(ring: Ring): Piece {
  const first = ring.reduce((best, [x], i) => (x < (ring[best]?.[0] ?? Infinity) ? i : best), 0);
  const points = [...ring.slice(first), ...ring.slice(0, first + 1)];
  const up = (at(ring, first + 3)[1] > at(ring, first - 3)[1] ? 1 : -1);
  return { points, line: false, start: [0, up], end: [0, -up] };
}

/** Takes the longest straight line out of a run, and again out of what is left on both sides. */
function cutStraight(piece: Piece): Piece[] {
  const { points, start, end } = piece;
  if (points.length < 3 || isStraight(points, 0, points.length - 1)) return [{ ...piece, line: !start && !end || points.length < 3 }];
  let [from, to, longest] = [0, 0, STRAIGHT];
  for (let i = 0; i < points.length; i += 2) {
    for (let k = i + 12; k < points.length; k += k + 2 < points.length ? 2 : 1) {
      const long = distance(points[i] as Point, points[k] as Point);
      if (long < longest) continue;
      if (!isStraight(points, i, k)) break;
      [from, to, longest] = [i, k, long];
    }
  }
  if (to === 0) return [piece];
  // A line that ends just before a corner ends in the corner; other lines end sooner: their last points already bend with the curve that follows.
  const near = (end: number): boolean => offLine(points, from, to, end) < 2 * FLAT;
  const last = points.length - 1;
  const [first, ends] = [!start && from <= SHORT && near(0) ? 0 : from > 0 ? from + 2 : 0, !end && last - to <= SHORT && near(last) ? last : to < last ? to - 2 : last];
  [from, to] = [first, ends];
  const forward = unit(points[from] as Point, points[to] as Point);
  const back: Point = [-forward[0], -forward[1]];
  return [
    ...(from > 0 ? cutStraight({ points: points.slice(0, from + 1), line: false, ...(start && { start }), end: back }) : []),
    { points: points.slice(from, to + 1), line: true, ...(from > 0 && { start: forward }), ...(to < points.length - 1 && { end: back }) },
    ...(to < points.length - 1 ? cutStraight({ points: points.slice(to), line: false, start: forward, ...(end && { end }) }) : []),
  ];
}

function isStraight(points: readonly Point[], from: number, to: number): boolean {
  const [a, b] = [points[from] as Point, points[to] as Point];
  // A ring with one corner ends where it began.
  if (distance(a, b) < FLAT) return false;
  for (let i = from + 1; i < to; i++) if (offLine(points, from, to, i) > FLAT) return false;
  return true;
}

/** Distance of the point `i` from the line between two others. */
function offLine(points: readonly Point[], from: number, to: number, i: number): number {
  const [a, point] = [points[from] as Point, points[i] as Point];
  const [x, y] = unit(a, points[to] as Point);
  return Math.abs((point[0] - a[0]) * y - (point[1] - a[1]) * x);
}

/** Sets lines that are all but upright or level exactly so. */
function squared(found: readonly Piece[]): Piece[] {
  const done = found.map((piece) => ({ ...piece, points: [...piece.points] }));
  done.forEach((piece, k) => {
    const [a, b] = [piece.points[0], piece.points.at(-1)];
    if (!piece.line || !a || !b) return;
    const lean = Math.max(AXIS * distance(a, b), SKEWED);
    const axis = Math.abs(b[0] - a[0]) < lean ? 0 : Math.abs(b[1] - a[1]) < lean ? 1 : undefined;
    if (axis === undefined) return;
    const inner = piece.points.length > 4 ? piece.points.slice(1, -1) : piece.points;
    const value = meanOf(inner)[axis];
    const move = ([x, y]: Point): Point => (axis === 0 ? [value, y] : [x, value]);
    const [before, after] = [done.at(k - 1), done[(k + 1) % done.length]];
    piece.points = [move(a), move(b)];
    const forward: Point = axis === 0 ? [0, Math.sign(b[1] - a[1])] : [Math.sign(b[0] - a[0]), 0];
    before?.points.splice(-1, 1, move(a));
    after?.points.splice(0, 1, move(b));
    if (before?.end) before.end = [-forward[0], -forward[1]];
    if (after?.start) after.start = forward;
  });
  return done;
}

/** Cuts a curve where it is level or upright: there its handles lie on the axis, as in a drawn typeface. */
function cutExtremes(piece: Piece): Piece[] {
  const { points, start, end } = piece;
  if (piece.line || points.length < 3 * EXTREME) return [piece];
  for (let i = EXTREME; i < points.length - EXTREME; i++) {
    for (const axis of [0, 1] as const) {
      const sign = outermost(points, i, axis);
      if (!sign) continue;
      const other = 1 - axis as 0 | 1;
      const course = Math.sign((points[i + 3] as Point)[other] - (points[i - 3] as Point)[other]);
      const forward: Point = axis === 0 ? [0, course] : [course, 0];
      return [
        { points: points.slice(0, i + 1), line: false, ...(start && { start }), end: [-forward[0], -forward[1]] },
        ...cutExtremes({ points: points.slice(i), line: false, start: forward, ...(end && { end }) }),
      ];
    }
  }
  return [piece];
}

/** 1 or −1 where the point is the highest or lowest on an axis among {@link EXTREME} neighbours on each side, and clearly so; else 0. */
function outermost(points: readonly Point[], i: number, axis: 0 | 1): number {
  const here = points[i]?.[axis] ?? 0;
  let [higher, lower] = [true, true];
  for (let k = i - EXTREME; k <= i + EXTREME; k++) {
    const value = points[k]?.[axis] ?? 0;
    if (value > here || (value === here && k < i)) higher = false;
    if (value < here || (value === here && k < i)) lower = false;
  }
  return higher ? 1 : lower ? -1 : 0;
}

/** Angle between two directions, in radians. */
const turnOf = (a: Point, b: Point): number => Math.abs(Math.atan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1]));

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

const at = (ring: Ring, i: number): Point => ring[((i % ring.length) + ring.length) % ring.length] as Point;
