/** Where prose names sources: citations in brackets, and the props of components. */
import { componentOf, type PropType } from '../../mdx/vocabulary.ts';
import { parseCitations } from '../citations/parse.ts';
import { placeInBody, placeOfBodyOffset } from './position.ts';
import { isElement } from './safe-mdx.ts';
import { treeOf, type CheckedEntry } from './site.ts';
import type { Place } from './types.ts';
import { walk } from './walk.ts';

/** An id in prose, and its place in the file. */
export interface Named {
  id: string;
  place: Place;
}

/** A run of prose text as it is written, and its offset in the body. */
export interface Run {
  text: string;
  offset: number;
}

/** The text of the prose as written: without code, addresses and tags. */
export function runsOf(entry: CheckedEntry): Run[] {
  const tree = treeOf(entry);
  const runs: Run[] = [];
  if (!tree) return runs;
  walk(tree, (node) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (node.type === 'text' && start !== undefined && end !== undefined) runs.push({ text: entry.source.body.slice(start, end), offset: start });
  });
  return runs;
}

/** Every source cited in brackets. */
export function citedIn(entry: CheckedEntry): Named[] {
  return runsOf(entry).flatMap(({ text, offset }) =>
    parseCitations(text).flatMap(({ sources }) =>
      sources.map((source) => ({ id: source.id, place: placeOfBodyOffset(entry.source, offset + source.offset) })),
    ),
  );
}

/** Every id in a prop of the given type: `term` or `reference`. */
export function namedInProps(entry: CheckedEntry, type: Extract<PropType, string>): Named[] {
  const tree = treeOf(entry);
  const found: Named[] = [];
  if (!tree) return found;
  walk(tree, (node) => {
    if (!isElement(node)) return;
    const props = componentOf(node.name ?? '')?.props.filter((prop) => prop.type === type) ?? [];
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string' || attribute.value.trim() === '') continue;
      if (!props.some(({ name }) => name === attribute.name)) continue;
      const start = attribute.position?.start ?? node.position?.start ?? { line: 1, column: 1 };
      found.push({ id: attribute.value, place: placeInBody(entry.source, { line: start.line, column: start.column + attribute.name.length + 2 }) });
    }
  });
  return found;
}
