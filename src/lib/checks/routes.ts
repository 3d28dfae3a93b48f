/** The addresses of the site, as far as prose may link to them, and the places in them that have a name. */
import GithubSlugger from 'github-slugger';
import { toString } from 'mdast-util-to-string';
import type { CollectionName } from '../../schemas/index.ts';
import { vocabularyPath } from '../glossary/forms/addresses.ts';
import { dataFiles } from '../glossary/forms/files.ts';
import { schemeNames, words } from '../glossary/forms/vocabulary.ts';
import { entryPath } from '../urls.ts';
import { citedIn, namedInProps } from './cited.ts';
import { nearest } from './nearest.ts';
import { treeOf, type CheckedEntry, type Site } from './site.ts';
import { texts } from './values.ts';
import { walk } from './walk.ts';

/** Addresses that do not depend on an entry. */
const fixed: readonly string[] = [
  '/', '/tutorials/', '/essays/', '/case-studies/', '/glossary/', '/bridges/false-friends/', '/references/', '/search/', '/demos/',
  '/rss.xml', '/tutorials/rss.xml', '/essays/rss.xml', '/case-studies/rss.xml', '/references.bib',
];
/** The glossary as data, and the page that explains it. */
const data: readonly string[] = [vocabularyPath, ...dataFiles.map(({ path }) => path)];
/** Collections whose entries have a page each, and where. */
const sections: Readonly<Partial<Record<CollectionName, string>>> = {
  tutorials: '/tutorials/',
  essays: '/essays/',
  'case-studies': '/case-studies/',
  glossary: '/glossary/',
  demos: '/demos/',
  pages: '/',
};

/** What an address leads to: an entry's page, or `'page'` for one that no entry stands behind. */
export type Target = CheckedEntry | 'page';

/** Address of an entry's page; `undefined` for entries that have none of their own. */
export function addressOf(entry: CheckedEntry): string | undefined {
  const { collection, id } = entry.source;
  return sections[collection] === undefined ? undefined : entryPath(collection, id);
}

/** What an address, without query and anchor, leads to; `undefined` where there is no such page. */
export function targetOf(site: Site, address: string): Target | undefined {
  if (fixed.includes(address) || data.includes(address)) return 'page';
  const parts = /^\/(?:([a-z-]+)\/)?([^/]+)\/$/.exec(address);
  if (!parts) return undefined;
  const section = parts[1] === undefined ? '/' : `/${parts[1]}/`;
  const collection = (Object.keys(sections) as CollectionName[]).find((name) => sections[name] === section);
  return collection === undefined ? undefined : site.byId(collection).get(parts[2] ?? '');
}

/** The address nearest to one that leads nowhere: first within its section, then among the sections. */
export function nearestAddress(site: Site, address: string): string | undefined {
  const [, section = '', slug = ''] = address.split('/');
  const collection = (Object.keys(sections) as CollectionName[]).find((name) => sections[name] === `/${section}/`);
  if (collection && slug !== '') {
    const now = collection === 'glossary' ? site.renamed.get(slug) : undefined;
    if (now !== undefined) return entryPath('glossary', now);
    const near = nearest(slug, site.byId(collection).keys());
    return near && `/${section}/${near}/`;
  }
  if (slug !== '') {
    // The section is misspelt, or left out of a longer address: the name may still be right.
    const holder = (Object.keys(sections) as CollectionName[]).find((name) => name !== 'pages' && site.byId(name).has(slug));
    return holder && `${sections[holder]}${slug}/`;
  }
  const tops = [...fixed, ...data, ...[...site.byId('pages').keys()].map((id) => `/${id}/`)].map((top) => top.replace(/^\/|\/$/g, ''));
  const near = nearest(section, tops.filter((top) => top !== ''));
  if (near !== undefined) return near.includes('.') ? `/${near}` : `/${near}/`;
  const holder = (Object.keys(sections) as CollectionName[]).find((name) => name !== 'pages' && site.byId(name).has(section));
  return holder && `${sections[holder]}${section}/`;
}

/** Names of the places in a page, as the build makes them. */
export function anchorsOf(site: Site, target: Target, address: string): string[] {
  if (target === 'page') return pageAnchors(site, address);
  const anchors: string[] = [];
  const slugger = new GithubSlugger();
  const tree = treeOf(target);
  if (tree) walk(tree, (node) => void (node.type === 'heading' && anchors.push(slugger.slug(toString(node)))));
  const listed = target.source.collection === 'glossary' ? texts(target, ['references', '*']).map(({ value }) => value) : [];
  const cited = [...citedIn(target), ...namedInProps(target, 'reference')].map(({ id }) => id);
  const sources = [...new Set([...listed, ...cited])];
  // The list of sources at the foot has a heading of its own.
  if (target.source.collection === 'glossary') anchors.push('term', ...bridgesOf(site, target).map((id) => `bridge-${id}`));
  return [...anchors, ...(sources.length > 0 ? ['sources'] : []), ...sources.map((id) => `ref-${id}`)];
}

function pageAnchors(site: Site, address: string): string[] {
  if (address === '/references/') return [...site.byId('references').keys()];
  if (address === vocabularyPath) return [...words.map(({ name }) => name), ...schemeNames];
  return [];
}

/** Ids of the terms at the other ends of an entry's bridges, whichever of the two declares them. */
function bridgesOf(site: Site, { source: { id } }: CheckedEntry): string[] {
  return [...site.byId('glossary').values()].flatMap((entry) => {
    const ends = texts(entry, ['bridges', '*', 'to']).map(({ value }) => value);
    return entry.source.id === id ? ends : ends.includes(id) ? [entry.source.id] : [];
  });
}
