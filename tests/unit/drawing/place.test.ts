import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setLine } from '../../../src/drawing/place.ts';

test('letters stand one advance apart, and each is placed by its middle', () => {
  const centres = new Float32Array(2);
  assert.equal(setLine('ab', [1, 0.5], 0.3, centres), 1.5);
  assert.deepEqual([...centres], [0.5, 1.25]);
});
test('a space moves the pen and has no place of its own', () => {
  const centres = new Float32Array(2);
  assert.equal(setLine(' a b', [1, 1], 0.25, centres), 2.5);
  assert.deepEqual([...centres], [0.75, 2]);
});
test('an empty line has no length', () => assert.equal(setLine('', [], 0.3, new Float32Array(0)), 0));
