/** The regions as they are built: what is said, what the figure begins with, and what was counted. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { altOf, captionOf, countedOf, share } from '../../../../src/demos/regions/captions.ts';
import { figureOf } from '../../../../src/demos/regions/figure.ts';
import { reportOf, saidBreaks, saidCount, saidMask, saidPieces, saidSeam, saidStrokes, SAYS, type Seen } from '../../../../src/demos/regions/plan/say.ts';
import { codecOf, emptyState } from '../../../../src/demos/regions/state.ts';

const figure = await figureOf();

describe('what is said', () => {
  const one = { pieces: 1, counters: 1 };
  const cases: [says: string, said: string, expected: string][] = [
    ['counts pieces in words', saidPieces({ pieces: 2, counters: 0 }), '2 pieces and no counter'],
    ['gives both strokes, and the faces’ own', saidStrokes({ a: 0.1, between: NaN, b: 0.204 }, { a: 0.11, b: 0.2 }), 'Mean stroke, in cap heights: 0.10 where A rules and 0.20 where B does (by themselves 0.11 and 0.20).'],
    ['gives one where the other has no ink', saidStrokes({ a: NaN, between: NaN, b: 0.2 }, { a: 0.11, b: 0.2 }), 'Mean stroke, in cap heights: 0.20 where B does (by itself 0.20).'],
    ['gives the feather alone where it covers all', saidStrokes({ a: NaN, between: 0.15, b: NaN }, { a: 0.11, b: 0.2 }), 'Mean stroke, in cap heights: 0.15 in the feather.'],
    ['is silent about strokes where there are none', saidStrokes({ a: NaN, between: NaN, b: NaN }, { a: NaN, b: NaN }), ''],
    ['says that all is whole', saidBreaks([], 3), 'Each of the 3 letters has the pieces and counters of A’s or of B’s.'],
    ['names what broke', saidBreaks([{ letter: 'a', mix: { pieces: 1, counters: 0 }, a: one, b: one }], 3), '1 of 3 letters broken: “a” has 1 piece and no counter, A’s 1 piece and 1 counter, B’s 1 piece and 1 counter.'],
    ['knows white', saidSeam({ meets: 0.01, ends: 0 }), 'The boundary runs through white.'],
    ['knows what is alone', saidSeam({ meets: 0.1, ends: 0.3 }), 'Of 0.40 cap heights of ink on the boundary, 0.30 are one face’s alone.'],
    ['counts in a few words', saidCount(2, 7), '2 of 7 broken'],
    ['says nothing of nothing', reportOf({ ...figure.seen, letters: 0 }), 'There is nothing to measure.'],
    ['names the side an angle leans to', SAYS.angle(-24), '24° right'],
    ['puts a true minus', SAYS.y(-0.2), '−0.20 cap'],
    ['tells a pool', saidMask({ ...emptyState, shape: 'pool', feather: 0 }), 'B in a pool of 0.80 cap heights around 50% of the line, with a hard edge'],
  ];
  for (const [says, said, expected] of cases) test(says, () => assert.equal(said, expected));
});

describe('the figure', () => {
  test('has every box, and none is empty', () => {
    for (const [name, { paths }] of Object.entries(figure.pictures)) assert.match(paths[0]?.d ?? '', /^m[-\d]/, name);
  });
  test('begins with a light face and a heavy one, and no letter broken', () => {
    const { strokes, own, broken }: Seen = figure.seen;
    assert.ok(own.b > 1.6 * own.a, `${own.a} ${own.b}`);
    assert.ok(strokes.a < strokes.between && strokes.between < strokes.b);
    assert.deepEqual(broken, []);
    assert.match(altOf(figure), /begins in a light face with feet and ends in a heavy one/);
  });
  test('has a boundary through ink, and says so', () => assert.ok(figure.seen.seam.ends + figure.seen.seam.meets > 0.1));
  test('offers states that can be reached, of which one breaks a letter', () => {
    const codec = codecOf(figure.grid);
    for (const { hash } of figure.tries) assert.equal(codec.encode(codec.decode(hash, figure.start), figure.start), hash);
    assert.ok(figure.tries.some(({ broken }) => /\d of \d+ broken/.test(broken)));
    assert.ok(figure.tries.some(({ broken }) => broken.endsWith('no letter broken')));
  });
  test('says in its caption why a large model can do better, and gives no number that a reader may change', () => {
    assert.match(captionOf('all'), /blends at every step of many/);
    assert.doesNotMatch(captionOf('all') + captionOf('seam'), /\d/);
  });
});

describe('counted over the shipped styles', () => {
  const { census } = figure;
  const part = (count: typeof census.all, way: 'hard' | 'soft' | 'codes'): number => count[way] / count.letters;
  // The page says so, in this order.
  test('letters that share little ink break far more often than those that share much', () => {
    for (const way of ['hard', 'soft'] as const) assert.ok(part(census.little, way) > 4 * part(census.much, way));
  });
  test('shared ink tells more than the difference in weight, and than the feather', () => {
    const byInk = part(census.little, 'soft') - part(census.much, 'soft');
    assert.ok(byInk > 2 * Math.abs(part(census.apart, 'soft') - part(census.alike, 'soft')));
    assert.ok(byInk > 2 * Math.abs(part(census.all, 'soft') - part(census.all, 'hard')));
  });
  test('codes blended break far fewer', () => assert.ok(part(census.all, 'codes') < part(census.all, 'soft') / 4));
  test('is said with its numbers', () => assert.match(countedOf(census), new RegExp(`^Over ${census.pairs} pairs .* It is ${share(census.little, 'soft')} where`)));
});
