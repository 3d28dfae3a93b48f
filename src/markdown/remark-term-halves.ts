/** Sets the two explanations of a glossary entry apart, so that the page can lay them side by side. */
import type { Node, Parent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { termOfFile } from './remark-term-links.ts';

interface Half extends Parent {
  type: 'termHalf';
  data: { hName: 'section'; hProperties: { className: string[] } };
}

/** Wraps `## For makers` and `## For engineers`, each with what follows, in a section of its own. */
export function remarkTermHalves() {
  return (tree: Root, file: VFile): void => {
    if (termOfFile(file) === undefined) return;
    const children: Node[] = [];
    let half: Half | undefined;
    for (const child of tree.children) {
      if (child.type === 'heading' && child.depth === 2) {
        const side = toString(child).toLowerCase().includes('engineer') ? 'for-engineers' : 'for-makers';
        half = { type: 'termHalf', data: { hName: 'section', hProperties: { className: ['term-half', side] } }, children: [] };
        children.push(half);
      }
      if (half) half.children.push(child);
      else children.push(child);
    }
    tree.children = children as Root['children'];
  };
}
