/**
 * The six named directions of a space of codes, and what else moves when one of them is followed. Pure.
 *
 * A direction d was made so that one step along it changes its attribute, as a linear reading of the codes predicts it, by one
 * standard deviation. The reading itself is Σ⁻¹d, where Σ is the covariance of the codes: so the predicted change of every other
 * attribute is known too, and a mix of the six directions can be found that leaves the others where they are.
 */
import { ATTRIBUTES, type Attributes } from '../../drawing/attributes.ts';
import type { Styles } from '../../inference/styles.ts';
import { deviationsOf, scalesOf } from '../base/scales.ts';

/** How many directions there are. */
const COUNT = ATTRIBUTES.length;

/** What a space knows of its directions. */
export interface Space {
  /** Predicted change of attribute i, in deviations, for one step along direction j: `coupling[i][j]`. Ones on its diagonal. */
  coupling: readonly (readonly number[])[];
  /**
   * Steps along the six directions that change the attributes by the wanted amounts.
   * @param amounts wanted, in deviations, in the order of `ATTRIBUTES`
   * @param held    others stay where they are, as far as the linear reading knows; otherwise each direction is simply followed
   */
  steps: (amounts: readonly number[], held: boolean) => number[];
  /** Moves a code by steps along the directions. */
  move: (z: Float32Array, steps: readonly number[], out: Float32Array) => Float32Array;
  /** How far the code goes for these steps, in deviations of the codes: the price, and how unordinary the result is. */
  distance: (steps: readonly number[]) => number;
  /** Measured attributes as deviations from the mean of the styles; `undefined` for those that were not measured. */
  deviations: (attributes: Attributes) => (number | undefined)[];
}

/** Reads the directions of the shipped styles. */
export function createSpace({ count, attributes, directions, gaussian: { chol } }: Styles): Space {
  const size = directions.length / COUNT;
  const row = (k: number): Float32Array => directions.subarray(k * size, (k + 1) * size);
  // With Σ = L Lᵀ, dᵢᵀ Σ⁻¹ dⱼ is the product of L⁻¹dᵢ and L⁻¹dⱼ.
  const whitened = Array.from({ length: COUNT }, (_, k) => whiten(row(k), chol));
  const coupling = whitened.map((a) => whitened.map((b) => dot(a, b)));
  const scales = scalesOf({ count, attributes });
  return {
    coupling,
    steps: (amounts, held) => (held ? solve(coupling, amounts) : [...amounts]),
    move: (z, steps, out) => {
      for (let i = 0; i < size; i++) {
        let sum = z[i]!;
        for (let k = 0; k < COUNT; k++) sum += directions[k * size + i]! * steps[k]!;
        out[i] = sum;
      }
      return out;
    },
    distance: (steps) => Math.sqrt(Math.max(0, steps.reduce((sum, a, i) => sum + steps.reduce((inner, b, j) => inner + a * b * coupling[i]![j]!, 0), 0))),
    deviations: (measured) => deviationsOf(measured, scales),
  };
}

/** L⁻¹ d, by forward substitution. */
function whiten(d: Float32Array, chol: Float32Array): Float64Array {
  const size = d.length;
  const y = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = d[i]!;
    for (let k = 0; k < i; k++) sum -= chol[i * size + k]! * y[k]!;
    y[i] = sum / chol[i * size + i]!;
  }
  return y;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Solves a small system by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], wanted: readonly number[]): number[] {
  const rows = matrix.map((line, i) => [...line, wanted[i]!]);
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    let best = k;
    for (let i = k + 1; i < size; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[best]![k]!)) best = i;
    [rows[k], rows[best]] = [rows[best]!, rows[k]!];
    for (let i = k + 1; i < size; i++) {
      const share = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= size; j++) rows[i]![j]! -= share * rows[k]![j]!;
    }
  }
  const x = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = rows[i]![size]!;
    for (let j = i + 1; j < size; j++) sum -= rows[i]![j]! * x[j]!;
    x[i] = sum / rows[i]![i]!;
  }
  return x;
}
