/** The figure as it is built, and whether the record it speaks from is of the model that ships. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { altOf, captionOf } from '../../../../src/demos/pace/captions.ts';
import { measureTake, rungsOf, TAKES, theRecord } from '../../../../src/demos/pace/census.ts';
import { figureOf } from '../../../../src/demos/pace/figure.ts';
import { PROMPTS, STEPS } from '../../../../src/demos/pace/plan/ladder.ts';
import { sayShare } from '../../../../src/demos/pace/plan/say.ts';
import { FRAMES, SHEET } from '../../../../src/demos/pace/plan/strip.ts';
import { theStrip } from '../../../../src/demos/pace/strip.ts';
import sharp from 'sharp';

const [figure, record] = [await figureOf(), await theRecord()];

describe('the record', () => {
  for (const [ask, seed] of [['thin', 3], ['plain tall', 11]] as const) {
    test(`is what the model gives, tried on take ${seed} of “${ask}”`, async () => {
      const [again, kept] = [await measureTake(ask, seed), record.prompts.find((each) => each.ask === ask)!.takes[seed - 1]!];
      again.overlap.forEach((share, i) => assert.ok(Math.abs(share - kept.overlap[i]!) < 0.01, `${STEPS[i]} steps`));
      assert.deepEqual(again.obeyed, kept.obeyed);
    });
  }
  test('is of every prompt, with as many takes, and a number for each rung', () => {
    assert.deepEqual(record.prompts.map(({ ask }) => ask), [...PROMPTS]);
    for (const { takes } of record.prompts) {
      assert.equal(takes.length, TAKES);
      for (const { overlap, obeyed } of takes) assert.deepEqual([overlap.length, obeyed.length, overlap.at(-1)], [STEPS.length, STEPS.length, 1]);
    }
  });
  // The page says so.
  test('has medians that rise from rung to rung, for every prompt', () => {
    for (const ask of PROMPTS) {
      const medians = rungsOf(record, ask).shares.map(({ median }) => median);
      assert.deepEqual(medians, medians.toSorted((a, b) => a - b));
    }
  });
  test('finds thin slower than anything else, and the rest nearly there after eight', () => {
    const eight = STEPS.indexOf(8);
    for (const ask of PROMPTS) assert.equal(rungsOf(record, ask).shares[eight]!.median < 0.9, ask === 'thin', ask);
  });
  test('finds that thin is never obeyed in one step', () => assert.equal(rungsOf(record, 'thin').obeyed[0], 0));
  test('finds that from two steps on more do not obey more, by a tenth or so', () => {
    const { obeyed, asked } = rungsOf(record);
    assert.ok(obeyed.slice(1).every((count) => Math.abs(count - obeyed.at(-1)!) < 0.12 * asked), obeyed.join(' '));
    assert.ok(obeyed[0]! > 0.5 * asked);
  });
});

describe('the figure', () => {
  test('has something in every box', () => {
    for (const { paths } of [figure.word, figure.last, figure.walk, ...figure.rungs.map(({ picture }) => picture)]) assert.match(paths[0]?.d ?? '', /^m[-\d]/);
  });
  test('says in its caption what the record says', () => {
    const { median, low } = figure.all.shares[STEPS.indexOf(8)]!;
    for (const part of ['all', 'ladder'] as const) for (const said of [`${figure.all.takes} takes`, sayShare(median), sayShare(low)]) assert.ok(captionOf(part, figure).includes(said), said);
    assert.ok(captionOf('all', figure).includes('told to be thin'));
    assert.ok(altOf(figure).includes(figure.reading));
  });
  test('ends on the rung that shares all', () => assert.equal(figure.rungs.at(-1)?.share, 1));
});

describe('the strip', async () => {
  const strip = await theStrip();
  test('is one sheet, with ink in every row of frames, that two builds make alike', async () => {
    const { data, info } = await sharp(strip.file).raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height, info.channels], [SHEET.width, SHEET.height, 4]);
    assert.ok(data.some((value, i) => i % 4 === 3 && value === 255));
    assert.equal(strip.bytes.strip, strip.file.length);
    assert.ok(FRAMES > 12);
  });
  test('walks between two different styles', () => assert.notEqual(strip.ends[0], strip.ends[1]));
});
