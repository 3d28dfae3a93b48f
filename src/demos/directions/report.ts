/** What is said about a move: what was asked for, what came, and what moved besides. Pure. */
import { ATTRIBUTES, type AttributeName } from '../../drawing/attributes.ts';
import { NAMES } from '../base/names.ts';

/** A change smaller than this, in deviations, cannot be told from the measuring. */
export const NOTICED = 0.12;

/** A signed number of deviations: “+0.9”, “−1.2”, “0”. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return text === '0.0' ? '0' : `${value < 0 ? '−' : '+'}${text}`;
}

/** What each attribute changed by; `undefined` where one of the two could not be measured. */
export function changes(before: readonly (number | undefined)[], after: readonly (number | undefined)[]): (number | undefined)[] {
  return after.map((value, k) => {
    const from = before[k];
    return value === undefined || from === undefined ? undefined : value - from;
  });
}

/** Attributes that nobody asked to move and that moved all the same, the most first. */
export function knockedOn(amounts: readonly number[], moved: readonly (number | undefined)[]): AttributeName[] {
  return ATTRIBUTES.map((name, k) => ({ name, asked: amounts[k] ?? 0, by: Math.abs(moved[k] ?? 0) }))
    .filter(({ asked, by }) => asked === 0 && by >= NOTICED)
    .sort((a, b) => b.by - a.by)
    .map(({ name }) => name);
}

/**
 * Two sentences about a move, all of it measured but the price.
 * @param amounts asked for
 * @param moved   measured
 * @param price   how far the code went, in deviations of the codes
 */
export function reportOf(amounts: readonly number[], moved: readonly (number | undefined)[], price: number): string {
  const said = (name: AttributeName): string => {
    const value = moved[ATTRIBUTES.indexOf(name)];
    return `${NAMES[name].creative} ${value === undefined ? 'can no longer be measured' : signed(value)}`;
  };
  const asked = ATTRIBUTES.filter((_, k) => amounts[k] !== 0);
  if (asked.length === 0) return 'Nothing is moved yet.';
  const others = knockedOn(amounts, moved);
  const wanted = asked.map((name) => `${said(name)} for ${signed(amounts[ATTRIBUTES.indexOf(name)] ?? 0)} asked`).join('; ');
  const besides = others.length === 0 ? 'Nothing else moved enough to be noticed.' : `Besides: ${others.map(said).join(', ')}.`;
  return `Measured: ${wanted}. ${besides} The code went ${price.toFixed(1)} deviations.`;
}
