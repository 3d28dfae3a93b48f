/** What a card says of a term: one small file for each, fetched when somebody wants to know, and kept by the browser. Pure. */
import type { TermGraph } from '../lib/glossary/graph.ts';
import type { Relation, Side, Term } from '../schemas/index.ts';

/** A term of the other side, and how near it is. */
export interface Crossing {
  id: string;
  term: string;
  side: Side;
  plain: string;
  relation: Relation;
  breaks: string;
}

/** The whole card. */
export interface Card {
  term: string;
  side: Side;
  plain: string;
  /** Closest relation first. */
  crossings: readonly Crossing[];
  /** Where the term can be handled: path below the site’s base, and what stands there. */
  demo?: { path: string; title: string } | undefined;
}

/** A demonstration, as far as cards name it. */
export interface CardDemo {
  path: string;
  title: string;
  /** Ids of the terms it lets a reader handle. */
  terms: readonly string[];
}

/**
 * The card of one term. A bridge to a term that is not shown is left out.
 * @param terms every term that is shown, by id
 */
export function cardOf(id: string, term: Term, terms: ReadonlyMap<string, { data: Term }>, graph: Pick<TermGraph, 'bridgesOf'>, demos: readonly CardDemo[] = []): Card {
  const demo = demos.find((each) => each.terms.includes(id));
  return {
    term: term.term,
    side: term.side,
    plain: term.plain,
    crossings: graph.bridgesOf(id).flatMap(({ to, relation, breaks }) => {
      const other = terms.get(to)?.data;
      return other ? [{ id: to, term: other.term, side: other.side, plain: other.plain, relation, breaks }] : [];
    }),
    ...(demo && { demo: { path: demo.path, title: demo.title } }),
  };
}
