/** Shares of attention out of a trace: by part of the code at one pass, and over the passes. Pure. */

/** What a trace keeps of it: see `Trace.attention`. */
export interface Heard {
  /** [steps, parts, words] */
  attention: Float32Array;
  steps: number;
  parts: number;
  /** Words that the prior knows, the one that stands for none among them. */
  words: number;
}

/** The share that each part pays to a word at a pass, from 0. */
export function partsAt({ attention, parts, words }: Heard, step: number, word: number): number[] {
  return Array.from({ length: parts }, (_, part) => attention[(step * parts + part) * words + word] ?? 0);
}

/** The share that a word has at each pass, mean over the parts. */
export function overSteps(heard: Heard, word: number): number[] {
  return Array.from({ length: heard.steps }, (_, step) => meanOf(partsAt(heard, step, word)));
}

/** The mean of some numbers. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The chart's own box. */
export const CHART = { width: 640, height: 220, left: 8, right: 632, top: 10, bottom: 210 } as const;

/** Where a pass, from 0, stands across the chart. */
export function acrossAt(step: number, steps: number): number {
  return Math.round((CHART.left + ((CHART.right - CHART.left) * step) / Math.max(1, steps - 1)) * 10) / 10;
}

/** A line of shares over the passes, as the points of an SVG polyline. */
export function lineOf(shares: readonly number[]): string {
  return shares.map((share, i) => `${acrossAt(i, shares.length)},${Math.round((CHART.bottom - (CHART.bottom - CHART.top) * share) * 10) / 10}`).join(' ');
}

/** Spearman's rank correlation of two lists; ties have the mean of their ranks. `NaN` where one of them never changes. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const [mx, my] = [meanOf(x), meanOf(y)];
  const sum = (of: (i: number) => number): number => x.reduce((total, _, i) => total + of(i), 0);
  return sum((i) => (x[i]! - mx) * (y[i]! - my)) / Math.sqrt(sum((i) => (x[i]! - mx) ** 2) * sum((i) => (y[i]! - my) ** 2));
}

function ranksOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2);
}
