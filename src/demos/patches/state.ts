/** The state of the patches: a small object that fits in the hash of an address. Pure. */
import { choice, createCodec, numbers, text, type StateCodec } from '../base/codec.ts';
import { LONGEST } from '../base/words.ts';
import { PLACES, VOICES, type Place, type VoiceId } from './plan/record.ts';

/** The strongest a patch is laid on. */
export const STRONGEST = 1.5;

/** Everything a reader can change. */
export interface PatchState {
  /** Whose letters are wanted: its code is drawn with. */
  voice: VoiceId;
  /** Which layer is patched. */
  place: Place;
  /** How strongly the patch of each voice is laid on. */
  strengths: readonly number[];
  word: string;
}

/** What a figure begins with, its word apart. */
export const emptyState: PatchState = { voice: 'school', place: 'picture', strengths: [1, 0, 0], word: '' };

/** Writes and reads states. */
export const codec: StateCodec<PatchState> = createCodec<PatchState>(
  { voice: choice(VOICES), place: choice(PLACES), strengths: numbers(VOICES.length, 0, STRONGEST), word: text(LONGEST) },
  { place: 'at', strengths: 'alpha' },
);

/** Another voice is asked for: its patch is laid on, and no other. */
export function ask(state: PatchState, voice: VoiceId): PatchState {
  return { ...state, voice, strengths: VOICES.map((each) => (each === voice ? 1 : 0)) };
}

/** One patch is laid on more strongly, or less. */
export function lay(state: PatchState, voice: VoiceId, strength: number): PatchState {
  return { ...state, strengths: VOICES.map((each, i) => (each === voice ? strength : state.strengths[i] ?? 0)) };
}

/** Strengths as the engine takes them, one for each patch of the file: voice by voice, layer by layer. Nothing where no patch is on. */
export function strengthsOf({ place, strengths }: PatchState): number[] | undefined {
  if (strengths.every((each) => each === 0)) return undefined;
  return VOICES.flatMap((_, i) => PLACES.map((each) => (each === place ? strengths[i] ?? 0 : 0)));
}
