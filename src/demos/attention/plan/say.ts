/** What is said of weights, and of what they change. Pure. */
import { changeIn, type Row } from '../../base/changes.ts';
import { STEPS, type Turn } from '../state.ts';

/** How loud a word is. */
export function sayWeight(weight: number): string {
  const how = weight === 0 ? 'off' : weight < 1 ? 'turned down' : weight === 1 ? 'as written' : 'turned up';
  return `× ${weight}, ${how}`;
}

/** At which passes a turn holds. */
export function sayPasses({ from, to }: Pick<Turn, 'from' | 'to'>): string {
  if (from === 1 && to === STEPS) return 'at every pass';
  return from === to ? `at pass ${from} alone` : `at passes ${from} to ${to}`;
}

/** What the turns changed, measured on the letters. */
export function sayChange(written: Row, weighted: Row, turned: boolean): string {
  if (!turned) return 'No word is turned, so both are the same.';
  return `Against what was written, the weighted one is ${changeIn(written, weighted)}, in deviations of real typefaces.`;
}
