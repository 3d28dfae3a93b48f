/** The page's side of a job: a worker of its own, which is ended when the job is called off; without workers, the page's own thread in turns. */
import type { ExportJob, ExportSource, Made } from './job.ts';
import type { ExportAnswer } from './worker.ts';

/** Milliseconds of work on the page's own thread between two turns of the page. */
const SHIFT = 8;

/** Makes something; `undefined` if it was called off. */
export async function run<J extends ExportJob>(source: ExportSource, job: J, signal: AbortSignal, progress: (share: number) => void): Promise<Made[J['type']] | undefined> {
  if (signal.aborted) return undefined;
  const worker = startWorker();
  if (worker) return inWorker<J>(worker, source, job, signal, progress);
  const { runJob } = await import('./job.ts');
  let since = performance.now();
  return runJob<J>(source, job, async (share) => {
    progress(share);
    if (performance.now() - since > SHIFT) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    return !signal.aborted;
  });
}

async function inWorker<J extends ExportJob>(worker: Worker, source: ExportSource, job: J, signal: AbortSignal, progress: (share: number) => void): Promise<Made[J['type']] | undefined> {
  return new Promise<Made[J['type']] | undefined>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
    worker.onmessage = ({ data }: { data: ExportAnswer }) => {
      if (data.type === 'progress') progress(data.share);
      else if (data.type === 'made') resolve(data.made as Made[J['type']]);
      else reject(new Error(data.message));
    };
    worker.onerror = worker.onmessageerror = () => reject(new Error('what makes it could not be started'));
    worker.postMessage({ source, job });
  }).finally(() => worker.terminate());
}

function startWorker(): Worker | undefined {
  try {
    return typeof Worker === 'undefined' ? undefined : new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch {
    // Not allowed here.
    return undefined;
  }
}
