/**
 * The glossary's statements before they are written: resources and their properties. One table says what each property
 * holds, so that Turtle and JSON-LD cannot come apart.
 */
import type { Addresses } from './addresses.ts';

/** Prefixes of the vocabularies that others keep. Our own is `lc:`, and its address depends on the site's. */
export const prefixes = {
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** The language of every text. */
export const language = 'en';

/** What a property holds: an address, a text in a language, a day, a bare string, or true. */
export type PropertyKind = 'iri' | 'text' | 'day' | 'token' | 'flag';

/** A property: its short name (`skos:prefLabel`), what it holds, and whether it may hold several. */
export type Property = readonly [name: string, kind: PropertyKind, amount: 'one' | 'many'];

/** Every property that the glossary uses, by its key in JSON-LD. */
export const properties = {
  prefLabel: ['skos:prefLabel', 'text', 'one'],
  altLabel: ['skos:altLabel', 'text', 'many'],
  hiddenLabel: ['skos:hiddenLabel', 'text', 'many'],
  definition: ['skos:definition', 'text', 'one'],
  scopeNote: ['skos:scopeNote', 'text', 'one'],
  inScheme: ['skos:inScheme', 'iri', 'many'],
  topConceptOf: ['skos:topConceptOf', 'iri', 'many'],
  hasTopConcept: ['skos:hasTopConcept', 'iri', 'many'],
  broader: ['skos:broader', 'iri', 'many'],
  narrower: ['skos:narrower', 'iri', 'many'],
  related: ['skos:related', 'iri', 'many'],
  exactMatch: ['skos:exactMatch', 'iri', 'many'],
  closeMatch: ['skos:closeMatch', 'iri', 'many'],
  relatedMatch: ['skos:relatedMatch', 'iri', 'many'],
  partialMatch: ['lc:partialMatch', 'iri', 'many'],
  falseFriend: ['lc:falseFriend', 'iri', 'many'],
  member: ['skos:member', 'iri', 'many'],
  technicalEnd: ['lc:technicalEnd', 'iri', 'one'],
  creativeEnd: ['lc:creativeEnd', 'iri', 'one'],
  relation: ['lc:relation', 'iri', 'one'],
  whereItBreaks: ['lc:whereItBreaks', 'text', 'one'],
  sayToMakers: ['lc:sayToMakers', 'text', 'one'],
  sayToEngineers: ['lc:sayToEngineers', 'text', 'one'],
  title: ['dcterms:title', 'text', 'one'],
  description: ['dcterms:description', 'text', 'one'],
  license: ['dcterms:license', 'iri', 'one'],
  identifier: ['dcterms:identifier', 'token', 'one'],
  source: ['dcterms:source', 'iri', 'many'],
  created: ['dcterms:created', 'day', 'one'],
  modified: ['dcterms:modified', 'day', 'one'],
  isReplacedBy: ['dcterms:isReplacedBy', 'iri', 'one'],
  deprecated: ['owl:deprecated', 'flag', 'one'],
  page: ['foaf:page', 'iri', 'one'],
  label: ['rdfs:label', 'text', 'one'],
  comment: ['rdfs:comment', 'text', 'one'],
  subPropertyOf: ['rdfs:subPropertyOf', 'iri', 'one'],
  domain: ['rdfs:domain', 'iri', 'one'],
  range: ['rdfs:range', 'iri', 'one'],
  isDefinedBy: ['rdfs:isDefinedBy', 'iri', 'one'],
} as const satisfies Record<string, Property>;

/** Key of a property in JSON-LD. */
export type PropertyName = keyof typeof properties;

/** Something that is described, and what is said of it. */
export interface Resource {
  iri: string;
  /** Short names of its classes: `skos:Concept`. */
  types: readonly string[];
  /** Texts as they are; addresses in full. A list without values says nothing. */
  values: Readonly<Partial<Record<PropertyName, readonly string[]>>>;
}

/**
 * The address that a short name stands for.
 * @throws Error where the prefix is none of ours
 */
export function expand(name: string, { namespace }: Addresses): string {
  const [prefix = '', local = ''] = name.split(':');
  if (prefix === 'lc') return namespace + local;
  const start = Object.entries(prefixes).find(([known]) => known === prefix)?.[1];
  if (start === undefined) throw new Error(`no prefix “${prefix}” in “${name}”`);
  return start + local;
}
