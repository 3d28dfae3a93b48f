import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitCode, type FitTarget } from '../../../src/inference/fit.ts';
import { lerp, normal, sample } from '../../../src/inference/latent.ts';
import { openModel } from '../../../src/models/open.ts';

const { manifest, decoder, styles } = await openModel();
const { codes, gaussian } = styles;
const size = manifest.latent.bones + manifest.latent.finish;
const draw = (z: Float32Array, letters: string): FitTarget[] => [...letters].map((letter) => {
  const glyph = manifest.glyphs.indexOf(letter);
  const field = new Float32Array(manifest.field.side ** 2);
  return { glyph, advance: decoder.decode(z, glyph, field), field };
});
/** The share of the letters' ink and the drawn ink together that both have. */
function overlap(one: Float32Array, other: Float32Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < one.length; i++) {
    const [a, b] = [(one[i] ?? 0) > 0, (other[i] ?? 0) > 0];
    both += Number(a && b);
    either += Number(a || b);
  }
  return both / either;
}

describe('fitting a code to letters', () => {
  test('letters of a code between two styles are found again, and so are letters that were not shown', async () => {
    const truth = lerp(codes.subarray(0, size), codes.subarray(100 * size, 101 * size), 0.5);
    const { z, error } = await fitCode(decoder, draw(truth, 'Hgn'), { codes, gaussian, prior: 0.001 });
    assert.ok(error < 0.01, `error ${error}`);
    for (const [letters, least] of [['Hgn', 0.9], ['oae', 0.75]] as const) {
      const [right, found] = [draw(truth, letters), draw(z, letters)];
      right.forEach(({ field }, i) => assert.ok(overlap(field, found[i]?.field ?? field) >= least, `${letters[i]}: ${overlap(field, found[i]?.field ?? field)}`));
    }
  });
  test('the dearer strange codes are, the nearer the mean is what is found', async () => {
    const targets = draw(sample(gaussian, normal(5), 0.8), 'H');
    const [cheap, dear] = await Promise.all([0.0001, 1].map((prior) => fitCode(decoder, targets, { codes, gaussian, prior, rounds: 6 })));
    const away = (z: Float32Array): number => Math.hypot(...z.map((value, i) => value - (gaussian.mean[i] ?? 0)));
    assert.ok(cheap && dear && away(dear.z) < away(cheap.z) && cheap.error < dear.error);
  });
  test('tells what it costs round by round, never more than before, and can be stopped', async () => {
    const costs: number[] = [];
    const { rounds } = await fitCode(decoder, draw(codes.subarray(0, size), 'H'), { codes, gaussian, start: gaussian.mean, onRound: (cost) => costs.push(cost) < 4 });
    assert.equal(rounds, 3);
    assert.deepEqual(costs, [...costs].sort((a, b) => b - a));
  });
  test('nothing to fit is refused', () => assert.rejects(fitCode(decoder, [], { codes, gaussian }), { code: 'input' }));
});
