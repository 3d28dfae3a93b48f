/** Outlines of drawn letters as lines and cubic curves, for SVG at build time and for export. */
import { fitCubics, unit, type Cubic, type Point } from './bezier-fit.ts';
import { rings } from './contour.ts';
import { pieces, type Piece } from './corners.ts';
import type { Field, Geometry } from './field.ts';

/** A closed outline in cap heights, y upward, with the ink on its left: holes run the other way round. */
export interface Contour {
  start: Point;
  /** A line where only the end is given, else a curve with both handles. */
  segments: readonly (readonly [end: Point] | Cubic)[];
}

/** No curve lies further than this from the edge of the drawn letter, in cap heights. */
export const TOLERANCE = 0.0035;

/**
 * The outlines of the ink in a field.
 *
 * Islands and holes smaller than `SMALLEST_AREA` are dropped. Rounded corners are made sharp again, lines that are all
 * but upright or level are made exactly so, and curves have points where they are upright or level.
 */
export function outline(field: Field, geometry: Geometry): Contour[] {
  return rings(field, geometry).flatMap((ring) => {
    const found = pieces(ring);
    const start = found[0]?.points[0];
    return start ? [{ start, segments: found.flatMap(segmentsOf) }] : [];
  });
}

function segmentsOf({ points, line, start, end }: Piece): Contour['segments'] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  if (line) return [[last]];
  const reach = Math.min(4, points.length - 1);
  return fitCubics(points, start ?? unit(first, points[reach] ?? last), end ?? unit(last, points.at(-1 - reach) ?? first), TOLERANCE);
}

/** Where and how large an outline is drawn in a picture whose y runs downward. */
export interface Place {
  /** Units of the picture in a cap height. */
  scale: number;
  /** The middle of the letter's advance, in units of the picture. */
  x: number;
  /** The baseline, in units of the picture. */
  y: number;
  /** Decimals that coordinates are rounded to; 0 when left out. */
  precision?: number;
}

/**
 * SVG path data, in steps from point to point. Rounding never adds up: every step is between two rounded places.
 * Holes need no fill rule: they run against the outlines around them.
 */
export function toPath(contours: readonly Contour[], { scale, x, y, precision = 0 }: Place): string {
  const unitsIn = 10 ** precision;
  const whole = ([px, py]: Point): Point => [Math.round((x + px * scale) * unitsIn), Math.round((y - py * scale) * unitsIn)];
  let pen: Point = [0, 0];
  let path = '';
  for (const { start, segments } of contours) {
    const first = whole(start);
    path += `m${numbers([first[0] - pen[0], first[1] - pen[1]], unitsIn)}`;
    pen = first;
    let last = '';
    segments.forEach((segment, i) => {
      const points = segment.map(whole);
      const end = points.at(-1) ?? pen;
      const step = points.flatMap(([px, py]) => [px - pen[0], py - pen[1]]);
      // The line that closes an outline need not be drawn.
      const closes = points.length === 1 && i === segments.length - 1 && end[0] === first[0] && end[1] === first[1];
      if (!closes && step.some((value) => value !== 0)) {
        const [op, values] = points.length === 3 ? ['c', step] : step[1] === 0 ? ['h', step.slice(0, 1)] : step[0] === 0 ? ['v', step.slice(1)] : ['l', step];
        const text = numbers(values, unitsIn);
        path += op === last ? (text.startsWith('-') ? text : ` ${text}`) : op + text;
        last = op;
      }
      pen = end;
    });
    path += 'z';
    pen = first;
  }
  return path;
}

/** Numbers as path data: no zero before the point, a space only where no minus sign parts them. */
function numbers(values: readonly number[], unitsIn: number): string {
  return values
    .map((value) => String(value / unitsIn).replace(/^(-?)0\./, '$1.'))
    .reduce((text, value) => text + (text && !value.startsWith('-') ? ' ' : '') + value, '');
}

/**
 * A line of letters as one path.
 * @param letters the outlines of each letter
 * @param centres the middle of each letter's advance, in cap heights from the start of the line, as `setLine` gives them
 * @param place of the start of the line
 */
export function wordPath(letters: readonly (readonly Contour[])[], centres: ArrayLike<number>, place: Place): string {
  const placed = letters.flatMap((contours, i) => contours.map(({ start, segments }) => {
    const move = ([x, y]: Point): Point => [x + (centres[i] ?? 0), y];
    return { start: move(start), segments: segments.map((segment) => segment.map(move) as unknown as typeof segment) };
  }));
  return toPath(placed, place);
}
