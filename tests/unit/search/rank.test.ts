import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildWords } from '../../../src/search/build-words.ts';
import { planSearch, rankAll, type Plan } from '../../../src/search/rank.ts';
import { index, nameOf } from './small.ts';

const plan = (query: string, literal = false): Plan => planSearch(index, undefined, query, literal);
const order = ({ ranked }: Plan): string[] => ranked.map(({ page, tier }) => `${nameOf(page)}:${tier}`);
const numberOf = (name: string): number => index.pages.findIndex((_, n) => nameOf(n) === name);
const nothing = { found: [], widened: [], headed: new Set<number>() };

describe('the order of what is found', () => {
  test('the term, what begins or holds its name, then what it is bridged to', () => {
    assert.deepEqual(order(plan('truncation')), ['truncation:term', 'restraint:bridged', 'house-style:bridged']);
    assert.deepEqual(order(plan('style')), ['style-model:term', 'style-tradition:term', 'house-style:title', 'mannerism:title']);
  });
  test('term, alias, title, bridged term, heading, text', () => {
    const tiers = ['term', 'alias', 'title', 'bridged', 'heading', 'text'] as const;
    const ranked = tiers.map((tier, page) => ({ page, tier, score: tiers.length - page })).reverse();
    const all = rankAll({ ...plan('nothing at all'), ranked }, nothing);
    assert.deepEqual(all.map(({ tier }) => tier), tiers);
  });
  test('a page with the words in a heading stands before one that has them in its text', () => {
    const [faq, essay] = [numberOf('faq/'), numberOf('essays/the-instrument-and-the-ear/')];
    const all = rankAll(plan('zebra'), { found: [essay, faq], widened: [], headed: new Set([faq]) });
    assert.deepEqual(all.map(({ page, tier }) => `${nameOf(page)}:${tier}`), ['faq/:heading', 'essays/the-instrument-and-the-ear/:text']);
  });
  test('the engine’s order is kept, and what came across a bridge follows it', () => {
    const [faq, essay, tutorial] = [numberOf('faq/'), numberOf('essays/the-instrument-and-the-ear/'), numberOf('tutorials/what-a-latent-space-is/')];
    const all = rankAll(plan('zebra'), { found: [essay, faq], widened: [tutorial], headed: new Set() });
    assert.deepEqual(all.map(({ page }) => page), [essay, faq, tutorial]);
  });
  test('text never lifts a page above its name', () => {
    const all = rankAll(plan('truncation'), { found: [numberOf('noise'), numberOf('restraint')], widened: [], headed: new Set() });
    assert.deepEqual(all.map(({ page }) => nameOf(page)), ['truncation', 'restraint', 'house-style', 'noise']);
  });
  test('no page stands twice', () => {
    const all = rankAll(plan('style'), { found: [4, 5, 6, 1, 4], widened: [4, 1], headed: new Set([4]) });
    assert.equal(new Set(all.map(({ page }) => page)).size, all.length);
  });
});

describe('answers', () => {
  const cases: [says: string, query: string, expected: string[]][] = [
    ['a name', 'mode collapse', ['mode-collapse']],
    ['another name', 'low-rank adaptation', ['lora']],
    ['a name of two sides', 'style', ['style-model', 'style-tradition']],
    ['a question about a name', 'what is truncation', ['truncation']],
    ['the first letters are no answer yet', 'trunca', []],
    ['a title is no answer', 'the instrument and the ear', []],
    ['what engineers call it', 'what do engineers call restraint', ['truncation']],
    ['what artists call it', 'artist term for latent interpolation', ['in-betweening']],
    ['a word that the asked side has itself', 'what engineers mean by style', ['style-model']],
    ['the beginning of one name and no other', 'mannered machine learning', ['mode-collapse']],
    ['a side that has no word for it', 'what engineers call a copy', []],
  ];
  for (const [says, query, expected] of cases) test(says, () => assert.deepEqual(plan(query).answers.map(nameOf), expected));
  test('the text is searched for what was asked about, not for the asking', () => assert.equal(plan('what do engineers call restraint').about, 'restraint'));
  test('what was asked about stands under the other side’s word', () => assert.deepEqual(order(plan('what do engineers call restraint')).slice(0, 2), ['truncation:term', 'restraint:alias']));
});

describe('going across bridges', () => {
  const across = (query: string): string[] => plan(query).widenings.map(({ from, to, relation }) => `${nameOf(from)} → ${nameOf(to)}, ${relation}`);
  test('goes from the answer to its counterparts, closest first', () => assert.deepEqual(across('truncation'), ['truncation → restraint, close', 'truncation → house-style, partial']));
  test('goes from either end', () => assert.deepEqual(across('mannerism'), ['mannerism → mode-collapse, close']));
  test('does not go to a false friend', () => assert.deepEqual(across('noise'), []));
  test('does not go where the answer is already', () => assert.deepEqual(across('style'), []));
  test('does not go from half a word', () => assert.deepEqual(across('manner'), []));
});

describe('slips', () => {
  test('are mended, and said to be', () => assert.deepEqual([plan('manerism').query, plan('manerism').nearest?.query], ['mannerism', 'mannerism']));
  test('that an entry lists are read as its name', () => assert.equal(plan('mowed collapse').query, 'mode collapse'));
  test('are taken as they stand when the reader says so', () => {
    const literal = plan('manerism', true);
    assert.deepEqual([literal.query, literal.nearest, literal.answers], ['manerism', undefined, []]);
  });
  test('a name that is right is never mended', () => assert.equal(plan('mannerism').nearest, undefined));
});

test('single words find what no name does, and what has little of a question is left out', () => {
  const texts = index.pages.map(({ title }) => [{ text: title, weight: 5 }]);
  texts[0]?.push({ text: 'every head tilts the same way on a wall of samples', weight: 1 });
  texts[3]?.push({ text: 'a wall left white', weight: 1 });
  const { ranked } = planSearch(index, buildWords(texts), 'why do all heads tilt the same way on my wall');
  assert.deepEqual(ranked.map(({ page }) => nameOf(page)), ['mode-collapse']);
});
