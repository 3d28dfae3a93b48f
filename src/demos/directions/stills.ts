/** One style, from light to black along one direction. */
import { ATTRIBUTES } from '../../drawing/attributes.ts';
import { theModel } from '../base/build.ts';
import { codeAt } from '../base/map.ts';
import { printer, STILLS, type Still } from '../base/stills.ts';
import { figureOf } from './figure.ts';
import { createSpace } from './space.ts';
import { codecOf, MOST } from './state.ts';

/** The prints of the gallery; see `Still`. */
export async function stills(title: string): Promise<Still[]> {
  const [{ styles, manifest: { map: grid } }, { start }, { print }] = [await theModel(), await figureOf(), await printer(title)];
  const space = createSpace(styles);
  const z = codeAt(start.at, grid, styles.codes, new Float32Array(styles.codes.length / styles.count));
  return Array.from({ length: STILLS }, (_, i) => {
    const amount = -MOST + (2 * MOST * i) / (STILLS - 1);
    const amounts = ATTRIBUTES.map((name) => (name === 'weight' ? amount : 0));
    const moved = space.move(z, space.steps(amounts, start.held), new Float32Array(z.length));
    return { hash: codecOf(grid).encode({ ...start, amounts }, start), says: `weight ${amount > 0 ? '+' : ''}${amount} σ`.replace('-', '−'), picture: print(moved) };
  });
}
