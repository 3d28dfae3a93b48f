/** A, B, and cuts between them. */
import { PLACES } from '../../inference/places.ts';
import { theModel } from '../base/build.ts';
import { printer, type Still } from '../base/stills.ts';
import { figureOf } from './figure.ts';
import { codeFor } from './plan/boxes.ts';
import { codecOf } from './state.ts';

/** Both ends, and the cuts after which something is seen to change. */
const CUTS = [0, 1, 2, 3, PLACES];

/** The prints of the gallery; see `Still`. */
export async function stills(title: string): Promise<Still[]> {
  const [{ styles: { codes }, manifest: { map: grid } }, { start, parents }, { print }] = [await theModel(), await figureOf(), await printer(title)];
  return CUTS.flatMap((late) => {
    const state = { ...start, late };
    const z = codeFor('word', state, { codes, grid, parents });
    return z ? [{ hash: codecOf(grid).encode(state, start), says: late === 0 ? 'all A' : late === PLACES ? 'all B' : `A ${PLACES - late} : ${late} B`, picture: print(z) }] : [];
  });
}
