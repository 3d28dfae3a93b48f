/** The takes of the drawn figure: what it asks for, sampled and measured once a build. Runs in Node only. */
import type { Attributes } from '../../drawing/attributes.ts';
import { measured, theModel } from '../base/build.ts';
import { bands, wayTracer } from '../base/prior/build.ts';
import { obeysAll } from '../base/prior/obey.ts';
import { endOf } from '../base/prior/way.ts';
import { emptyState } from './state.ts';

/** What is asked for to begin with. */
export const ASK = ['black', 'narrow', 'serifed'] as const;
/** How many takes are counted. */
export const TAKES = 24;

let takes: Promise<Takes> | undefined;

/** The counted takes, the first first. */
export interface Takes {
  /** What was measured of each that was told the words, and of each that was left to itself. */
  told: readonly Attributes[];
  untold: readonly Attributes[];
  /** Number of the take that is shown. */
  shown: number;
}

/** The takes of what is asked for to begin with. */
export function theTakes(): Promise<Takes> {
  return (takes ??= count());
}

async function count(): Promise<Takes> {
  const [{ decoder }, way] = [await theModel(), await wayTracer()];
  const { steps, guidance } = emptyState;
  const seeds = Array.from({ length: TAKES }, (_, i) => i + 1);
  const told = seeds.map((seed) => measured(decoder, endOf(way({ ask: ASK, seed, steps, guidance }))));
  const untold = seeds.map((seed) => measured(decoder, endOf(way({ ask: [], seed, steps, guidance: 0 }))));
  // Shown is, of those that obey, the one whose noise has stems least like those it ends with: the longest way to watch.
  const travelled = told.map((end, i) => {
    if (!obeysAll(ASK, bands, end)) return -1;
    const begun = measured(decoder, way({ ask: [], seed: i + 1, steps, guidance: 0 }).path.subarray(0, decoder.manifest.latent.bones + decoder.manifest.latent.finish));
    const far = Math.abs(Math.log(begun.weight / end.weight));
    return Number.isFinite(far) ? far : -1;
  });
  return { told, untold, shown: travelled.indexOf(Math.max(...travelled)) + 1 };
}
