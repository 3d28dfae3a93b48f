/** Links the first mention of each glossary term in every section of a text, and marks the others. */
import type { Emphasis, Link, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { findTerms } from '../lib/glossary/find-terms.ts';
import type { TermIndex } from '../lib/glossary/term-index.ts';
import type { Side } from '../schemas/index.ts';
import { frontmatterOf } from './file-data.ts';
import { proseBlocks, type ProseBlock } from './prose-text.ts';

/** What the plugin knows of the site. */
export interface TermLinkOptions {
  index: TermIndex;
  /** Address of a term's page. */
  href(id: string): string;
  /** Vocabulary of a term. */
  sideOf(id: string): Side;
  /** Term a file is about, which it never links; by default the entry whose file it is. */
  selfOf?(file: VFile): string | undefined;
}

interface Anchor {
  id: string;
  /** A later mention in its section: no link, only a mark that the reader may turn into one. */
  again?: boolean;
  /** Offsets into the text node's value. */
  start: number;
  end: number;
}

/** Id of the glossary entry a file holds, by its path `content/glossary/<id>.mdx`. */
export function termOfFile(file: VFile): string | undefined {
  return /(?:^|\/)content\/glossary\/([^/?]+)\.mdx(?:\?|$)/.exec((file.path ?? '').replaceAll('\\', '/'))?.[1];
}

/**
 * Adds `<a class="term" data-term data-side>` around first mentions and `<span class="term-again">` around
 * later ones, which the reader may ask to see, and leaves the ids of all terms linked, by itself or with `<Term>`, in `frontmatter.terms`, in order of appearance. A `<Term>`
 * counts as its section's mention. Mentions that cross a mark-up border (“latent *space*”) stay plain.
 */
export function remarkTermLinks({ index, href, sideOf, selfOf = termOfFile }: TermLinkOptions) {
  return (tree: Root, file: VFile): void => {
    const self = selfOf(file);
    const terms = new Set<string>();
    const anchors = new Map<Text, { parent: Parents; list: Anchor[] }>();
    let section = -1;
    let linked = new Set<string>();
    for (const block of proseBlocks(tree)) {
      if (block.section !== section) {
        section = block.section;
        linked = new Set();
      }
      for (const { id, start, end, explicit } of mentionsIn(block, index)) {
        const run = explicit ? undefined : block.runs.find((each) => each.start <= start && end <= each.end);
        if (id === self || (!explicit && !run)) continue;
        const again = linked.has(id);
        linked.add(id);
        terms.add(id);
        if (!run) continue;
        const { parent, list } = anchors.get(run.node) ?? { parent: run.parent, list: [] };
        const offset = run.from - run.start;
        anchors.set(run.node, { parent, list: [...list, { id, start: start + offset, end: end + offset, again }] });
      }
    }
    for (const [node, { parent, list }] of anchors) {
      const pieces = cut(node.value, list, ({ id, again }, label) => {
        const children: [Text] = [{ type: 'text', value: label }];
        // The page copies side and address from the first mention when the reader asks for all of them.
        if (again) return { type: 'emphasis', data: { hName: 'span', hProperties: { class: 'term-again', 'data-term': id } }, children };
        const properties = { class: 'term', 'data-term': id, 'data-side': sideOf(id) };
        return { type: 'link', url: href(id), data: { hProperties: properties }, children };
      });
      const siblings: Parents['children'][number][] = parent.children;
      siblings.splice(siblings.indexOf(node), 1, ...pieces);
    }
    frontmatterOf(file)['terms'] = [...terms];
  };
}

function mentionsIn(block: ProseBlock, index: TermIndex): (Anchor & { explicit: boolean })[] {
  const found = findTerms(block.linkable, index).map((mention) => ({ ...mention, explicit: false }));
  const given = block.terms.filter(({ id }) => index.ids.has(id)).map((term) => ({ ...term, explicit: true }));
  return [...found, ...given].sort((a, b) => a.start - b.start);
}

function cut(value: string, anchors: readonly Anchor[], mark: (anchor: Anchor, label: string) => Link | Emphasis): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let from = 0;
  for (const anchor of anchors) {
    if (anchor.start > from) pieces.push({ type: 'text', value: value.slice(from, anchor.start) });
    pieces.push(mark(anchor, value.slice(anchor.start, anchor.end)));
    from = anchor.end;
  }
  if (from < value.length) pieces.push({ type: 'text', value: value.slice(from) });
  return pieces;
}
