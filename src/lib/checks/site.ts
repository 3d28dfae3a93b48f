/** Everything the rules look things up in, made once for a run. */
import type { Root } from 'mdast';
import { collections, pieceCollections, type CollectionName } from '../../schemas/index.ts';
import type { ContentSource, SourceEntry } from '../content/source.ts';
import { renamedTerms } from '../glossary/renamed.ts';
import { parseForChecks, type ProseFindings } from './prose.ts';
import type { AssetReader } from './types.ts';

/** An entry with what the rules ask of it. */
export interface CheckedEntry {
  source: SourceEntry;
  /** Plain data of its YAML; `undefined` where that is missing, malformed, or not a group of fields. */
  data: Record<string, unknown> | undefined;
  /** A draft: rules marked `spared` do not hold it. */
  draft: boolean;
  /** Syntax tree and syntax faults of its prose, parsed on first use. */
  prose: () => ProseFindings;
}

/** The content under check. */
export interface Site {
  base: string;
  entries: readonly CheckedEntry[];
  /** Entries of one collection by id; an entry is here even when its data is faulty. */
  byId: (collection: CollectionName) => ReadonlyMap<string, CheckedEntry>;
  /** Present ids of terms by former ones, as far as the entries can be read. */
  renamed: ReadonlyMap<string, string>;
  /** Every file under the content folder. */
  files: ReadonlySet<string>;
}

/** Builds the site of a content source. Nothing is judged yet, and no prose is parsed. */
export function buildSite(source: ContentSource, assets: AssetReader): Site {
  const entries = source.entries.map(checked);
  const byCollection = new Map<CollectionName, Map<string, CheckedEntry>>();
  for (const name of Object.keys(collections) as CollectionName[]) byCollection.set(name, new Map());
  for (const entry of entries) byCollection.get(entry.source.collection)?.set(entry.source.id, entry);
  const byId = (collection: CollectionName): ReadonlyMap<string, CheckedEntry> => byCollection.get(collection) ?? new Map();
  const renamed = renamedTerms(entries.flatMap(({ source: { collection, id }, data }) => (collection === 'glossary' ? [{ id, formerly: strings(data?.['formerly']) }] : [])));
  return { base: source.base, entries, byId, renamed, files: new Set(assets.files()) };
}

/** Ids of every piece as prerequisites name them: `tutorials/what-a-latent-space-is`. */
export function pieceIds(site: Site): string[] {
  return pieceCollections.flatMap((collection) => [...site.byId(collection).keys()].map((id) => `${collection}/${id}`));
}

/** Whether entries of the collection are pieces, things read from start to end. */
export function isPiece(entry: CheckedEntry): boolean {
  return (pieceCollections as readonly string[]).includes(entry.source.collection);
}

/** Tree of the entry's prose; `undefined` for YAML files and for prose too broken to read. */
export function treeOf(entry: CheckedEntry): Root | undefined {
  return entry.source.path.endsWith('.mdx') ? entry.prose().tree : undefined;
}

function checked(source: SourceEntry): CheckedEntry {
  const data = dataOf(source);
  let findings: ProseFindings | undefined;
  const entry = { source, data, prose: () => (findings ??= parseForChecks(source.body)) };
  // Pieces are drafts until they say otherwise, as their schema has it.
  const pieces: readonly string[] = pieceCollections;
  const draft = data?.['status'] === 'draft' || (data !== undefined && data['status'] === undefined && pieces.includes(source.collection));
  return { ...entry, draft };
}

function dataOf({ yaml }: SourceEntry): Record<string, unknown> | undefined {
  if (!yaml || yaml.errors.length > 0) return undefined;
  try {
    const data: unknown = yaml.toJS({ maxAliasCount: 0 });
    return isRecord(data) ? data : undefined;
  } catch {
    // An alias; the YAML rules report it.
    return undefined;
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Whether a value is a group of fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
