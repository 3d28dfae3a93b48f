/** A sample's way from noise to a code, and which of its places are shown. Pure. */

/** What of a trace is drawn. */
export interface Way {
  /** Where the sample was before each pass and after the last. [steps + 1, code] */
  path: Float32Array;
  /** Where a straight way on would have ended, seen from before each pass. [steps, code] */
  guesses: Float32Array;
  /** Numbers of a code. */
  size: number;
}

/** How many passes a way has. */
export function stepsOf({ guesses, size }: Way): number {
  return guesses.length / size;
}

/** The code at the end of a way, as a view of it. */
export function endOf({ path, size }: Way): Float32Array {
  return path.subarray(path.length - size);
}

/** The code at a share `t` of the way, from 0, noise, to 1. The sampler goes straight on between two passes, so that every place on that line is its own. */
export function codeOn(way: Way, t: number, out: Float32Array = new Float32Array(way.size)): Float32Array {
  const { path, size } = way;
  const steps = stepsOf(way);
  const at = Math.min(Math.max(t, 0), 1) * steps;
  // A slider’s share of a pass is not exact: 0.312 of 16 passes is the fifth.
  const near = Math.abs(at - Math.round(at)) < 0.02 ? Math.round(at) : at;
  const before = Math.min(Math.floor(near), steps);
  const after = Math.min(before + 1, steps);
  const share = near - before;
  for (let i = 0; i < size; i++) out[i] = path[before * size + i]! * (1 - share) + path[after * size + i]! * share;
  return out;
}

/** Where the sampler expects to end, seen from before a pass; after the last there is nothing left to expect. A view of the way. */
export function guessAt(way: Way, pass: number): Float32Array {
  const { guesses, size } = way;
  return pass < stepsOf(way) ? guesses.subarray(pass * size, (pass + 1) * size) : endOf(way);
}

/** The passes shown in a strip of at most so many pictures: evenly spread, the noise first, the last pass last, none twice. */
export function frames(steps: number, most: number): number[] {
  const count = Math.min(steps + 1, most);
  return Array.from({ length: count }, (_, i) => Math.round((i * steps) / Math.max(1, count - 1)));
}

/** Which picture of a strip is nearest to a share of the way. */
export function frameAt(shown: readonly number[], t: number, steps: number): number {
  const off = (i: number): number => Math.abs((shown[i] ?? 0) - t * steps);
  return shown.reduce((best, _, i) => (off(i) < off(best) ? i : best), 0);
}
