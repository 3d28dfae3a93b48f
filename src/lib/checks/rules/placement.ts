/** Where components stand: blocks on their own lines, children in their parents, parents with their children. */
import type { Parents, RootContent } from 'mdast';
import { componentOf, type Component } from '../../../mdx/vocabulary.ts';
import { fault } from '../fault.ts';
import { choices } from '../nearest.ts';
import { placeInBody } from '../position.ts';
import { isElement, type Element } from '../safe-mdx.ts';
import { treeOf, type CheckedEntry } from '../site.ts';
import type { Fault, Saying } from '../types.ts';
import { walk } from '../walk.ts';

/** Rule `mdx-placement`. Silent where tags do not match, since the nesting is then not what the writer meant. */
export function checkPlacement(entry: CheckedEntry): Fault[] {
  const tree = treeOf(entry);
  if (!tree || entry.prose().unbalanced) return [];
  const faults: Fault[] = [];
  walk(tree, (node, ancestors) => {
    if (!isElement(node)) return;
    const component = componentOf(node.name ?? '');
    if (!component) return;
    const place = placeInBody(entry.source, node.position?.start ?? { line: 1, column: 1 });
    for (const saying of [...belonging(component, entry), ...standing(component, ancestors), ...holding(component, node)]) faults.push(fault(entry, 'mdx-placement', place, saying));
  });
  return faults;
}

function belonging({ name, only }: Component, { source }: CheckedEntry): Saying[] {
  if (only === undefined || only === `${source.collection}/${source.id}`) return [];
  return [{ message: `<${name}> stands outside content/${only}.mdx`, fix: `link to the page instead: [the model](/${only.split('/').at(-1)}/)` }];
}

function standing({ name, placement, parent }: Component, ancestors: readonly Parents[]): Saying[] {
  const enclosing = ancestors.findLast(isElement);
  if (parent !== undefined && enclosing?.name !== parent) {
    return [{ message: `<${name}> stands outside <${parent}>`, expected: `<${parent}> around it` }];
  }
  if (placement === 'inline') {
    const twice = ancestors.some((ancestor) => ancestor.type === 'link' || (isElement(ancestor) && componentOf(ancestor.name ?? '')?.children.kind === 'words'));
    return twice ? [{ message: `<${name}> makes a link, and stands in a link`, fix: 'end one before the other begins' }] : [];
  }
  const sentence = ancestors.find((ancestor) => inSentence.has(ancestor.type) && !(ancestor.type === 'paragraph' && aloneIn(ancestor)));
  if (!sentence) return [];
  return [{ message: `<${name}> is a block, and stands in ${inSentence.get(sentence.type)}`, fix: 'put it on lines of its own, with a blank line before and after' }];
}

/** Nodes whose content is a line of text, and what a writer calls them. */
const inSentence: ReadonlyMap<string, string> = new Map([
  ['paragraph', 'a sentence'],
  ['heading', 'a heading'],
  ['tableCell', 'a table'],
  ['link', 'a link'],
  ['emphasis', 'emphasis'],
  ['strong', 'emphasis'],
]);

/** MDX takes the paragraph away where it holds elements and nothing else: `<Aside>…</Aside>` on one line. */
function aloneIn(paragraph: Parents): boolean {
  return paragraph.children.every((child) => isElement(child) || (child.type === 'text' && child.value.trim() === ''));
}

function holding({ name, children }: Component, node: Element): Saying[] {
  const inner = contents(node);
  if (children.kind === 'nothing') return inner.length === 0 ? [] : [{ message: `<${name}> has something inside, and takes nothing`, expected: `<${name} … />` }];
  if (inner.length === 0) return [{ message: `<${name}> is empty`, fix: 'write something in it, or take it away' }];
  if (children.kind === 'ordered-list') {
    const [only] = inner;
    const list = inner.length === 1 && only?.type === 'list' && only.ordered === true;
    return list ? [] : [{ message: `<${name}> holds something else than one numbered list`, expected: '1. first step' }];
  }
  if (children.kind !== 'components') return [];
  const { names, each } = children;
  const foreign = inner.some((child) => !isElement(child) || !names.includes(child.name ?? ''));
  const tags = choices(names.map((child) => `<${child}>`));
  if (foreign) return [{ message: `<${name}> holds something else than ${tags}`, fix: `put it into ${tags}, or outside <${name}>` }];
  if (each === 'any number') return [];
  return names.flatMap((child) => {
    const count = inner.filter((element) => isElement(element) && element.name === child).length;
    return count === 1 ? [] : [{ message: `<${name}> has ${count === 0 ? 'no' : `${count}`} <${child}>`, expected: `one <${child}>` }];
  });
}

/** Children that count: white space does not, and a paragraph of nothing but elements is those elements. */
function contents(node: Element): RootContent[] {
  return (node.children as RootContent[]).flatMap((child) => {
    if (child.type === 'text' && child.value.trim() === '') return [];
    if (child.type === 'paragraph' && aloneIn(child)) return child.children.filter((inner) => isElement(inner));
    return [child];
  });
}
