/** Binds margin notes to the block they stand before, so that the page can hang them level with it. */
import type { Node, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

interface Annotated extends Parent {
  type: 'annotated';
  data: { hName: 'div'; hProperties: { className: string[] } };
}

const isNote = (node: Node): boolean => node.type === 'mdxJsxFlowElement' && 'name' in node && node.name === 'Note';

/** Wraps every run of `<Note>` and the block after it in one `<div class="annotated">`. */
export function remarkNotes() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (!('children' in node) || (node as Node).type === 'annotated') return;
      const parent = node as Parent;
      if (!parent.children.some(isNote)) return;
      const children: Node[] = [];
      let run: Node[] = [];
      for (const child of parent.children as Node[]) {
        if (isNote(child)) {
          run.push(child);
          continue;
        }
        children.push(run.length > 0 ? bind([...run, child]) : child);
        run = [];
      }
      if (run.length > 0) children.push(bind(run));
      parent.children = children as Parent['children'];
    });
  };
}

function bind(children: Node[]): Annotated {
  return {
    type: 'annotated',
    data: { hName: 'div', hProperties: { className: ['annotated'] } },
    children: children as Parent['children'],
  };
}
