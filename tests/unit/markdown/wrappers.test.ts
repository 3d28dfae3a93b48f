import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Nodes } from 'mdast';
import { VFile } from 'vfile';
import { parseProse } from '../../../src/markdown/parse.ts';
import { remarkNotes } from '../../../src/markdown/remark-notes.ts';
import { remarkTermHalves } from '../../../src/markdown/remark-term-halves.ts';

/** The tree as nested names: what is wrapped in what. */
const shape = (node: Nodes): string => {
  const type: string = node.type;
  const name = 'name' in node && node.name ? node.name : type;
  const inner = 'children' in node && !['paragraph', 'heading'].includes(type) && name !== 'Note' ? node.children.map((child) => shape(child)).join(' ') : '';
  return inner ? `${name}(${inner})` : name;
};
const note = '<Note side="technical" title="t">\n\nx\n\n</Note>';

describe('remarkNotes', () => {
  const cases: [says: string, body: string, expected: string][] = [
    ['binds a note to the paragraph after it', `${note}\n\nText.\n\nMore.`, 'root(annotated(Note paragraph) paragraph)'],
    ['binds two notes to one paragraph', `${note}\n\n${note}\n\nText.`, 'root(annotated(Note Note paragraph))'],
    ['binds a note to a component', `${note}\n\n<Two>\n\n<ForMakers>\n\na\n\n</ForMakers>\n\n</Two>`, 'root(annotated(Note Two(ForMakers(paragraph))))'],
    ['keeps a note that nothing follows', `Text.\n\n${note}`, 'root(paragraph annotated(Note))'],
    ['leaves prose without notes alone', 'One.\n\nTwo.', 'root(paragraph paragraph)'],
  ];
  for (const [says, body, expected] of cases) {
    test(says, () => {
      const tree = parseProse(body);
      remarkNotes()(tree);
      assert.equal(shape(tree), expected);
    });
  }
});

describe('remarkTermHalves', () => {
  const body = 'Lead.\n\n## For makers\n\nA.\n\nB.\n\n## For engineers\n\nC.';
  const run = (path: string): string => {
    const tree = parseProse(body);
    remarkTermHalves()(tree, new VFile({ path, value: body }));
    return shape(tree);
  };
  test('sets the two explanations of a term apart', () => {
    assert.equal(run('content/glossary/noise.mdx'), 'root(paragraph termHalf(heading paragraph paragraph) termHalf(heading paragraph))');
  });
  test('leaves pieces alone', () => assert.equal(run('content/essays/noise/index.mdx'), 'root(paragraph heading paragraph paragraph heading paragraph)'));
});
