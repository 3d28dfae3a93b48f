import type { Relation, Term } from '../../src/schemas/index.ts';
import { buildTermIndex, type TermEntry, type TermIndex } from '../../src/lib/glossary/term-index.ts';

/** A glossary entry with nothing in it but what a test is about. */
export function entry(id: string, data: Partial<Term> = {}): TermEntry {
  return {
    id,
    data: {
      term: id.replaceAll('-', ' '), formerly: [], side: 'technical', plain: 'A thing.', aliases: [], everyday: false, misspellings: [], topics: ['models'], bridges: [],
      broader: [], related: [], references: [], authors: ['latent-commons'], reviews: [], disclosure: { ai: ['none'], note: 'Nothing.' },
      published: '2026-11-23', status: 'published', ...data,
    },
  };
}

/** A bridge to an entry. */
export function bridge(to: string, relation: Relation = 'close'): Term['bridges'][number] {
  return { to, relation, breaks: `Breaks at ${to}.`, sayToMakers: 'To makers.', sayToEngineers: 'To engineers.' };
}

/** The index of some entries; fails where two claim one label. */
export function indexOf(...entries: TermEntry[]): TermIndex {
  const { index, collisions } = buildTermIndex(entries);
  if (collisions.length > 0) throw new Error(`two entries claim “${collisions[0]?.label ?? ''}”`);
  return index;
}
