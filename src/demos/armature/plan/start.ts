/** The drawing that a figure begins with: an n with feet, in five strokes of the pen. Pure. */
import { tidy, type Place, type Stroke } from '../../base/pen/strokes.ts';

const line = (from: readonly [number, number], to: readonly [number, number]): Place[] =>
  Array.from({ length: 11 }, (_, k) => [from[0] + ((to[0] - from[0]) * k) / 10, from[1] + ((to[1] - from[1]) * k) / 10, 1] as const);
const bow = (x: number, y: number, across: number, up: number, from: number, to: number): Place[] =>
  Array.from({ length: 31 }, (_, k) => {
    const angle = ((from + ((to - from) * k) / 30) * Math.PI) / 180;
    return [x + across * Math.cos(angle), y + up * Math.sin(angle), 1] as const;
  });

const STROKES: readonly (readonly Place[])[] = [
  line([-0.34, 0.63], [-0.18, 0.63]),
  line([-0.19, 0.66], [-0.21, 0.07]),
  [...bow(0.04, 0.42, 0.23, 0.25, 165, 0), ...line([0.27, 0.42], [0.25, 0.07])],
  line([-0.36, 0.07], [-0.08, 0.07]),
  line([0.11, 0.07], [0.4, 0.07]),
];

/** The letter, and the strokes. */
export const START: { letter: string; ink: readonly Stroke[] } = { letter: 'n', ink: STROKES.flatMap((stroke) => tidy(stroke) ?? []) };
