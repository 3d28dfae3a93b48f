import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blendPaths, offRegister } from '../../../src/lib/path-blend.ts';

const a = 'M0 0L100 -20Q10 10 0 0Z';
const b = 'M10 20L200 20Q30 -30 8 4Z';

test('the ends of a blend are the paths themselves', () => {
  assert.equal(blendPaths(a, b, 0), a);
  assert.equal(blendPaths(a, b, 1), b);
});
test('halfway is the same from both ends', () => assert.equal(blendPaths(a, b, 0.5), blendPaths(b, a, 0.5)));
test('numbers move and commands stay', () => assert.equal(blendPaths(a, b, 0.5), 'M5 10L150 0Q20 -10 4 2Z'));
test('plates lie in register only where they agree, and apart in equal measure at the ends', () => {
  assert.equal(offRegister(0.5, 24), 0);
  assert.equal(offRegister(0, 24), 24);
  assert.equal(offRegister(1, 24), -24);
});
