/** A worker for one job: it ends with it, or is ended. */
import { asModelError } from '../../../inference/errors.ts';
import { runJob, type ExportJob, type ExportSource, type Made } from './job.ts';

/** What it tells the page. */
export type ExportAnswer = { type: 'progress'; share: number } | { type: 'made'; made: Made[keyof Made] } | { type: 'failed'; message: string };

/** Of the worker's own scope, no more than is used: the DOM's types know only a window. */
interface Scope {
  onmessage: (event: { data: { source: ExportSource; job: ExportJob } }) => void;
  postMessage: (message: ExportAnswer) => void;
}

const scope = globalThis as unknown as Scope;
scope.onmessage = ({ data: { source, job } }) => {
  runJob(source, job, async (share) => {
    scope.postMessage({ type: 'progress', share });
    return true;
  }).then(
    (made) => made && scope.postMessage({ type: 'made', made }),
    (error: unknown) => scope.postMessage({ type: 'failed', message: asModelError(error, 'unsupported').message }),
  );
};
