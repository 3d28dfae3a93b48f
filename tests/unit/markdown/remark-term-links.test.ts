import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { remarkTermLinks, termOfFile } from '../../../src/markdown/remark-term-links.ts';
import { bridge, entry, indexOf } from '../../helpers/terms.ts';
import { transform } from '../../helpers/prose.ts';

const index = indexOf(
  entry('latent-space'),
  entry('latent-space-interpolation'),
  entry('mask'),
  entry('take', { everyday: true, aliases: ['second take'] }),
  entry('restraint', { side: 'creative' }),
  entry('style-model', { term: 'style', bridges: [bridge('style-tradition', 'false-friend')] }),
  entry('style-tradition', { term: 'style', side: 'creative' }),
);
const plugin = remarkTermLinks({ index, href: (id) => `/${id}/`, sideOf: (id) => (id === 'restraint' ? 'creative' : 'technical') });
const linked = (body: string, path?: string): string => transform(body, plugin, path).text.replace(/\n+/g, ' | ');

describe('remarkTermLinks', () => {
  const cases: [says: string, body: string, expected: string][] = [
    ['links a mention', 'The latent space is wide.', 'The [latent space](/latent-space/) is wide.'],
    ['links the first of two', 'A mask and a mask.', 'A [mask](/mask/) and a mask.'],
    ['links the first across paragraphs', 'A mask.\n\nA mask.', 'A [mask](/mask/). | A mask.'],
    ['links again in the next section', 'A mask.\n\n## Two\n\nA mask.\n\n## Three\n\nNone.', 'A [mask](/mask/). | Two | A [mask](/mask/). | Three | None.'],
    ['does not begin a section at a smaller heading', 'A mask.\n\n### Sub\n\nA mask.', 'A [mask](/mask/). | Sub | A mask.'],
    ['links several terms of one text', 'Masks, restraint, latent space.', '[Masks](/mask/), [restraint](/restraint/), [latent space](/latent-space/).'],
    ['takes the longest label, and the shorter one later', 'latent space interpolation in latent space', '[latent space interpolation](/latent-space-interpolation/) in [latent space](/latent-space/)'],
    ['links inside emphasis', 'A *latent space* here.', 'A [latent space](/latent-space/) here.'],
    ['leaves a mention that crosses mark-up', 'A latent *space*, a latent space.', 'A latent space, a [latent space](/latent-space/).'],
    ['does not take part of a word that mark-up cuts', 'un*mask* and **mask**ing', 'unmask and masking'],
    ['links a label over a line break', 'A latent\nspace.', 'A [latent | space](/latent-space/).'],
    ['leaves the possessive outside', 'The mask’s edge.', 'The [mask](/mask/)’s edge.'],
    ['never links an everyday word by itself', 'Takes take a second take.', 'Takes take a [second take](/take/).'],
    ['never links an ambiguous label', 'A style.', 'A style.'],
    ['leaves headings alone', '## A mask\n\nNone.', 'A mask | None.'],
    ['leaves links alone', '[a mask](/x) and [mask][y]\n\n[y]: /y', '[a mask](/x) and mask'],
    ['leaves code alone', 'A `mask` here.\n\n```\nmask\n```', 'A mask here.'],
    ['leaves quotations alone', '> A mask.\n\n<Quote source="a">\n\nA mask.\n\n</Quote>\n\n<Quote source="a">a mask</Quote>', 'A mask. | A mask. | a mask'],
    ['leaves citations alone', 'So [@mask, on the mask].', 'So [@mask, on the mask].'],
    ['links in lists, tables and notes', '- A mask\n\n## B\n\n| a |\n|---|\n| mask |\n\n## C\n\nX[^1].\n\n[^1]: A mask.', 'A [mask](/mask/) | B | a | [mask](/mask/) | C | X. | A [mask](/mask/).'],
    ['links inside components', '<Two>\n\n<ForMakers>\n\nA mask.\n\n</ForMakers>\n\n<ForEngineers>\n\nA mask.\n\n</ForEngineers>\n\n</Two>', 'A [mask](/mask/). | A mask.'],
    ['links in a component on one line', '<Aside title="x">A mask.</Aside>', 'A [mask](/mask/).'],
    ['counts a Term as the mention of its section', '<Term id="restraint">Held back</Term>, restraint.', 'Held back, restraint.'],
    ['counts a Term from where it stands', 'Restraint, <Term id="restraint">held back</Term>.', '[Restraint](/restraint/), held back.'],
  ];
  for (const [says, body, expected] of cases) test(says, () => assert.equal(linked(body).replace(/( \| )+/g, ' | '), expected));

  test('never links a term on its own page', () => {
    assert.equal(linked('A mask in latent space.', '/home/me/site/content/glossary/mask.mdx'), 'A mask in [latent space](/latent-space/).');
    assert.equal(linked('A mask.', '/home/me/site/content/essays/mask/index.mdx'), 'A [mask](/mask/).');
  });
  test('gives a link its term and side', () => {
    const { tree } = transform('Restraint.', plugin);
    visit(tree, 'link', ({ data }) => assert.deepEqual((data as { hProperties?: unknown }).hProperties, { class: 'term', 'data-term': 'restraint', 'data-side': 'creative' }));
  });
  test('marks later mentions without linking them', () => {
    const { tree } = transform('A mask, a mask.\n\n## Two\n\nA mask.', plugin);
    const marks: unknown[] = [];
    visit(tree, 'emphasis', ({ data }) => void marks.push((data as { hProperties?: unknown }).hProperties));
    assert.deepEqual(marks, [{ class: 'term-again', 'data-term': 'mask' }]);
  });
  test('records each linked term once, Term elements among them, in order', () => {
    const { frontmatter } = transform('Mask <Term id="style-model">style</Term> <Term id="nowhere">x</Term>.\n\n## A <Term id="restraint">b</Term>\n\nMask, latent space.', plugin);
    assert.deepEqual(frontmatter['terms'], ['mask', 'style-model', 'restraint', 'latent-space']);
  });
  test('records an empty list where nothing is linked', () => assert.deepEqual(transform('Nothing.', plugin).frontmatter['terms'], []));
});

test('sections are seen through nodes that other plugins wrap around blocks', () => {
  const wrapped = (type: string) => (tree: Root, file: VFile): void => {
    tree.children = [{ type, children: tree.children } as unknown as RootContent];
    plugin(tree, file);
  };
  const { text } = transform('A mask.\n\n## Mask\n\nA mask.', wrapped('termHalf'));
  assert.equal(text.replace(/\n+/g, ' | '), 'A [mask](/mask/). | Mask | A [mask](/mask/).');
});

test('the term of a file is read from its path', () => {
  const of = (path: string): string | undefined => termOfFile(new VFile({ path }));
  assert.deepEqual(
    ['/a/content/glossary/mask.mdx', 'content/glossary/mask.mdx', 'C:\\a\\content\\glossary\\mask.mdx', '/a/content/glossary/mask.mdx?x', '/a/content/essays/mask/index.mdx', '/a/mycontent/glossary/mask.mdx'].map(of),
    ['mask', 'mask', 'mask', 'mask', undefined, undefined],
  );
  assert.equal(termOfFile(new VFile()), undefined);
});
