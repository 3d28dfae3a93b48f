/** The hands of the chain in the page: the engine that draws, and the studio that samples, searches and reads. */
import { normal, sample } from '../../inference/latent.ts';
import type { Studio } from '../../inference/studio/client.ts';
import type { Engine } from '../base/engine.ts';
import { measureStyle } from '../base/reading.ts';
import type { Hands } from './plan/chain.ts';
import { SEARCH, targetOf } from './plan/drawing.ts';
import { strengthsFor } from './plan/patch.ts';

/**
 * Hands of one run; what they do ends with `signal`.
 * @param id names the lines to the engine
 */
export function pageHands(engine: Engine, studio: Studio, id: string, signal: AbortSignal): Hands {
  const { client, manifest: { field: geometry, glyphs }, styles: { gaussian } } = engine;
  return {
    geometry,
    sample: async (state) => {
      const { by, ask, seed, steps, guidance, letter } = state;
      if (by === 'words') return (await studio.trace([{ words: ask.map((word) => ({ word })), seed, steps, guidance }], { signal }))?.[0]?.z;
      if (by === 'chance') return sample(gaussian, normal(seed));
      const usual = await client.draw({ z: gaussian.mean, glyphs: [glyphs.indexOf(letter)], channel: `${id}/usual`, signal });
      const target = usual && targetOf(state, glyphs, usual.fields.slice(), geometry);
      return target && (await studio.fit({ targets: [target], ...SEARCH }, { signal }))?.z;
    },
    draw: async (z, word, state) => {
      const drawn = await client.draw({ z, glyphs: word.glyphs, patches: strengthsFor(state), channel: `${id}/word`, signal });
      // What a line lends stands only until its next word.
      return drawn && { fields: drawn.fields.slice(), advances: drawn.advances.slice() };
    },
    read: (fields) => studio.read({ fields }, { signal }),
    measure: (z, state) => measureStyle(engine, z, `${id}/reading`, signal, strengthsFor(state)),
  };
}
