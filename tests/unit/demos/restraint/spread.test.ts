import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ATTRIBUTES, type Attributes } from '../../../../src/drawing/attributes.ts';
import { deviationsOf, deviationsOfRow, scalesOf } from '../../../../src/demos/base/scales.ts';
import { barOf, CHART, dotAt } from '../../../../src/demos/restraint/plan/chart.ts';
import { difference, inkBits, meanDifference, percent, readingOf, spreadOf } from '../../../../src/demos/restraint/plan/spread.ts';

const bits = (text: string): Uint32Array => inkBits([...text].map((sign) => (sign === '#' ? 0.1 : -0.1)), new Uint32Array(Math.ceil(text.length / 32)));

describe('the difference of two shapes', () => {
  const row = '#'.repeat(40);
  test('is none between a shape and itself', () => assert.equal(difference(bits(row), bits(row)), 0));
  test('is all of it where they share nothing', () => assert.equal(difference(bits(`${row}${' '.repeat(40)}`), bits(`${' '.repeat(40)}${row}`)), 1));
  test('is the share of the ink that belongs to one alone', () => assert.equal(difference(bits('##  '), bits(' ## ')), 1 - 1 / 3));
  test('is as large the other way round', () => assert.equal(difference(bits('### '), bits('  # ')), difference(bits('  # '), bits('### '))));
  test('between two empty ones is none; between one and something, all', () => {
    assert.equal(difference(bits('    '), bits('    ')), 0);
    assert.equal(difference(bits('    '), bits(' #  ')), 1);
  });
  test('counts every bit, the last of a word too', () => assert.equal(difference(bits('#'.repeat(32)), bits('#'.repeat(31) + ' ')), 1 / 32));
  test('is the mean over every pair', () => assert.equal(meanDifference([bits('## '), bits('## '), bits('  #')]), 2 / 3));
  test('of one alone is not known', () => assert.equal(meanDifference([bits('#')]), undefined));
});

const row = (weight: number, contrast = 1.2): Attributes => ({ weight, contrast, slant: 0, width: 1, xHeight: 0.7, serif: 0.1 });
const table = (rows: readonly Attributes[]) => ({ count: rows.length, attributes: Float32Array.from(rows.flatMap((each) => ATTRIBUTES.map((name) => each[name]))) });
const typefaces = table([row(0.1), row(0.2), row(0.4), { ...row(0.2), weight: -1 }]);
const scales = scalesOf(typefaces);

describe('spread', () => {
  test('is that of the real typefaces where the draws are they', () => {
    assert.ok(Math.abs((spreadOf([row(0.1), row(0.2), row(0.4)], scales).each[0] ?? NaN) - 1) < 1e-6);
  });
  test('of draws that are one is none', () => assert.equal(spreadOf([row(0.2), row(0.2)], scales).each[0], 0));
  test('is felt as a ratio: twice as heavy is as far from the middle as half as heavy', () => {
    const [light, heavy] = [row(0.1), row(0.4)].map((each) => deviationsOf(each, scales)[0] ?? NaN);
    assert.ok(Math.abs((light ?? NaN) + (heavy ?? NaN)) < 1e-5);
  });
  test('leaves out what could not be measured, and counts it', () => {
    const { each, draws, whole } = spreadOf([row(0.1), row(0.4), { ...row(NaN), slant: NaN }], scales);
    assert.deepEqual([draws, whole], [3, 0]);
    assert.ok((each[0] ?? 0) > 1);
  });
  test('a row of the table is measured as anything else; what was not measured in it stays unknown', () => {
    assert.ok(Math.abs((deviationsOfRow(typefaces, 1, scales)[0] ?? NaN) - (deviationsOf(row(0.2), scales)[0] ?? NaN)) < 1e-5);
    assert.equal(deviationsOfRow(typefaces, 3, scales)[0], undefined);
  });
});

describe('the reading', () => {
  const wide = { each: [0.68, 0.66, 0.62, 0.44, 0.59, 0.77], draws: 40, whole: 40 };
  test('says how far the draws lie apart, and what spreads most and least', () => {
    assert.equal(readingOf('R', 0.382, wide, ''), 'Two of these 40 differ in 38% of the ink they cover together, on average. Their weight spreads 0.68 times as far as that of real typefaces; serifs most of all, 0.77 times; width least of all, 0.44 times. All 40 could be measured.');
  });
  test('does not name weight twice', () => {
    const said = readingOf('R', 0.382, { ...wide, each: [0.9, 0.66, 0.62, 0.44, 0.59, 0.77] }, '');
    assert.match(said, /0\.90 times as far as that of real typefaces; width least of all, 0\.44 times\./);
  });
  test('counts what was too unlike letters', () => assert.match(readingOf('R', 0.7, { ...wide, whole: 33 }, ''), /7 of 40 came out too unlike letters/));
  test('where all are one, says what the one is', () => assert.equal(readingOf('R', 0, wide, 'weight medium'), 'All 40 are one letter, the mean: weight medium.'));
  test('where nothing is on the wall, says so', () => assert.equal(readingOf('', undefined, wide, ''), 'There is no letter on the wall.'));
  test('keeps to what was measured', () => assert.doesNotMatch(readingOf('R', 0.9, { each: [undefined, undefined, undefined, undefined, undefined, undefined], draws: 40, whole: 0 }, ''), /undefined|NaN/));
  for (const [share, said] of [[0, '0%'], [0.002, 'under 1%'], [0.384, '38%'], [1, '100%']] as const) test(`a share of ${share} is ${said}`, () => assert.equal(percent(share), said));
});

describe('the chart', () => {
  test('has the ordinary in its middle', () => assert.deepEqual(dotAt(0, 0), { x: CHART.width / 2, y: CHART.height / 2 }));
  test('goes right for heavy and up for contrast', () => {
    const at = dotAt(1, 1)!;
    assert.ok(at.x > CHART.width / 2 && at.y < CHART.height / 2);
  });
  test('draws what lies beyond it at its edge', () => {
    const at = dotAt(99, -99)!;
    assert.ok(at.x < CHART.width && at.y < CHART.height);
  });
  test('leaves out what could not be measured', () => assert.equal(dotAt(undefined, 1), undefined));
  test('bars end at the edge', () => assert.deepEqual([barOf(undefined), barOf(1), barOf(9)], ['0%', '50%', '100%']));
});
