import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { altOf, altOfPart, captionOf } from '../../../../src/demos/out-of-noise/captions.ts';
import { figureOf, lettersSvg, wholeOf } from '../../../../src/demos/out-of-noise/figure.ts';
import { LENGTH, placeOn } from '../../../../src/demos/out-of-noise/plan/rule.ts';
import { TAKES } from '../../../../src/demos/out-of-noise/takes.ts';
import { thePrior } from '../../../../src/demos/base/prior/build.ts';
import { describe as describeLetters } from '../../../../src/drawing/describe.ts';
import { measured, theModel } from '../../../../src/demos/base/build.ts';

describe('the drawn figure', async () => {
  const whole = await wholeOf();
  test('has something in every box', () => {
    for (const { paths } of [whole.word, ...whole.film.flatMap(({ lies, expects }) => [lies, expects]), ...whole.row.map(({ picture }) => picture), ...whole.sheet.map(({ picture }) => picture)]) assert.match(paths[0]?.d ?? '', /^m[-\d]/);
    assert.doesNotMatch(JSON.stringify(whole.map), /NaN|null|Infinity/);
  });
  test('is drawn once, however often it is asked for', async () => {
    assert.equal(await wholeOf(), whole);
    assert.equal(await figureOf(), await figureOf());
  });
  test('says what it measured of the take that it shows', async () => {
    const [{ decoder }, prior] = [await theModel(), await thePrior()];
    const { ask, seed, steps, guidance } = whole.start;
    const z = prior.sample({ words: ask.map((word) => ({ word })), seed, steps, guidance });
    assert.equal(whole.reading, describeLetters(measured(decoder, z)));
    assert.ok(altOf(whole).includes(whole.reading) && altOf(whole).includes(whole.verdicts));
    assert.ok(altOfPart(whole).includes(whole.row[2]!.said));
  });
  test('shows a take that obeys, and circles no more than obey each word', () => {
    assert.ok(whole.sheet.find(({ seed }) => seed === whole.start.seed)?.obeyed);
    assert.equal(whole.sheet.length, TAKES);
    assert.ok(whole.sheet.filter(({ obeyed }) => obeyed).length <= Math.min(...whole.tallies.map(({ obeyed }) => obeyed)));
  });
  test('expects, after the last pass, what it has', () => {
    const last = whole.film.at(-1);
    assert.equal(last?.expects.paths[0]?.d, last?.lies.paths[0]?.d);
    assert.notEqual(whole.film[0]?.expects.paths[0]?.d, whole.film[0]?.lies.paths[0]?.d);
  });
  test('has every word of the prior once among its groups', async () => {
    const words = whole.groups.flatMap((group) => group.words.map(({ word }) => word));
    assert.deepEqual(words.toSorted(), (await thePrior()).words.slice(1).toSorted());
  });
  test('has rulers on which real typefaces have room', () => {
    for (const [attribute, ends] of Object.entries(whole.rulers)) assert.ok(ends[0] < ends[1] && placeOn(attribute as 'weight', ends, ends[0]) < LENGTH / 10, attribute);
  });
  test('says what the prior weighs, with its size between a tenth and half of a megabyte', () => {
    const [kilobytes = 0] = /\d+/.exec(whole.sizes.prior)?.map(Number) ?? [];
    assert.ok(kilobytes > 100 && kilobytes < 500, whole.sizes.prior);
    assert.ok(captionOf(whole).includes(whole.sizes.prior));
  });
  test('lies over a file of letters that is lighter than thirty kilobytes on the wire', async () => {
    const svg = await lettersSvg();
    assert.ok(svg.startsWith(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole.map.width * 10} ${whole.map.height * 10}"`));
    assert.ok((svg.match(/M/g) ?? []).length > 100);
    assert.ok(svg.length < 90_000, `${svg.length}`);
  });
});
