import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { figureOf } from '../../../../src/demos/armature/figure.ts';
import { farness, reportOf } from '../../../../src/demos/armature/plan/report.ts';
import { lineThrough, pointsOf, priceOf, STATIONS } from '../../../../src/demos/armature/plan/strength.ts';
import { remoteness } from '../../../../src/inference/latent.ts';
import { openModel } from '../../../../src/models/open.ts';

describe('strength', () => {
  test('at nothing does not look, at all has no price, and between is ever cheaper', () => {
    assert.equal(priceOf(0), undefined);
    assert.equal(priceOf(1), 0);
    const prices = STATIONS.slice(1).map((strength) => priceOf(strength) ?? Infinity);
    assert.deepEqual(prices, [...prices].sort((a, b) => b - a));
  });
  test('stands on the chart from left to right, measures from the bottom up', () => {
    const [low, high] = [pointsOf({ strength: 0, overlap: 0, remote: 0 }), pointsOf({ strength: 1, overlap: 1, remote: 9 })];
    assert.ok(low.x < high.x && low.overlap > high.overlap && low.remote > high.remote);
    assert.equal(lineThrough([{ strength: 1, overlap: 1, remote: 0 }, { strength: 0, overlap: 0, remote: 0 }], 'overlap'), `${low.x},${low.overlap} ${high.x},${high.overlap}`);
  });
});

describe('the model', () => {
  test('the mean is 0 away, and a usual style about 1', async () => {
    const { styles: { codes, count, gaussian } } = await openModel();
    const size = gaussian.mean.length;
    assert.ok(remoteness(gaussian.mean, gaussian) < 1e-6);
    const away = Array.from({ length: count }, (_, i) => remoteness(codes.subarray(i * size, (i + 1) * size), gaussian)).sort((a, b) => a - b);
    assert.ok(Math.abs(away[Math.floor(count / 2)]! - 1) < 0.25, String(away[Math.floor(count / 2)]));
  });
  test('obeys the drawing the better the stronger it is held, and what is said of it is measured', async () => {
    const { measures, now, report, start } = await figureOf();
    const [first, last] = [measures[0]!, measures.at(-1)!];
    assert.ok(last.overlap > first.overlap + 0.1, `${first.overlap} to ${last.overlap}`);
    assert.ok(last.remote > now.remote && now.remote > first.remote);
    assert.ok(measures.every(({ overlap }, i) => i === 0 || overlap > measures[i - 1]!.overlap - 0.02));
    assert.match(report, new RegExp(`At strength ${start.strength.toFixed(2)} .* have ${now.overlap.toFixed(2)} of their ink in common; the code lies ${farness(now.remote)}`));
  });
});

describe('the report', () => {
  const fit = { letter: 'n', drawn: true, strength: 0.5, overlap: 0.812, remote: 2.04, reading: 'weight heavy' };
  test('says how far the code went in styles', () => assert.match(reportOf(fit), /have 0\.81 of their ink in common; the code lies 2\.0 times as far from the mean as a usual style\. The alphabet: weight heavy\.$/));
  test('says how the others fare only where that is known', () => {
    assert.doesNotMatch(reportOf(fit), /not shown/);
    assert.match(reportOf({ ...fit, unseen: 0.634 }), /The letters it was not shown overlap those of the same face by 0\.63/);
  });
  test('at strength 0 says that nobody looked', () => assert.match(reportOf({ ...fit, strength: 0, remote: 0 }), /not looked at/));
});
