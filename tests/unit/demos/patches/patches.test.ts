/** The patches: the record, what is read off it, and the state in an address. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { altOf, captionOf } from '../../../../src/demos/patches/captions.ts';
import { figureOf, theRecord } from '../../../../src/demos/patches/figure.ts';
import { CHART, curveOf, pointAt } from '../../../../src/demos/patches/plan/curve.ts';
import { likenessAt, PLACES, recordOf, voiceIn, VOICES } from '../../../../src/demos/patches/plan/record.ts';
import { ACROSS, rowsOf } from '../../../../src/demos/patches/plan/rows.ts';
import { likenessSays, strangersSay, sumUp } from '../../../../src/demos/patches/plan/says.ts';
import { ask, codec, emptyState, lay, strengthsOf, STRONGEST, type PatchState } from '../../../../src/demos/patches/state.ts';
import { uniform } from '../../../../src/inference/latent.ts';

const record = theRecord();
const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

describe('what the page claims of the patches', () => {
  for (const place of PLACES) {
    test(`in the ${place} the letters that were shown gain much, the others no more than five points`, () => {
      const { shown, other } = sumUp(record, place);
      assert.ok(shown[0] > 0.12, `${shown}`);
      assert.ok(Math.max(...other.map(Math.abs)) < 0.05, `${other}`);
    });
    test(`and at no rank in the ${place} do the others gain five points`, () => {
      for (const { plain, ranks } of record.voices) for (const { other } of ranks[place]) assert.ok(other - plain[1] < 0.05, `${other - plain[1]}`);
    });
    test(`a second voice on top costs likeness, and so does too much of one, in the ${place}`, () => {
      for (const { id } of record.voices) {
        const own = VOICES.map((each) => (each === id ? 1 : 0));
        const alone = likenessAt(record, id, place, own)![0];
        assert.ok(likenessAt(record, id, place, own.map((strength) => strength * STRONGEST))![0] < alone);
        for (const other of VOICES) if (other !== id) assert.ok(likenessAt(record, id, place, VOICES.map((each) => (each === id || each === other ? 1 : 0)))![0] < alone - 0.05);
      }
    });
  }
  test('every patch is less than a fortieth of the decoder', async () => {
    const { bytes } = await figureOf();
    for (const place of PLACES) assert.ok(bytes.patch[place] * 40 < bytes.decoder);
  });
  test('sixteen letters were shown, and as many others stand beside them', () => {
    assert.deepEqual([new Set(record.shown).size, new Set(record.others).size], [16, 16]);
    assert.deepEqual([...record.others].filter((letter) => record.shown.includes(letter)), []);
    for (const { letters } of record.voices) for (const letter of record.shown + record.others) assert.match(letters[letter] ?? '', /^M/);
  });
});

describe('likeness', () => {
  test('at a strength that was measured is what was measured', () => {
    const { plain, ranks } = voiceIn(record, 'script');
    assert.deepEqual(likenessAt(record, 'script', 'trunk', [0, 0, 0]), plain);
    const { shown, other } = ranks.trunk.find(({ rank }) => rank === record.rank)!;
    const at = likenessAt(record, 'script', 'trunk', [0, 1, 0])!;
    near(at[0], shown);
    near(at[1], other);
  });
  test('between two is on the line between them', () => {
    const at = (strength: number): number => likenessAt(record, 'school', 'picture', [strength, 0, 0])![0];
    near(at(0.6), at(0.5) * 0.6 + at(0.75) * 0.4);
  });
  test('of three patches was not measured', () => {
    assert.equal(likenessAt(record, 'school', 'picture', [0, 0.1, 0.1]), undefined);
    assert.match(likenessSays('school', undefined, [0.5, 0.5]), /not measured/);
  });
  test('is told with what the plain model reaches', () => assert.match(likenessSays('swash', [0.951, 0.48], [0.7, 0.47]), /95\s% \(70\s% without.* 48\s% \(47\s% /));
});

describe('letters', () => {
  test('stand in rows of eight, the shown ones first', () => assert.deepEqual(rowsOf(record.shown, record.others).map(({ shown, letters }) => [shown, letters.length]), [[true, ACROSS], [true, ACROSS], [false, ACROSS], [false, ACROSS]]));
  const cases: [word: string, expected: RegExp][] = [
    ['borrowed', /^Not shown to the patch: “w”, “d”\.$/], ['forge', /^Every letter/], ['kwd', /^No letter/], ['', /^$/], ['a d a', /“d”\.$/],
  ];
  for (const [word, expected] of cases) test(`of “${word}”`, () => assert.match(strangersSay(word, record.shown), expected));
});

describe('the curve', () => {
  test('has a point for every strength, and runs from edge to edge', () => {
    const d = curveOf(record, 'swash', 'picture', 0);
    assert.equal(d.match(/[ML]/g)?.length, record.strengths.length);
    assert.match(d, new RegExp(`^M0 .*L${CHART.width} `));
  });
  test('keeps what is off it at its edge', () => assert.deepEqual([pointAt(0, 0, record).y, pointAt(0, 1, record).y], [CHART.height, 0]));
});

describe('a state in an address', () => {
  test('whatever a reader does comes back as it was written', () => {
    const next = uniform(4);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
    for (let i = 0; i < 300; i++) {
      const state: PatchState = { voice: pick(VOICES), place: pick(PLACES), strengths: VOICES.map(() => Math.round(next() * STRONGEST * 20) / 20), word: pick(['a', 'R & co', '', '¡é!', 'x=1&y=2']) };
      const hash = codec.encode(state, emptyState);
      assert.deepEqual(codec.decode(`#${hash}`, emptyState), state, hash);
    }
  });
  test('a strength beyond the last is the last', () => assert.deepEqual(codec.decode('#alpha=9,0,-1', emptyState).strengths, [STRONGEST, 0, 0]));
  test('asking for another voice lays its patch on, and no other', () => assert.deepEqual(ask({ ...emptyState, strengths: [1, 0, 0.5] }, 'script').strengths, [0, 1, 0]));
  test('the engine is given a strength for every patch of the file, of one layer', () => {
    assert.deepEqual(strengthsOf(lay({ ...emptyState, place: 'trunk' }, 'swash', 0.5)), [1, 0, 0, 0, 0.5, 0]);
    assert.deepEqual(strengthsOf(emptyState), [0, 1, 0, 0, 0, 0]);
    assert.equal(strengthsOf(lay(emptyState, 'school', 0)), undefined);
  });
});

describe('the figure', () => {
  test('has every box, and none is empty', async () => {
    const { words, rows } = await figureOf();
    for (const { paths } of [words.plain, words.patched, ...rows.flatMap(({ plain, patched }) => [plain, patched])]) assert.match(paths[0]?.d ?? '', /^m/i);
  });
  test('tells whoever cannot see it what is measured, and names every typeface', async () => {
    const figure = await figureOf();
    assert.ok(altOf(figure).includes(figure.likeness) && altOf(figure).includes(figure.seen.patched));
    for (const { family } of record.voices) assert.ok(captionOf(figure).includes(family));
  });
});

test('a record that lacks a voice is refused', () => assert.throws(() => recordOf({ ...record, voices: record.voices.slice(1) }), TypeError));
