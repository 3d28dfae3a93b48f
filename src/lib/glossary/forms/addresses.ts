/** The addresses that machines may keep: terms, bridges, and the words in which both are described. */
import { withBase } from '../../urls.ts';

/**
 * Addresses of this site as identifiers. Where the site's origin is not known they are paths, which every reader of a file
 * resolves against wherever the file was found.
 *
 * A term is not the page about it: the page is `…/glossary/grain/`, the term `…/glossary/grain/#term` (“Cool URIs for the
 * Semantic Web”, W3C 2008, section 4.1: hash addresses need nothing of the server, and both lead a browser to the page).
 */
export interface Addresses {
  /** What all of them begin with, with a slash at its end. */
  root: string;
  /** Prefix of the words of our own: `vocabulary('falseFriend')` without the last part. */
  namespace: string;
  /** A path below the site's base. */
  of(path: string): string;
  /** A term. */
  term(id: string): string;
  /** A bridge, by the ids of its two ends. */
  bridge(technical: string, creative: string): string;
  /** A word of our own. */
  vocabulary(name: string): string;
}

/** Path below the base of the page that explains the words of our own. */
export const vocabularyPath = '/ns/';

/**
 * The addresses of a site.
 * @param origin such as `https://example.org`; undefined where it is not known
 * @param base `/` or a sub-path
 */
export function addressesOf(origin: string | undefined, base: string): Addresses {
  const of = (path: string): string => (origin ? new URL(withBase(base, path), origin).href : withBase(base, path));
  const namespace = `${of(vocabularyPath)}#`;
  return {
    root: of('/'),
    namespace,
    of,
    term: (id) => of(`/glossary/${id}/#term`),
    bridge: (technical, creative) => of(`/glossary/${technical}/#bridge-${creative}`),
    vocabulary: (name) => namespace + name,
  };
}
