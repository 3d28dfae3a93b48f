/** Walks a prose tree with the ancestors of each node at hand. */
import type { Nodes, Parents, Root } from 'mdast';

/** Calls `look` for every node, parents before children; `ancestors` runs from the root to the parent. */
export function walk(tree: Root, look: (node: Nodes, ancestors: readonly Parents[]) => void): void {
  step(tree, [], look);
}

function step(node: Nodes, ancestors: readonly Parents[], look: (node: Nodes, ancestors: readonly Parents[]) => void): void {
  look(node, ancestors);
  if (!('children' in node)) return;
  const inner = [...ancestors, node];
  for (const child of node.children) step(child, inner, look);
}

/** Words of a text, as a reader counts them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
