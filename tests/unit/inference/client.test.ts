import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createClient, type ClientOptions, type ModelClient, type Word } from '../../../src/inference/client.ts';
import { createDecoder } from '../../../src/inference/decoder.ts';
import { parseManifest } from '../../../src/inference/manifest.ts';
import { dataUrl, FakeWorker, sourceOf } from '../../helpers/engine.ts';
import { randomCode, randomModel } from '../../helpers/random-model.ts';

const model = randomModel(5, { hidden: 32, channels: [16, 8, 8, 8, 8] });
const z = randomCode(1);
const glyphs = [7, 0, 12];
const clients: ModelClient[] = [];

function open(options: Partial<ClientOptions> = {}): ModelClient {
  const client = createClient({ ...sourceOf(model), worker: () => new FakeWorker().worker, ...options });
  clients.push(client);
  return client;
}
const worker = (i = 0): FakeWorker => FakeWorker.all[i] ?? assert.fail(`there is no worker ${i}`);
const until = async (what: () => boolean): Promise<void> => {
  for (let i = 0; i < 200 && !what(); i++) await new Promise((resolve) => setTimeout(resolve, 2));
  assert.ok(what());
};
const same = (one: Float32Array | undefined, other: Float32Array): boolean => one?.length === other.length && one.every((value, i) => value === other[i]);
async function expected(code: Float32Array): Promise<Float32Array> {
  const decoder = await createDecoder(parseManifest(model.manifest), model.decoder);
  const fields = new Float32Array(glyphs.length * 4096);
  decoder.decodeWord(code, glyphs, fields, new Float32Array(glyphs.length));
  return fields;
}

beforeEach(() => (FakeWorker.all = []));
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

describe('drawing', () => {
  for (const [where, options] of [['in a worker', {}], ['on the page’s own thread', { worker: () => undefined }]] as const) {
    test(`a word drawn ${where} is the decoder’s own`, async () => {
      const word = await open(options).draw({ z, glyphs });
      assert.ok(same(word?.fields, await expected(z)));
      assert.deepEqual([...(word?.glyphs ?? [])], glyphs);
      assert.equal(word?.advances.length, 3);
    });
  }
  test('no letters make an empty word', async () => {
    assert.equal((await open().draw({ z, glyphs: [] }))?.fields.length, 0);
  });
  test('of the requests that wait only the newest is drawn; the others resolve with nothing', async () => {
    const client = open();
    await client.ready;
    const words = await Promise.all([1, 2, 3, 4].map((seed) => client.draw({ z: randomCode(seed), glyphs }).then((word) => word?.fields.slice())));
    assert.deepEqual(words.map(Boolean), [true, false, false, true]);
    assert.ok(same(words[3], await expected(randomCode(4))));
    assert.equal(worker().received.filter((type) => type === 'draw').length, 2);
  });
  test('channels do not get into each other’s way', async () => {
    const client = open();
    const words = await Promise.all(['a', 'b', 'c'].map((channel) => client.draw({ z, glyphs, channel })));
    assert.deepEqual(words.map(Boolean), [true, true, true]);
  });
  test('what was asked for is copied at once', async () => {
    const client = open();
    const mine = randomCode(1);
    const promise = client.draw({ z: mine, glyphs });
    mine.fill(0);
    assert.ok(same((await promise)?.fields, await expected(z)));
  });
  test('two buffers do for any number of frames', async () => {
    const client = open();
    await client.ready;
    const seen = new Set<ArrayBufferLike>();
    let word: Word | undefined;
    for (let i = 0; i < 30; i++) {
      const before = word;
      word = await client.draw({ z: randomCode(i), glyphs });
      // The word before is only taken back once this one has come.
      if (i === 1) assert.equal(before?.fields.length, 3 * 4096);
      if (word) seen.add(word.fields.buffer);
    }
    // Each transfer makes a new object of the same memory; what must not grow is the memory.
    assert.deepEqual(new Set(worker().buffers), new Set([(64 + 8 + 8 * 4096) * 4 + 16]));
    assert.equal([...seen].filter(({ byteLength }) => byteLength > 0).length, 2);
  });
  test('a longer word gets more room', async () => {
    const client = open();
    const long = Array.from({ length: 30 }, (_, i) => i);
    await client.draw({ z, glyphs });
    assert.equal((await client.draw({ z, glyphs: long }))?.fields.length, 30 * 4096);
    assert.equal((await client.draw({ z, glyphs }))?.fields.length, 3 * 4096);
  });
  test('a request given up is not begun, and its word not handed over', async () => {
    const client = open();
    await client.ready;
    worker().held = true;
    const [first, second] = [new AbortController(), new AbortController()];
    const words = [client.draw({ z, glyphs, signal: first.signal }), client.draw({ z, glyphs, signal: second.signal })];
    first.abort();
    second.abort();
    worker().go();
    assert.deepEqual(await Promise.all(words), [undefined, undefined]);
    assert.equal(await client.draw({ z, glyphs, signal: first.signal }), undefined);
    assert.equal(worker().buffers.length, 1);
  });
  for (const [name, request, message] of [
    ['a code of the wrong length', { z: [1, 2], glyphs }, 'A code of this model is 64 plain numbers.'],
    ['a code that is no number', { z: randomCode(1).fill(NaN), glyphs }, 'A code of this model is 64 plain numbers.'],
    ['a glyph that is not there', { z, glyphs: [69] }, 'This model has no glyph 69.'],
  ] as const) {
    test(`${name} is refused, and the next word is drawn`, async () => {
      const client = open();
      await assert.rejects(client.draw(request), { name: 'ModelError', code: 'input', message });
      assert.ok(await client.draw({ z, glyphs }));
    });
  }
});

describe('the styles', () => {
  test('come from the worker, once', async () => {
    const client = open();
    const [one, other] = await Promise.all([client.styles(), client.styles()]);
    assert.equal(one, other);
    assert.equal(one.codes.length, one.count * 64);
    assert.equal(worker().received.filter((type) => type === 'styles').length, 1);
  });
  test('may fail, and be asked for again, while letters are drawn', async () => {
    const client = open({ urls: { decoder: dataUrl(model.decoder), styles: dataUrl('x') } });
    await assert.rejects(client.styles(), { code: 'damaged' });
    await assert.rejects(client.styles(), { code: 'damaged' });
    assert.equal(worker().received.filter((type) => type === 'styles').length, 2);
    assert.ok(await client.draw({ z, glyphs }));
  });
});

describe('sharing', () => {
  test('clients of one model share a worker, and the last one ends it', async () => {
    const [one, other] = [open(), open()];
    await Promise.all([one.draw({ z, glyphs }), other.draw({ z, glyphs })]);
    assert.equal(FakeWorker.all.length, 1);
    one.close();
    one.close();
    assert.equal(worker().ended, false);
    assert.ok(await other.draw({ z, glyphs }));
    other.close();
    assert.equal(worker().ended, true);
  });
  test('after the last one a new client gets a new worker', async () => {
    open().close();
    assert.ok(await open().draw({ z, glyphs }));
    assert.equal(FakeWorker.all.length, 2);
  });
  test('another model gets a worker of its own', async () => {
    await Promise.all([open().ready, open(sourceOf(randomModel(6, { hidden: 32, channels: [16, 8, 8, 8, 8] }))).ready]);
    assert.equal(FakeWorker.all.length, 2);
  });
});

describe('closing', () => {
  test('what is under way and what waits resolve with nothing', async () => {
    const client = open();
    const words = [client.draw({ z, glyphs }), client.draw({ z, glyphs, channel: 'b' })];
    client.close();
    assert.deepEqual(await Promise.all(words), [undefined, undefined]);
    assert.equal(await client.draw({ z, glyphs }), undefined);
  });
  test('an aborted signal closes', async () => {
    const stop = new AbortController();
    const client = open({ signal: stop.signal });
    await client.ready;
    stop.abort();
    assert.equal(worker().ended, true);
    assert.equal(await client.draw({ z, glyphs }), undefined);
    open({ signal: AbortSignal.abort() });
    await until(() => FakeWorker.all.every(({ ended }) => ended));
  });
});

describe('failures', () => {
  test('a worker that cannot be made, or fails to start, is replaced by this thread', async () => {
    const refused = open({ worker: () => { throw new Error('not allowed'); } });
    assert.ok(await refused.draw({ z, glyphs }));
    refused.close();
    const failing = open({ worker: () => {
      const dead = new FakeWorker({ starts: false });
      setTimeout(() => dead.crash());
      return dead.worker;
    } });
    assert.ok(await failing.draw({ z, glyphs }));
    assert.equal(worker().ended, true);
  });
  test('a worker that never says a word is replaced likewise', async () => {
    const client = open({ patience: 400, worker: () => new FakeWorker({ starts: false }).worker });
    assert.ok(await client.draw({ z, glyphs }));
  });
  test('a file that is not there', async () => {
    const client = open({ urls: { decoder: 'http://127.0.0.1:9/decoder.bin?v=1' } });
    const failure = { name: 'ModelError', code: 'network', message: 'The model’s file decoder.bin could not be loaded.' };
    await assert.rejects(client.draw({ z, glyphs }), failure);
    await assert.rejects(client.ready, failure);
    // Later ones fail at once.
    await assert.rejects(client.draw({ z, glyphs }), failure);
  });
  test('a manifest that is not JSON', async () => {
    await assert.rejects(open({ manifest: undefined, manifestUrl: dataUrl('<!doctype html>') }).ready, { code: 'manifest', message: 'The model’s manifest cannot be used: it is not JSON.' });
  });
  test('a manifest from its address', async () => {
    assert.equal((await open({ manifest: undefined, manifestUrl: dataUrl(JSON.stringify(model.manifest)) }).ready).id, 'random-1');
  });
  test('a worker that dies rejects what it was asked for, and a new one can be started', async () => {
    const client = open();
    await client.ready;
    worker().held = true;
    const words = [client.draw({ z, glyphs }), client.draw({ z, glyphs }), client.draw({ z, glyphs, channel: 'b' })];
    worker().crash();
    for (const word of words) await assert.rejects(word, { name: 'ModelError', code: 'stopped', message: 'The model’s engine has stopped.' });
    assert.equal(worker().ended, true);
    assert.equal((await client.restart()).id, 'random-1');
    assert.ok(await client.draw({ z, glyphs }));
    assert.equal(FakeWorker.all.length, 2);
  });
  test('restarting what runs changes nothing', async () => {
    const client = open();
    await client.ready;
    await client.restart();
    assert.equal(FakeWorker.all.length, 1);
  });
  test('a worker that falls silent is given up after a while', async () => {
    const client = open({ patience: 120 });
    await client.ready;
    worker().held = true;
    await assert.rejects(client.draw({ z, glyphs }), { code: 'timeout', message: 'The model did not answer in time.' });
    await until(() => worker().ended);
  });
  test('clients that share a dead worker share its successor', async () => {
    const [one, other] = [open(), open()];
    await Promise.all([one.ready, other.ready]);
    worker().crash();
    await Promise.all([one.restart(), other.restart()]);
    assert.equal(FakeWorker.all.length, 2);
    assert.ok(await one.draw({ z, glyphs }));
    assert.ok(await other.draw({ z, glyphs }));
    one.close();
    assert.equal(worker(1).ended, false);
  });
});
