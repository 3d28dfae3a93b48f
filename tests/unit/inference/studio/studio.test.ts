/** Sampling with its way, and long jobs that can be followed and called off. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, describe, test } from 'node:test';
import { createDecoder } from '../../../../src/inference/decoder.ts';
import { parseManifest } from '../../../../src/inference/manifest.ts';
import { createPrior } from '../../../../src/inference/prior.ts';
import { measured } from '../../../../src/demos/base/build.ts';
import { createStudio, type Studio, type StudioOptions } from '../../../../src/inference/studio/client.ts';
import { createStudioHost } from '../../../../src/inference/studio/host.ts';
import type { StudioRequest } from '../../../../src/inference/studio/protocol.ts';
import { tracePrior, type TraceRequest } from '../../../../src/inference/studio/trace.ts';
import { dataUrl } from '../../../helpers/engine.ts';

const folder = 'src/models/letterforms-1';
const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(`${folder}/${name}`));
const manifest = parseManifest(JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')));
const prior = await createPrior(manifest, read('prior.bin'));
const size = manifest.latent.bones + manifest.latent.finish;
const bold: TraceRequest = { words: [{ word: 'bold' }], guidance: 2, seed: 5, steps: 6 };
const [, , parts, count] = prior.attentionShape;

describe('a traced sample', () => {
  const trace = tracePrior(prior, { ...bold, attention: true });
  test('is the one that the prior gives', () => assert.deepEqual(trace.z, prior.sample({ ...bold, words: [{ word: 'bold' }] })));
  test('sets out from its seed’s noise and ends at its code', () => {
    assert.deepEqual(trace.path.subarray(0, size), prior.toCode(prior.noise(5)));
    assert.deepEqual(trace.path.subarray(6 * size), trace.z);
  });
  test('guesses its end from the last step exactly', () => {
    const guess = trace.guesses.subarray(5 * size);
    assert.ok(trace.z.every((value, i) => Math.abs(value - (guess[i] ?? NaN)) < 1e-4));
  });
  test('shares out each part’s attention whole, at every step', () => {
    assert.equal(trace.attention?.length, 6 * parts * count);
    for (let row = 0; row < 6 * parts; row++) {
      const sum = trace.attention?.subarray(row * count, (row + 1) * count).reduce((all, each) => all + each, 0) ?? NaN;
      assert.ok(Math.abs(sum - 1) < 1e-4, `${sum}`);
    }
  });
  test('pays no attention to words that were not said', () => {
    const said = new Set([0, prior.words.indexOf('bold')]);
    trace.attention?.forEach((share, i) => assert.ok(said.has(i % count) || share < 1e-6));
  });
  test('a word that is off at every step is as if it were not said', () => {
    assert.deepEqual(tracePrior(prior, { ...bold, words: [{ word: 'bold', weight: [0, 0, 0, 0, 0, 0] }] }).z, tracePrior(prior, { ...bold, words: [] }).z);
  });
  test('a word that is off at the end alone has been heard before', () => {
    const late = tracePrior(prior, { ...bold, words: [{ word: 'bold', weight: [1, 1, 1, 0, 0, 0] }] });
    assert.deepEqual(late.path.subarray(0, 4 * size), trace.path.subarray(0, 4 * size));
    assert.notDeepEqual(late.z, trace.z);
  });
  for (const [what, request, message] of [
    ['steps that are none', { ...bold, steps: 0 }, /number of steps is a whole number from 1 to 1000, not 0/],
    ['weights that do not fit the steps', { ...bold, words: [{ word: 'bold', weight: [1] }] }, /“bold” has 1 weights for 6 steps/],
    ['a word it never learned', { ...bold, words: [{ word: 'jolly' }] }, /does not know the word “jolly”/],
  ] as const) {
    test(`refuses ${what}`, () => assert.throws(() => tracePrior(prior, request), { name: 'ModelError', code: 'input', message }));
  }
});

/** A worker on this thread. */
function fakeWorker(received: string[] = []): Worker {
  const worker = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    postMessage(request: StudioRequest): void {
      received.push(request.type);
      setTimeout(() => handle(structuredClone(request)));
    },
    terminate(): void {},
  };
  const handle = createStudioHost((answer) => worker.onmessage?.({ data: structuredClone(answer) }));
  return worker as unknown as Worker;
}

const open: Studio[] = [];
afterEach(() => open.splice(0).forEach((studio) => studio.close()));
const source = { manifestUrl: dataUrl(read('manifest.json')), urls: { decoder: dataUrl(read('decoder.bin')), styles: dataUrl(read('styles.bin')), prior: dataUrl(read('prior.bin')) } };
function studio(options: Partial<StudioOptions> = {}): Studio {
  const made = createStudio({ ...source, worker: () => fakeWorker(), ...options });
  open.push(made);
  return made;
}

const decoder = await createDecoder(manifest, read('decoder.bin'));
const target = (z: Float32Array, letter: string) => {
  const glyph = manifest.glyphs.indexOf(letter);
  const field = new Float32Array(manifest.field.side ** 2);
  const advance = decoder.decode(z, glyph, field);
  return { glyph, field, advance };
};
const z = prior.sample({ words: [{ word: 'bold' }], guidance: 1, seed: 3, steps: 8 });
const job = { targets: [target(z, 'n'), target(z, 'o')], prior: 0.003, rounds: 3 };

for (const [where, options] of [['in a worker', {}], ['on the page’s own thread', { worker: () => undefined }]] as const) {
  describe(`a studio ${where}`, () => {
    test('knows the prior’s words', async () => assert.deepEqual(await studio(options).words(), { words: prior.words, parts }));
    test('traces what it is asked', async () => {
      const traces = await studio(options).trace([bold, { ...bold, seed: 6 }]);
      assert.deepEqual(traces?.map((trace) => trace.z), [tracePrior(prior, bold).z, tracePrior(prior, { ...bold, seed: 6 }).z]);
    });
    test('fits a code, and tells how far it is', async () => {
      const costs: number[] = [];
      const found = await studio(options).fit(job, { onProgress: ({ cost }) => costs.push(cost) });
      assert.ok(costs.length >= 2 && found && costs.at(-1)! < costs[0]!, `${costs}`);
      assert.equal(found.z.length, size);
    });
    test('measures codes, and tells of each as it comes', async () => {
      const codes = new Float32Array([...z, ...z.map((value) => value * 0.5)]);
      const told: number[] = [];
      const all = await studio(options).measure({ codes }, { onMeasured: (index) => told.push(index) });
      assert.deepEqual(told, [0, 1]);
      assert.deepEqual(all, [measured(decoder, z), measured(decoder, z.map((value) => value * 0.5))]);
    });
    test('measures what stands in some letters, and leaves the rest', async () => {
      const [few] = (await studio(options).measure({ codes: z, letters: 'HO' })) ?? [];
      const { weight, contrast, slant, serif } = measured(decoder, z);
      assert.deepEqual(few, { weight, contrast, slant, serif, width: NaN, xHeight: NaN });
    });
  });
}

describe('a job', () => {
  test('that is called off resolves with nothing, and the next one runs', async () => {
    const one = studio();
    const off = new AbortController();
    const first = one.fit({ ...job, rounds: 50 }, { signal: off.signal, onProgress: () => off.abort() });
    assert.equal(await first, undefined);
    assert.ok((await one.trace([bold]))?.[0]);
  });
  test('of measuring that is called off stops between two codes', async () => {
    const one = studio();
    const off = new AbortController();
    const codes = new Float32Array(60 * size).map((_, i) => z[i % size] ?? 0);
    let told = 0;
    assert.equal(await one.measure({ codes }, { signal: off.signal, onMeasured: () => void (++told === 2 && off.abort()) }), undefined);
    assert.ok((await one.measure({ codes: z }))?.length === 1);
    assert.ok(told < 60, `${told}`);
  });
  test('that was called off before is never sent', async () => {
    const received: string[] = [];
    const off = new AbortController();
    off.abort();
    assert.equal(await studio({ worker: () => fakeWorker(received) }).trace([bold], { signal: off.signal }), undefined);
    assert.deepEqual(received, []);
  });
  test('with a word that the prior does not know fails with one sentence', async () => {
    await assert.rejects(studio().trace([{ ...bold, words: [{ word: 'jolly' }] }]), { name: 'ModelError', code: 'input' });
  });
  test('whose files are not there fails, and is tried again', async () => {
    const lost = studio({ urls: { ...source.urls, prior: 'data:application/octet-stream;base64,AAAA' } });
    await assert.rejects(lost.trace([bold]), { name: 'ModelError', code: 'damaged' });
    await assert.rejects(lost.trace([bold]), { name: 'ModelError', code: 'damaged' });
  });
  test('of a closed studio resolves with nothing', async () => {
    const one = studio();
    const words = one.words();
    one.close();
    assert.equal(await words, undefined);
    assert.equal(await one.words(), undefined);
  });
});
