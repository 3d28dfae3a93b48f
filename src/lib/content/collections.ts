/** The page door: the only importer of `astro:content`. Pages get from here, already filtered and sorted. */
import { getCollection, render, type CollectionEntry } from 'astro:content';
import { demos } from '../../demos/registry.ts';
import { pieceCollections, type PieceCollection } from '../../schemas/index.ts';

/** A piece as pages get it. */
export type PieceEntry = CollectionEntry<PieceCollection>;
/** A term as pages get it. */
export type TermEntry = CollectionEntry<'glossary'>;
/** A source as pages get it. */
export type ReferenceEntry = CollectionEntry<'references'>;
/** What is written about a demonstration, as pages get it. */
export type DemoEntry = CollectionEntry<'demos'>;
/** A standing page as pages get it. */
export type PageEntry = CollectionEntry<'pages'>;

/** Drafts are built only while writing. */
const visible = (entry: { data: { status?: string } }): boolean => import.meta.env.DEV || entry.data.status !== 'draft';

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Pieces of the given collections, newest first, then by id. */
export async function pieces(names: readonly PieceCollection[] = pieceCollections): Promise<PieceEntry[]> {
  const lists = await Promise.all(names.map((name) => getCollection(name, visible)));
  return lists.flat().sort((a, b) => b.data.published.localeCompare(a.data.published) || byId(a, b));
}

/** Every term, by label. */
export async function terms(): Promise<TermEntry[]> {
  const list = await getCollection('glossary', visible);
  return list.sort((a, b) => a.data.term.localeCompare(b.data.term, 'en', { sensitivity: 'base' }) || byId(a, b));
}

/** Every source, by id. */
export async function references(): Promise<ReferenceEntry[]> {
  return (await getCollection('references')).sort(byId);
}

/** Every byline, by handle. */
export async function authors(): Promise<CollectionEntry<'authors'>[]> {
  return (await getCollection('authors')).sort(byId);
}

/** Every standing page. */
export async function standingPages(): Promise<PageEntry[]> {
  return (await getCollection('pages')).sort(byId);
}

/** What is written about the demonstrations, in the order of their table. */
export async function demoPages(): Promise<DemoEntry[]> {
  const list = await getCollection('demos');
  return demos.flatMap(({ id }) => list.find((entry) => entry.id === id) ?? []);
}

/** What rendering recorded about a piece: sources cited, in order, and terms linked. */
export interface ProseFacts {
  cited: string[];
  terms: string[];
}

/** Renders an entry's prose and returns what its plugins recorded. */
export async function renderProse(entry: PieceEntry | TermEntry | PageEntry | DemoEntry) {
  const { Content, headings, remarkPluginFrontmatter } = await render(entry);
  const list = (key: string): string[] => {
    const value: unknown = remarkPluginFrontmatter[key];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  };
  const facts: ProseFacts = { cited: list('cited'), terms: list('terms') };
  return { Content, headings, facts };
}
