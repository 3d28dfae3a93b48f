/** The prior when the site is built: the network, its words, and ways from noise. Runs in Node only. */
import { readFileSync } from 'node:fs';
import { createPrior, type Prior } from '../../../inference/prior.ts';
import { tracePrior } from '../../../inference/studio/trace.ts';
import bandsJson from '../../../models/letterforms-1/bands.json' with { type: 'json' };
import { FOLDER } from '../../../models/open.ts';
import { theModel } from '../build.ts';
import type { Band, Bands } from './obey.ts';
import { keyOf, type Order } from './sampler.ts';
import type { Way } from './way.ts';

/** The bands of the prior's words; made anew by `python3 -m letterforms.bands` whenever the model is. */
export const bands: Bands = new Map(Object.entries(bandsJson.words).map(([word, { attribute, least, most }]) => [word, { attribute: attribute as Band['attribute'], least: least ?? undefined, most: most ?? undefined }]));

let prior: Promise<Prior> | undefined;

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
