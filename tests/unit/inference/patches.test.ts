/** Patches: the engine draws with them what PyTorch drew, and refuses what is none. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { createDecoder } from '../../../src/inference/decoder.ts';
import { parseManifest, type Manifest } from '../../../src/inference/manifest.ts';
import { LAYERS, readPatches, STRONGEST } from '../../../src/inference/patches.ts';

const folder = 'src/models/letterforms-1';
const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(`${folder}/${name}`));
const json = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
const manifest = parseManifest(json);
const specs = manifest.tensors.patches!;
const names = specs.filter(({ name }) => name.endsWith('.up')).map(({ name }) => name.replace(/\.up$/, ''));

interface Golden {
  cases: { glyph: number; on: [voice: string, layer: string, strength: number][] }[];
  tensors: { name: string; shape: number[]; offset: number }[];
}
const golden: Golden = JSON.parse(readFileSync('tests/fixtures/letterforms-1/patches.json', 'utf8'));
const { buffer } = new Uint8Array(readFileSync('tests/fixtures/letterforms-1/patches.bin'));
const of = (name: string): Float32Array => {
  const { shape, offset } = golden.tensors.find((each) => each.name === name)!;
  return new Float32Array(buffer, offset, shape.reduce((product, side) => product * side, 1));
};
const [codes, fields, advances] = [of('codes'), of('fields'), of('advances')];
const size = manifest.latent.bones + manifest.latent.finish;
const { side } = manifest.field;
const strengthsOf = (on: Golden['cases'][number]['on']): number[] => names.map((name) => on.find(([voice, layer]) => `${voice}.${layer}` === name)?.[2] ?? 0);

describe('golden outputs with patches', () => {
  test('there are some with none, with one and with several, in both layers', () => {
    const counts = new Set(golden.cases.map(({ on }) => Math.min(on.length, 2)));
    assert.deepEqual([...counts].sort(), [0, 1, 2]);
    for (const layer of LAYERS) assert.ok(golden.cases.some(({ on }) => on.some(([, each]) => each === layer)));
  });
  for (const kind of ['wasm', 'plain'] as const) {
    test(`the ${kind} kernel draws what PyTorch drew`, async () => {
      const decoder = await createDecoder(manifest, read('decoder.bin'), kind === 'plain' ? { wasm: 'off' } : {});
      assert.equal(decoder.kind, kind);
      const patcherOf = await readPatches(manifest, read('patches.bin'));
      const [field, advance] = [new Float32Array(side * side), new Float32Array(1)];
      let worst = 0;
      golden.cases.forEach(({ glyph, on }, i) => {
        decoder.decodeWord(codes.subarray(i * size, (i + 1) * size), [glyph], field, advance, patcherOf(strengthsOf(on)));
        worst = Math.max(worst, Math.abs(advance[0]! - advances[i]!));
        for (let y = 0; y < 16; y++) for (let x = 0; x < 16; x++) worst = Math.max(worst, Math.abs(field[(1 + 4 * y) * side + 2 + 4 * x]! - fields[i * 256 + y * 16 + x]!));
      });
      assert.ok(worst <= (kind === 'wasm' ? 0.003 : 2e-5), `${worst}`);
    });
  }
  test('they change what is drawn, and only while they are on', async () => {
    const decoder = await createDecoder(manifest, read('decoder.bin'));
    const patcherOf = await readPatches(manifest, read('patches.bin'));
    const draw = (strengths?: number[]): number[] => {
      const field = new Float32Array(side * side);
      decoder.decodeWord(codes.subarray(0, size), [0], field, new Float32Array(1), strengths && patcherOf(strengths));
      return [...field];
    };
    const plain = draw();
    assert.notDeepEqual(draw(names.map((_, i) => (i === 1 ? 1 : 0))), plain);
    assert.deepEqual(draw(), plain);
    assert.deepEqual(draw(names.map(() => 0)), plain);
  });
});

describe('what is refused', () => {
  const cases: [says: string, strengths: number[]][] = [
    ['too few strengths', [1]], ['a strength that is no number', names.map(() => NaN)], ['one that is far too strong', names.map(() => STRONGEST + 1)],
  ];
  for (const [says, strengths] of cases) {
    test(says, async () => {
      const patcherOf = await readPatches(manifest, read('patches.bin'));
      assert.throws(() => patcherOf(strengths), { code: 'input', message: new RegExp(`${names.length} patches`) });
    });
  }
  test('a file that is not the one', async () => {
    const bytes = read('patches.bin');
    bytes[9]! ^= 1;
    await assert.rejects(readPatches(manifest, bytes), { code: 'damaged' });
  });
  test('patches of another decoder', async () => {
    const tensors = { ...manifest.tensors, patches: specs.map((spec) => (spec.name === `${names[0]}.up` ? { ...spec, shape: [8, ...spec.shape.slice(1)] } : spec)) };
    await assert.rejects(readPatches({ ...manifest, tensors } as Manifest, read('patches.bin')), { code: 'manifest', message: /shape/ });
  });
  test('a patch of a layer that there is not', async () => {
    const tensors = { ...manifest.tensors, patches: specs.map((spec) => ({ ...spec, name: spec.name.replace('trunk', 'twig') })) };
    await assert.rejects(readPatches({ ...manifest, tensors } as Manifest, read('patches.bin')), { code: 'manifest', message: /trunk or picture/ });
  });
});
