import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { parseManifest, readTensors } from '../../../src/inference/manifest.ts';
import { sha256 } from '../../../src/inference/sha256.ts';
import { randomModel } from '../../helpers/random-model.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('the standard’s own examples', () => {
  assert.equal(hex(sha256(new Uint8Array())), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(hex(sha256(new TextEncoder().encode('abc'))), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('agrees with Node’s at every length around a block, and within a larger buffer', () => {
  for (const length of [1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 1000, 70_001]) {
    const bytes = Uint8Array.from({ length: length + 3 }, (_, i) => (i * 37 + length) & 255).subarray(3);
    assert.equal(hex(sha256(bytes)), createHash('sha256').update(bytes).digest('hex'), `${length} bytes`);
  }
});

test('without a secure origin, where the browser’s own hash is missing, files are checked with ours', async (t) => {
  t.mock.getter(globalThis, 'crypto', () => ({}));
  const { manifest, decoder } = randomModel(1, { hidden: 32, channels: [16, 8, 8, 8, 8] });
  const checked = parseManifest(manifest);
  assert.ok((await readTensors(checked, 'decoder', decoder))['conv1']);
  decoder[100]! ^= 1;
  await assert.rejects(readTensors(checked, 'decoder', decoder), { code: 'damaged' });
});
