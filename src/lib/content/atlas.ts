/** What pages know of the whole: the term index, the graph, who mentions what. Read once a build; afresh while writing. */
import { buildGraph, type TermGraph } from '../glossary/graph.ts';
import { backlinks, type Backlink, type ProsePiece } from '../glossary/backlinks.ts';
import { renamedTerms } from '../glossary/renamed.ts';
import { buildTermIndex, type TermIndex } from '../glossary/term-index.ts';
import { parseProse } from '../../markdown/parse.ts';
import { pieceCollections, type CollectionName, type DataOf } from '../../schemas/index.ts';
import { parseCitations } from '../citations/parse.ts';
import { readContent, validEntries, type ContentSource, type ValidEntry } from './source.ts';

/** A place that cites a source. */
export interface Use {
  collection: CollectionName;
  id: string;
  title: string;
}

/** The glossary and its traces through the prose. */
export interface Atlas {
  terms: ReadonlyMap<string, ValidEntry<'glossary'>>;
  index: TermIndex;
  graph: TermGraph;
  /** Present ids of terms by former ones. */
  renamed: ReadonlyMap<string, string>;
  /** Sentences by term id. */
  mentions: ReadonlyMap<string, readonly Backlink[]>;
  /** Pieces and terms by the id of the source they cite. */
  uses: ReadonlyMap<string, readonly Use[]>;
}

let built: Atlas | undefined;
let builtAt = 0;
/** While writing, one atlas serves one page: long enough for all its terms, too short to go stale under the writer's hands. */
const FRESH_MS = 2000;

/** The atlas of the content under the project's root. */
export function atlas(): Atlas {
  const now = import.meta.env?.DEV ? Date.now() : 0;
  if (built && now - builtAt < FRESH_MS) return built;
  builtAt = now;
  return (built = buildAtlas(readContent(process.cwd()), Boolean(import.meta.env?.DEV)));
}

/**
 * Draws the atlas of `source`.
 * @param drafts whether what is not published counts: only while writing
 */
export function buildAtlas(source: ContentSource, drafts = false): Atlas {
  const shown = ({ data }: { data: { status?: string } }): boolean => drafts || data.status !== 'draft';
  const terms = validEntries(source, 'glossary').filter(shown);
  const { index } = buildTermIndex(terms);
  const prose: ProsePiece[] = [];
  const uses = new Map<string, Use[]>();
  const note = (ids: Iterable<string>, use: Use): void => {
    for (const id of new Set(ids)) uses.set(id, [...(uses.get(id) ?? []), use]);
  };
  for (const name of [...pieceCollections, 'demos', 'pages'] as const) {
    for (const entry of validEntries(source, name)) {
      if (!shown(entry as { data: { status?: string } })) continue;
      const title = (entry.data as DataOf<'pages'>).title;
      prose.push({ collection: name, id: entry.id, title, tree: parseProse(entry.body) });
      note(cited(entry.body), { collection: name, id: entry.id, title });
    }
  }
  for (const { id, data, body } of terms) {
    prose.push({ collection: 'glossary', id, title: data.term, tree: parseProse(body) });
    note([...data.references, ...cited(body)], { collection: 'glossary', id, title: data.term });
  }
  return {
    terms: new Map(terms.map((entry) => [entry.id, entry])),
    index,
    graph: buildGraph(terms),
    renamed: renamedTerms(terms.map(({ id, data }) => ({ id, formerly: data.formerly }))),
    mentions: backlinks(prose, index),
    uses,
  };
}

/** Ids cited in a body, by brackets or by a component's `source`. */
function cited(body: string): string[] {
  const inline = parseCitations(body).flatMap(({ sources }) => sources.map(({ id }) => id));
  const attributes = [...body.matchAll(/\ssource="([^"]+)"/g)].map((match) => match[1] ?? '');
  return [...inline, ...attributes];
}
