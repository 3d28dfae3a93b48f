import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { visit } from 'unist-util-visit';
import { isComponent, attribute } from '../../../src/markdown/jsx.ts';
import { remarkCitations } from '../../../src/markdown/remark-citations.ts';
import { transform } from '../../helpers/prose.ts';

const plugin = remarkCitations({ ids: new Set(['a', 'b', 'c', 'karras2019style', 'a2019b_c']) });
const marked = (body: string): string => transform(body, plugin).text.replace(/\(#ref-(\w+)\)/g, '($1)').replace(/\n+/g, ' | ');

describe('remarkCitations', () => {
  const cases: [says: string, body: string, expected: string][] = [
    ['numbers a source and draws the mark to its word', 'So it is [@a].', 'So it is^[1](a)^.'],
    ['numbers by first appearance, the same source alike', '[@b] x [@a] y [@b]', '^[1](b)^ x^[2](a)^ y^[1](b)^'],
    ['keeps the locator as text', 'So [@a, p. 4].', 'So^[1](a), p. 4^.'],
    ['joins several sources', 'So [@a; @b].', 'So^[1](a), [2](b)^.'],
    ['parts sources with locators by semicolons', 'So [@a, p. 4; @b; @c, fig. 1].', 'So^[1](a), p. 4; [2](b), [3](c), fig. 1^.'],
    ['joins neighbours, or 1 and 2 would read as 12', 'So [@a] [@b].', 'So^[1](a), [2](b)^.'],
    ['works inside emphasis, notes, tables and lists', '*So [@a]*[^1]\n\n| x |\n|---|\n| y [@b] |\n\n- z [@a]\n\n[^1]: n [@c]', 'So^[1](a)^ | x | y^[2](b)^ | z^[1](a)^ | n^[3](c)^'],
    ['works after emphasis', '*So* [@a].', 'So^[1](a)^.'],
    ['works inside components and blockquotes', '<Two>\n\n<ForMakers>\n\nx [@a]\n\n</ForMakers>\n\n</Two>\n\n> q [@b]', 'x^[1](a)^ | q^[2](b)^'],
    ['leaves an unknown source as it is written', 'So [@nobody] and [@a; @nobody].', 'So [@nobody] and [@a; @nobody].'],
    ['leaves headings, links, Terms and code alone', '## H [@a]\n\n[l @a [@a]](/x) `[@a]` <Term id="t">x [@a]</Term>', 'H [@a] | [l @a [@a]](/x) [@a] x [@a]'],
    ['leaves an address in brackets to the address', 'Write [@a; me@example.org].', 'Write [@a; [me@example.org](mailto:me@example.org)].'],
    ['is not confused by addresses and links around it', 'me@example.org [@a] https://example.org/@b [@b].', '[me@example.org](mailto:me@example.org)^[1](a)^ [https://example.org/@b](https://example.org/@b)^[2](b)^.'],
    ['reads ids with underscores', 'x [@a2019b_c] *y*', 'x^[1](a2019b_c)^ y'],
    ['reads a citation that a line break parts', 'x [@a,\np. 4] y', 'x^[1](a), p. 4^ y'],
  ];
  for (const [says, body, expected] of cases) test(says, () => assert.equal(marked(body).replace(/( \| )+/g, ' | '), expected));

  test('records the sources in order', () => {
    assert.deepEqual(transform('x [@c; @a] y [@nobody] z [@c]', plugin).frontmatter['cited'], ['c', 'a']);
    assert.deepEqual(transform('x', plugin).frontmatter['cited'], []);
  });
  test('counts the sources of quotations and events, in the order of the text, and numbers them', () => {
    const body = 'x [@b]\n\n<Quote source="a" cite="who">\n\nWords [@c].\n\n</Quote>\n\n<Timeline>\n\n<Event when="2014" source="karras2019style" title="t">x</Event>\n\n</Timeline>\n\n<Quote source="nobody">y</Quote>\n\n<Quote source="b">z</Quote>';
    const { tree, frontmatter } = transform(body, plugin);
    assert.deepEqual(frontmatter['cited'], ['b', 'a', 'c', 'karras2019style']);
    const numbers: unknown[] = [];
    visit(tree, (node) => {
      if (isComponent(node, 'Quote', 'Event')) numbers.push(attribute(node, 'number'));
    });
    assert.deepEqual(numbers, ['2', '4', undefined, '1']);
  });
  test('marks are references for assistive technology too', () => {
    const { tree } = transform('x [@a]', plugin);
    visit(tree, 'link', ({ url, data }) => {
      assert.equal(url, '#ref-a');
      assert.deepEqual((data as { hProperties?: unknown }).hProperties, { class: 'cite', role: 'doc-biblioref', 'data-ref': 'a', 'aria-label': 'Source 1' });
    });
  });
});
