/** The two explanations of an entry as plain text: what a program can use without knowing the site's components. */
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { proseBlocks } from '../../markdown/prose-text.ts';

/** Paragraphs for each kind of reader, without mark-up, citations and note marks. */
export interface Explanations {
  makers: string[];
  engineers: string[];
}

/** The explanations in an entry's body, as `parseProse` gives it. A part that is missing is empty. */
export function explanationsOf(tree: Root): Explanations {
  const found: Explanations = { makers: [], engineers: [] };
  let part: string[] | undefined;
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const title = toString(node).trim();
      part = title === 'For makers' ? found.makers : title === 'For engineers' ? found.engineers : undefined;
      continue;
    }
    const text = proseBlocks({ type: 'root', children: [node] }).map((block) => block.text.replace(/\s+/g, ' ').trim()).join(' ').trim();
    if (text !== '') part?.push(text);
  }
  return found;
}
