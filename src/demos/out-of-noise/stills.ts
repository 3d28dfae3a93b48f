/** One take on its way out of the noise. */
import { printer, STILLS, type Still } from '../base/stills.ts';
import { wholeOf } from './figure.ts';
import { codeOn } from '../base/prior/way.ts';
import { codecOf } from './state.ts';
import { thePrior, wayTracer } from '../base/prior/build.ts';

/** The prints of the gallery; see `Still`. */
export async function stills(title: string): Promise<Still[]> {
  const [{ start }, trace, { words }, { print }] = [await wholeOf(), await wayTracer(), await thePrior(), await printer(title)];
  const way = trace(start);
  const codec = codecOf(words);
  return Array.from({ length: STILLS }, (_, i) => {
    const t = i / (STILLS - 1);
    const state = { ...start, t };
    return { hash: codec.encode(state, start), says: t === 0 ? 'noise' : `pass ${Math.round(t * start.steps)} of ${start.steps}`, picture: print(codeOn(way, t)) };
  });
}
