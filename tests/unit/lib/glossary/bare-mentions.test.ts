import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bareMentions, type BareMention } from '../../../../src/lib/glossary/bare-mentions.ts';
import { inflectionIndex } from '../../../../src/lib/glossary/inflections.ts';
import { parseProse } from '../../../../src/markdown/parse.ts';
import { bridge, entry, indexOf } from '../../../helpers/terms.ts';

const terms = [
  entry('take', { side: 'creative', everyday: true, aliases: ['second take'] }),
  entry('truncation'),
  entry('style-model', { term: 'style', bridges: [bridge('style-tradition', 'false-friend')] }),
  entry('style-tradition', { term: 'style', side: 'creative' }),
];
const index = indexOf(...terms);
const inflected = inflectionIndex(terms, index);
const find = (body: string, known?: ReadonlySet<string>): BareMention[] => bareMentions(parseProse(body), body, index, inflected, known);
const brief = (body: string, known?: ReadonlySet<string>): string[] => find(body, known).map(({ kind, text, times }) => `${kind} ${text} ${times}`);

describe('a bare mention', () => {
  const cases: [says: string, body: string, expected: string[]][] = [
    ['is an everyday word', 'Take it.', ['everyday-word Take 1']],
    ['is a word that two terms share', 'Her style, her styles.', ['same-word style 2']],
    ['is another form of a term', 'They truncated it.', ['inflection truncated 1']],
    ['is no word that the text links by itself somewhere', 'Truncation, then: they truncated it.', []],
    ['is no word that the text links with Term somewhere', 'Her style. A <Term id="style-model">style</Term>.', []],
    ['is no part of a longer label that links', 'A second take.', []],
    ['is not in headings, quotations, links or code', '## Take\n\n> Take.\n\n[take](/x/) `take`', []],
    ['is no part of a compound', 'A half-truncated one, a take-away.', []],
    ['comes in the order of the text', 'A truncated take of style.', ['inflection truncated 1', 'everyday-word take 1', 'same-word style 1']],
  ];
  for (const [says, body, expected] of cases) test(says, () => assert.deepEqual(brief(body), expected));

  test('has its place in the body, past mark-up and escapes', () => {
    const body = '# One\n\nA \\* sign &amp; *then* a take.';
    assert.deepEqual(find(body).map(({ offset }) => body.slice(offset, offset + 4)), ['take']);
  });
  test('is nothing where the page names the term anyway', () => assert.deepEqual(brief('Her style, truncated.', new Set(['style-tradition', 'truncation'])), []));
});
