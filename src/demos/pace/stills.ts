/** One take, in ever more steps. */
import { printer, type Still } from '../base/stills.ts';
import { thePrior } from '../base/prior/build.ts';
import { figureOf } from './figure.ts';
import { GUIDANCE, wordsOf } from './plan/ladder.ts';
import { codec } from './state.ts';

/** Step counts that are shown; each is a rung of the ladder. */
const SHOWN = [1, 2, 4, 8, 64];

/** The prints of the gallery; see `Still`. */
export async function stills(title: string): Promise<Still[]> {
  const [{ start }, prior, { print }] = [await figureOf(), await thePrior(), await printer(title)];
  const words = wordsOf(start.ask).map((word) => ({ word }));
  return SHOWN.map((steps) => ({
    hash: codec.encode({ ...start, steps }, start), says: steps === 1 ? '1 step' : `${steps} steps`,
    picture: print(prior.sample({ words, seed: start.seed, steps, guidance: GUIDANCE }).slice()),
  }));
}
