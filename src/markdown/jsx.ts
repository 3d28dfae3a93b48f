/** Small questions about components in a syntax tree. */
import type { Node } from 'unist';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

/** A component in prose, on its own lines or inside one. */
export type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** Whether a node is a component, and, where names are given, one of those. */
export function isComponent(node: Node, ...names: readonly string[]): node is Component {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return false;
  return names.length === 0 || names.includes((node as Component).name ?? '');
}

/** Value of a literal attribute; undefined where it is absent, bare, or an expression. */
export function attribute(node: Component, name: string): string | undefined {
  const found = node.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}
