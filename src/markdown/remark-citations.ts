/** Turns `[@id]` into numbered marks that lead to the list of sources. */
import type { Nodes, Parent, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { VFile } from 'vfile';
import { parseCitations, type Citation } from '../lib/citations/parse.ts';
import { frontmatterOf } from './file-data.ts';
import { attribute, isComponent, type Component } from './jsx.ts';
import { isClosedToCitations } from './prose-text.ts';

/** One pair of brackets in the tree: `<sup class="cites">` around links and locators. */
export interface CitationGroup extends Parent {
  type: 'citationGroup';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citationGroup: CitationGroup;
  }
  interface RootContentMap {
    citationGroup: CitationGroup;
  }
}

/** What the plugin knows of the site. */
export interface CitationOptions {
  /** Ids of all reference files. */
  ids: ReadonlySet<string>;
}

/** Components whose `source` names a reference. */
const SOURCED = ['Quote', 'Event'];

/**
 * Numbers sources by first appearance, in prose and in the `source` of quotations and events alike,
 * and leaves the ids in that order in `frontmatter.cited`. A component with a known source is given
 * the number as a `number` attribute. Brackets that name an unknown source stay as they are written.
 */
export function remarkCitations({ ids }: CitationOptions) {
  return (tree: Root, file: VFile): void => {
    const cited: string[] = [];
    const numberOf = (id: string): number => {
      if (!cited.includes(id)) cited.push(id);
      return cited.indexOf(id) + 1;
    };
    visit(tree, ids, numberOf);
    frontmatterOf(file)['cited'] = cited;
  };
}

function visit(node: Nodes, ids: ReadonlySet<string>, numberOf: (id: string) => number): void {
  if (isComponent(node, ...SOURCED)) numberSource(node, ids, numberOf);
  if (!('children' in node) || isClosedToCitations(node)) return;
  const children: RootContent[] = [];
  for (const child of node.children) {
    if (child.type === 'text') children.push(...split(child, ids, numberOf, children.at(-1)));
    else {
      visit(child, ids, numberOf);
      children.push(child);
    }
  }
  (node as Parents & { children: RootContent[] }).children = children;
}

function numberSource(node: Component, ids: ReadonlySet<string>, numberOf: (id: string) => number): void {
  const source = attribute(node, 'source');
  if (source === undefined || !ids.has(source)) return;
  node.attributes.push({ type: 'mdxJsxAttribute', name: 'number', value: String(numberOf(source)) });
}

/**
 * A text node with its citations taken out. The space before a mark goes, so that the mark stays with
 * its word; a citation right after another joins it, or “1” and “2” would read as twelve.
 */
function split(node: Text, ids: ReadonlySet<string>, numberOf: (id: string) => number, before: RootContent | undefined): RootContent[] {
  const known = parseCitations(node.value).filter(({ sources }) => sources.every(({ id }) => ids.has(id)));
  if (known.length === 0) return [node];
  const pieces: RootContent[] = [];
  let last = before;
  let from = 0;
  for (const citation of known) {
    const value = node.value.slice(from, citation.start).trimEnd();
    if (value !== '') pieces.push((last = { type: 'text', value }));
    if (last?.type !== 'citationGroup') {
      last = { type: 'citationGroup', data: { hName: 'sup', hProperties: { class: 'cites' } }, children: [] };
      pieces.push(last);
    }
    addMarks(last, citation, numberOf);
    from = citation.end;
  }
  if (from < node.value.length) pieces.push({ type: 'text', value: node.value.slice(from) });
  return pieces;
}

function addMarks({ children }: CitationGroup, { sources }: Citation, numberOf: (id: string) => number): void {
  for (const { id, locator } of sources) {
    const number = String(numberOf(id));
    // “1, 2”, but “1, p. 4; 2”: a locator has commas of its own.
    const before = children.at(-1);
    if (before) children.push({ type: 'text', value: before.type === 'text' ? '; ' : ', ' });
    children.push({
      type: 'link',
      url: `#ref-${id}`,
      data: { hProperties: { class: 'cite', role: 'doc-biblioref', 'data-ref': id, 'aria-label': `Source ${number}` } },
      children: [{ type: 'text', value: number }],
    });
    if (locator !== undefined) children.push({ type: 'text', value: `, ${locator}` });
  }
}
