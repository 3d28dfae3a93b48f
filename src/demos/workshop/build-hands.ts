/** The hands of the chain when the site is built: the engine itself. Runs in Node only. */
import { createMeter } from '../../inference/studio/meter.ts';
import type { Decoder } from '../../inference/decoder.ts';
import { fitCode } from '../../inference/fit.ts';
import { normal, sample } from '../../inference/latent.ts';
import { openPatches } from '../../models/open.ts';
import { openReader } from '../../models/reader.ts';
import { theModel } from '../base/build.ts';
import { wayTracer } from '../base/prior/build.ts';
import { endOf } from '../base/prior/way.ts';

import type { Hands } from './plan/chain.ts';
import { SEARCH, targetOf } from './plan/drawing.ts';
import { strengthsFor } from './plan/patch.ts';
import type { ShopState } from './state.ts';

/** The hands, each opened once a build. */
export async function buildHands(): Promise<Hands> {
  const [{ decoder, manifest, styles }, patcherOf, reader, way] = await Promise.all([theModel(), openPatches(), openReader(), wayTracer()]);
  const { field: geometry, glyphs } = manifest;
  const area = geometry.side ** 2;
  const patched = (state: ShopState): Decoder => {
    const strengths = strengthsFor(state);
    const patcher = strengths && patcherOf(strengths);
    return { ...decoder, decodeWord: (z, ids, fields, advances) => decoder.decodeWord(z, ids, fields, advances, patcher), decode: (z, id, field) => {
      const advance = new Float32Array(1);
      decoder.decodeWord(z, [id], field, advance, patcher);
      return advance[0]!;
    } };
  };
  return {
    geometry,
    sample: async (state) => {
      const { ask, by, seed, steps, guidance, letter } = state;
      if (by === 'words') return endOf(way({ ask, seed, steps, guidance }));
      if (by === 'chance') return sample(styles.gaussian, normal(seed));
      const usual = new Float32Array(area);
      decoder.decode(styles.gaussian.mean, glyphs.indexOf(letter), usual);
      const target = targetOf(state, glyphs, usual, geometry);
      return target && (await fitCode(decoder, [target], { ...styles, ...SEARCH })).z;
    },
    draw: async (z, word, state) => {
      const drawn = { fields: new Float32Array(word.glyphs.length * area), advances: new Float32Array(word.glyphs.length) };
      patched(state).decodeWord(z, word.glyphs, drawn.fields, drawn.advances);
      return drawn;
    },
    read: async (fields) => ({ names: reader.names, shares: Float32Array.from(Array.from({ length: fields.length / area }, (_, i) => [...reader.read(fields.subarray(i * area, (i + 1) * area))]).flat()) }),
    measure: async (z, state) => createMeter(patched(state)).measure(z),
  };
}
