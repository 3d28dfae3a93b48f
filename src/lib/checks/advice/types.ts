import type { TermEntry, TermIndex } from '../../glossary/term-index.ts';
import type { CheckedEntry, Site } from '../site.ts';
import type { Advice } from '../types.ts';

/** What advice is given from. */
export interface AdviceGround {
  site: Site;
  /** Published terms whose data fits the schema. */
  terms: readonly TermEntry[];
  index: TermIndex;
}

/** Gives one sort of advice on the entries that were asked for; the others count as surroundings. */
export type AdviceCheck = (ground: AdviceGround, asked: (entry: CheckedEntry) => boolean) => Advice[];
