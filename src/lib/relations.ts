/** Words for the relations and sides, in one place. */
import type { Audience, Relation, Side } from '../schemas/index.ts';

/** What each relation is called, and what it says in one line. */
export const relations: Readonly<Record<Relation, { label: string; meaning: string }>> = {
  exact: { label: 'exact', meaning: 'swap one for the other and nothing is lost' },
  close: { label: 'close', meaning: 'the same idea, in a different instrument' },
  partial: { label: 'partial', meaning: 'they overlap, and only in part' },
  'false-friend': { label: 'false friend', meaning: 'easily taken for one another, and not the same thing' },
};

/** How each relation is drawn, in a box of 92 by 14: double, solid, dashed, or dotted and crossed. Dashes as in `stroke-dasharray`. */
export const relationLines: Readonly<Record<Relation, readonly { d: string; dashes?: string }[]>> = {
  exact: [{ d: 'M0 4H92M0 10H92' }],
  close: [{ d: 'M0 7H92' }],
  partial: [{ d: 'M0 7H92', dashes: '8 5' }],
  'false-friend': [{ d: 'M0 7H36M56 7H92', dashes: '1 5' }, { d: 'M40 1L52 13M52 1L40 13' }],
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
