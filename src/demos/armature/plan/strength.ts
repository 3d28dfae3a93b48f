/** What the strength of the armature means to the search, and the curve of what it gives and costs. Pure. */

/** Strengths at which the curve is measured. */
export const STATIONS = [0, 0.25, 0.4, 0.55, 0.7, 0.85, 1] as const;
/** Most rounds of the search; each draws the letter once for every number of the code. */
export const ROUNDS = 18;

/**
 * The price of the unordinary at a strength; see `FitOptions.prior`. Each tenth of the way is a third of the price. At 1 it is nothing,
 * at 0 it is past paying: `undefined`, and the mean of all styles is drawn without a look at the letter.
 */
export function priceOf(strength: number): number | undefined {
  if (strength <= 0) return undefined;
  return strength >= 1 ? 0 : 10 ** (1.5 - 5 * strength);
}

/** What was measured at a strength. */
export interface Measure {
  strength: number;
  /** Intersection over union of the drawing and the model's letter. */
  overlap: number;
  /** How far the code lies from the ordinary: 1 is as far as styles lie. */
  remote: number;
}

/** The curve's own box. */
export const CHART = { width: 400, height: 190, left: 30, right: 370, top: 12, bottom: 158 } as const;
/** Remoteness at the top of the chart. */
export const REMOTEST = 4;

/** Where a measure stands on the chart. */
export function pointsOf({ strength, overlap, remote }: Measure): { x: number; overlap: number; remote: number } {
  const { left, right, top, bottom } = CHART;
  const high = (share: number): number => Math.round((bottom - (bottom - top) * Math.min(Math.max(share, 0), 1)) * 10) / 10;
  return { x: Math.round((left + (right - left) * strength) * 10) / 10, overlap: high(overlap), remote: high(remote / REMOTEST) };
}

/** A line through measures, as the points of an SVG polyline. */
export function lineThrough(measures: readonly Measure[], what: 'overlap' | 'remote'): string {
  return [...measures].sort((a, b) => a.strength - b.strength).map(pointsOf).map((point) => `${point.x},${point[what]}`).join(' ');
}
