/** Makes faults and advice. Excerpts are added once, at the end of a run. */
import type { RuleId } from './rules.ts';
import type { CheckedEntry } from './site.ts';
import type { Fault, Finding, Place, Saying } from './types.ts';

/** A fault in an entry. */
export function fault(entry: CheckedEntry, rule: RuleId, place: Place, saying: Saying): Fault {
  return faultOf(rule, entry.source.path, place, saying);
}

/** A fault, or a piece of advice, in any file. Parts that say nothing are left out. */
export function faultOf<Id extends string>(rule: Id, path: string, place: Place, saying: Saying): Finding<Id> {
  const said = Object.fromEntries(Object.entries(saying).filter(([, words]) => words !== undefined && words !== ''));
  return { rule, path, line: place.line, column: place.column, ...said, message: saying.message };
}
