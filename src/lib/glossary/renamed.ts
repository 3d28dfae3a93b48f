/** Terms that once had another id. Addresses are promises: the old one leads to the new one for good. */

/** A term and the ids it had before. */
export interface RenamedTerm {
  id: string;
  formerly: readonly string[];
}

/**
 * The present id by former id, in the order of the former ids. Where the content is at fault, a living term keeps its id, and
 * of two terms that claim one, the first in the order given has it.
 */
export function renamedTerms(terms: readonly RenamedTerm[]): Map<string, string> {
  const living = new Set(terms.map(({ id }) => id));
  const renamed = new Map<string, string>();
  for (const { id, formerly } of terms) {
    for (const former of formerly) if (!living.has(former) && !renamed.has(former)) renamed.set(former, id);
  }
  return new Map([...renamed].sort(([a], [b]) => (a < b ? -1 : 1)));
}
