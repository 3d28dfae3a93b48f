/** From the log to codes: every sheet drawn again from its seed and its parents. Pure. */
import { normal, sample, slerp } from '../../../inference/latent.ts';
import type { Styles } from '../../../inference/styles.ts';
import { PROPOSALS, seedOf, type LoopState, type Ref, type Sheet } from '../state.ts';

type Gaussian = Styles['gaussian'];

/** How far a fresh draw is let out from the mean: a usual default. */
export const BEGIN = 0.7;

/** The codes of a lineage, sheet by sheet. */
export interface Replay {
  seed: number;
  sheets: readonly Sheet[];
  codes: readonly (readonly Float32Array[])[];
}

/** Draws a lineage again; of `before`, what both have in common is taken over as it is. */
export function replay({ seed, sheets }: Pick<LoopState, 'seed' | 'sheets'>, gaussian: Gaussian, before?: Replay): Replay {
  const codes: (readonly Float32Array[])[] = [];
  sheets.forEach((sheet, i) => {
    const known = before?.seed === seed && before.sheets[i] === sheet && codes.every((each, k) => each === before.codes[k]) ? before.codes[i] : undefined;
    codes.push(known ?? proposals(sheet, seedOf({ seed }, i), codes, gaussian));
  });
  return { seed, sheets, codes };
}

/** The eight of a sheet. Varying adds to its parent’s code a draw from the prior’s own distribution about nothing, `width` hundredths as wide. */
function proposals(sheet: Sheet, seed: number, codes: readonly (readonly Float32Array[])[], gaussian: Gaussian): Float32Array[] {
  const next = normal(seed);
  const around = (mean: Float32Array, width: number): Float32Array => sample({ mean, chol: gaussian.chol }, next, width / 100);
  const codeOf = (ref: Ref | undefined): Float32Array => (ref && codes[ref.sheet]?.[ref.no]) ?? gaussian.mean;
  return Array.from({ length: PROPOSALS }, (_, i) => {
    if (sheet.how === 'fresh') return sample(gaussian, next, BEGIN);
    const [one, other] = [codeOf(sheet.from[0]), codeOf(sheet.from[1])];
    if (sheet.how === 'vary') return around(one, sheet.width);
    // A coin for every number, as heads and tails of the same generator; or evenly spaced stations of the arc, without its ends.
    const child = sheet.way === 'traits' ? one.map((value, k) => (next() < 0 ? value : other[k]!)) : slerp(one, other, (i + 1) / (PROPOSALS + 1));
    return around(child, sheet.width);
  });
}

/** How many random numbers a sheet takes. */
export function numbersIn(sheet: Sheet, size: number): number {
  return PROPOSALS * size * (sheet.how === 'breed' && sheet.way === 'traits' ? 2 : 1);
}
