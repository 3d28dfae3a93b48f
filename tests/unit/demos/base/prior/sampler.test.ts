import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keyOf, Sampler, type Order } from '../../../../../src/demos/base/prior/sampler.ts';
import type { Studio } from '../../../../../src/inference/studio/client.ts';
import type { TraceRequest } from '../../../../../src/inference/studio/trace.ts';

const order: Order = { ask: ['bold'], seed: 3, steps: 4, guidance: 2 };

function fake(): { sampler: Sampler; asked: TraceRequest[] } {
  const asked: TraceRequest[] = [];
  const studio = {
    trace: async (requests: readonly TraceRequest[], { signal }: { signal?: AbortSignal } = {}) => {
      asked.push(...requests);
      return signal?.aborted ? undefined : requests.map(({ seed, steps }) => ({ z: Float32Array.of(seed), path: new Float32Array(steps + 1).fill(seed), guesses: new Float32Array(steps) }));
    },
  } as unknown as Studio;
  return { sampler: new Sampler(studio, 1), asked };
}
const never = new AbortController().signal;

describe('a way', () => {
  test('is asked for once', async () => {
    const { sampler, asked } = fake();
    const first = await sampler.way(order, never);
    assert.equal(await sampler.way({ ...order }, never), first);
    assert.equal(asked.length, 1);
    assert.deepEqual(asked[0], { words: [{ word: 'bold' }], seed: 3, steps: 4, guidance: 2 });
  });
  test('that nobody hears the words of is the same as one without words, however hard it is pressed', () => {
    assert.equal(keyOf({ ...order, guidance: 0 }), keyOf({ ...order, ask: [], guidance: 5 }));
    assert.notEqual(keyOf(order), keyOf({ ...order, guidance: 1 }));
  });
  test('that was called off is not kept', async () => {
    const { sampler, asked } = fake();
    assert.equal(await sampler.way(order, AbortSignal.abort()), undefined);
    assert.ok(await sampler.way(order, never));
    assert.equal(asked.length, 2);
  });
  test('is forgotten once many others were asked for', async () => {
    const { sampler, asked } = fake();
    for (let seed = 1; seed <= 121; seed++) await sampler.way({ ...order, seed }, never);
    await sampler.way({ ...order, seed: 121 }, never);
    assert.equal(asked.length, 121);
    await sampler.way({ ...order, seed: 1 }, never);
    assert.equal(asked.length, 122);
  });
});
