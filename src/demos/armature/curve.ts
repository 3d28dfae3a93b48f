/** The curve on the page, brought up to date. */
import { CHART, lineThrough, pointsOf, type Measure } from './plan/strength.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Draws what was measured, and where the hand stands. */
export function drawCurve(svg: Element, measures: readonly Measure[], strength: number): void {
  for (const what of ['overlap', 'remote'] as const) svg.querySelector(`[data-line="${what}"]`)?.setAttribute('points', lineThrough(measures, what));
  const x = String(CHART.left + (CHART.right - CHART.left) * strength);
  const now = svg.querySelector('[data-now]');
  now?.setAttribute('x1', x);
  now?.setAttribute('x2', x);
  const make = (name: string, attributes: Readonly<Record<string, number>>): Element => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  svg.querySelector('[data-dots]')?.replaceChildren(...measures.map(pointsOf).flatMap((point) => [
    make('rect', { x: point.x - 4, y: point.remote - 4, width: 8, height: 8 }),
    make('circle', { cx: point.x, cy: point.overlap, r: 4.5 }),
  ]));
}

/** Reads the measures that the server sent along. */
export function readMeasures(text: string): Measure[] {
  return text.split(' ').flatMap((each) => {
    const [strength, overlap, remote] = each.split(',').map(Number);
    return strength === undefined || overlap === undefined || remote === undefined ? [] : [{ strength, overlap, remote }];
  });
}
