/** Collects what search is made from, at build time. */
import { atlas } from '../lib/content/atlas.ts';
import { demoPages, pieces, standingPages } from '../lib/content/collections.ts';
import { sections } from '../lib/sections.ts';
import { entryPath } from '../lib/urls.ts';
import type { CardDemo } from '../term-cards/data.ts';
import type { SiteContent, SitePage } from './build-index.ts';

/** Lists and tables: found by their names. */
const LISTS: readonly SitePage[] = [
  { path: 'glossary/', title: 'Glossary', kind: 'page', summary: 'The words of the lab and the words of the studio, and how far each can be carried across.' },
  { path: 'bridges/false-friends/', title: 'False friends', kind: 'page', summary: 'One word, two trades, two meanings: as cards that turn.' },
  { path: 'ns/', title: 'The glossary as data', kind: 'page', summary: 'The glossary as SKOS, JSON-LD, CSV, JSON and a deck of cards, and the words of our own that it uses.' },
  { path: 'references/', title: 'References', kind: 'page', summary: 'Every source, and where it is used.' },
  { path: 'demos/', title: 'Demos', kind: 'page', summary: 'What can be handled.' },
];

/** The demonstrations, as search and cards name them. */
export async function shownDemos(): Promise<(CardDemo & { summary: string; body: string })[]> {
  return (await demoPages()).map(({ id, data: { title, summary, terms }, body = '' }) => ({ path: entryPath('demos', id), title, summary, terms, body }));
}

/** Everything that can be found, terms first; the same order at every call of one build. */
export async function siteContent(): Promise<SiteContent> {
  const { terms, graph } = atlas();
  const own = (path: string): string => path.replace(/^\//, '');
  const read = (await pieces()).map(({ collection, id, data, body }): SitePage => ({
    path: own(entryPath(collection, id)), title: data.title, kind: kindOf(collection), audience: data.audience, level: data.level, summary: data.summary, body,
  }));
  const standing = (await standingPages()).map(({ id, data, body }): SitePage => ({ path: own(entryPath('pages', id)), title: data.title, kind: 'page', summary: data.summary, body }));
  const shown = (await shownDemos()).map(({ path, title, summary, body }): SitePage => ({ path: own(path), title, kind: 'demo', summary, body }));
  const lists = Object.entries(sections).map(([name, { many, promise }]): SitePage => ({ path: `${name}/`, title: many, kind: 'page', summary: promise }));
  return { terms: [...terms.values()], bridges: graph.bridges, pages: [...read, ...shown, ...standing, ...lists, ...LISTS] };
}

const kindOf = (collection: keyof typeof sections): 'tutorial' | 'essay' | 'case study' =>
  collection === 'tutorials' ? 'tutorial' : collection === 'essays' ? 'essay' : 'case study';
