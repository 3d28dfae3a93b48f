/** What can be asked of the prior. Pure. */

/** Passes a sample may have. */
export const MOST_STEPS = 32;
/** The strongest guidance that is offered. */
export const MOST_GUIDANCE = 6;
/** The last take that can be asked for. */
export const MOST_TAKES = 9999;

/** What was asked for, as one reads it. */
export function sayAsk(ask: readonly string[]): string {
  return ask.length === 0 ? 'nothing in particular' : ask.join(', ');
}
