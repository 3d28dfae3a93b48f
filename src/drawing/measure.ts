/**
 * Six attributes of a typeface, measured from its drawn letters.
 *
 * One definition for real typefaces (when the model is trained) and for letters the model draws (when the page says in
 * words what is seen). A cap height is the height of H. Every measure is NaN where the letters are too odd to be
 * measured; none throws.
 */
import type { Attributes } from './attributes.ts';
import { drawn, type Drawn } from './calm.ts';
import { spansAcross, spansDown, type Field, type Geometry, type Span } from './field.ts';

export { ATTRIBUTES, UNITS, type AttributeName, type Attributes } from './attributes.ts';
export { describe } from './describe.ts';

/** The letters whose fields are read. */
export const MEASURED = 'HOxzv';

/** The letters whose advances are read. */
export const ADVANCED = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Measures a typeface.
 * @param fieldOf the field of a letter of {@link MEASURED}, or undefined where there is none
 * @param advanceOf the advance in cap heights of a letter of {@link ADVANCED}, or undefined where there is none
 */
export function measure(
  fieldOf: (char: string) => Field | undefined,
  advanceOf: (char: string) => number | undefined,
  geometry: Geometry,
): Attributes {
  const letters = new Map([...MEASURED].flatMap((char) => {
    const field = fieldOf(char);
    return field ? [[char, drawn(field, geometry)] as const] : [];
  }));
  const [h, o] = [letters.get('H'), letters.get('O')];
  const stems = h && stemsOf(h);
  const lean = stems ? stems.lean : 0;
  const cap = h ? topOf(h) : NaN;
  const xHeight = median([...'xzv'].map((char) => topOf(letters.get(char)))) / cap;
  const advances = [...ADVANCED].flatMap((char) => advanceOf(char) ?? []);
  return {
    weight: stems ? stems.thickness * Math.cos(Math.atan(lean)) : NaN,
    contrast: o ? contrastOf(o, lean) : NaN,
    slant: stems ? (Math.atan(lean) * 180) / Math.PI : NaN,
    // Half an alphabet would make a face look wider or narrower than it is.
    width: advances.length >= 20 ? mean(advances) / (xHeight * cap) : NaN,
    xHeight,
    serif: h && stems ? footOf(h) - stems.thickness : NaN,
  };
}

/** Heights at which H is two plain stems: clear of feet, heads and the bar wherever it lies. */
const STEM_LINES = [...range(0.2, 0.36, 0.02), ...range(0.64, 0.8, 0.02)];

/** Lines that must show two stems before H counts as having stems. */
const ENOUGH = 5;

/** Thickness of the stems of H along a horizontal line, in cap heights, and their lean, as sideways shift by height. */
function stemsOf({ field, geometry }: Drawn): { thickness: number; lean: number } | undefined {
  const lines = STEM_LINES.map((y) => ({ y, spans: spansAcross(field, geometry, y) })).filter(({ spans }) => spans.length === 2);
  if (lines.length < ENOUGH) return undefined;
  const side = (index: 0 | 1) => {
    const points = lines.flatMap(({ y, spans }) => (spans[index] ? [{ y, ...spans[index] }] : []));
    return { thickness: median(points.map(length)), lean: slope(points.map(({ y, from, to }) => ({ y, x: (from + to) / 2 }))) };
  };
  const [left, right] = [side(0), side(1)];
  return { thickness: (left.thickness + right.thickness) / 2, lean: (left.lean + right.lean) / 2 };
}

/** Median of the slopes between every two points (Theil–Sen): a few lines that hit an ornament change nothing. */
function slope(points: readonly { x: number; y: number }[]): number {
  const slopes: number[] = [];
  points.forEach((a, i) => points.slice(i + 1).forEach((b) => Math.abs(b.y - a.y) > 0.1 && slopes.push((b.x - a.x) / (b.y - a.y))));
  return median(slopes);
}

/** Strokes thinner than this, in cap heights, all count as this thin: a field cannot tell them apart. */
const THINNEST = 0.01;

/** Thickness of a bowl at its sides, square to the lean, by its thickness at top and bottom. */
function contrastOf({ field, geometry }: Drawn, lean: number): number {
  const box = boxOf({ field, geometry });
  if (!box) return NaN;
  const [middle, centre] = [(box.bottom + box.top) / 2, (box.left + box.right) / 2];
  const [height, width] = [box.top - box.bottom, box.right - box.left];
  const ring = (spans: Span[]): number[] => (spans.length === 2 ? [mean(spans.map(length))] : []);
  const sides = range(-0.12, 0.12, 0.03).flatMap((share) => ring(spansAcross(field, geometry, middle + share * height)));
  // The thin places of an oblique or tilted O lie off its middle.
  const thin = (index: 0 | 1): number =>
    smallest(range(-0.2, 0.2, 0.02).flatMap((share) => {
      const spans = spansDown(field, geometry, centre + share * width);
      return spans.length === 2 && spans[index] ? [length(spans[index])] : [];
    }));
  return (median(sides) * Math.cos(Math.atan(lean))) / Math.max((thin(0) + thin(1)) / 2, THINNEST);
}

/** Width of the feet of H, the mean of both, along the line where they are widest. */
function footOf({ field, geometry }: Drawn): number {
  const widths = range(0.005, 0.075, 0.005).flatMap((y) => {
    const spans = spansAcross(field, geometry, y);
    // Wide feet meet in the middle: then each has half the line.
    return spans.length === 1 || spans.length === 2 ? [spans.reduce((sum, span) => sum + length(span), 0) / 2] : [];
  });
  return widths.length ? Math.max(...widths) : NaN;
}

/** Height of the highest ink above the baseline. */
function topOf(letter: Drawn | undefined): number {
  return (letter && boxOf(letter)?.top) ?? NaN;
}

interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** The box around the ink, read along the lines through the samples. */
function boxOf({ field, geometry }: Drawn): Box | undefined {
  const { side, sample, left, top } = geometry;
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (let i = 0.5; i < side; i++) {
    for (const { from, to } of spansDown(field, geometry, left + i * sample)) [box.bottom, box.top] = [Math.min(box.bottom, from), Math.max(box.top, to)];
    for (const { from, to } of spansAcross(field, geometry, top - i * sample)) [box.left, box.right] = [Math.min(box.left, from), Math.max(box.right, to)];
  }
  return box.top > box.bottom && box.right > box.left ? box : undefined;
}

const length = ({ from, to }: Span): number => to - from;

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const smallest = (values: readonly number[]): number => (values.length ? Math.min(...values) : NaN);

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
}
