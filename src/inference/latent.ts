/** Arithmetic on codes, the points of the latent space. Every function writes its result to `out`, a new array unless given one, and returns it. */
import type { Styles } from './styles.ts';

/** A code, or several one after another. */
export type Codes = Float32Array;

/** The point a share `t` of the straight way from `a` to `b`; beyond 0 and 1 it goes on. */
export function lerp(a: Codes, b: Codes, t: number, out: Codes = new Float32Array(a.length)): Codes {
  for (let i = 0; i < out.length; i++) out[i] = a[i]! + (b[i]! - a[i]!) * t;
  return out;
}

/**
 * The point a share `t` of the way from `a` to `b` along a great circle around the origin; the distance from it changes evenly
 * (Shoemake, 1985; for latent spaces White, 2016). Where that way is not defined, along the straight one.
 */
export function slerp(a: Codes, b: Codes, t: number, out: Codes = new Float32Array(a.length)): Codes {
  const [from, to] = [Math.sqrt(dot(a, a)), Math.sqrt(dot(b, b))];
  const angle = Math.acos(Math.min(Math.max(dot(a, b) / (from * to), -1), 1));
  const sine = Math.sin(angle);
  // One of them is the origin, or they point the same or exactly the other way.
  if (!(sine > 1e-4)) return lerp(a, b, t, out);
  const length = from + (to - from) * t;
  const [share, other] = [(Math.sin((1 - t) * angle) / sine / from) * length, (Math.sin(t * angle) / sine / to) * length];
  for (let i = 0; i < out.length; i++) out[i] = a[i]! * share + b[i]! * other;
  return out;
}

/** Draws `z` towards `mean`: a `share` of the way is left (the truncation trick of StyleGAN, Karras et al., 2019). 1 leaves it as it is. */
export function truncate(z: Codes, mean: Codes, share: number, out?: Codes): Codes {
  return lerp(mean, z, share, out);
}

/** Moves `z` by `amount` standard deviations of one attribute: the row of `styles.directions` in the order of `ATTRIBUTES`. */
export function addDirection(z: Codes, directions: Codes, row: number, amount: number, out: Codes = new Float32Array(z.length)): Codes {
  for (let i = 0; i < out.length; i++) out[i] = z[i]! + directions[row * z.length + i]! * amount;
  return out;
}

/** The mean of some codes of a table, weighted; the weights need not add up to one. */
export function weightedMean(codes: Codes, weights: readonly { index: number; weight: number }[], out: Codes): Codes {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  out.fill(0);
  for (const { index, weight } of weights) {
    for (let i = 0; i < out.length; i++) out[i]! += (codes[index * out.length + i]! * weight) / total;
  }
  return out;
}

/** The rows of a table that lie nearest to `z` by Euclidean distance, the nearest first. */
export function nearest(z: Codes, codes: Codes, count = 1): { index: number; distance: number }[] {
  const found = Array.from({ length: codes.length / z.length }, (_, index) => {
    let sum = 0;
    for (let i = 0; i < z.length; i++) sum += (codes[index * z.length + i]! - z[i]!) ** 2;
    return { index, distance: Math.sqrt(sum) };
  });
  return found.sort((a, b) => a.distance - b.distance).slice(0, count);
}

/** Evenly distributed numbers, 0 ≤ x < 1, the same for the same seed (mulberry32). */
export function uniform(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Normally distributed numbers, mean 0 and deviation 1, the same for the same seed (Box and Muller, 1958). */
export function normal(seed: number): () => number {
  const next = uniform(seed);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/**
 * A code from the distribution of all styles.
 * @param next        standard normal numbers, as `normal` gives
 * @param truncation  what the deviation from the mean is multiplied by: 1 for the whole variety, less for likelier letters
 */
export function sample({ mean, chol }: Styles['gaussian'], next: () => number, truncation = 1, out: Codes = new Float32Array(mean.length)): Codes {
  const { length } = mean;
  out.set(mean);
  for (let k = 0; k < length; k++) {
    const each = next() * truncation;
    for (let i = k; i < length; i++) out[i]! += chol[i * length + k]! * each;
  }
  return out;
}

function dot(a: Codes, b: Codes): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * How far a code lies from the mean of all styles: the root mean square of its coordinates in which their distribution is round. A style
 * of the distribution lies at about 1, the mean at 0.
 */
export function remoteness(z: Codes, { mean, chol }: Styles['gaussian']): number {
  const { length } = mean;
  const y = new Float64Array(length);
  let squares = 0;
  for (let i = 0; i < length; i++) {
    let sum = z[i]! - mean[i]!;
    for (let k = 0; k < i; k++) sum -= chol[i * length + k]! * y[k]!;
    y[i] = sum / chol[i * length + i]!;
    squares += y[i]! ** 2;
  }
  return Math.sqrt(squares / length);
}

/** How far two codes lie apart where their distribution is round: 1 is a deviation, root mean square over the numbers of a code. */
export function apart(z: Codes, other: Codes, { mean, chol }: Pick<Styles['gaussian'], 'mean' | 'chol'>): number {
  return remoteness(z.map((value, i) => value - other[i]! + mean[i]!), { mean, chol });
}
