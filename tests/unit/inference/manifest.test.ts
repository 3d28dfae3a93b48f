import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createDecoder } from '../../../src/inference/decoder.ts';
import { parseManifest, readTensors, valuesOf } from '../../../src/inference/manifest.ts';
import { readStyles } from '../../../src/inference/styles.ts';
import { fileOf, randomModel } from '../../helpers/random-model.ts';

const sizes = { hidden: 32, channels: [16, 8, 8, 8, 24] as const };
const model = randomModel(7, sizes);

/** The part of a manifest's JSON that the cases change. */
interface Json {
  [key: string]: unknown;
  field: Record<string, unknown>;
  latent: Record<string, unknown>;
  channels: unknown[];
  files: Record<'decoder' | 'styles', Record<string, unknown>>;
  tensors: Record<'decoder' | 'styles', { name: string; dtype: string; shape: unknown; offset: number; scale?: number }[]>;
}
const fresh = (): Json => structuredClone(model.manifest) as unknown as Json;
const find = (json: Json, name: string): Json['tensors']['decoder'][number] => json.tensors.decoder.find((each) => each.name === name) ?? assert.fail();
const said = (change: (json: Json) => unknown): string => {
  const json = fresh();
  const changed = change(json);
  try {
    parseManifest(changed === undefined ? json : changed);
  } catch (error) {
    assert.ok(error instanceof Error && error.name === 'ModelError', String(error));
    return error.message;
  }
  return 'accepted';
};

test('a good manifest is read, and what it says besides is left alone', () => {
  const manifest = parseManifest({ ...fresh(), note: 'something new' });
  assert.equal(manifest.glyphs.length, 69);
  assert.deepEqual(manifest.channels, [16, 8, 8, 8, 24]);
  assert.deepEqual(manifest.files.decoder, model.manifest['files'] && fileOf('decoder.bin', model.decoder));
  assert.equal('note' in manifest, false);
});

test('a model without styles is enough to draw with', () => {
  const json = fresh();
  Reflect.deleteProperty(json.files, 'styles');
  assert.equal(parseManifest(json).files.styles, undefined);
});

describe('a manifest is refused in one sentence: what, expected, found', () => {
  const cannot = 'The model’s manifest cannot be used: ';
  const cases: Readonly<Record<string, [(json: Json) => unknown, string]>> = {
    'nothing at all': [() => null, 'format should be 1, not nothing.'],
    'a text': [() => 'manifest', 'format should be 1, not nothing.'],
    'a list': [() => [], 'format should be 1, not nothing.'],
    'another format': [(json) => void (json['format'] = 2), 'format should be 1, not 2.'],
    'a glyph twice': [(json) => void (json['glyphs'] = 'ABA'), 'glyphs should be single characters, each once, not "ABA".'],
    'no glyphs': [(json) => void (json['glyphs'] = ''), 'glyphs should be the characters it draws, not "".'],
    'a size as text': [(json) => void (json['hidden'] = '32'), 'hidden should be a number from 8 to 1024, not "32".'],
    'half a neuron': [(json) => void (json['hidden'] = 32.5), 'hidden should be a multiple of 8, not 32.5.'],
    'half a bone': [(json) => void (json.latent['bones'] = 31.5), 'latent.bones should be a whole number, not 31.5.'],
    'no number': [(json) => void (json.field['sample'] = NaN), 'field.sample should be a number from 0.001 to 1, not null.'],
    'another field': [(json) => void (json.field['side'] = 96), 'field.side should be 64, not 96.'],
    'channels that do not fit the kernel': [(json) => void (json.channels[1] = 12), 'channels.1 should be a multiple of 8, not 12.'],
    'a late layer that does not fit it': [(json) => void (json.channels[3] = 4), 'channels.3 should be a number from 8 to 512, not 4.'],
    'a missing channel': [(json) => void json.channels.pop(), 'channels.4 should be a number from 8 to 512, not nothing.'],
    'a path that leaves the folder': [(json) => void (json.files.decoder['path'] = '../x.bin'), 'files.decoder.path should be the name of a file beside the manifest, not "../x.bin".'],
    'an address': [(json) => void (json.files.decoder['path'] = 'https://example.test/x'), 'files.decoder.path should be the name of a file beside the manifest, not "https://example.test/x".'],
    'a short hash': [(json) => void (json.files.decoder['sha256'] = 'abc'), 'files.decoder.sha256 should be 64 hexadecimal digits, not "abc".'],
    'no tensors': [(json) => void Reflect.deleteProperty(json.tensors, 'decoder'), 'tensors.decoder should be a list, not nothing.'],
    'a missing tensor': [(json) => void (json.tensors.decoder = json.tensors.decoder.filter(({ name }) => name !== 'conv2')), 'tensor conv2 should be there, not nothing.'],
    'a wrong shape': [(json) => void (find(json, 'film1.scale').shape = [8, 4]), 'film1.scale.shape should be [8,16], not [8,4].'],
    'outputs that are not four samples': [(json) => void (find(json, 'conv3').shape = [16, 3, 3, 8]), 'conv3.shape should be [32,3,3,8], not [16,3,3,8].'],
    'a negative shape': [(json) => void (find(json, 'trunk.in').shape = [-32, 32]), 'should be a number from 1 to'],
    'a shape that is none': [(json) => void (find(json, 'trunk.in').shape = 1024), 'should be a list, not 1024.'],
    'an unknown type': [(json) => void (find(json, 'conv1').dtype = 'f16'), 'should be i8 or f32, not "f16".'],
    'floats where the kernel takes whole numbers': [(json) => void (find(json, 'conv3.bias').dtype = 'i8'), 'should be a number from 0 to'],
    'an offset beyond the end': [(json) => void (find(json, 'conv1').offset = 1e6), 'should be a number from 0 to'],
    'a crooked offset': [(json) => void (find(json, 'conv3.bias').offset += 2), 'should be a'],
    'an offset into another tensor': [(json) => void (find(json, 'trunk.mix').offset += 4), 'where another ends'],
    'no scale': [(json) => void Reflect.deleteProperty(find(json, 'conv1'), 'scale'), 'should be a number from 0 to'],
  };
  for (const [name, [change, message]] of Object.entries(cases)) {
    test(name, () => {
      const text = said(change);
      assert.ok(text.startsWith(cannot) && text.endsWith('.') && text.includes(message), text);
    });
  }
  test('what is found is cut short', () => {
    assert.ok(said((json) => void (json['id'] = 'x'.repeat(500))).length < 200);
  });
});

describe('a damaged file is refused', () => {
  const manifest = parseManifest(model.manifest);
  const fails = (bytes: Uint8Array<ArrayBuffer>, message: string): Promise<void> => assert.rejects(readTensors(manifest, 'decoder', bytes), { name: 'ModelError', code: 'damaged', message });
  test('cut short', () => fails(model.decoder.slice(0, -1), `The model’s file decoder.bin is damaged: it has ${model.decoder.length - 1} bytes instead of ${model.decoder.length}.`));
  test('one bit flipped', () => {
    const bytes = model.decoder.slice();
    bytes[5000]! ^= 16;
    return fails(bytes, 'The model’s file decoder.bin is damaged: it is not the one that the manifest speaks of.');
  });
  test('whole, but with weights that are no numbers', async () => {
    const bytes = model.decoder.slice();
    const json = fresh();
    new Float32Array(bytes.buffer)[find(json, 'conv3.bias').offset / 4] = NaN;
    json.files.decoder = { ...fileOf('decoder.bin', bytes) };
    await assert.rejects(readTensors(parseManifest(json), 'decoder', bytes), { code: 'damaged', message: 'The model’s file decoder.bin is damaged: it has weights that are not numbers.' });
  });
  test('the styles in place of the decoder', () => assert.rejects(createDecoder(manifest, model.styles), { code: 'damaged' }));
});

test('tensors are read from bytes that begin anywhere', async () => {
  const manifest = parseManifest(model.manifest);
  const shifted = new Uint8Array(model.decoder.length + 1);
  shifted.set(model.decoder, 1);
  const [one, other] = await Promise.all([readTensors(manifest, 'decoder', model.decoder), readTensors(manifest, 'decoder', shifted.subarray(1))]);
  assert.deepEqual(valuesOf(one, 'conv3'), valuesOf(other, 'conv3'));
});

test('styles have one code for every cell of the map', async () => {
  const styles = await readStyles(parseManifest(model.manifest), model.styles);
  assert.deepEqual([styles.count, styles.codes.length, styles.attributes.length, styles.directions.length], [12, 768, 72, 384]);
  const json = fresh();
  json['map'] = { columns: 5, rows: 3 };
  await assert.rejects(readStyles(parseManifest(json), model.styles), { code: 'manifest', message: /codes\.shape should be \[15,64\], not \[12,64\]/ });
});
