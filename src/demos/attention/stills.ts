/** One take, with one word of three turned from off to loud. */
import { printer, type Still } from '../base/stills.ts';
import { figureOf, sampled } from './figure.ts';
import { codecOf, LOUDEST, turn } from './state.ts';

/** How loud the word is. */
const WEIGHTS = [0, 0.25, 0.5, 1, LOUDEST];

/** The prints of the gallery; see `Still`. */
export async function stills(title: string): Promise<Still[]> {
  const [{ start, words }, { print }] = [await figureOf(), await printer(title)];
  const word = start.ask[0]!;
  return Promise.all(WEIGHTS.map(async (weight) => {
    const state = turn(start, word, { weight });
    return { hash: codecOf(words).encode(state, start), says: `${word} × ${weight}`, picture: print((await sampled(state, true)).z) };
  }));
}
