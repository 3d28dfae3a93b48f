import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cutExcerpt, hasAny, headingWith, type Excerpt, type PageText } from '../../../src/search/excerpt.ts';
import { stemsIn } from '../../../src/search/text.ts';

const filler = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');
const sought = (asked: string, widened = '', begun?: string) => ({ asked: new Set(stemsIn(asked)), widened: new Set(widened ? stemsIn(widened) : []), begun });
const flat = ({ parts }: Excerpt): string => parts.map(({ text, mark }) => (mark === 'asked' ? `[${text}]` : mark === 'widened' ? `{${text}}` : text)).join('');
const page = (content: string, ...anchors: PageText['anchors']): PageText => ({ content, anchors });

describe('an excerpt', () => {
  test('marks what was asked for, in whatever form', () => assert.equal(flat(cutExcerpt(page('It truncates the code.'), sought('truncation'))), 'It [truncates] the code.'));
  test('marks what came across a bridge otherwise', () => {
    assert.equal(flat(cutExcerpt(page('Some say mannerism, some mode collapse.'), sought('mannerism', 'mode collapse'))), 'Some say [mannerism,] some {mode} {collapse.}');
  });
  test('marks a word of both as asked for', () => assert.equal(flat(cutExcerpt(page('A house style.'), sought('style', 'house style'))), 'A {house} [style.]'));
  test('marks the beginning of a word that is half typed', () => assert.equal(flat(cutExcerpt(page('A mannered style.'), sought('manner', '', 'manner'))), 'A [mannered] style.'));
  test('shows the place that has most of what is sought', () => {
    const text = flat(cutExcerpt(page(`${filler(60)} grain here ${filler(60)} grain and noise there ${filler(60)}`), sought('noise grain')));
    assert.match(text, /^… .*\[grain\] and \[noise\] there.* …$/);
  });
  test('prefers what was asked for to what came across', () => {
    const text = flat(cutExcerpt(page(`${filler(60)} restraint ${filler(60)} truncation ${filler(60)}`), sought('restraint', 'truncation')));
    assert.match(text, /\[restraint\]/);
  });
  test('leaves out the title, which stands above it', () => assert.equal(flat(cutExcerpt(page('mode collapse. A failure.'), sought('collapse'), 'mode collapse.')), 'A failure.'));
  test('begins with the page where that is near', () => assert.match(flat(cutExcerpt(page(`title first of all ${filler(8)} grain ${filler(60)}`), sought('grain'), 'title')), /^first of all .*\[grain\]/));
  test('has the heading it stands under, and ends before the next', () => {
    const { heading, parts } = cutExcerpt(page(`${filler(60)} One ${filler(3)} grain last Two ${filler(50)}`, { element: 'h2', id: 'one', text: 'One', location: 60 }, { element: 'h2', id: 'two', text: 'Two', location: 66 }), sought('grain'));
    assert.deepEqual(heading, { id: 'one', text: 'One' });
    assert.equal(parts.some(({ text }) => text.includes('Two')), false);
  });
  test('of a page without any of it is its beginning', () => assert.match(flat(cutExcerpt(page(filler(80)), sought('grain'))), /^word0 word1/));
  test('of an empty page is empty', () => assert.equal(flat(cutExcerpt(page(''), sought('grain'))), ''));
});

describe('headings', () => {
  const text = page('x', { element: 'h2', id: 'a', text: 'A prompt is a brief; a director wants to point', location: 0 }, { element: 'p', id: 'ref', text: 'prompt brief', location: 0 });
  test('are found when they have every word', () => assert.equal(headingWith(text, new Set(stemsIn('briefs for a director')))?.id, 'a'));
  test('are not when one is missing', () => assert.equal(headingWith(text, new Set(stemsIn('brief noise'))), undefined));
  test('no word finds none', () => assert.equal(headingWith(text, new Set()), undefined));
});

test('a page has what is sought in any form', () => {
  assert.equal(hasAny(page('They truncated it.'), sought('truncation')), true);
  assert.equal(hasAny(page('They left it.'), sought('truncation')), false);
});
