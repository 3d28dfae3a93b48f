/** What belongs in which box, and which boxes a change of state reaches. Pure. */
import { normal, sample } from '../../../inference/latent.ts';
import type { Styles } from '../../../inference/styles.ts';
import { codeAt, type Grid } from '../../base/map.ts';
import type { MirrorState } from '../state.ts';

/** Random draws in each strip. */
export const DRAWS = 8;
/** How far they are held back: what most samples one is shown are. The same for every model. */
export const TRUNCATION = 0.8;
/** What is set in a draw: a capital and a letter that hangs. */
export const SPECIMEN = 'Rag';

/** The random draws of a seed, out of everything that a model takes for a letterform. */
export function deal(gaussian: Styles['gaussian'], seed: number, count = DRAWS): Float32Array[] {
  const next = normal(seed);
  return Array.from({ length: count }, () => sample(gaussian, next, TRUNCATION));
}

/** Whose box it is, and what is in it: `whole-word`, `own-word`, `whole-3`, `own-3`. */
export function boxOf(name: string): { whose: 'whole' | 'own'; draw: number | undefined } {
  const [whose, what] = name.split('-');
  return { whose: whose === 'whole' ? 'whole' : 'own', draw: what === 'word' ? undefined : Number(what) };
}

/** The code whose word belongs in a box. */
export function codeFor({ draw }: ReturnType<typeof boxOf>, { at, seed }: MirrorState, grid: Grid, { codes, count, gaussian }: Styles): Float32Array {
  return draw === undefined ? codeAt(at, grid, codes, new Float32Array(codes.length / count)) : deal(gaussian, seed, draw + 1)[draw]!;
}

/** Which boxes a change of state reaches. */
export function reached(name: string, before: MirrorState, after: MirrorState): boolean {
  return boxOf(name).draw === undefined ? before.at !== after.at || before.word !== after.word : before.seed !== after.seed;
}
