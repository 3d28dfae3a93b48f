/**
 * Decides what counts as running prose: which text may be linked, and what a block reads like.
 * The term links and the backlinks both ask here, so that they always agree.
 */
import GithubSlugger from 'github-slugger';
import type { Nodes, Parents, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseCitations } from '../lib/citations/parse.ts';
import { attribute, isComponent } from './jsx.ts';

/** A stretch of a block that is one text node's own: `block.text.slice(start, end)` is `node.value.slice(from, from + end - start)`. */
export interface ProseRun {
  node: Text;
  parent: Parents;
  from: number;
  start: number;
  end: number;
}

/** A heading, with the slug the build gives it. */
export interface ProseHeading {
  text: string;
  slug: string;
}

/** A paragraph, a table cell, or any other run of inline content. Offsets are UTF-16 units into `text`. */
export interface ProseBlock {
  /** As a reader meets it, without citations and note marks. */
  text: string;
  /** As long as `text`; what must not be linked stands as U+FFFC, which is part of no word. */
  linkable: string;
  /** The linkable stretches, in order. */
  runs: readonly ProseRun[];
  /** `<Term>` elements that stand in the block, in order, in closed places too. */
  terms: readonly { id: string; start: number; end: number }[];
  /** Counts the `##` headings before the block; 0 before the first. */
  section: number;
  /** Nearest heading above, of any depth. */
  heading: ProseHeading | undefined;
}

type Open = Omit<ProseBlock, 'runs' | 'terms'> & { runs: ProseRun[]; terms: { id: string; start: number; end: number }[] };

const HIDDEN = '\uFFFC';
/** Inline nodes. Anything else holds blocks, or is one: plugins may wrap blocks in nodes of their own. */
const INLINE: ReadonlySet<string> = new Set([
  'text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'linkReference', 'image', 'imageReference', 'footnoteReference',
  'citationGroup', 'mdxJsxTextElement', 'mdxTextExpression',
]);

/** Whether everything inside a node is left unlinked: it is a link already, or somebody else's words, or a name. */
export function isClosedToTerms(node: Nodes): boolean {
  return ['heading', 'blockquote', 'link', 'linkReference'].includes(node.type) || isComponent(node, 'Quote', 'Term', 'Figure');
}

/** Whether `[@id]` inside a node stays as it is: it would be a link in a link, or would change a heading's slug. */
export function isClosedToCitations(node: Nodes): boolean {
  return ['heading', 'link', 'linkReference'].includes(node.type) || isComponent(node, 'Term');
}

/** Whether a node begins a section: the stretch in which a term is linked once. */
export function beginsSection(node: Nodes): boolean {
  return node.type === 'heading' && node.depth <= 2;
}

/** The blocks of a tree in reading order. Works before and after citations have become nodes. */
export function proseBlocks(tree: Root): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  const slugger = new GithubSlugger();
  let section = 0;
  let heading: ProseHeading | undefined;

  const visit = (node: Parents, open: boolean): void => {
    let block: Open | undefined;
    for (const child of node.children) {
      if (INLINE.has(child.type)) {
        if (!block) blocks.push((block = { text: '', linkable: '', runs: [], terms: [], section, heading }));
        inline(block, child, node, open);
        continue;
      }
      block = undefined;
      if (beginsSection(child)) section += 1;
      if (child.type === 'heading') {
        // Text of code counts and alternative text does not: as in the ids that Astro gives headings.
        const text = toString(child, { includeImageAlt: false });
        heading = { text: text.trim(), slug: slugger.slug(text) };
      }
      if ('children' in child) visit(child, open && !isClosedToTerms(child));
    }
  };
  visit(tree, true);
  return blocks;
}

function inline(block: Open, node: RootContent, parent: Parents, open: boolean): void {
  if (node.type === 'text') return text(block, node, parent, open);
  if (node.type === 'inlineCode') return append(block, node.value, false);
  if (node.type === 'break') return append(block, '\n', true);
  // Citation marks are no part of a sentence; images, notes and expressions have no words of their own here.
  if (node.type === 'citationGroup' || !('children' in node)) return;
  const start = block.text.length;
  for (const child of node.children) inline(block, child, node, open && !isClosedToTerms(node));
  const id = isComponent(node, 'Term') ? attribute(node, 'id') : undefined;
  if (id !== undefined) block.terms.push({ id, start, end: block.text.length });
}

function text(block: Open, node: Text, parent: Parents, open: boolean): void {
  const stretch = (from: number, to: number): void => {
    const value = node.value.slice(from, to);
    if (open && value !== '') block.runs.push({ node, parent, from, start: block.text.length, end: block.text.length + value.length });
    append(block, value, open);
  };
  let from = 0;
  for (const { start, end } of parseCitations(node.value)) {
    stretch(from, from + node.value.slice(from, start).trimEnd().length);
    from = end;
  }
  stretch(from, node.value.length);
}

function append(block: Open, value: string, open: boolean): void {
  block.text += value;
  block.linkable += open ? value : HIDDEN.repeat(value.length);
}
