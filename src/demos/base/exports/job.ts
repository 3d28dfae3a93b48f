/** What is made for readers to keep and takes a while: the same in a worker and on the page's own thread. */
import { createDecoder } from '../../../inference/decoder.ts';
import { load } from '../../../inference/load.ts';
import type { Manifest } from '../../../inference/manifest.ts';
import type { FilmPlan } from './film.ts';
import type { FontFacts, MadeFont } from './font.ts';

/** What to make. */
export type ExportJob =
  | { type: 'font'; z: Float32Array; facts: FontFacts }
  | { type: 'gif'; plan: FilmPlan }
  | { type: 'frames'; plan: FilmPlan };

/** What comes of a job. */
export interface Made {
  font: MadeFont;
  gif: Uint8Array<ArrayBuffer>;
  frames: Uint8Array<ArrayBuffer>[];
}

/** The model to make it with; the address is absolute. */
export interface ExportSource {
  manifest: Manifest;
  decoderUrl: string;
}

/** Told how far a job has come, 0 to 1; ends it by returning `false`. */
export type Step = (share: number) => Promise<boolean>;

/**
 * Does a job; what it needs is loaded with it.
 * @throws {ModelError}
 * @returns `undefined` if it was ended
 */
export async function runJob<J extends ExportJob>({ manifest, decoderUrl }: ExportSource, job: J, step: Step): Promise<Made[J['type']] | undefined>;
export async function runJob({ manifest, decoderUrl }: ExportSource, job: ExportJob, step: Step): Promise<Made[keyof Made] | undefined> {
  const decoder = await createDecoder(manifest, await load(decoderUrl));
  try {
    if (job.type === 'font') {
      const { drawAll, makeFont } = await import('./font.ts');
      const drawings = await drawAll(decoder, job.z, (done, all) => step(done / all));
      return drawings && makeFont(drawings, manifest, job.z, job.facts);
    }
    const { printFilm } = await import('./film.ts');
    const part = job.type === 'gif' ? 0.7 : 1;
    const frames = await printFilm(decoder, job.plan, (done, all) => step((part * done) / all));
    if (!frames || job.type === 'frames') return frames;
    const { writeGif } = await import('./gif.ts');
    return await writeGif(frames, (done, all) => step(part + ((1 - part) * done) / all));
  } finally {
    decoder.free();
  }
}
