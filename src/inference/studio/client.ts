/**
 * A page's access to what takes longer than a frame: sampling from words, fitting a code to drawn letters, measuring many styles. It runs in a worker
 * of its own, so that the engine that draws is never kept waiting; without workers, on the page's own thread in turns.
 */
import type { Attributes } from '../../drawing/attributes.ts';
import { asModelError, ModelError } from '../errors.ts';
import type { Fit } from '../fit.ts';
import type { Timing } from './clock.ts';
import type { FitJob, FitProgress, MeasureJob, ReadJob, Reading, StudioAnswer, StudioRequest, StudioSource, TimeJob, Vocabulary } from './protocol.ts';
import type { Trace, TraceRequest } from './trace.ts';

/** How to make a studio. */
export interface StudioOptions extends StudioSource {
  /** Makes the worker; `undefined` stands for none. For tests. */
  worker?: () => Worker | undefined;
}

/** Ways to follow a job. */
export interface JobOptions {
  /** Calls the job off: it resolves with `undefined`. */
  signal?: AbortSignal | undefined;
}

/** What fails rejects with a `ModelError`; what was called off resolves with `undefined`. */
export interface Studio {
  /** The words the prior knows. */
  words: () => Promise<Vocabulary | undefined>;
  /** Samples, each with its way; see `tracePrior`. */
  trace: (requests: readonly TraceRequest[], options?: JobOptions) => Promise<Trace[] | undefined>;
  /** Fits a code to letters; see `fitCode`. */
  fit: (job: FitJob, options?: JobOptions & { onProgress?: (progress: FitProgress) => void }) => Promise<Fit | undefined>;
  /** Draws and measures codes; `onMeasured` is told of each as it comes. */
  measure: (job: MeasureJob, options?: JobOptions & { onMeasured?: (index: number, attributes: Attributes) => void }) => Promise<Attributes[] | undefined>;
  /** Times sampling and drawing; `onTimed` is told how many runs of how many are done. */
  time: (job: TimeJob, options?: JobOptions & { onTimed?: (done: number, of: number) => void }) => Promise<Timing | undefined>;
  /** Reads letters, where a reader was named. */
  read: (job: ReadJob, options?: JobOptions) => Promise<Reading | undefined>;
  /** Ends it, and every job. */
  close: () => void;
}

interface Job {
  resolve: (answer?: StudioAnswer) => void;
  reject: (error: ModelError) => void;
  onProgress: ((progress: FitProgress) => void) | undefined;
  onMeasured: ((index: number, attributes: Attributes) => void) | undefined;
  onTimed: ((done: number, of: number) => void) | undefined;
}
type Unnumbered = StudioRequest extends infer R ? (R extends StudioRequest ? Omit<R, 'id'> : never) : never;

/** Makes a studio. Nothing of the model is loaded until the first job needs it. */
export function createStudio({ manifestUrl, urls, reader, worker = startWorker }: StudioOptions): Studio {
  const jobs = new Map<number, Job>();
  let last = 0;
  let closed = false;
  let post: ((request: StudioRequest) => void) | undefined;
  let end = (): void => {};

  const die = (error: ModelError): void => {
    end();
    post = undefined;
    for (const { reject } of jobs.values()) reject(error);
    jobs.clear();
  };
  const receive = (answer: StudioAnswer): void => {
    const job = jobs.get(answer.id);
    if (answer.type === 'progress') return job?.onProgress?.(answer.progress);
    if (answer.type === 'measured') return job?.onMeasured?.(answer.index, answer.attributes);
    if (answer.type === 'timed') return job?.onTimed?.(answer.done, answer.of);
    jobs.delete(answer.id);
    if (answer.type === 'failed') job?.reject(new ModelError(answer.code, answer.message));
    else if (answer.type === 'cancelled') job?.resolve();
    else job?.resolve(answer);
  };
  /** The line, opened when it is first needed, and again after it broke. */
  const open = async (): Promise<(request: StudioRequest) => void> => {
    if (post) return post;
    let given: Worker | undefined;
    try {
      given = worker();
    } catch {
      // Not allowed here.
    }
    if (given) {
      const started = given;
      started.onmessage = ({ data }: { data: StudioAnswer }) => receive(data);
      started.onerror = started.onmessageerror = () => die(new ModelError('stopped', 'The model’s studio has stopped.'));
      end = () => started.terminate();
      post = (request) => started.postMessage(request);
    } else {
      const { createStudioHost } = await import('./host.ts');
      post ??= createStudioHost(receive);
    }
    post({ type: 'open', id: ++last, source: { manifestUrl, urls, reader } });
    return post;
  };
  const ask = async <T extends StudioAnswer['type']>(type: T, request: Unnumbered, { signal, onProgress, onMeasured, onTimed }: JobOptions & Partial<Pick<Job, 'onProgress' | 'onMeasured' | 'onTimed'>> = {}): Promise<Extract<StudioAnswer, { type: T }> | undefined> => {
    if (closed || signal?.aborted) return undefined;
    const send = await open().catch((error: unknown) => Promise.reject(asModelError(error, 'unsupported')));
    if (closed || signal?.aborted) return undefined;
    const id = ++last;
    const cancel = (): void => {
      // At once for the page, whatever the worker is in the middle of.
      jobs.get(id)?.resolve();
      jobs.delete(id);
      send({ type: 'cancel', id });
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      const answer = await new Promise<StudioAnswer | undefined>((resolve, reject) => {
        jobs.set(id, { resolve, reject, onProgress, onMeasured, onTimed });
        send({ ...request, id } as StudioRequest);
      });
      return answer?.type === type ? (answer as Extract<StudioAnswer, { type: T }>) : undefined;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  };

  return {
    words: async () => (await ask('words', { type: 'words' }))?.vocabulary,
    trace: async (requests, options) => (await ask('trace', { type: 'trace', requests }, options))?.traces,
    fit: async (job, options) => (await ask('fit', { type: 'fit', job }, options))?.fit,
    measure: async (job, options) => (await ask('measure', { type: 'measure', job }, options))?.measured,
    time: async (job, options) => (await ask('time', { type: 'time', job }, options))?.timing,
    read: async (job, options) => (await ask('read', { type: 'read', job }, options))?.reading,
    close: () => {
      closed = true;
      for (const { resolve } of jobs.values()) resolve();
      jobs.clear();
      end();
    },
  };
}

function startWorker(): Worker | undefined {
  return typeof Worker === 'undefined' ? undefined : new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
