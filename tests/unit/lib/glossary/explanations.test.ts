import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildAtlas } from '../../../../src/lib/content/atlas.ts';
import { readContent } from '../../../../src/lib/content/source.ts';
import { explanationsOf, type Explanations } from '../../../../src/lib/glossary/explanations.ts';
import { parseProse } from '../../../../src/markdown/parse.ts';

const read = (body: string): Explanations => explanationsOf(parseProse(body));

describe('the explanations of an entry', () => {
  test('are paragraphs for each kind of reader, without mark-up', () => {
    assert.deepEqual(read('## For makers\n\nA *good*\nmask.\n\nTwo [links](/a/), one <Term id="a">word</Term>.\n\n## For engineers\n\nIt is `z`.'), {
      makers: ['A good mask.', 'Two links, one word.'],
      engineers: ['It is z.'],
    });
  });
  test('have no citations and no note marks', () => assert.deepEqual(read('## For makers\n\nSo they say [@a2019b, p. 4][^1].\n\n[^1]: Indeed.').makers[0], 'So they say.'));
  test('are empty where a part is missing', () => assert.deepEqual(read('Stray.\n\n## For makers\n\nHere.'), { makers: ['Here.'], engineers: [] }));
  test('of every real entry are both there', () => {
    const missing = [...buildAtlas(readContent(process.cwd())).terms.values()].filter(({ body }) => Object.values(read(body)).some((part: string[]) => part.length === 0));
    assert.deepEqual(missing.map(({ id }) => id), []);
  });
});
