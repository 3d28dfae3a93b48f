/** The three sections of pieces: what they are called, and what a list of them promises. */
import type { PieceCollection } from '../schemas/index.ts';

/** Names and promise of each section. */
export const sections: Readonly<Record<PieceCollection, { one: string; many: string; promise: string }>> = {
  tutorials: { one: 'tutorial', many: 'Tutorials', promise: 'Something you can do afterwards, told for both hands.' },
  essays: { one: 'essay', many: 'Essays', promise: 'Arguments, with their sources laid open.' },
  'case-studies': { one: 'case study', many: 'Case studies', promise: 'One work at a time: two accounts of equal length, who decided what, and what is not known.' },
};
