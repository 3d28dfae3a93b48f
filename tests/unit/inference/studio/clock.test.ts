import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { resolutionOf, timeOf } from '../../../../src/inference/studio/clock.ts';
import { createStudio } from '../../../../src/inference/studio/client.ts';
import { dataUrl } from '../../../helpers/engine.ts';

/** A clock of which every reading costs `pace` ms, and that shows only whole ticks. */
const clockOf = (tick: number, pace = 0.01): { now: () => number; pass: (ms: number) => void } => {
  let at = 0;
  return { now: () => Math.floor((at += pace) / tick + 1e-9) * tick, pass: (ms) => void (at += ms) };
};

describe('the clock', () => {
  for (const tick of [0.1, 1, 5]) test(`is seen to tick every ${tick} ms`, () => assert.ok(Math.abs(resolutionOf(clockOf(tick).now) - tick) < 1e-6));
  test('that never moves has no tick', () => assert.equal(resolutionOf(() => 7), 0));
});

describe('a run', () => {
  test('that is long is timed alone', () => {
    const { now, pass } = clockOf(1);
    let runs = 0;
    const ms = timeOf(() => { runs++; pass(250); }, 1, now);
    assert.equal(runs, 1);
    assert.ok(Math.abs(ms - 250) <= 1);
  });
  test('that is shorter than the clock’s tick is timed with others', () => {
    const { now, pass } = clockOf(1);
    let runs = 0;
    const ms = timeOf(() => { runs++; pass(0.3); }, 1, now);
    assert.ok(runs > 20 && Math.abs(ms - 0.3) < 0.05, `${runs} ${ms}`);
  });
});

describe('timing in the studio', () => {
  const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(`src/models/letterforms-1/${name}`));
  const url = (name: string): string => dataUrl(read(name));
  const open = () => createStudio({ manifestUrl: url('manifest.json'), urls: { decoder: url('decoder.bin'), styles: url('styles.bin'), prior: url('prior.bin') }, worker: () => undefined });
  const job = { request: { words: [{ word: 'bold' }], guidance: 2, seed: 1 }, steps: [1, 2], glyphs: [3, 4], repeats: 2 };
  test('gives as many numbers as runs for each step count, and tells how far it is', async () => {
    const studio = open();
    const told: number[] = [];
    const timing = await studio.time(job, { onTimed: (done, of) => told.push(done / of) });
    studio.close();
    assert.deepEqual(timing?.rows.map(({ steps, sampling, drawing }) => [steps, sampling.length, drawing.length]), [[1, 2, 2], [2, 2, 2]]);
    assert.deepEqual(told, told.toSorted((a, b) => a - b));
    assert.equal(told.at(-1), 1);
    assert.ok(timing.opening > 0 && timing.rows.every(({ sampling }) => sampling.every((ms) => ms > 0)));
  });
  test('can be called off', async () => {
    const studio = open();
    const abort = new AbortController();
    const timing = await studio.time(job, { signal: abort.signal, onTimed: () => abort.abort() });
    studio.close();
    assert.equal(timing, undefined);
  });
});
