/** The chart of quality against cost: where its points stand. Pure. */
import type { Quartiles } from './ladder.ts';

/** The chart's own size, and the frame in it. */
export const CHART = { width: 440, height: 300, left: 44, right: 424, top: 16, bottom: 250 } as const;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Height of a share of ink. */
export function yOf(share: number): number {
  return tenth(CHART.bottom - Math.min(Math.max(share, 0), 1) * (CHART.bottom - CHART.top));
}

/** Places of costs across, by their logarithm, the least at the left end and the most at the right. Costs that do not grow are spread evenly. */
export function placesOf(costs: readonly number[]): number[] {
  const logs = costs.map((cost) => Math.log(cost));
  const [from, to] = [Math.min(...logs), Math.max(...logs)];
  const even = !(to - from > 1e-6);
  // A little room, so that the outermost points are whole.
  const [left, right] = [CHART.left + 14, CHART.right - 12];
  return logs.map((log, i) => tenth(left + (even ? i / Math.max(1, logs.length - 1) : (log - from) / (to - from)) * (right - left)));
}

/** Path data of a line through shares. */
export function lineOf(places: readonly number[], shares: readonly number[]): string {
  return shares.map((share, i) => `${i === 0 ? 'M' : 'L'}${places[i] ?? 0} ${yOf(share)}`).join('');
}

/** Path data of the band between the quartiles. */
export function bandOf(places: readonly number[], rows: readonly Quartiles[]): string {
  const up = lineOf(places, rows.map(({ high }) => high));
  const back = rows.map(({ low }, i) => `L${places[i] ?? 0} ${yOf(low)}`).toReversed().join('');
  return `${up}${back}Z`;
}
