/** The boundary of two faces, moved across two letters. */
import { outline } from '../../drawing/outline.ts';
import { pictureOf, theModel } from '../base/build.ts';
import { codeAt, type Point } from '../base/map.ts';
import { printer, STILL, STILLS, type Still } from '../base/stills.ts';
import { drawWord, figureOf } from './figure.ts';
import { blend, lengthOf, roomFor } from './plan/blend.ts';
import { maskOf } from './plan/mask.ts';
import { codecOf } from './state.ts';

/** A band narrow enough for two letters. */
const FEATHER = 0.6;

/** The prints of the gallery; see `Still`. */
export async function stills(title: string): Promise<Still[]> {
  const [{ decoder, styles, manifest: { map: grid } }, { start }, { word }] = [await theModel(), await figureOf(), await printer(title, 'Rg')];
  const { field: geometry, space } = decoder.manifest;
  const face = (point: Point) => drawWord(decoder, word, codeAt(point, grid, styles.codes, new Float32Array(styles.codes.length / styles.count)));
  const [a, b] = [face(start.a), face(start.b)];
  const room = Math.max(...[a, b].map(({ text, advances }) => lengthOf(text, advances, space)));
  return Array.from({ length: STILLS }, (_, i) => {
    // From all B to all A.
    const x = Math.round((-0.1 + (1.2 * i) / (STILLS - 1)) * 1000) / 1000;
    const state = { ...start, x, feather: FEATHER };
    const out = roomFor(word.text, word.glyphs.length, geometry);
    blend(a, b, maskOf(state, room), geometry, space, out);
    const letters = word.glyphs.map((_, k) => outline(out.fields.subarray(k * geometry.side ** 2, (k + 1) * geometry.side ** 2), geometry));
    return { hash: codecOf(grid).encode(state, start), says: `boundary at ${Math.round(100 * x)} %`.replace('-', '−'), picture: pictureOf({ text: out.text, centres: out.centres, length: room, letters }, STILL, 'middle') };
  });
}
