/** Words for the relations and sides, in one place. */
import type { Audience, Relation, Side } from '../schemas/index.ts';

/** What each relation is called, and what it says in one line. */
export const relations: Readonly<Record<Relation, { label: string; meaning: string }>> = {
  exact: { label: 'exact', meaning: 'swap one for the other and nothing is lost' },
  close: { label: 'close', meaning: 'the same idea, in a different instrument' },
  partial: { label: 'partial', meaning: 'they overlap, and only in part' },
  'false-friend': { label: 'false friend', meaning: 'easily taken for one another, and not the same thing' },
};

/** What each side is called on pages. */
export const sides: Readonly<Record<Side, { label: string; voice: string; word: string }>> = {
  technical: { label: 'technical', voice: 'technical-voice', word: 'in the lab' },
  creative: { label: 'creative', voice: 'creative-voice', word: 'in the studio' },
  both: { label: 'held in common', voice: 'both-voice', word: 'on both sides' },
};

/** How a piece names its readers. */
export const audiences: Readonly<Record<Audience, string>> = {
  maker: 'for makers',
  engineer: 'for engineers',
  both: 'for makers and engineers',
};
