/** The studio behind its protocol: the same in a worker and on the page's own thread. Jobs are done in the order in which they come. */
import { createDecoder, type Decoder } from '../decoder.ts';
import { asModelError, ModelError } from '../errors.ts';
import { fitCode } from '../fit.ts';
import { load, loadJson } from '../load.ts';
import { parseManifest, type Manifest } from '../manifest.ts';
import { createPrior, type Prior } from '../prior.ts';
import type { Reader } from '../reader.ts';
import { readStyles, type Styles } from '../styles.ts';
import { resolutionOf, timeOf, type Timed, type Timing } from './clock.ts';
import { createMeter } from './meter.ts';
import type { FitJob, MeasureJob, ReadJob, Reading, StudioAnswer, StudioRequest, StudioSource, TimeJob } from './protocol.ts';
import { tracePrior } from './trace.ts';

/** Ends a job that was called off. */
const CANCELLED = Symbol('cancelled');
/** Milliseconds of work after which messages are let in: a turn costs some by itself. */
const SHIFT = 6;

/** Starts a studio; what it returns takes the requests. */
export function createStudioHost(send: (answer: StudioAnswer) => void): (request: StudioRequest) => void {
  let source: StudioSource | undefined;
  let line: Promise<unknown> = Promise.resolve();
  const cancelled = new Set<number>();
  const files = openFiles(() => source);

  const work = async (request: Exclude<StudioRequest, { type: 'open' | 'cancel' }>): Promise<StudioAnswer> => {
    const { id } = request;
    if (request.type === 'fit') return { type: 'fit', id, fit: await fit(id, request.job) };
    if (request.type === 'measure') return { type: 'measure', id, measured: await measureAll(id, request.job) };
    if (request.type === 'time') return { type: 'time', id, timing: await timeAll(id, request.job) };
    if (request.type === 'read') return { type: 'read', id, reading: await readAll(id, request.job) };
    const prior = await files.prior();
    if (request.type === 'words') return { type: 'words', id, vocabulary: { words: prior.words, parts: prior.attentionShape[2] } };
    const traces = [];
    for (const each of request.requests) {
      traces.push(tracePrior(prior, each));
      await turn();
      if (cancelled.has(id)) throw CANCELLED;
    }
    return { type: 'trace', id, traces };
  };
  const fit = async (id: number, job: FitJob) => {
    const [decoder, { codes, gaussian }] = await Promise.all([files.decoder(), files.styles()]);
    let round = 0;
    const found = await fitCode(decoder, job.targets, {
      ...job, codes, gaussian,
      onRound: async (cost) => {
        send({ type: 'progress', id, progress: { round: round++, cost } });
        await turn();
        return !cancelled.has(id);
      },
    });
    if (cancelled.has(id)) throw CANCELLED;
    return found;
  };
  const measureAll = async (id: number, { codes, letters }: MeasureJob) => {
    const { size, measure } = createMeter(await files.decoder());
    const measured = [];
    let since = performance.now();
    for (let index = 0; index * size < codes.length; index++) {
      const attributes = measure(codes.subarray(index * size, (index + 1) * size), letters);
      measured.push(attributes);
      send({ type: 'measured', id, index, attributes });
      if (performance.now() - since < SHIFT) continue;
      await turn();
      if (cancelled.has(id)) throw CANCELLED;
      since = performance.now();
    }
    return measured;
  };
  const readAll = async (id: number, { fields }: ReadJob): Promise<Reading> => {
    const { names, read } = await files.reader();
    const { side } = (await files.decoder()).manifest.field;
    const shares = [];
    for (let at = 0; at < fields.length; at += side * side) {
      shares.push(...read(fields.subarray(at, at + side * side)));
      await turn();
      if (cancelled.has(id)) throw CANCELLED;
    }
    return { names, shares: Float32Array.from(shares) };
  };
  const timeAll = async (id: number, { request, steps, glyphs, repeats }: TimeJob): Promise<Timing> => {
    const prior = await files.prior();
    const now = (): number => performance.now();
    const resolution = resolutionOf(now);
    const begun = now();
    const decoder = await files.anotherDecoder();
    const { field: { side }, latent: { bones, finish } } = decoder.manifest;
    const [fields, advances, z] = [new Float32Array(glyphs.length * side * side), new Float32Array(glyphs.length), new Float32Array(bones + finish)];
    const draw = (): void => decoder.decodeWord(z, glyphs, fields, advances);
    try {
      draw();
      const opening = now() - begun;
      const rows = steps.map((count): Timed => ({ steps: count, sampling: [], drawing: [] }));
      // Round by round, so that whatever disturbs the machine meanwhile does not fall on one of them alone. The first round warms up.
      for (let round = 0; round <= repeats; round++) {
        for (const [i, row] of rows.entries()) {
          const sampling = timeOf(() => void prior.sample({ ...request, steps: row.steps }, z), resolution, now);
          const drawing = timeOf(draw, resolution, now);
          send({ type: 'timed', id, done: round * rows.length + i + 1, of: rows.length * (repeats + 1) });
          await turn();
          if (cancelled.has(id)) throw CANCELLED;
          if (round === 0) continue;
          row.sampling.push(sampling);
          row.drawing.push(drawing);
        }
      }
      return { resolution, opening, rows };
    } finally {
      decoder.free();
    }
  };

  return (request) => {
    const { id } = request;
    if (request.type === 'cancel') return void cancelled.add(id);
    if (request.type === 'open') {
      source = request.source;
      return send({ type: 'opened', id });
    }
    line = line.then(async () => {
      // Before anything is begun, so that what was called off while it waited costs nothing.
      await turn();
      try {
        if (cancelled.has(id)) throw CANCELLED;
        send(await work(request));
      } catch (error) {
        if (error === CANCELLED) return send({ type: 'cancelled', id });
        const { code, message } = asModelError(error, 'unsupported');
        send({ type: 'failed', id, code, message });
      } finally {
        cancelled.delete(id);
      }
    });
  };
}

/** Lets messages in. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The model's parts, each loaded when it is first needed; what failed is tried again the next time. */
function openFiles(source: () => StudioSource | undefined): { decoder: () => Promise<Decoder>; anotherDecoder: () => Promise<Decoder>; styles: () => Promise<Styles>; prior: () => Promise<Prior>; reader: () => Promise<Reader> } {
  const once = <T>(make: (at: StudioSource) => Promise<T>): (() => Promise<T>) => {
    let made: Promise<T> | undefined;
    return () => {
      const at = source();
      if (!at) return Promise.reject(new ModelError('stopped', 'The studio was not opened.'));
      made ??= make(at);
      made.catch(() => (made = undefined));
      return made;
    };
  };
  const manifest = once<Manifest>(async ({ manifestUrl }) => parseManifest(await loadJson(manifestUrl)));
  const makeDecoder = async ({ urls }: StudioSource): Promise<Decoder> => createDecoder(await manifest(), await load(urls.decoder));
  return {
    decoder: once(makeDecoder),
    // Opened from its file each time it is asked for: how long that takes is what is timed. Whoever asks frees it.
    anotherDecoder: () => {
      const at = source();
      return at ? makeDecoder(at) : Promise.reject(new ModelError('stopped', 'The studio was not opened.'));
    },
    styles: once(async ({ urls }) => readStyles(await manifest(), await load(urls.styles))),
    reader: once(async ({ reader }) => {
      if (!reader) throw new ModelError('unsupported', 'No reader was named.');
      // Few ask for it, so few load it.
      const [{ createReader }, json, bytes] = await Promise.all([import('../reader.ts'), loadJson(reader.manifestUrl), load(reader.url)]);
      return createReader(json, bytes);
    }),
    prior: once(async ({ urls }) => createPrior(await manifest(), await load(urls.prior))),
  };
}
