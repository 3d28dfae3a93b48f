/** How often a model draws what: measured attributes of many random draws, beside those of real typefaces. Pure. */
import { HAS_SERIFS } from '../../../drawing/describe.ts';
import type { SiblingId } from '../../../models/mirrors/record.ts';

/** A row of the charts: how often a model, or real type, has what. */
export interface Belief {
  id: SiblingId | 'type';
  count: number;
  /** Path data and median, in the order of `CHARTED`. */
  charts: readonly { d: string; median: number }[];
  /** Share of what could be measured that has serifs. */
  serifed: number;
}

/** The attributes that are charted, between which ends, and in which unit. Serifs are what one collection lacks, contrast and weight are not. */
export const CHARTED = [
  { name: 'serif', column: 5, from: -0.05, to: 0.45, ends: ['no feet', 'wide feet'], digits: 2 },
  { name: 'contrast', column: 1, from: 0.6, to: 3, ends: ['even', 'contrasted'], digits: 1 },
  { name: 'weight', column: 0, from: 0.02, to: 0.36, ends: ['hairline', 'black'], digits: 2 },
] as const;

/** Size of a histogram in its own units, and its bars. */
export const CHART = { width: 240, height: 44, bars: 24 } as const;
/** The share of all at which a bar is as high as the chart; what is higher is cut. */
const FULL = 0.3;

/** Shares of values in bars of one width between two ends; values beyond them count in the outermost. Those that are no numbers are left out. */
export function sharesOf(values: readonly number[], from: number, to: number, bars: number = CHART.bars): number[] {
  const known = values.filter(Number.isFinite);
  const counts = new Array<number>(bars).fill(0);
  for (const value of known) counts[Math.min(Math.max(Math.floor(((value - from) / (to - from)) * bars), 0), bars - 1)]! += 1;
  return counts.map((count) => count / Math.max(known.length, 1));
}

/** A histogram as path data, standing on the chart's foot. */
export function histogram(shares: readonly number[]): string {
  const step = CHART.width / shares.length;
  const tops = shares.map((share) => Math.round((1 - Math.min(share / FULL, 1)) * CHART.height * 10) / 10);
  return `M0 ${CHART.height}${tops.map((top, i) => `V${top}H${Math.round((i + 1) * step * 10) / 10}`).join('')}V${CHART.height}z`;
}

/** The value that half of the others lie below; `NaN` of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
}

/** The share of what could be measured that has serifs. */
export function serifedIn(serifs: readonly number[]): number {
  const known = serifs.filter(Number.isFinite);
  return known.filter((value) => value >= HAS_SERIFS).length / known.length;
}

/** Where on its chart a value stands; values beyond the ends stand at them. */
export function placeOn(value: number, from: number, to: number): number {
  return Math.round(Math.min(Math.max((value - from) / (to - from), 0), 1) * CHART.width * 10) / 10;
}
