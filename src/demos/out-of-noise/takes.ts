/** The takes of the drawn figure: what it asks for, sampled and measured once a build. Runs in Node only. */
import { readFileSync } from 'node:fs';
import type { Attributes } from '../../drawing/attributes.ts';
import { createPrior, type Prior } from '../../inference/prior.ts';
import { tracePrior } from '../../inference/studio/trace.ts';
import bandsJson from '../../models/letterforms-1/bands.json' with { type: 'json' };
import { FOLDER } from '../../models/open.ts';
import { measured, theModel } from '../base/build.ts';
import { obeysAll, type Band, type Bands } from './plan/obey.ts';
import { endOf, type Way } from './plan/way.ts';
import { keyOf, type Order } from './sampler.ts';
import { emptyState } from './state.ts';

/** What is asked for to begin with. */
export const ASK = ['black', 'narrow', 'serifed'] as const;
/** How many takes are counted. */
export const TAKES = 24;

/** The bands of the prior's words; made anew by `python3 -m letterforms.bands` whenever the model is. */
export const bands: Bands = new Map(Object.entries(bandsJson.words).map(([word, { attribute, least, most }]) => [word, { attribute: attribute as Band['attribute'], least: least ?? undefined, most: most ?? undefined }]));

let prior: Promise<Prior> | undefined;
let takes: Promise<Takes> | undefined;

/** The prior, opened once a build. */
export function thePrior(): Promise<Prior> {
  return (prior ??= theModel().then(({ manifest }) => createPrior(manifest, new Uint8Array(readFileSync(`${FOLDER}/${manifest.files.prior!.path}`)))));
}

/** Ways from noise, each traced once a build. */
export async function wayTracer(): Promise<(order: Order) => Way> {
  const found = await thePrior();
  return (order) => {
    const key = keyOf(order);
    const { ask, ...rest } = order;
    const way = ways.get(key) ?? { ...tracePrior(found, { words: ask.map((word) => ({ word })), ...rest }), size: found.noise(0).length };
    ways.set(key, way);
    return way;
  };
}
const ways = new Map<string, Way>();

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
