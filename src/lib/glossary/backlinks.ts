/** Where the site speaks of a term: the sentences, and the heading each stands under. */
import type { Root } from 'mdast';
import { proseBlocks, type ProseHeading } from '../../markdown/prose-text.ts';
import type { CollectionName } from '../../schemas/index.ts';
import { findTerms } from './find-terms.ts';
import type { TermIndex } from './term-index.ts';

/** A text to look through. */
export interface ProsePiece {
  /** Name of its collection; a glossary entry's mentions of itself are not counted. */
  collection: CollectionName;
  id: string;
  title: string;
  /** Its body, as `parseProse` gives it. */
  tree: Root;
}

/** One sentence that mentions a term. `before + mention + after` is the sentence, cut with “…” where it is long. */
export interface Backlink {
  collection: CollectionName;
  id: string;
  title: string;
  heading: ProseHeading | undefined;
  before: string;
  mention: string;
  after: string;
}

/** Longest excerpt in UTF-16 units, ellipses apart: about three lines of the reading column. */
const LENGTH = 220;
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Sentences by term id, in the order of the pieces and of their text, each once for a term.
 * `<Term>` elements count like mentions; terms nobody mentions have no entry.
 */
export function backlinks(pieces: readonly ProsePiece[], index: TermIndex): Map<string, Backlink[]> {
  const links = new Map<string, Backlink[]>();
  for (const { collection, id: piece, title, tree } of pieces) {
    for (const { text, linkable, terms, heading } of proseBlocks(tree)) {
      const given = terms.filter(({ id }) => index.ids.has(id));
      const mentions = [...findTerms(linkable, index), ...given].sort((a, b) => a.start - b.start);
      if (mentions.length === 0) continue;
      // A line break in the source is a space to the reader, but ends a sentence for the segmenter.
      const parts = [...sentences.segment(text.replace(/[\r\n\u2028]/g, ' '))];
      const told = new Set<string>();
      for (const { id, start, end } of mentions) {
        const part = parts.findLast((each) => each.index <= start);
        const key = `${part?.index ?? 0} ${id}`;
        if (!part || told.has(key) || (collection === 'glossary' && piece === id)) continue;
        told.add(key);
        const excerpt = excerptOf(text, part.index, Math.max(part.index + part.segment.length, end), start, end);
        put(links, id, { collection, id: piece, title, heading, ...excerpt });
      }
    }
  }
  return links;
}

/** The sentences of one text. */
export interface BacklinkGroup {
  collection: CollectionName;
  id: string;
  title: string;
  links: readonly Backlink[];
}

/** Backlinks by the text they come from, in the order given; texts to read come before glossary entries. */
export function groupBacklinks(links: readonly Backlink[]): BacklinkGroup[] {
  const groups = [...Map.groupBy(links, ({ collection, id }) => `${collection}/${id}`).values()].flatMap((each): BacklinkGroup[] => {
    const [first] = each;
    return first ? [{ collection: first.collection, id: first.id, title: first.title, links: each }] : [];
  });
  const late = ({ collection }: BacklinkGroup): number => Number(collection === 'glossary');
  return groups.sort((a, b) => late(a) - late(b));
}

/** Ids of the terms that no piece mentions, in the order given. */
export function orphans(terms: readonly { id: string }[], links: ReadonlyMap<string, readonly Backlink[]>): string[] {
  return terms.map(({ id }) => id).filter((id) => !links.has(id));
}

function excerptOf(text: string, from: number, to: number, start: number, end: number): Pick<Backlink, 'before' | 'mention' | 'after'> {
  const clean = (part: string): string => part.replace(/\s+/g, ' ');
  const before = clean(text.slice(from, start)).trimStart();
  const mention = clean(text.slice(start, end));
  const after = clean(text.slice(end, to)).trimEnd();
  const room = LENGTH - mention.length;
  if (before.length + after.length <= room) return { before, mention, after };
  // Half the room on each side; what one side leaves over goes to the other.
  const half = Math.floor(room / 2);
  const left = Math.max(half, room - after.length);
  const right = Math.max(half, room - before.length);
  return {
    before: before.length <= left ? before : `…${before.slice(-left).replace(/^\S*\s/, '')}`,
    mention,
    after: after.length <= right ? after : `${after.slice(0, right).replace(/[\s,;:]+\S*$/, '')}…`,
  };
}

function put(links: Map<string, Backlink[]>, id: string, link: Backlink): void {
  const list = links.get(id);
  if (list) list.push(link);
  else links.set(id, [link]);
}
