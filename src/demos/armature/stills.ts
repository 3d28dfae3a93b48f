/** One drawing, followed ever more strictly. */
import { theModel } from '../base/build.ts';
import { printer, type Still } from '../base/stills.ts';
import { figureOf } from './figure.ts';
import { codecOf } from './state.ts';

/** Strengths that are shown; each is one at which the figure has measured. */
const STRENGTHS = [0, 0.4, 0.55, 0.7, 1];

/** The prints of the gallery; see `Still`. */
export async function stills(title: string): Promise<Still[]> {
  const [{ manifest: { map: grid } }, { start, fitted }, { print }] = [await theModel(), await figureOf(), await printer(title)];
  return STRENGTHS.flatMap((strength) => {
    const z = fitted.get(strength);
    return z ? [{ hash: codecOf(grid).encode({ ...start, strength }, start), says: `strength ${strength}`, picture: print(z) }] : [];
  });
}
