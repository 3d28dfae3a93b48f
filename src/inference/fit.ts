/** Finds the code that draws given glyphs: Levenberg and Marquardt's least squares, its derivatives by finite differences. */
import type { Decoder } from './decoder.ts';
import { ModelError } from './errors.ts';
import { lerp, nearest } from './latent.ts';

/** A glyph that the code is to draw. */
export interface FitTarget {
  /** Index in `manifest.glyphs`. */
  glyph: number;
  /** Signed distances, side · side, in cap heights, positive inside. */
  field: Float32Array;
  /** In cap heights; left out, any will do. */
  advance?: number;
}

/** How to look for it. */
export interface FitOptions {
  /** Where to start from; without it the best of `codes`. */
  start?: Float32Array;
  /** Known styles, one code after another. */
  codes: Float32Array;
  /** Distribution of codes, in which strange ones cost; see `prior`. */
  gaussian: { mean: Float32Array; chol: Float32Array };
  /** Price of a standard deviation from the mean, against the error of a glyph. 0 obeys the targets alone, 0.1 hardly leaves the mean. */
  prior?: number;
  /** Most rounds; each draws every target once for every number of a code. */
  rounds?: number;
  /** Called between rounds with the cost so far; what it returns is awaited, and `false` ends the search. */
  onRound?: (cost: number) => unknown;
}

/** What was found. */
export interface Fit {
  z: Float32Array;
  /** Mean squared error of the targets, as they are compared. */
  error: number;
  rounds: number;
}

/** Distances are compared near the edge only: beyond this, in cap heights, one is as far as another. */
const NEAR = 0.1;
/** Every second sample in both directions tells as much, in a quarter of the time. */
const EVERY = 2;
/** An advance counts as much as so many samples. */
const ADVANCE = 40;
const STEP = 0.02;

/**
 * Fits a code to some glyphs. The search runs in coordinates in which the Gaussian is round, so that the prior is a plain sum of squares.
 * @throws {ModelError} `input` if there is no target
 */
export async function fitCode(decoder: Decoder, targets: readonly FitTarget[], options: FitOptions): Promise<Fit> {
  const { codes, gaussian: { mean, chol }, prior = 0.01, rounds = 12, onRound } = options;
  if (targets.length === 0) throw new ModelError('input', 'There is nothing to fit a code to.');
  const size = mean.length;
  const problem = residualsOf(decoder, targets);
  const weight = Math.sqrt(prior / size);
  const start = options.start ?? retrieve(problem, codes, size);

  let y = whiten(start, mean, chol);
  const z = new Float32Array(size);
  const costOf = (at: Float64Array, into: Float32Array): number => {
    problem.draw(colour(at, mean, chol, z), into);
    return sumSquares(into) + weight ** 2 * sumSquares(at);
  };
  let now = new Float32Array(problem.count);
  let tried = new Float32Array(problem.count);
  const columns = Array.from({ length: size }, () => new Float32Array(problem.count));
  let cost = costOf(y, now);
  let damping = 1e-2;
  let round = 0;
  for (; round < rounds; round++) {
    const goOn = await onRound?.(cost);
    if (goOn === false) break;
    for (const [k, column] of columns.entries()) {
      const aside = y.slice();
      aside[k]! += STEP;
      problem.draw(colour(aside, mean, chol, z), column);
      for (let i = 0; i < column.length; i++) column[i] = (column[i]! - now[i]!) / STEP;
    }
    const { matrix, vector } = normalEquations(columns, now, y, weight);
    let better = false;
    while (!better && damping < 1e4) {
      const step = solve(matrix, vector, damping);
      const next = y.map((value, k) => value - step[k]!);
      const nextCost = costOf(next, tried);
      better = nextCost < cost;
      damping *= better ? 0.3 : 4;
      if (!better) continue;
      const gain = 1 - nextCost / cost;
      [y, cost] = [next, nextCost];
      [now, tried] = [tried, now];
      // What is left to win cannot be seen.
      if (gain < 1e-4) damping = Infinity;
    }
    if (!(damping < 1e4)) break;
  }
  return { z: colour(y, mean, chol, new Float32Array(size)), error: sumSquares(now), rounds: round };
}

interface Problem {
  /** How many differences there are. */
  count: number;
  /** What the glyphs of a code differ from the targets by, scaled so that the sum of squares is their mean. */
  draw: (z: Float32Array, out: Float32Array) => void;
}

function residualsOf(decoder: Decoder, targets: readonly FitTarget[]): Problem {
  const { side } = decoder.manifest.field;
  const cells = side * side;
  const few = Math.ceil(side / EVERY) ** 2;
  const glyphs = targets.map(({ glyph }) => glyph);
  const fields = new Float32Array(targets.length * cells);
  const advances = new Float32Array(targets.length);
  const unit = 1 / Math.sqrt(targets.length * few);
  const near = (value: number): number => Math.min(Math.max(value / NEAR, -1), 1);
  return {
    count: targets.length * (few + 1),
    draw: (z, out) => {
      decoder.decodeWord(z, glyphs, fields, advances);
      let at = 0;
      targets.forEach(({ field, advance }, i) => {
        for (let row = 0; row < side; row += EVERY) {
          for (let column = 0; column < side; column += EVERY) {
            const k = row * side + column;
            out[at++] = unit * (near(fields[i * cells + k]!) - near(field[k]!));
          }
        }
        out[at++] = advance === undefined ? 0 : unit * Math.sqrt(ADVANCE) * (advances[i]! - advance);
      });
    },
  };
}

/** Of the known styles the one that draws the targets best, mixed with the next best where that is better still. */
function retrieve(problem: Problem, codes: Float32Array, size: number): Float32Array {
  const out = new Float32Array(problem.count);
  const costOf = (z: Float32Array): number => {
    problem.draw(z, out);
    return sumSquares(out);
  };
  const row = (i: number): Float32Array => codes.subarray(i * size, (i + 1) * size);
  // A sample of the styles first, then the neighbours of the best of them.
  const count = codes.length / size;
  const stride = Math.max(1, Math.floor(count / 64));
  const ranked = (rows: readonly number[]): { i: number; cost: number }[] => rows.map((i) => ({ i, cost: costOf(row(i)) })).sort((a, b) => a.cost - b.cost);
  const coarse = ranked(Array.from({ length: Math.ceil(count / stride) }, (_, k) => k * stride)).slice(0, 3);
  const around = new Set(coarse.flatMap(({ i }) => nearest(row(i), codes, 9).map(({ index }) => index)));
  const [best, second] = ranked([...around]);
  if (!best) return new Float32Array(size);
  if (!second) return row(best.i).slice();
  const middle = lerp(row(best.i), row(second.i), 0.5);
  return costOf(middle) < best.cost ? middle : row(best.i).slice();
}

function sumSquares(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! ** 2;
  return sum;
}

/** JᵀJ and Jᵀr of the differences and the prior together. */
function normalEquations(columns: readonly Float32Array[], residuals: Float32Array, y: Float64Array, weight: number): { matrix: Float64Array; vector: Float64Array } {
  const size = columns.length;
  const matrix = new Float64Array(size * size);
  const vector = new Float64Array(size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      const sum = product(columns[a]!, columns[b]!);
      matrix[a * size + b] = matrix[b * size + a] = sum;
    }
    matrix[a * size + a]! += weight ** 2;
    vector[a] = product(columns[a]!, residuals) + weight ** 2 * y[a]!;
  }
  return { matrix, vector };
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Solves (M + damping · diag M) x = v by Cholesky's decomposition. */
function solve(matrix: Float64Array, vector: Float64Array, damping: number): Float64Array {
  const size = vector.length;
  const lower = matrix.slice();
  for (let i = 0; i < size; i++) lower[i * size + i]! *= 1 + damping;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j * size + j]!;
    }
  }
  const x = vector.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i * size + k]! * x[k]!;
    x[i]! /= lower[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= lower[k * size + i]! * x[k]!;
    x[i]! /= lower[i * size + i]!;
  }
  return x;
}

/** The coordinates y with z = mean + chol · y. */
function whiten(z: Float32Array, mean: Float32Array, chol: Float32Array): Float64Array {
  const size = mean.length;
  const y = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = z[i]! - mean[i]!;
    for (let k = 0; k < i; k++) sum -= chol[i * size + k]! * y[k]!;
    y[i] = sum / chol[i * size + i]!;
  }
  return y;
}

function colour(y: Float64Array, mean: Float32Array, chol: Float32Array, out: Float32Array): Float32Array {
  const size = mean.length;
  for (let i = 0; i < size; i++) {
    let sum = mean[i]!;
    for (let k = 0; k <= i; k++) sum += chol[i * size + k]! * y[k]!;
    out[i] = sum;
  }
  return out;
}
