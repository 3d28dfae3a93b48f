import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fullVoiceIn, legibleIn } from '../../../../src/demos/restraint/plan/once.ts';

describe('what was measured once, at full voice', () => {
  const spread = { each: [1.24, 0.7, undefined, 0.8, 0.64, 0.9], draws: 120, whole: 120 };
  test('is set against the real typefaces', () => assert.equal(
    fullVoiceIn({ spread, apart: 0.512, real: 0.506, typefaces: 384 }, 'R'),
    'When this page was built, 120 draws were let out entirely, to ψ 1. In the letter R, two of them differ in 51% of the ink they cover together; two of the 384 typefaces, as the model draws them, in 51%. Against real typefaces they spread furthest in weight, 1.24 times as far, and least in x-height, 0.64 times.',
  ));
  test('keeps to what was measured', () => assert.doesNotMatch(fullVoiceIn({ spread: { each: [undefined], draws: 1, whole: 0 }, apart: 0, real: 0.5, typefaces: 3 }, 'R'), /undefined|NaN|furthest/));
});

describe('what is known of legibility', () => {
  const draws = [{ psi: 0.5, read: 1 }, { psi: 0.7, read: 0.9999 }, { psi: 1, read: 0.9961 }];
  test('is told in misreadings, so that nothing is rounded up to all', () => assert.match(legibleIn({ draws, real: 0.9827 }), /fewer than one at ψ 0\.5 and 0\.7; 4 at ψ 1; and of typefaces that neither had seen, 17\. Even at full voice/));
  test('says that a model is easier to read only where it is', () => {
    assert.match(legibleIn({ draws, real: 0.998 }), /Held back, the model is easier/);
    assert.doesNotMatch(legibleIn({ draws, real: 1 }), /easier/);
  });
});
