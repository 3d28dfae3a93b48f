/** The drawn figure, and that what is said of it is so: measured anew on what the engine draws. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ATTRIBUTES } from '../../../../src/drawing/attributes.ts';
import { measured, theModel } from '../../../../src/demos/base/build.ts';
import { scalesOf } from '../../../../src/demos/base/scales.ts';
import { altOf, captionOf } from '../../../../src/demos/restraint/captions.ts';
import { figureOf } from '../../../../src/demos/restraint/figure.ts';
import { deal, heldBack } from '../../../../src/demos/restraint/plan/draws.ts';
import { inkBits, meanDifference, percent, spreadOf } from '../../../../src/demos/restraint/plan/spread.ts';
import { DRAWS, WILDEST } from '../../../../src/demos/restraint/state.ts';

const { decoder, styles } = await theModel();
const { glyphs, field: { side } } = decoder.manifest;
const draws = deal(styles.gaussian, 1);
const apartAt = (psi: number, letter = 'R'): number => meanDifference(draws.map((draw) => {
  const field = new Float32Array(side * side);
  decoder.decode(heldBack(draw, styles.gaussian, psi), glyphs.indexOf(letter), field);
  return inkBits(field, new Uint32Array(field.length / 32));
})) ?? NaN;

describe('the figure', () => {
  test('is drawn once', async () => assert.equal(await figureOf(), await figureOf()));
  test('has a letter in every cell and every rung', async () => {
    const { pictures } = await figureOf();
    assert.equal(pictures.cells.length, DRAWS);
    for (const picture of [...pictures.cells, ...pictures.rungs, pictures.mean, pictures.word]) for (const { d } of picture.paths) assert.match(d, /^m[-\d]/);
  });
  test('says what is measured of it', async () => {
    const { reading, apart, start, spread } = await figureOf();
    assert.ok(Math.abs((apart ?? NaN) - apartAt(start.psi)) < 1e-9);
    assert.ok(reading.includes(`${percent(apart ?? NaN)} of the ink`));
    assert.equal(spread.draws, DRAWS);
    assert.ok(altOf(await figureOf()).includes(reading));
    assert.match(captionOf('all', await figureOf()), /^40 draws/);
  });
  test('of a word the model does not know is an empty wall, and no error', async () => {
    const figure = await figureOf('中');
    assert.equal(figure.letter, '');
    assert.equal(figure.apart, undefined);
    assert.doesNotMatch(altOf(figure), /NaN|undefined/);
  });
});

describe('holding back', () => {
  test('makes draws alike, and entirely, the same', () => {
    const all = [0, 0.3, 0.7, 1, WILDEST].map((psi) => apartAt(psi));
    assert.equal(all[0], 0);
    all.forEach((apart, i) => assert.ok(i === 0 || apart > (all[i - 1] ?? 0), all.join(' ')));
  });
  test('narrows what is measured of them, in every attribute, from about as far as real typefaces spread', () => {
    const scales = scalesOf(styles);
    const [half, whole] = [0.5, 1].map((psi) => spreadOf(draws.map((draw) => measured(decoder, heldBack(draw, styles.gaussian, psi))), scales).each);
    ATTRIBUTES.forEach((name, k) => {
      const [before, after] = [whole?.[k] ?? NaN, half?.[k] ?? NaN];
      assert.ok(before > 0.3 && before < 2, `${name}: ${before}`);
      assert.ok(after < 0.75 * before, `${name}: ${after} of ${before}`);
    });
  });
});
