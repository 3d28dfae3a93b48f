/** What cards and search know of the glossary: one small file that the browser keeps. */
import type { Relation, Side } from '../schemas/index.ts';

/** One term. */
export interface CardTerm {
  term: string;
  side: Side;
  plain: string;
  /** Other names, then misspellings. */
  labels: readonly string[];
}

/** One bridge, once, seen from its technical end. */
export interface CardBridge {
  from: string;
  to: string;
  relation: Relation;
  breaks: string;
}

/** The whole file. */
export interface CardFile {
  terms: Readonly<Record<string, CardTerm>>;
  /** Closest relation first. */
  bridges: readonly CardBridge[];
}

/** A bridge as the term at one end sees it. */
export interface Crossing {
  id: string;
  other: CardTerm;
  relation: Relation;
  breaks: string;
}

/** The bridges of a term, closest first. */
export function crossingsOf(file: CardFile, id: string): Crossing[] {
  return file.bridges.flatMap(({ from, to, relation, breaks }) => {
    const far = from === id ? to : to === id ? from : undefined;
    const other = far === undefined ? undefined : file.terms[far];
    return far !== undefined && other ? [{ id: far, other, relation, breaks }] : [];
  });
}
