/** schema.org for search engines: a term's page holds a `DefinedTerm`, the glossary's a `DefinedTermSet`. */
import type { TermEntry } from '../term-index.ts';
import type { Addresses } from './addresses.ts';
import { language } from './rdf.ts';
import { licence } from './vocabulary.ts';

/** A term. It has the address it has in SKOS, so that both speak of one thing. */
export function definedTerm({ id, data }: TermEntry, addresses: Addresses): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    '@id': addresses.term(id),
    name: data.term,
    ...(data.aliases.length > 0 ? { alternateName: data.aliases } : {}),
    description: data.plain,
    termCode: id,
    url: addresses.of(`/glossary/${id}/`),
    inDefinedTermSet: addresses.of('/glossary/'),
  };
}

/** The glossary, with the files it can be had as. It does not list its terms: each says where it belongs. */
export function definedTermSet(name: string, files: readonly { path: string; type: string }[], addresses: Addresses): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': addresses.of('/glossary/'),
    name,
    description: 'Technical and creative vocabulary of generative models, bridged.',
    inLanguage: language,
    license: licence.url,
    url: addresses.of('/glossary/'),
    encoding: files.map(({ path, type }) => ({ '@type': 'MediaObject', contentUrl: addresses.of(path), encodingFormat: type })),
  };
}
