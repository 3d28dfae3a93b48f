/** The files the glossary can be had as: one table for the routes' links, the page that explains them, and the checker. */

/** A file. */
export interface DataFile {
  /** Path below the site's base. */
  path: string;
  /** What links call it. */
  label: string;
  /** Media type. */
  type: string;
  /** What is in it, in one sentence. */
  about: string;
}

/** Every file of the whole glossary. Addresses are kept for good. */
export const dataFiles: readonly DataFile[] = [
  { path: '/glossary.ttl', label: 'Turtle', type: 'text/turtle', about: 'The glossary as SKOS: two concept schemes, their concepts, the matches across, and every bridge with its sentences.' },
  { path: '/glossary.jsonld', label: 'JSON-LD', type: 'application/ld+json', about: 'The same statements as JSON-LD, with the context in the file. `/glossary.json` is the same file for hosts that do not know the ending.' },
  { path: '/glossary.csv', label: 'CSV', type: 'text/csv', about: 'One row for each term.' },
  { path: '/glossary-bridges.csv', label: 'CSV of bridges', type: 'text/csv', about: 'One row for each bridge: the two terms, the relation, where it breaks, and what to say.' },
  { path: '/glossary-deck.tsv', label: 'flash cards', type: 'text/tab-separated-values', about: 'Flash cards for Anki: in its menu, File, then Import. Importing again updates the cards and keeps your progress.' },
];

/** Path of the file of one term. */
export function termFilePath(id: string): string {
  return `/glossary/${id}.json`;
}
