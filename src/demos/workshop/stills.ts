/** What becomes of one brief, round by round; and of others, with other hands. */
import { STILL, type Still } from '../base/stills.ts';
import { figureOf, pictureIn, roundsOf } from './figure.ts';
import { codecOf, type ShopState } from './state.ts';

/** What is set. */
const LETTERS = 'ha';

/** The prints of the gallery; see `Still`. */
export async function stills(): Promise<Still[]> {
  const { start, words } = await figureOf();
  const states: [says: string, state: ShopState][] = [
    ['one round', { ...start, rounds: 1 }], ['as many as it takes', start], ['told nothing', { ...start, by: 'chance' }],
    ['shown a drawing', { ...start, by: 'drawing' }], ['another decoder', { ...start, patch: 'script' }],
  ];
  return Promise.all(states.map(async ([says, state]) => {
    const { rounds } = await roundsOf(state);
    return { hash: codecOf(words).encode(state, start), says, picture: await pictureIn(rounds.at(-1)!, LETTERS, STILL, 'middle') };
  }));
}
