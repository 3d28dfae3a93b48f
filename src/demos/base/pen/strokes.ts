/** Pen strokes: tidied when the pen is lifted, kept in whole numbers, drawn as smooth lines, and written into an address. Pure. */

/** Whole units in a cap height: everything that is kept of a drawing lies on this grid, so that a link draws the same. */
export const UNIT = 160;
/** A point further than this from the middle of the pad lies outside of every pad, in units. */
const FURTHEST = 256;
/** Steps from point to point that one sign can tell, in units. */
const STRIDE = 31;
/** Points nearer than this to the line between their neighbours say nothing, in cap heights. */
const TOLERANCE = 0.006;
/** Steps of a width that one sign can tell; the usual width is `USUAL` of them. */
const [WIDEST, USUAL] = [63, 32];
/** Of a drawing, as many points are kept as a reader can have meant. */
export const MOST_POINTS = 4000;

/** A stroke, in units: x from the middle of the pad to the right, y from the baseline up. */
export interface Stroke {
  /** x and y of one point after another. */
  points: readonly number[];
  /** How wide the pen was at each point, where it told its pressure; `USUAL` is its own width. */
  widths?: readonly number[];
}

/** A point of a line as it is drawn: in cap heights, and its width as a share of the pen's. */
export type Place = readonly [x: number, y: number, width: number];

/**
 * Tidies what a pen has told: evens out the hand’s tremor, leaves out what says nothing, brings the rest onto the grid.
 * @param raw places in cap heights
 * @param pressed whether the widths tell anything
 */
export function tidy(raw: readonly Place[], pressed = false): Stroke | undefined {
  const even = raw.map((place, i): Place => {
    const [before, after] = [raw[i - 1], raw[i + 1]];
    return before && after ? [mix(before[0], place[0], after[0]), mix(before[1], place[1], after[1]), mix(before[2], place[2], after[2])] : place;
  });
  const points: number[] = [];
  const widths: number[] = [];
  const add = (x: number, y: number, width: number): void => {
    points.push(x, y);
    widths.push(width);
  };
  for (const [x, y, width] of simplify(even)) {
    const next = [clamp(x * UNIT, -FURTHEST, FURTHEST), clamp(y * UNIT, -FURTHEST, FURTHEST), clamp(width * USUAL, 1, WIDEST)].map(Math.round) as [number, number, number];
    const [fromX, fromY, fromWidth] = [points.at(-2), points.at(-1), widths.at(-1)];
    if (fromX === undefined || fromY === undefined || fromWidth === undefined) {
      add(...next);
      continue;
    }
    const steps = Math.ceil(Math.max(Math.abs(next[0] - fromX), Math.abs(next[1] - fromY)) / STRIDE);
    for (let k = 1; k <= steps; k++) {
      const share = k / steps;
      add(Math.round(fromX + (next[0] - fromX) * share), Math.round(fromY + (next[1] - fromY) * share), Math.round(fromWidth + (next[2] - fromWidth) * share));
    }
  }
  if (points.length === 0) return undefined;
  return pressed && widths.some((width) => width !== widths[0]) ? { points, widths } : { points };
}

const mix = (before: number, here: number, after: number): number => (before + 2 * here + after) / 4;
const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Leaves out points that lie on the way between those that are kept (Ramer, 1972; Douglas and Peucker, 1973). */
function simplify(places: readonly Place[]): Place[] {
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last) return [];
  const kept = new Set([0, places.length - 1]);
  const open: [number, number][] = [[0, places.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let [furthest, at] = [TOLERANCE, 0];
    for (let i = from + 1; i < to; i++) {
      const away = offLine(places[i]!, places[from]!, places[to]!);
      if (away > furthest) [furthest, at] = [away, i];
    }
    if (at === 0) continue;
    kept.add(at);
    open.push([from, at], [at, to]);
  }
  return places.filter((_, i) => kept.has(i));
}

/** Distance of a place from the line between two others; a change of width counts like a tenth of it in place. */
function offLine([x, y, width]: Place, [ax, ay, aw]: Place, [bx, by, bw]: Place): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length > 0 ? clamp(((x - ax) * dx + (y - ay) * dy) / length, 0, 1) : 0;
  return Math.hypot(x - ax - t * dx, y - ay - t * dy, (width - aw - t * (bw - aw)) / 10);
}

/** A turn sharper than this, as a cosine, is a corner and stays one. */
const CORNER = Math.cos((50 * Math.PI) / 180);
/** Distance between two points of a line as it is drawn, in cap heights. */
const STEP = 0.025;

/** The line that a stroke stands for: smooth through its points, sharp at its corners (Catmull and Rom, 1974). */
export function lineOf({ points, widths }: Stroke): Place[] {
  const count = points.length / 2;
  const at = (i: number): Place => [points[2 * i]! / UNIT, points[2 * i + 1]! / UNIT, (widths?.[i] ?? USUAL) / USUAL];
  const corner = (i: number): boolean => {
    if (i <= 0 || i >= count - 1) return true;
    const [a, b, c] = [at(i - 1), at(i), at(i + 1)];
    const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
    return ux * vx + uy * vy < CORNER * Math.hypot(ux, uy) * Math.hypot(vx, vy);
  };
  const line: Place[] = count > 0 ? [at(0)] : [];
  for (let i = 0; i + 1 < count; i++) {
    const [b, c] = [at(i), at(i + 1)];
    const [a, d] = [corner(i) ? b : at(i - 1), corner(i + 1) ? c : at(i + 2)];
    const steps = Math.max(1, Math.ceil(Math.hypot(c[0] - b[0], c[1] - b[1]) / STEP));
    for (let k = 1; k <= steps; k++) {
      const t = k / steps;
      const curve = (n: 0 | 1): number => b[n] + 0.5 * t * (c[n] - a[n] + t * (2 * a[n] - 5 * b[n] + 4 * c[n] - d[n] + t * (3 * (b[n] - c[n]) + d[n] - a[n])));
      line.push([curve(0), curve(1), b[2] + (c[2] - b[2]) * t]);
    }
  }
  return line;
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PRESSED = '*';

/** A drawing in signs that an address takes as they are: four for where a stroke begins, two for each point, three where the pen told its pressure. */
export function writeStrokes(strokes: readonly Stroke[]): string {
  const sign = (value: number): string => SIGNS[value] ?? '';
  const wide = (value: number): string => sign((value + FURTHEST) >> 6) + sign((value + FURTHEST) & 63);
  return strokes.map(({ points, widths }) => {
    let text = widths ? PRESSED : '';
    for (let i = 0; 2 * i < points.length; i++) {
      const [x, y] = [points[2 * i]!, points[2 * i + 1]!];
      text += i === 0 ? wide(x) + wide(y) : sign(x - points[2 * i - 2]! + STRIDE) + sign(y - points[2 * i - 1]! + STRIDE);
      if (widths) text += sign(widths[i]!);
    }
    return text;
  }).join('.');
}

/** Reads what `writeStrokes` wrote; `undefined` where that was something else. */
export function readStrokes(text: string): Stroke[] | undefined {
  if (text === '') return [];
  const strokes = text.split('.').map(readStroke);
  const known = strokes.filter((stroke) => stroke !== undefined);
  return known.length === strokes.length && known.reduce((sum, { points }) => sum + points.length, 0) <= 2 * MOST_POINTS ? known : undefined;
}

function readStroke(text: string): Stroke | undefined {
  const pressed = text.startsWith(PRESSED);
  const values = [...text.slice(pressed ? 1 : 0)].map((sign) => SIGNS.indexOf(sign));
  const [each, first] = pressed ? [3, 5] : [2, 4];
  if (values.length < first || (values.length - first) % each !== 0 || values.some((value) => value < 0)) return undefined;
  const [a, b, c, d] = values as [number, number, number, number];
  const points = [(a << 6) + b - FURTHEST, (c << 6) + d - FURTHEST];
  const widths = [values[4] ?? USUAL];
  for (let i = first; i < values.length; i += each) {
    points.push(points.at(-2)! + values[i]! - STRIDE, points.at(-1)! + values[i + 1]! - STRIDE);
    widths.push(values[i + 2] ?? USUAL);
  }
  if (points.some((value) => Math.abs(value) > FURTHEST)) return undefined;
  return pressed ? { points, widths } : { points };
}
