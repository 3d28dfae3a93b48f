/** The state of the wall: a small object that fits in the hash of an address. Pure. */
import { createCodec, number, text, whole, type Field, type StateCodec } from '../base/codec.ts';
import { LONGEST } from '../base/words.ts';

/** Draws on the wall. */
export const DRAWS = 40;
/** The slider's far end, twice as far out as was learned, so that its middle is what was learned. Beyond this, most letters are none. */
export const WILDEST = 2;
/** Places on the shelf. */
export const PLACES = 6;
/** The last seed; then they begin again. */
export const LAST_SEED = 9999;

/** A draw that was kept: what it takes to draw it again. */
export interface Kept {
  seed: number;
  /** Its number on the wall, from 0. */
  pick: number;
  /** How far it was held back. */
  psi: number;
}

/** Everything a reader can change. */
export interface RestraintState {
  /** What the reader typed; the wall shows its first letter. */
  word: string;
  seed: number;
  /** Share of the way from the mean that is left to every draw. */
  psi: number;
  /** The draw that was chosen, from 0. */
  pick: number;
  /** The shelf, in the order of keeping. */
  kept: readonly Kept[];
}

/** Nothing chosen yet; what a figure begins with is written as the difference from this. */
export const emptyState: RestraintState = { word: '', seed: 0, psi: 0, pick: 0, kept: [] };

const [seed, pick, psi] = [whole(1, LAST_SEED), whole(0, DRAWS - 1), whole(0, WILDEST * 100)];

/** Each as seed, number and hundredths of its truncation, with dashes between; what cannot be read is not on the shelf. */
const shelf: Field<readonly Kept[]> = {
  write: (kept) => kept.map((each) => [each.seed, each.pick, Math.round(each.psi * 100)].join('-')).join('.'),
  read: (written) => written.split('.').flatMap((each) => {
    const [a = '', b = '', c = '', ...rest] = each.split('-');
    const read = { seed: seed.read(a), pick: pick.read(b), psi: psi.read(c) };
    return rest.length > 0 || read.seed === undefined || read.pick === undefined || read.psi === undefined ? [] : [{ seed: read.seed, pick: read.pick, psi: read.psi / 100 }];
  }).filter((each, i, all) => all.findIndex((other) => same(each, other)) === i).slice(0, PLACES),
};

/** Writes and reads states. */
export const codec: StateCodec<RestraintState> = createCodec<RestraintState>({ word: text(LONGEST), seed, psi: number(0, WILDEST), pick, kept: shelf }, { pick: 'draw' });

/** Whether two are one and the same letter. */
export function same(one: Kept, other: Kept): boolean {
  return one.seed === other.seed && one.pick === other.pick && Math.round(one.psi * 100) === Math.round(other.psi * 100);
}

/** What is chosen, as it would be kept. */
export function chosen({ seed, pick, psi }: RestraintState): Kept {
  return { seed, pick, psi: Math.round(psi * 100) / 100 };
}

/** Puts what is chosen on the shelf; where it lies there already or the shelf is full, nothing changes. */
export function keep(state: RestraintState): RestraintState {
  const one = chosen(state);
  return state.kept.length >= PLACES || state.kept.some((each) => same(each, one)) ? state : { ...state, kept: [...state.kept, one] };
}

/** Takes a place's letter off the shelf. */
export function letGo(state: RestraintState, place: number): RestraintState {
  return { ...state, kept: state.kept.filter((_, i) => i !== place) };
}

/** The next take of all draws. */
export function dealAgain(state: RestraintState): RestraintState {
  return { ...state, seed: (state.seed % LAST_SEED) + 1 };
}
