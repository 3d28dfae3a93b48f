/**
 * The words of our own, which SKOS lacks: what `/ns/` explains and every RDF file carries with it.
 *
 * How the four relations are told in SKOS, and why:
 * - `exact` is `skos:exactMatch` and `close` is `skos:closeMatch`: “can be used interchangeably” across all uses, or in some.
 * - `partial` is `skos:relatedMatch`, by way of `lc:partialMatch`. It is no close match, which promises that the two may be
 *   swapped in some applications, and neither broad nor narrow, since neither contains the other: each has a part the other
 *   lacks. What is left in SKOS is the associative mapping, which claims no more than that. The sub-property keeps what the
 *   plain one loses, that the two overlap.
 * - `false-friend` is no mapping at all. Every SKOS mapping says of two concepts that they correspond in some way, and a false
 *   friend says that they do not: told as a mapping it would lead search engines into the very mistake it warns of.
 */
import type { Relation } from '../../../schemas/index.ts';

/** A word of our own. */
export interface Word {
  /** Last part of its address: `falseFriend`. */
  name: string;
  kind: 'class' | 'property' | 'symmetric property';
  label: string;
  /** What it says, in sentences. */
  comment: string;
  subPropertyOf?: string;
  domain?: string;
  range?: string;
}

const concept = 'skos:Concept';
const bridge = 'lc:Bridge';

/** Every word of our own, in the order in which the page tells them. Names are kept for good; meanings may become clearer. */
export const words: readonly Word[] = [
  {
    name: 'falseFriend', kind: 'symmetric property', label: 'is a false friend of', domain: concept, range: concept,
    comment: 'The two are easily taken for one another, often because they share a word, and mean different things. Not a SKOS mapping: a mapping says that two concepts correspond, and this says that they do not.',
  },
  {
    name: 'partialMatch', kind: 'symmetric property', label: 'overlaps in part with', domain: concept, range: concept, subPropertyOf: 'skos:relatedMatch',
    comment: 'The two overlap, and only in part: neither contains the other, and neither can stand for the other. Every statement of it is accompanied by the skos:relatedMatch that it implies.',
  },
  {
    name: 'Bridge', kind: 'class', label: 'bridge',
    comment: 'Two terms, one of each vocabulary, with how near they are, where the comparison breaks, and what to say to the other side.',
  },
  { name: 'technicalEnd', kind: 'property', label: 'technical end', domain: bridge, range: concept, comment: 'The end of a bridge that belongs to the technical vocabulary.' },
  { name: 'creativeEnd', kind: 'property', label: 'creative end', domain: bridge, range: concept, comment: 'The end of a bridge that belongs to the creative vocabulary.' },
  {
    name: 'relation', kind: 'property', label: 'relation', domain: bridge, range: 'rdf:Property',
    comment: 'The property that holds between the two ends: skos:exactMatch, skos:closeMatch, lc:partialMatch or lc:falseFriend.',
  },
  { name: 'whereItBreaks', kind: 'property', label: 'where it breaks', domain: bridge, comment: 'One sentence: what goes wrong when one end is taken for the other.' },
  { name: 'sayToMakers', kind: 'property', label: 'say to makers', domain: bridge, comment: 'A sentence that somebody who builds models can say to somebody who makes things with them.' },
  { name: 'sayToEngineers', kind: 'property', label: 'say to engineers', domain: bridge, comment: 'A sentence that somebody who makes things can say to somebody who builds models.' },
];

/** The property that tells each relation, and what else follows from it. */
export const relationProperties: Readonly<Record<Relation, readonly ('exactMatch' | 'closeMatch' | 'relatedMatch' | 'partialMatch' | 'falseFriend')[]>> = {
  exact: ['exactMatch'],
  close: ['closeMatch'],
  partial: ['partialMatch', 'relatedMatch'],
  'false-friend': ['falseFriend'],
};

/** The licence of every entry. */
export const licence = { id: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

/** The two vocabularies as SKOS concept schemes. A term held in common is in both. */
export const schemes = {
  technical: { title: 'The technical vocabulary', description: 'Words of people who build generative models.' },
  creative: { title: 'The creative vocabulary', description: 'Words of people who make pictures, type, sound and film.' },
} as const;

/** Name of a concept scheme: the last part of its address. */
export type SchemeName = keyof typeof schemes;
/** Both schemes. */
export const schemeNames: readonly SchemeName[] = ['technical', 'creative'];
