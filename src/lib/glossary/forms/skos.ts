/** The glossary as SKOS: two concept schemes, their concepts, and the matches across. */
import type { Term } from '../../../schemas/index.ts';
import { relationOrder, type Bridge, type TermGraph } from '../graph.ts';
import type { TermEntry } from '../term-index.ts';
import { vocabularyPath, type Addresses } from './addresses.ts';
import { expand, properties, type PropertyName, type Resource } from './rdf.ts';
import { licence, relationProperties, schemeNames, schemes, words, type SchemeName } from './vocabulary.ts';

/** What the graph is made from. */
export interface Glossary {
  terms: readonly TermEntry[];
  graph: TermGraph;
  /** Present ids by former ones. */
  renamed: ReadonlyMap<string, string>;
}

type Values = Partial<Record<PropertyName, readonly string[]>>;

/**
 * Every statement about the glossary: our own words, the two schemes, the subjects as collections, the terms by id, the bridges,
 * and the former addresses. The same content gives the same list.
 */
export function glossaryResources({ terms, graph, renamed }: Glossary, addresses: Addresses): Resource[] {
  const entries = [...terms].sort((a, b) => (a.id < b.id ? -1 : 1));
  const tops = new Map(schemeNames.map((name) => [name, entries.filter((entry) => isTop(entry, name, graph, entries)).map(({ id }) => id)]));
  return [
    ...ownWords(addresses),
    ...schemeNames.map((name) => scheme(name, tops.get(name) ?? [], addresses)),
    ...collections(entries, addresses),
    ...entries.map((entry) => concept(entry, graph, schemeNames.filter((name) => tops.get(name)?.includes(entry.id)), addresses)),
    ...graph.bridges.map((bridge) => bridgeResource(bridge, addresses)),
    ...[...renamed].map(([former, now]): Resource => {
      const values = { deprecated: ['true'], isReplacedBy: [addresses.term(now)], page: [addresses.of(`/glossary/${former}/`)] };
      return { iri: addresses.term(former), types: [], values };
    }),
  ];
}

function ownWords(addresses: Addresses): Resource[] {
  const page = addresses.of(vocabularyPath);
  const full = (name: string | undefined): string[] => (name ? [expand(name, addresses)] : []);
  return words.map(({ name, kind, label, comment, subPropertyOf, domain, range }) => ({
    iri: addresses.vocabulary(name),
    types: { class: ['owl:Class'], property: ['rdf:Property'], 'symmetric property': ['rdf:Property', 'owl:SymmetricProperty'] }[kind],
    values: { label: [label], comment: [comment], subPropertyOf: full(subPropertyOf), domain: full(domain), range: full(range), isDefinedBy: [page] },
  }));
}

function scheme(name: SchemeName, tops: readonly string[], addresses: Addresses): Resource {
  const { title, description } = schemes[name];
  const values = { title: [title], description: [description], license: [licence.url], page: [addresses.of('/glossary/')], hasTopConcept: tops.map(addresses.term) };
  return { iri: addresses.vocabulary(name), types: ['skos:ConceptScheme'], values };
}

function collections(entries: readonly TermEntry[], addresses: Addresses): Resource[] {
  const topics = [...new Set(entries.flatMap(({ data }) => data.topics))].sort();
  return topics.map((topic) => {
    const members = entries.filter(({ data }) => data.topics.includes(topic)).map(({ id }) => addresses.term(id));
    return { iri: addresses.vocabulary(`topic-${topic}`), types: ['skos:Collection'], values: { prefLabel: [topic], member: members } };
  });
}

function concept({ id, data }: TermEntry, graph: TermGraph, topOf: readonly SchemeName[], addresses: Addresses): Resource {
  const across: Values = {};
  for (const relation of relationOrder) {
    for (const property of relationProperties[relation]) {
      across[property] = graph.bridgesOf(id).flatMap((bridge) => (bridge.relation === relation ? [addresses.term(bridge.to)] : []));
    }
  }
  return {
    iri: addresses.term(id),
    types: ['skos:Concept'],
    values: {
      prefLabel: [data.term],
      altLabel: data.aliases,
      hiddenLabel: data.misspellings,
      definition: [data.plain],
      scopeNote: data.usage ? [data.usage] : [],
      inScheme: schemesOf(data.side).map(addresses.vocabulary),
      topConceptOf: topOf.map(addresses.vocabulary),
      broader: graph.broaderOf(id).map(addresses.term),
      narrower: graph.narrowerOf(id).map(addresses.term),
      related: graph.relatedOf(id).map(addresses.term),
      ...across,
      identifier: [id],
      source: data.references.map((source) => addresses.of(`/references/#${source}`)),
      created: [data.published],
      modified: data.updated ? [data.updated] : [],
      page: [addresses.of(`/glossary/${id}/`)],
    },
  };
}

/** `bridge` as seen from its technical end. */
function bridgeResource({ from, to, relation, breaks, sayToMakers, sayToEngineers }: Bridge, addresses: Addresses): Resource {
  const [property] = relationProperties[relation];
  return {
    iri: addresses.bridge(from, to),
    types: ['lc:Bridge'],
    values: {
      technicalEnd: [addresses.term(from)],
      creativeEnd: [addresses.term(to)],
      relation: property ? [expand(properties[property][0], addresses)] : [],
      whereItBreaks: [breaks],
      sayToMakers: [sayToMakers],
      sayToEngineers: [sayToEngineers],
    },
  };
}

/** A term held in common is in both schemes, so that its wider terms and neighbours are always in one with it. */
function schemesOf(side: Term['side']): SchemeName[] {
  return schemeNames.filter((name) => side === 'both' || side === name);
}

/** Whether nothing in the scheme is wider. */
function isTop({ id, data }: TermEntry, name: SchemeName, graph: TermGraph, entries: readonly TermEntry[]): boolean {
  const inScheme = (other: string): boolean => entries.some((entry) => entry.id === other && schemesOf(entry.data.side).includes(name));
  return schemesOf(data.side).includes(name) && !graph.broaderOf(id).some(inScheme);
}
