/** Five stations on the straight way from A to B. */
import { lerp } from '../../inference/latent.ts';
import { theModel } from '../base/build.ts';
import { codeAt, type Point } from '../base/map.ts';
import { printer, STILLS, type Still } from '../base/stills.ts';
import { figureOf } from './figure.ts';
import { codecOf } from './state.ts';

/** The prints of the gallery; see `Still`. */
export async function stills(title: string): Promise<Still[]> {
  const [{ styles, manifest: { map: grid } }, { start }, { print }] = [await theModel(), await figureOf('all'), await printer(title)];
  const code = (point: Point): Float32Array => codeAt(point, grid, styles.codes, new Float32Array(styles.codes.length / styles.count));
  return Array.from({ length: STILLS }, (_, i) => {
    const t = i / (STILLS - 1);
    return { hash: codecOf(grid).encode({ ...start, t }, start), says: t === 0 ? 'A' : t === 1 ? 'B' : `${100 * t} % of the way`, picture: print(lerp(code(start.a), code(start.b), t)) };
  });
}
