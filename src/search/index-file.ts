/** The file behind the first answer: every name on the site, and the bridges. No prose. Pure. */
import type { Relation, Side } from '../schemas/index.ts';
import { foldText, labelForm } from './text.ts';

/** The file as it travels: lists instead of objects, numbers instead of words. */
export interface IndexFile {
  /** Id; label, empty where it is the id with spaces; number of the side; other names; misspellings; 1 for an everyday word. */
  terms: readonly (readonly [id: string, label: string, side: number, aliases: readonly string[], misspellings: readonly string[], everyday?: 1])[];
  /** Path below the site’s base; title; number of the kind; numbers of audience and level, from 1, 0 for none. */
  pages: readonly (readonly [path: string, title: string, kind: number, audience: number, level: number])[];
  /** By relation, closest first: pairs of numbers, the technical end as steps from the one before and the creative end. */
  bridges: readonly (readonly number[])[];
}

/** Sides, by their number in the file. */
export const SIDES: readonly Side[] = ['technical', 'creative', 'both'];
/** Relations, by their number in the file. */
export const RELATIONS: readonly Relation[] = ['exact', 'close', 'partial', 'false-friend'];
/** Kinds of page, by their number in the file. */
export const KINDS = ['term', 'tutorial', 'essay', 'case study', 'demo', 'page'] as const;
/** Audiences, by their number in the file less one. */
export const AUDIENCES = ['maker', 'engineer', 'both'] as const;
/** Levels, by their number in the file less one. */
export const LEVELS = ['introduction', 'intermediate', 'advanced'] as const;

/** A page, a term’s among them. */
export interface IndexedPage {
  /** Its place in `SearchIndex.pages`. */
  n: number;
  /** Below the site’s base, without a slash in front: `glossary/lora/`. */
  path: string;
  title: string;
  /** Values by facet; a page without a value in a facet lacks the key. */
  facets: Readonly<Partial<Record<string, string>>>;
  /** Only of a term’s page. */
  term?: { id: string; side: Side; everyday: boolean };
}

/** A way of naming a page. */
export interface IndexedLabel {
  text: string;
  /** Folded, as what is typed is compared with its beginning. */
  folded: string;
  /** In base forms, as whole labels are compared. */
  form: string;
  kind: 'term' | 'alias' | 'misspelling' | 'title';
  page: number;
}

/** A bridge as the page at one end sees it. */
export interface IndexedBridge {
  to: number;
  relation: Relation;
}

/** The file, opened. */
export interface SearchIndex {
  /** Terms first, in the order of the file. */
  pages: readonly IndexedPage[];
  labels: readonly IndexedLabel[];
  /** Of each page, closest relation first. */
  bridges: readonly (readonly IndexedBridge[])[];
}

/** Lays the file out for matching. */
export function openIndex(file: IndexFile): SearchIndex {
  const pages: IndexedPage[] = [];
  const labels: IndexedLabel[] = [];
  const label = (text: string, kind: IndexedLabel['kind'], page: number): void => void labels.push({ text, folded: foldText(text), form: labelForm(text), kind, page });
  for (const [id, given, sideNumber, aliases, misspellings, everyday] of file.terms) {
    const n = pages.length;
    const side = SIDES[sideNumber] ?? 'both';
    const title = given || id.replaceAll('-', ' ');
    pages.push({ n, path: `glossary/${id}/`, title, facets: { kind: 'term', side }, term: { id, side, everyday: everyday === 1 } });
    label(title, 'term', n);
    for (const text of aliases) label(text, 'alias', n);
    for (const text of misspellings) label(text, 'misspelling', n);
  }
  for (const [path, title, kind, audience, level] of file.pages) {
    const n = pages.length;
    const facets: Record<string, string> = { kind: KINDS[kind] ?? 'page' };
    const [forWhom, depth] = [AUDIENCES[audience - 1], LEVELS[level - 1]];
    if (forWhom) facets['audience'] = forWhom;
    if (depth) facets['level'] = depth;
    pages.push({ n, path, title, facets });
    label(title, 'title', n);
  }
  const bridges: IndexedBridge[][] = pages.map(() => []);
  file.bridges.forEach((list, place) => {
    const relation = RELATIONS[place] ?? 'partial';
    let from = 0;
    for (let i = 0; i + 1 < list.length; i += 2) {
      from += list[i] ?? 0;
      const to = list[i + 1] ?? 0;
      bridges[from]?.push({ to, relation });
      bridges[to]?.push({ to: from, relation });
    }
  });
  return { pages, labels, bridges };
}
