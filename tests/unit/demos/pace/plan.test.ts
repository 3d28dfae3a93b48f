import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bandOf, CHART, lineOf, placesOf, yOf } from '../../../../src/demos/pace/plan/chart.ts';
import { overlap, PROMPTS, quartilesOf, STEPS, wordsOf } from '../../../../src/demos/pace/plan/ladder.ts';
import { frameAt, sayBusy, sayEven, sayMeasured, sayPlace, sayPush, sayReading, sayRung, sayShare, saySpread, sayTime, sayTimes } from '../../../../src/demos/pace/plan/say.ts';
import { cornerOf, FRAME, FRAMES, placeAfter, SHEET } from '../../../../src/demos/pace/plan/strip.ts';
import { codec, emptyState, MOST_PUSH, MOST_TAKES, type PaceState } from '../../../../src/demos/pace/state.ts';
import { uniform } from '../../../../src/inference/latent.ts';

describe('shared ink', () => {
  const cases: [says: string, a: number[], b: number[], expected: number][] = [
    ['is all of it between a word and itself', [1, -1, 2], [1, -1, 2], 1],
    ['is none where nothing meets', [1, -1], [-1, 1], 0],
    ['is what both ink, of what either does', [1, 1, 1, -1], [-1, 1, 1, 1], 0.5],
    ['is all of it where there is no ink', [-1, -1], [-1, -1], 1],
  ];
  for (const [says, a, b, expected] of cases) test(says, () => assert.equal(overlap(a, b), expected));
  test('is the same from either side', () => {
    const next = uniform(3);
    for (let round = 0; round < 50; round++) {
      const [a, b] = [0, 0].map(() => Array.from({ length: 40 }, () => next() - 0.5)) as [number[], number[]];
      assert.equal(overlap(a, b), overlap(b, a));
      assert.ok(overlap(a, b) >= 0 && overlap(a, b) <= 1);
    }
  });
});

describe('quartiles', () => {
  test('of one number are that number', () => assert.deepEqual(quartilesOf([3]), { low: 3, median: 3, high: 3 }));
  test('lie between numbers by shares', () => assert.deepEqual(quartilesOf([4, 1, 3, 2]), { low: 1.75, median: 2.5, high: 3.25 }));
  test('of nothing are no numbers', () => assert.ok(Number.isNaN(quartilesOf([]).median)));
});

describe('the chart', () => {
  test('puts doubled costs at even distances, from left to right', () => {
    const places = placesOf(STEPS);
    const gaps = places.slice(1).map((place, i) => place - places[i]!);
    assert.ok(gaps.every((gap) => Math.abs(gap - gaps[0]!) < 0.2));
    assert.ok(places[0]! > CHART.left && places.at(-1)! < CHART.right);
  });
  test('spreads costs evenly where none differs', () => assert.equal(new Set(placesOf([2, 2, 2])).size, 3));
  test('stands none at the bottom and all at the top, and never leaves the frame', () => assert.deepEqual([0, 1, 1.4, -1].map(yOf), [CHART.bottom, CHART.top, CHART.top, CHART.bottom]));
  test('closes its band', () => assert.match(bandOf([0, 10], [{ low: 0.2, median: 0.3, high: 0.4 }, { low: 0.5, median: 0.6, high: 0.7 }]), /^M0 [\d.]+L10 [\d.]+L10 [\d.]+L0 [\d.]+Z$/));
  test('draws through every point', () => assert.equal(lineOf([0, 5, 9], [0, 1, 0.5]).split(/[ML]/).length - 1, 3));
});

describe('the strip', () => {
  test('has every frame on its sheet, none over another', () => {
    const corners = Array.from({ length: FRAMES }, (_, i) => cornerOf(i));
    assert.equal(new Set(corners.map(String)).size, FRAMES);
    for (const [x, y] of corners) assert.ok(x + FRAME.width <= SHEET.width && y + FRAME.height <= SHEET.height);
  });
  test('plays there and back, a frame at a time', () => {
    const shown = Array.from({ length: 2 * FRAMES }, (_, i) => frameAt(placeAfter(i, 0), FRAMES));
    assert.deepEqual(shown.slice(0, FRAMES), [...Array(FRAMES).keys()]);
    shown.slice(1).forEach((frame, i) => assert.equal(Math.abs(frame - shown[i]!), 1));
  });
  test('sets out from where the hand left it', () => assert.ok(Math.abs(placeAfter(0, 0.37) - 0.37) < 1e-5));
});

describe('what is said', () => {
  const half = { low: 0.4, median: 0.5, high: 0.6 };
  const cases: [says: string, said: string, expected: string][] = [
    ['a share', sayShare(0.944), '94%'],
    ['nearly all is not all', sayShare(0.998), '>99%'],
    ['all is all', sayShare(1), '100%'],
    ['what is not known', sayShare(NaN), '–'],
    ['a spread', saySpread(half), '50% (40–60)'],
    ['a spread that is none', saySpread({ low: 1, median: 1, high: 1 }), '100% (100)'],
    ['short times with two digits', sayTime(0.345), '0.34'],
    ['long times whole', sayTime(1234.5), '1,235'],
    ['times with their spread', sayTimes({ low: 2.04, median: 2.11, high: 2.44 }), '2.1 (2.0–2.4)'],
    ['a rung', sayRung(8, 0.94, true), '94% shared, obeyed'],
    ['a rung nobody asked', sayRung(8, 0.94, undefined), '94% shared'],
    ['the last rung', sayRung(64, 1, false), '100%, not obeyed'],
    ['one step', sayReading(1, 0.5, 'weight light', undefined), '1 step: 50% of the ink shared with 64. Seen: weight light.'],
    ['a place', sayPlace(1, 48), '1.00 · frame 48 of 48'],
    ['a push', sayPush(-1), '1.0 deviations lighter'],
    ['no push', sayPush(0), 'on the way'],
    ['busy time', sayBusy(2, 12), '1,440 ms, 2.4% of it'],
    ['hardly busy', sayBusy(0.1, 12), '72 ms, 0.12% of it'],
    ['so little that it does not count', sayBusy(0.001, 12), '0.72 ms, under 0.01% of it'],
    ['from when on the decoder is lighter', sayEven({ strip: 100, decoder: 450, code: 1 }), 'For one walk the strip is the lighter; from 5 walks on, the live letters are.'],
    ['that it is at once', sayEven({ strip: 100, decoder: 50, code: 1 }), 'One walk is enough for the live letters to be the lighter.'],
  ];
  for (const [says, said, expected] of cases) test(says, () => assert.equal(said, expected));
  test('of a measurement names the clock, the runs and what is apart', () => {
    const said = sayMeasured(0.1, 5, 4, half);
    for (const part of ['5 rounds', '0.10 ms', 'median', 'from words to code', '4 letters']) assert.ok(said.includes(part), part);
  });
});

test('any state comes back as it was written', () => {
  const next = uniform(5);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const base: PaceState = { ...emptyState, word: 'pace', ask: 'thin', seed: 7, t: 0.4 };
  for (let round = 0; round < 400; round++) {
    const state: PaceState = {
      word: pick(['', 'pace', 'a & b=#1?', 'Łódź']), ask: pick(PROMPTS), seed: 1 + Math.floor(next() * MOST_TAKES), steps: pick(STEPS),
      t: Math.round(next() * 1000) / 1000, push: Math.round((next() * 2 - 1) * MOST_PUSH * 10) / 10 || 0,
    };
    assert.deepEqual(codec.decode(`#${codec.encode(state, base)}`, base), state);
  }
  assert.deepEqual(codec.decode('#steps=7&ask=purple&off=9', base), { ...base, push: MOST_PUSH });
  assert.deepEqual(wordsOf(''), []);
});
