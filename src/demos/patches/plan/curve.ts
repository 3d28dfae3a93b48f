/** The curve of likeness over strength. Pure. */
import { likenessAt, VOICES, type PatchRecord, type Place, type VoiceId } from './record.ts';

/** Proportions of the chart. */
export const CHART = { width: 360, height: 150 } as const;
/** Likeness at its foot and its head. */
const [LEAST, MOST] = [0.2, 1];

/** A strength and a likeness, in the chart. */
export function pointAt(strength: number, likeness: number, record: PatchRecord): { x: number; y: number } {
  const round = (value: number): number => Math.round(value * 10) / 10;
  const share = Math.min(Math.max((likeness - LEAST) / (MOST - LEAST), 0), 1);
  return { x: round(strength / record.strengths.at(-1)! * CHART.width), y: round((1 - share) * CHART.height) };
}

/** Likeness of the letters shown (0) or the others (1) over the strength of a voice's own patch, as path data. */
export function curveOf(record: PatchRecord, id: VoiceId, place: Place, kind: 0 | 1): string {
  return record.strengths.map((strength, i) => {
    const { x, y } = pointAt(strength, likenessAt(record, id, place, VOICES.map((each) => (each === id ? strength : 0)))![kind], record);
    return `${i ? 'L' : 'M'}${x} ${y}`;
  }).join('');
}
