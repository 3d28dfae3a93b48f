/** One draw, from the mean to twice as far out as was learned. */
import { theModel } from '../base/build.ts';
import { printer, STILLS, type Still } from '../base/stills.ts';
import { figureOf } from './figure.ts';
import { deal, heldBack } from './plan/draws.ts';
import { codec, WILDEST } from './state.ts';

/** The prints of the gallery; see `Still`. */
export async function stills(title: string): Promise<Still[]> {
  const [{ styles: { gaussian } }, { start }, { print }] = [await theModel(), await figureOf(), await printer(title)];
  const draw = deal(gaussian, start.seed)[start.pick] ?? gaussian.mean;
  return Array.from({ length: STILLS }, (_, i) => {
    const psi = (WILDEST * i) / (STILLS - 1);
    return { hash: codec.encode({ ...start, psi }, start), says: `ψ ${psi}`, picture: print(heldBack(draw, gaussian, psi)) };
  });
}
