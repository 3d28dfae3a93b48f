/** Advice in a report: in full, or counted in one line. */
import { adviceKinds, type AdviceId } from '../advice-kinds.ts';
import type { Advice } from '../types.ts';

/** Advice and how much of it to show. */
export interface AdviceReport {
  advice: readonly Advice[];
  /** Each piece of it, or only how many there are. */
  full: boolean;
}

/** `3 everyday words, 1 term that no text speaks of`: every kind there is any of, in the order of the table. */
export function countAdvice(advice: readonly Advice[]): string {
  const counts = (Object.keys(adviceKinds) as AdviceId[]).flatMap((kind) => {
    const count = advice.filter(({ rule }) => rule === kind).length;
    const { one, many } = adviceKinds[kind];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return counts.join(', ');
}
