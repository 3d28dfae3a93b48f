/** One term as plain JSON, with everything its page knows. */
import type { Relation, Side, Term } from '../../../schemas/index.ts';
import type { Explanations } from '../explanations.ts';
import type { Addresses } from './addresses.ts';
import type { Glossary } from './skos.ts';
import { licence } from './vocabulary.ts';

/** A term that another one names. */
export interface NamedTerm {
  id: string;
  term: string;
  page: string;
}

/** Shape of the file. `version` changes when a field is taken away or changes its meaning; fields may be added. */
export interface TermFile {
  version: 1;
  id: string;
  /** The term itself, as in SKOS; the page is about it. */
  address: string;
  page: string;
  term: string;
  side: Side;
  plain: string;
  aliases: readonly string[];
  misspellings: readonly string[];
  /** Former ids, oldest first: their addresses lead here. */
  formerly: readonly string[];
  topics: readonly string[];
  bridges: readonly (NamedTerm & { relation: Relation; breaks: string; sayToMakers: string; sayToEngineers: string })[];
  broader: readonly NamedTerm[];
  narrower: readonly NamedTerm[];
  related: readonly NamedTerm[];
  /** Paragraphs without mark-up and without the marks of citations; the page has those. */
  explanations: Explanations;
  /** Where a usage is this site's own. */
  usage?: string;
  references: readonly Source[];
  demos: readonly Place[];
  /** Where the site speaks of the term, and in how many sentences. */
  usedIn: readonly (Place & { sentences: number })[];
  disclosure: Term['disclosure'];
  /** Readings by others so far. */
  reviews: Term['reviews'];
  published: string;
  updated?: string;
  licence: string;
}

/** A source as it is printed, and where it can be read. */
export interface Source {
  id: string;
  text: string;
  url: string;
}

/** A page of the site. */
export interface Place {
  title: string;
  page: string;
}

/** What the glossary itself does not know of a term. Pages are paths below the site's base. */
export interface TermSurroundings {
  explanations: Explanations;
  references: readonly Source[];
  demos: readonly Place[];
  usedIn: readonly (Place & { sentences: number })[];
}

/**
 * The file of a term.
 * @returns undefined where the glossary has no such term
 */
export function termFile(id: string, { terms, graph }: Glossary, around: TermSurroundings, addresses: Addresses): TermFile | undefined {
  const byId = new Map(terms.map((entry) => [entry.id, entry.data]));
  const data = byId.get(id);
  if (!data) return undefined;
  const pageOf = (other: string): string => addresses.of(`/glossary/${other}/`);
  const named = (other: string): NamedTerm => ({ id: other, term: byId.get(other)?.term ?? other, page: pageOf(other) });
  const placed = <P extends Place>(place: P): P => ({ ...place, page: addresses.of(place.page) });
  return {
    version: 1,
    id,
    address: addresses.term(id),
    page: pageOf(id),
    term: data.term,
    side: data.side,
    plain: data.plain,
    aliases: data.aliases,
    misspellings: data.misspellings,
    formerly: data.formerly,
    topics: data.topics,
    bridges: graph.bridgesOf(id).map(({ to, relation, breaks, sayToMakers, sayToEngineers }) => ({ ...named(to), relation, breaks, sayToMakers, sayToEngineers })),
    broader: graph.broaderOf(id).map(named),
    narrower: graph.narrowerOf(id).map(named),
    related: graph.relatedOf(id).map(named),
    explanations: around.explanations,
    ...(data.usage ? { usage: data.usage } : {}),
    references: around.references,
    demos: around.demos.map(placed),
    usedIn: around.usedIn.map(placed),
    disclosure: data.disclosure,
    reviews: data.reviews,
    published: data.published,
    ...(data.updated ? { updated: data.updated } : {}),
    licence: licence.id,
  };
}
