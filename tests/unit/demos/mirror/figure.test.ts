/** The mirror as it is built: what was measured of the shipped siblings, and that the page’s claims hold. */
import assert from 'node:assert/strict';
import { brotliCompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { altOf, captionOf } from '../../../../src/demos/mirror/captions.ts';
import { figureOf, sheetSvg } from '../../../../src/demos/mirror/figure.ts';
import { openSibling } from '../../../../src/models/mirrors/open.ts';
import { SIBLINGS } from '../../../../src/models/mirrors/record.ts';

const figure = await figureOf();
const loss = (id: string) => figure.losses.find((each) => each.id === id)!;
const belief = (id: string) => figure.beliefs.find((each) => each.id === id)!;

describe('each sibling', () => {
  for (const id of SIBLINGS) {
    test(`${id} is a decoder of less than 150 KB on the wire`, () => assert.ok(brotliCompressSync(readFileSync(`src/models/mirrors/${id}/decoder.bin`)).length < 150_000));
    test(`${id} has the form of the first`, async () => {
      const [first, own] = await Promise.all([openSibling('whole'), openSibling(id)]);
      for (const key of ['glyphs', 'latent', 'field', 'space', 'hidden', 'channels', 'map'] as const) assert.deepEqual(own.manifest[key], first.manifest[key]);
      assert.equal(own.manifest.id, `mirror-${id}`);
    });
  }
  test('draws a sheet of its own', async () => {
    const sheets = await Promise.all(SIBLINGS.map(sheetSvg));
    assert.equal(new Set(sheets).size, SIBLINGS.length);
  });
});

// The page says so.
describe('measured of the shipped siblings', () => {
  test('a kind that goes whole costs more than three times what a third by lot costs', () => {
    for (const id of ['serif', 'display']) assert.ok(loss(id).gone.lost > 3 * loss('random').gone.lost && loss(id).gone.lost > 0.03, `${loss(id).gone.lost}`);
  });
  test('the control hardly misses those styles, though a good part of them is missing there, too', () => {
    for (const id of ['serif', 'display']) {
      const { lost, missing, count } = loss(id).lot;
      assert.ok(Math.abs(lost) < 0.005, `${lost}`);
      assert.ok(missing > count / 4, `${missing} of ${count}`);
    }
  });
  test('what was kept is drawn slightly better', () => {
    for (const { rest } of figure.losses) assert.ok(rest.lost < 0 && rest.lost > -0.015, `${rest.lost}`);
  });
  test('the mean over the sheet shows a fraction of the loss', () => {
    for (const id of ['serif', 'display']) assert.ok(loss(id).all < loss(id).gone.lost / 3, `${loss(id).all}`);
  });
  test('without serifed families, hardly a random draw has feet', () => assert.ok(belief('serif').serifed < belief('whole').serifed / 3, `${belief('serif').serifed}`));
});

describe('the figure', () => {
  test('has every box, and none is empty', () => {
    const { whole, own, wholeDraws, ownDraws } = figure.pictures;
    for (const { paths } of [whole, own, ...wholeDraws, ...ownDraws]) assert.match(paths[0]?.d ?? '', /^m[-\d]/);
  });
  test('begins at a style with feet, of which the second model gives none', () => {
    assert.equal(figure.start.saw, 'serif');
    assert.match(figure.difference, /no serifs, for feet of/);
    assert.doesNotMatch(figure.difference, /stems|slant/);
    assert.match(figure.likeness, /^Its family was left out\./);
  });
  test('tells whoever cannot see it what is measured of both words', () => {
    assert.ok(altOf(figure).includes(figure.seen.whole) && altOf(figure).includes(figure.seen.own) && altOf(figure).endsWith(figure.difference));
  });
  test('was asked with sixteen letters, as the page says', () => assert.equal(new Set(figure.shown).size, 16));
  test('has a caption that holds for whatever a reader chooses', () => assert.doesNotMatch(captionOf(figure), /serif|display|lot/));
});
