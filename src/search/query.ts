/** Finds terms by what a reader types. Pure; the list is the glossary's small file. */
import type { CardFile, CardTerm } from '../term-cards/data.ts';

/** How a term was found, best first. */
export type Match = 'term' | 'label' | 'start' | 'part';

/** A term that answers a query. */
export interface TermHit {
  id: string;
  term: CardTerm;
  match: Match;
}

const ORDER: readonly Match[] = ['term', 'label', 'start', 'part'];
const LIMIT = 6;

/** Case, accents and hyphens do not matter to a reader. */
export function foldQuery(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[-‐‑\s]+/g, ' ').trim();
}

/**
 * Terms whose label, alias or known misspelling answers `query`: the word itself first, then its other names, then labels
 * that begin with the query, then labels with a word that does.
 * @returns at most six
 */
export function findTermHits(file: CardFile, query: string): TermHit[] {
  const wanted = foldQuery(query);
  if (wanted === '') return [];
  const hits = Object.entries(file.terms).flatMap(([id, term]): TermHit[] => {
    const match = matchOf(term, wanted);
    return match ? [{ id, term, match }] : [];
  });
  hits.sort((a, b) => ORDER.indexOf(a.match) - ORDER.indexOf(b.match) || a.term.term.localeCompare(b.term.term, 'en') || (a.id < b.id ? -1 : 1));
  return hits.slice(0, LIMIT);
}

/**
 * Whether a page has to do with a query: some word that is marked in its excerpt, or stands in its title or among its
 * counterparts, begins like some word of the query, by three letters at least and by half the word's length.
 * @param excerpt Pagefind's HTML, with `<mark>`
 * @param named what the page is called and bridged to; Pagefind finds pages by these too, and marks nothing then
 */
export function answers(excerpt: string, named: readonly string[], query: string): boolean {
  const wordsOf = (text: string): string[] => foldQuery(text).replace(/[^\p{L}\p{N} ]/gu, '').split(' ');
  const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => match[1] ?? '');
  const found = [...marked, ...named].flatMap(wordsOf);
  return wordsOf(query).some((word) => {
    const needed = word.slice(0, Math.max(3, Math.ceil(word.length / 2)));
    return needed !== '' && found.some((other) => other.startsWith(needed));
  });
}

function matchOf(term: CardTerm, wanted: string): Match | undefined {
  const label = foldQuery(term.term);
  const others = term.labels.map(foldQuery);
  if (label === wanted) return 'term';
  if (others.includes(wanted)) return 'label';
  if (label.startsWith(wanted)) return 'start';
  if (wanted.length > 1 && [label, ...others].some((each) => each.startsWith(wanted) || each.includes(` ${wanted}`))) return 'part';
  return undefined;
}
