/** Finds the value a writer most likely meant. */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to `value`, or `undefined` when none is close enough to be meant.
 *
 * Close enough is an edit distance (insert, delete, substitute) of at most a third of the longer word, ignoring
 * case; two letters that changed places; or a candidate that begins with the value, or has it as one of its parts
 * (`intro` → `introduction`, `attention` → `attention-model`).
 * Ties go to the candidate that comes first in the alphabet.
 */
export function nearest(value: string, candidates: Iterable<string>): string | undefined {
  const wanted = value.trim().toLowerCase();
  if (wanted === '') return undefined;
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of [...candidates].sort()) {
    const word = candidate.toLowerCase();
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, word.length) / 3));
    const steps = distance(wanted, word);
    if ((steps <= allowed || (steps === 2 && letters(word) === letters(wanted))) && steps < bestDistance) [best, bestDistance] = [candidate, steps];
  }
  return best ?? continued(wanted, candidates);
}

function continued(wanted: string, candidates: Iterable<string>): string | undefined {
  if (wanted.length < 3) return undefined;
  const sorted = [...candidates].sort();
  const begins = sorted.find((candidate) => candidate.toLowerCase().startsWith(wanted));
  return begins ?? sorted.find((candidate) => candidate.toLowerCase().split(/[-/]/).includes(wanted));
}

function letters(word: string): string {
  return [...word].sort().join('');
}

/** `a, b or c`: a list of values as a sentence says it. */
export function choices(values: readonly string[]): string {
  if (values.length < 2) return values.join('');
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
