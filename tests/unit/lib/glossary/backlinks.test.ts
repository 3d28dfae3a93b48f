import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { backlinks, groupBacklinks, orphans, type Backlink } from '../../../../src/lib/glossary/backlinks.ts';
import { parseProse } from '../../../../src/markdown/parse.ts';
import type { CollectionName } from '../../../../src/schemas/index.ts';
import { bridge, entry, indexOf } from '../../../helpers/terms.ts';

const terms = [
  entry('latent-space'),
  entry('mask'),
  entry('restraint', { side: 'creative' }),
  entry('style-model', { term: 'style', bridges: [bridge('style-tradition', 'false-friend')] }),
  entry('style-tradition', { term: 'style', side: 'creative' }),
];
const index = indexOf(...terms);
const links = (body: string, collection: CollectionName = 'essays', id = 'one'): Map<string, Backlink[]> =>
  backlinks([{ collection, id, title: 'One', tree: parseProse(body) }], index);
const sentences = (body: string, id: string): string[] => (links(body).get(id) ?? []).map(({ before, mention, after }) => `${before}[${mention}]${after}`);

describe('the sentence', () => {
  const cases: [says: string, body: string, id: string, expected: string[]][] = [
    ['is the one the term stands in', 'First one. The mask is cut. Last one.', 'mask', ['The [mask] is cut.']],
    ['is told once however often it names the term', 'A mask and a mask. Another mask.', 'mask', ['A [mask] and a mask.', 'Another [mask].']],
    ['runs through emphasis and code', 'The *latent space* of `z` is *wide*.', 'latent-space', ['The [latent space] of z is wide.']],
    ['counts a mention that crosses mark-up', 'The latent *space* is wide.', 'latent-space', ['The [latent space] is wide.']],
    ['is on one line', 'The\nlatent\nspace\nis wide.', 'latent-space', ['The [latent space] is wide.']],
    ['has no citations or note marks in it', 'The mask is cut [@brock2019large, p. 4][^1].\n\n[^1]: So.', 'mask', ['The [mask] is cut.']],
    ['is found in a note', 'Text[^1].\n\n[^1]: A mask again.', 'mask', ['A [mask] again.']],
    ['is found inside components', '<Two>\n\n<ForMakers>\n\nThe mask is cut.\n\n</ForMakers>\n\n</Two>', 'mask', ['The [mask] is cut.']],
    ['is found in a table cell', '| a | b |\n|---|---|\n| mask | none |', 'mask', ['[mask]']],
    ['counts a Term element', 'They <Term id="restraint">held back</Term> here.', 'restraint', ['They [held back] here.']],
    ['counts a Term for a word that is never linked by itself', 'A school’s <Term id="style-tradition">style</Term>, not style.', 'style-tradition', ['A school’s [style], not style.']],
    ['is not taken from headings, quotations, links or code', '## A mask\n\n> A mask.\n\n<Quote source="a">\nA mask.\n</Quote>\n\n[a mask](/x) `mask`', 'mask', []],
    ['does not count a Term that leads nowhere', '<Term id="nowhere">held back</Term>', 'nowhere', []],
  ];
  for (const [says, body, id, expected] of cases) test(says, () => assert.deepEqual(sentences(body, id), expected));

  test('is cut around the term on word borders where it is long', () => {
    const many = (word: string): string => Array.from({ length: 60 }, (_, n) => `${word}${n}`).join(' ');
    const [link] = links(`${many('before')} mask ${many('after')}.`).get('mask') ?? [];
    assert.ok(link);
    assert.match(link.before, /^…before\d+ .*before59 $/);
    assert.match(link.after, /^ after0 .*after\d+…$/);
    const length = (link.before + link.mention + link.after).length;
    assert.ok(length > 190 && length <= 222, `${length} characters`);
  });
  test('gives to one side what the other does not need', () => {
    const [link] = links(`A mask ${'word '.repeat(80)}end.`).get('mask') ?? [];
    assert.equal(link?.before, 'A ');
    assert.ok((link?.after.length ?? 0) > 195);
  });
});

test('each link knows its piece and the heading above it, with the slug the page has', () => {
  const body = 'A mask.\n\n## The mask’s edge\n\nA mask.\n\n### Again\n\n## Again\n\nA mask with `code`.\n\n## On `z` and *w*\n\nA mask.';
  const found = links(body).get('mask') ?? [];
  assert.deepEqual(found.map(({ heading }) => heading), [
    undefined,
    { text: 'The mask’s edge', slug: 'the-masks-edge' },
    { text: 'Again', slug: 'again-1' },
    { text: 'On z and w', slug: 'on-z-and-w' },
  ]);
  assert.deepEqual([found[0]?.collection, found[0]?.id, found[0]?.title], ['essays', 'one', 'One']);
});

test('an entry’s mentions of itself do not count, another’s do', () => {
  assert.deepEqual([...links('A mask in latent space.', 'glossary', 'mask').keys()], ['latent-space']);
  assert.deepEqual([...links('A mask.', 'essays', 'mask').keys()], ['mask']);
});

test('sentences are grouped by text, in order, with the glossary’s own entries last', () => {
  const pieces = [['glossary', 'a'], ['essays', 'b'], ['pages', 'c']] as const;
  const all = backlinks(pieces.map(([collection, id]) => ({ collection, id, title: id, tree: parseProse('A mask. Masks.') })), index).get('mask') ?? [];
  assert.deepEqual(groupBacklinks(all).map(({ collection, id, links: { length } }) => `${collection} ${id} ${length}`), ['essays b 2', 'pages c 2', 'glossary a 2']);
});

test('orphans are the terms no piece mentions, in order', () => {
  assert.deepEqual(orphans(terms, links('A mask.')), ['latent-space', 'restraint', 'style-model', 'style-tradition']);
});
