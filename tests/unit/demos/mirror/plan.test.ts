/** The mirror: what is compared, marked and said, on a record small enough to be checked by hand. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CHART, histogram, medianOf, placeOn, serifedIn, sharesOf } from '../../../../src/demos/mirror/plan/beliefs.ts';
import { boxOf, codeFor, deal, reached } from '../../../../src/demos/mirror/plan/draws.ts';
import { beliefsSay, changed, differenceIn, likenessIn, tableSays } from '../../../../src/demos/mirror/plan/says.ts';
import { marksOf, stepOf } from '../../../../src/demos/mirror/plan/sheet.ts';
import { compared, lossAt, lossesIn, lossOf, telling, type Loss } from '../../../../src/demos/mirror/plan/table.ts';
import type { MirrorState } from '../../../../src/demos/mirror/state.ts';
import type { Attributes } from '../../../../src/drawing/attributes.ts';
import { recordOf, SIBLINGS, type MirrorRecord, type SiblingId } from '../../../../src/models/mirrors/record.ts';

const grid = { columns: 2, rows: 2 };
const sibling = (id: SiblingId, missing: number[], other: number[]) => ({ id, without: 1, styles: 9, missing, shown: other.map((value) => value + 0.01), other });
const record: MirrorRecord = {
  shown: 'abc', families: 3,
  siblings: [
    sibling('whole', [0, 0, 0, 0], [0.9, 0.8, 0.85, 0.6]),
    sibling('random', [1, 0, 1, 0], [0.89, 0.8, 0.86, 0.61]),
    sibling('serif', [1, 1, 0, 0], [0.7, 0.76, 0.86, 0.61]),
    sibling('display', [0, 0, 0, 1], [0.9, 0.8, 0.85, 0.2]),
  ],
};
const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

describe('a record', () => {
  test('of all siblings is taken as it is', () => assert.equal(recordOf(record, 4), record));
  const faults: [says: string, json: unknown, cells: number][] = [
    ['of another map is refused', record, 5],
    ['that lacks a sibling is refused', { ...record, siblings: record.siblings.slice(1) }, 4],
    ['that holds what is no number is refused', { ...record, siblings: record.siblings.map((each) => ({ ...each, other: ['x', 1, 1, 1] })) }, 4],
    ['that is nothing is refused', undefined, 4],
  ];
  for (const [says, json, cells] of faults) test(says, () => assert.throws(() => recordOf(json, cells), TypeError));
});

describe('what a collection cost', () => {
  test('is told apart for the styles left out and for all others', () => {
    const { gone, rest, all } = lossOf(record, 'serif');
    assert.deepEqual([gone.count, rest.count], [2, 2]);
    near(gone.whole, 0.85);
    near(gone.lost, 0.12);
    near(rest.lost, -0.01);
    near(all, 0.055);
  });
  test('stands beside what the control makes of the same styles', () => {
    const { lot } = lossOf(record, 'serif');
    near(lot.lost, 0.005);
    assert.equal(lot.missing, 1);
  });
  test('may be read on the letters that were shown', () => near(lossOf(record, 'serif', 'shown').gone.whole, 0.86));
  test('has the error of a mean of differences', () => near(compared([1, 1], [0.8, 0.6]).error, 0.1));
  test('is told of every collection that lacks something', () => assert.deepEqual(lossesIn(record).map(({ id }) => id), SIBLINGS.slice(1)));
  test('in a cell is never less than nothing', () => {
    near(lossAt(record, 'serif', 0), 0.2);
    assert.equal(lossAt(record, 'serif', 2), 0);
  });
  test('is best told where the first model draws well, and the second lost most', () => {
    assert.equal(telling(record, 'serif'), 0);
    // The one style that is missing here is drawn badly by both.
    assert.equal(telling(record, 'display'), 0);
  });
});

describe('on the sheet', () => {
  const cases: [loss: number, size: number][] = [[0, 0], [0.019, 0], [0.02, 1], [0.07, 2], [0.1, 3], [0.5, 4]];
  for (const [loss, size] of cases) test(`a loss of ${loss} has size ${size}`, () => assert.equal(stepOf(loss), size));
  test('what was left out has a folded corner, whatever it lost', () => assert.equal(marksOf(record, 'random', grid).corners, 'M4 4h28l-28 28zM4 104h28l-28 28z'));
  test('dots stand apart by whether the style was left out', () => {
    const { gone, rest } = marksOf(record, 'serif', grid);
    assert.deepEqual(gone, ['M180 20h0', '', '', 'M80 20h0']);
    assert.deepEqual(rest, ['', '', '', '']);
  });
  test('nothing is marked where nothing was left out', () => {
    const { corners, gone, rest } = marksOf(record, 'whole', grid);
    assert.equal([corners, ...gone, ...rest].join(''), '');
  });
});

describe('a box', () => {
  const styles = { codes: Float32Array.from([1, 2, 3, 4]), count: 4, attributes: new Float32Array(0), directions: new Float32Array(0), gaussian: { mean: Float32Array.from([0]), chol: Float32Array.from([1]) } } as unknown as Parameters<typeof codeFor>[3];
  const state: MirrorState = { saw: 'serif', word: 'a', at: { u: 0, v: 1 }, seed: 7 };
  test('of a word takes the style under the hand', () => assert.deepEqual([...codeFor(boxOf('own-word'), state, grid, styles)], [3]));
  test('of a draw takes the same numbers in both models', () => {
    assert.deepEqual(codeFor(boxOf('own-3'), state, grid, styles), codeFor(boxOf('whole-3'), state, grid, styles));
    assert.deepEqual(codeFor(boxOf('own-3'), state, grid, styles), deal(styles.gaussian, 7)[3]);
  });
  const cases: [says: string, part: Partial<MirrorState>, word: boolean, draw: boolean][] = [
    ['is left alone when another model is chosen: it asks by itself', { saw: 'whole' }, false, false],
    ['is reached by the hand if it shows a word', { at: { u: 1, v: 1 } }, true, false],
    ['is reached by a letter typed if it shows a word', { word: 'b' }, true, false],
    ['is reached by a new seed if it shows a draw', { seed: 8 }, false, true],
  ];
  for (const [says, part, word, draw] of cases) {
    test(says, () => assert.deepEqual([reached('own-word', state, { ...state, ...part }), reached('whole-2', state, { ...state, ...part })], [word, draw]));
  }
});

describe('the charts', () => {
  test('count what lies beyond their ends in the outermost bars, and leave out what is no number', () => assert.deepEqual(sharesOf([-9, 0.1, 0.9, 9, NaN], 0, 1, 2), [0.5, 0.5]));
  test('stand on their foot', () => assert.equal(histogram([0, 0.3]), `M0 ${CHART.height}V${CHART.height}H120V0H240V${CHART.height}z`));
  test('know the middle of an odd number of values and of an even one', () => assert.deepEqual([medianOf([3, 1, NaN, 2]), medianOf([4, 1, 2, 3])], [2, 2.5]));
  test('know no middle of nothing', () => assert.ok(Number.isNaN(medianOf([]))));
  test('count feet among what could be measured', () => assert.equal(serifedIn([0, 0.2, NaN, 0.3, 0]), 0.5));
  test('keep a mark between their ends', () => assert.deepEqual([placeOn(-1, 0, 1), placeOn(0.5, 0, 1), placeOn(7, 0, 1)], [0, CHART.width / 2, CHART.width]));
});

describe('what is said of two words', () => {
  const face: Attributes = { weight: 0.2, contrast: 1.5, slant: 0, width: 0.6, xHeight: 0.7, serif: 0.2 };
  const scales = [{ mean: 0, deviation: 0.3 }, { mean: 0, deviation: 0.3 }, { mean: 0, deviation: 4 }, { mean: 0, deviation: 0.2 }, { mean: 0.7, deviation: 0.05 }, { mean: 0.1, deviation: 0.1 }];
  const cases: [says: string, first: Partial<Attributes>, second: Partial<Attributes>, expected: RegExp][] = [
    ['is that nothing tells them apart, where nothing does', {}, { weight: 0.201 }, /^None of the six measures tells them apart/],
    ['is that feet are gone', {}, { serif: 0 }, /has no serifs, for feet of 0\.20 of a cap height\.$/],
    ['is that feet have come', { serif: 0.01 }, { serif: 0.1 }, /has feet of 0\.10 of a cap height for none\.$/],
    ['is nothing of feet where neither has any', { serif: 0 }, { serif: 0.029 }, /^None of the six/],
    ['begins with what differs most', {}, { slant: -12, weight: 0.25 }, /has a slant of −12° for 0°; stems 25% heavier\.$/],
    ['is that something cannot be measured any more', {}, { serif: NaN }, /One measure of the first cannot be taken of the second\.$/],
  ];
  for (const [says, first, second, expected] of cases) test(says, () => assert.match(differenceIn({ ...face, ...first }, { ...face, ...second }, scales), expected));
  test('of at most three differences', () => assert.equal(differenceIn(face, { weight: 0.4, contrast: 3, slant: 20, width: 1, xHeight: 0.9, serif: 0 }, scales).split(';').length, 3));
});

describe('what is said of a style', () => {
  const cases: [says: string, id: SiblingId, cell: number, between: boolean, expected: RegExp][] = [
    ['is what was lost, where its family was left out', 'serif', 0, false, /^Its family was left out\. .* 90% of their ink as the first draws them and in 70% as the second does: 20\.0 points lost\. Of the 3 that were shown, 91% and 71%\.$/],
    ['is that something was gained, where something was', 'serif', 2, false, /is in both collections\. .*: 1\.0 points gained\./],
    ['speaks of the nearest one between styles', 'serif', 0, true, /^The hand lies between styles\. Of the nearest one, the family was left out\./],
    ['compares nothing with itself', 'whole', 0, false, /^Its family is in the collection, like all others\. .* 90% .* 91%\.$/],
  ];
  for (const [says, id, cell, between, expected] of cases) test(says, () => assert.match(likenessIn(record, id, cell, between), expected));
  test('has no points where there are none', () => assert.deepEqual([0.0004, 0.077, -0.01].map(changed), ['nothing lost', '7.7 points lost', '1.0 points gained']));
});

describe('what the table comes to', () => {
  const side = (lost: number, error = 0.001) => ({ count: 100, whole: 0.8, own: 0.8 - lost, lost, error });
  const row = (id: SiblingId, gone: number, rest: number): Loss => ({ id, gone: side(gone), rest: side(rest), lot: { ...side(0.001), missing: 30 }, all: gone / 4 });
  test('sets a kind beside the control', () => assert.match(tableSays([row('random', 0.01, -0.005), row('serif', 0.08, -0.008)]), /by lot, the control, cost the styles left out 1\.0 points .* cost its styles 8\.0; the control, which lacks 30 of those 100 too, lost 0\.1 on them\..* it fell by 2\.0\.$/));
  test('does not boast of what the control does as well', () => assert.match(tableSays([row('random', 0.01, -0.005), row('serif', 0.011, -0.008)]), /cost its styles 1\.1, which cannot be told from that\./));
  const kept: [says: string, rest: [number, number], expected: RegExp][] = [
    ['says that what was kept came out better', [-0.005, -0.008], /drawn better by each .* 0\.5 to 0\.8 points/],
    ['says that what was kept came out worse', [0.005, 0.008], /a little worse too, by 0\.5 to 0\.8 points/],
    ['says that it went either way', [-0.005, 0.008], /no more than 0\.8 points either way/],
  ];
  for (const [says, [control, kind], expected] of kept) test(says, () => assert.match(tableSays([row('random', 0.01, control), row('serif', 0.08, kind)]), expected));
  test('and the draws, with their share of feet', () => {
    const belief = (id: SiblingId | 'type', serifed: number) => ({ id, count: 200, charts: [], serifed });
    assert.match(beliefsSay([belief('type', 0.4), belief('whole', 0.31), belief('random', 0.3), belief('serif', 0.02), belief('display', 0.5)]), /40% have serifs.* 31% have them after the whole collection, 30% after .*, 2% after .* and 50% after /);
  });
});
