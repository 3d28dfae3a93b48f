/** Style mixing: what is crossed over, what is counted of it, and what is said. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { captionOf, countedOf, percent } from '../../../../src/demos/mixing/captions.ts';
import { handedOver, takeCensus } from '../../../../src/demos/mixing/census.ts';
import { figureOf } from '../../../../src/demos/mixing/figure.ts';
import { cellWord, changed, chosenCell, codeFor, CUTS } from '../../../../src/demos/mixing/plan/boxes.ts';
import { partsOf, reportOf, whose } from '../../../../src/demos/mixing/plan/whose.ts';
import { codecOf, emptyState, type MixingState } from '../../../../src/demos/mixing/state.ts';
import { readWord } from '../../../../src/demos/base/words.ts';
import { uniform } from '../../../../src/inference/latent.ts';
import { FINISH_PLACES, PLACES } from '../../../../src/inference/places.ts';
import { openModel } from '../../../../src/models/open.ts';

const { decoder, styles, manifest } = await openModel();
const grid = { columns: 2, rows: 1 };
const codes = { grid, codes: Float32Array.from([1, 2, 3, 4]), parents: [{ u: 0, v: 0 }, { u: 1, v: 0 }] };
const state: MixingState = { word: 'pastiche', a: { u: 0, v: 0 }, b: { u: 1, v: 0 }, late: 2 };

describe('the code of a box', () => {
  const cases: [says: string, box: string, late: number, expected: number[] | undefined][] = [
    ['is A’s before the cut and B’s after it', 'word', 2, [1, 2, 1, 2, 1, 2, 3, 4, 3, 4]],
    ['is A’s at one end of the strip, whatever the cut', 'cut-0', 3, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]],
    ['is B’s at the other', `cut-${PLACES}`, 3, [3, 4, 3, 4, 3, 4, 3, 4, 3, 4]],
    ['of a cell takes its row before the cut and its column after it', 'mix-1-0', 1, [3, 4, 3, 4, 3, 4, 3, 4, 1, 2]],
    ['of a cell beyond the table is none', 'mix-2-0', 1, undefined],
    ['of a box nobody knows is none', 'fade', 1, undefined],
  ];
  for (const [says, box, late, expected] of cases) test(says, () => assert.deepEqual(codeFor(box, { ...state, late }, codes)?.join(), expected?.join()));
});

describe('a change reaches', () => {
  const names = ['word', ...CUTS.map((late) => `cut-${late}`), 'mix-0-0', 'mix-0-1'];
  const cases: [says: string, part: Partial<MixingState>, now: string[], later: string[]][] = [
    ['nothing, where there is none', {}, [], []],
    ['the word at once and the table later, when the cut moves', { late: 4 }, ['word'], ['mix-0-0', 'mix-0-1']],
    ['its end of the strip at once and the others later, when a parent moves', { b: { u: 0, v: 0 } }, ['word', 'cut-5'], ['cut-0', 'cut-1', 'cut-2', 'cut-3', 'cut-4']],
    ['everything, when a letter is typed', { word: 'x' }, ['word', 'cut-0', 'cut-5'], ['cut-1', 'cut-2', 'cut-3', 'cut-4', 'mix-0-0', 'mix-0-1']],
  ];
  for (const [says, part, now, later] of cases) test(says, () => assert.deepEqual(changed(state, { ...state, ...part }, names), { now, later }));
});

test('a cell of the table has the first two letters, without a space between', () => {
  const cell = cellWord(readWord('a big', manifest.glyphs));
  assert.equal(cell.text, 'ab');
  assert.deepEqual(cell.glyphs, [...'ab'].map((letter) => manifest.glyphs.indexOf(letter)));
});

test('a cell is chosen when its parents are A and B, and none when one of them is elsewhere', () => {
  assert.equal(chosenCell(state, codes.parents), '0-1');
  assert.equal(chosenCell({ ...state, a: { u: 0.5, v: 0 } }, codes.parents), undefined);
});

test('any state comes back from its address', () => {
  const codec = codecOf({ columns: 24, rows: 16 });
  const next = uniform(7);
  for (let i = 0; i < 200; i++) {
    const point = () => ({ u: Math.round(next() * 2300) / 100, v: Math.round(next() * 1500) / 100 });
    const word = String.fromCharCode(...Array.from({ length: Math.floor(next() * 9) }, () => 32 + Math.floor(next() * 95)));
    const any: MixingState = { word, a: point(), b: point(), late: Math.floor(next() * (PLACES + 1)) };
    assert.deepEqual(codec.decode(codec.encode(any, emptyState), emptyState), any);
  }
  assert.equal(codec.decode('cut=99', emptyState).late, PLACES);
  assert.deepEqual(codec.decode('cut=now&a=x', emptyState), emptyState);
});

describe('an attribute of a mix', () => {
  const cases: [says: string, a: number | undefined, b: number | undefined, mix: number | undefined, expected: string][] = [
    ['is A’s when it stayed', 0, 2, 0.3, 'a'],
    ['is B’s when it went over', 2, 0, 0.1, 'b'],
    ['is between when it is on its way', 0, 2, 1, 'between'],
    ['is neither’s when it left both behind', 0, 2, 3, 'neither'],
    ['is alike where the parents agree', 1, 1.2, 1.1, 'same'],
    ['is neither’s where the parents agree and it does not', 1, 1.2, 2, 'neither'],
    ['is not guessed where something could not be measured', 1, undefined, 1, 'unmeasured'],
  ];
  for (const [says, a, b, mix, expected] of cases) test(says, () => assert.equal(whose(a, b, mix), expected));
});

describe('what is said of a mix', () => {
  test('tells who speaks where', () => {
    assert.deepEqual(CUTS.map(partsOf), [
      'Everything from A.',
      'A speaks at the trunk’s first step, its second, 4×4 and 8×8; B at 16×16.',
      'A speaks at the trunk’s first step, its second and 4×4; B at 8×8 and 16×16.',
      'A speaks at the trunk’s first step and its second; B at 4×4, 8×8 and 16×16.',
      'A speaks at the trunk’s first step; B at the trunk’s second step, 4×4, 8×8 and 16×16.',
      'Everything from B.',
    ]);
  });
  test('sorts what was measured by whose it is', () => {
    assert.match(reportOf(2, [0, 0, 0, 0, 0, 0], [2, 2, 2, 0.1, 2, 2], [2, 1, 0, 0, 0, undefined]), /Measured: slant and x-height are A’s; weight is B’s; contrast lies between; serifs cannot be measured\. In set width the two agree anyway\.$/);
  });
  test('does not print a minus before nothing', () => assert.deepEqual([0.904, -0.02, -0.001, 1].map(percent), ['90%', '−2%', '0%', '100%']));
});

describe('counted over the shipped styles', () => {
  const census = takeCensus(decoder, styles, 4);
  const share = (name: string, late: number): number => census.rows.find((row) => row.name === name)?.shares[late] ?? NaN;
  test('nothing crosses over when nothing is cut, and everything when all is B’s', () => {
    for (const { shares } of census.rows) {
      assert.ok(Math.abs(shares[0] ?? NaN) < 1e-9);
      assert.ok(Math.abs((shares[PLACES] ?? NaN) - 1) < 1e-9);
    }
  });
  // The page says so: the pen is the finish’s, the skeleton is not.
  test('the finish carries most of the weight and some of the contrast', () => {
    assert.ok(share('weight', FINISH_PLACES) > 0.7, `${share('weight', FINISH_PLACES)}`);
    assert.ok(share('contrast', FINISH_PLACES) > 0.3 && share('contrast', FINISH_PLACES) < share('weight', FINISH_PLACES), `${share('contrast', FINISH_PLACES)}`);
  });
  for (const name of ['slant', 'xHeight', 'serif', 'width']) {
    test(`the finish carries little of the ${name}`, () => assert.ok(Math.abs(share(name, FINISH_PLACES)) < 0.25, `${share(name, FINISH_PLACES)}`));
  }
  test('feet come across at 4×4, and the lean with the trunk’s second step', () => {
    assert.equal(handedOver(census, FINISH_PLACES + 1)[0], 'serif');
    assert.equal(handedOver(census, FINISH_PLACES + 2)[0], 'slant');
  });
  test('hardly a mix loses its stems', () => assert.ok(census.lost <= census.mixes * 0.02, `${census.lost} of ${census.mixes}`));
  test('is said with its numbers', () => assert.match(countedOf(census), new RegExp(`^Over ${census.pairs} pairs, .*: weight \\d+%.*; but of .*slant −?\\d+%.*\\.$`)));
});

test('the figure has every box, and is measured', async () => {
  const figure = await figureOf();
  for (const [name, { paths }] of Object.entries(figure.pictures)) assert.match(paths[0]?.d ?? '', /^m[-\d]/, name);
  assert.equal(Object.keys(figure.pictures).length, 1 + CUTS.length + figure.parents.length ** 2);
  assert.equal(new Set(figure.parents.map(({ u, v }) => `${u},${v}`)).size, figure.parents.length);
  assert.equal(figure.census.pairs, styles.count);
  assert.match(captionOf('table', figure), new RegExp(`${manifest.latent.bones} numbers`));
});
