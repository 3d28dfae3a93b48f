/** The chart: one dot for each draw, weight across and contrast up, in deviations of real typefaces. Pure. */

/** Size of the chart in its own units; the style sheet has the same proportions. */
export const CHART = { width: 440, height: 280 } as const;
/** The chart ends so many deviations from the mean of real typefaces. */
const REACH = 3.2;
/** Half a dot: what lies further out is drawn at the edge. */
const MARGIN = 6;

/** Where in the chart a draw belongs; `undefined` where it could not be measured. */
export function dotAt(weight: number | undefined, contrast: number | undefined): { x: number; y: number } | undefined {
  if (weight === undefined || contrast === undefined) return undefined;
  const place = (value: number, size: number): number => {
    const at = size / 2 + (value / REACH) * (size / 2 - MARGIN);
    return Math.round(Math.min(Math.max(at, MARGIN), size - MARGIN) * 10) / 10;
  };
  return { x: place(weight, CHART.width), y: CHART.height - place(contrast, CHART.height) };
}

/** The widest spread a bar can show, by that of real typefaces. */
export const WIDEST = 2;

/** Length of a spread's bar, as an attribute of SVG. */
export function barOf(spread: number | undefined): string {
  return `${(Math.min(spread ?? 0, WIDEST) / WIDEST) * 100}%`;
}

/** Radius of a dot, and of the chosen one. */
export const DOT = 4;
export const CHOSEN = 7;
