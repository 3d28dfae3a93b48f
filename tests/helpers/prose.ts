import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { VFile as File } from 'vfile';
import { parseProse } from '../../src/markdown/parse.ts';

/** Runs one plugin over prose, as the build would. */
export function transform(body: string, plugin: (tree: Root, file: VFile) => void, path = 'content/essays/one/index.mdx'): { tree: Root; text: string; frontmatter: Record<string, unknown> } {
  const file = new File({ path, value: body });
  const tree = parseProse(body);
  plugin(tree, file);
  const { astro } = file.data as { astro?: { frontmatter?: Record<string, unknown> } };
  return { tree, text: plain(tree).trim(), frontmatter: astro?.frontmatter ?? {} };
}

/** Text of a tree with its links as `[text](url)`, its citations as `^text^`, and its blocks on lines of their own. */
function plain(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (!('children' in node)) return '';
  const inside = node.children.map(plain).join('');
  if (node.type === 'link') return `[${inside}](${node.url})`;
  if (node.type === 'citationGroup') return `^${inside}^`;
  return ['paragraph', 'heading', 'tableCell', 'mdxJsxFlowElement'].includes(node.type) ? `${inside}\n` : inside;
}
