/** What depends on the code alone, and so is worked out once for a whole word. */
import { valuesOf, type Manifest, type Tensors } from './manifest.ts';

/** The activation function. */
export const silu = (x: number): number => x / (1 + Math.exp(-x));

/** Where the results go; a kernel that has memory of its own gives views of it. */
export interface StyleVectors {
  /** What the glyph's own gain and bias are applied to: `trunk.in` · bones. [hidden] */
  base: Float32Array;
  /** What the second step of the trunk adds before its silu. [hidden] */
  lift: Float32Array;
  /** What the raw whole-number sums of the four layers are multiplied by. [16 · channels[0]], [channels[1]], [channels[2]], [channels[3]] */
  gains: readonly Float32Array[];
  /** What is added then; shapes as `gains`. */
  shifts: readonly Float32Array[];
}

/** Rows of a matrix times a part of the code, plus a bias. */
type Rows = (z: Float32Array, out: Float32Array) => void;

/** Prepares the function that fills `to` for a code. It allocates nothing when called. */
export function createStyle(manifest: Manifest, tensors: Tensors, to: StyleVectors): (z: Float32Array) => void {
  const { bones, finish } = manifest.latent;
  const rows = (name: string, bias: string | undefined, from: number, depth: number): Rows => {
    const weights = valuesOf(tensors, name);
    const start = bias ? valuesOf(tensors, bias) : new Float32Array(weights.length / depth);
    return (z, out) => {
      for (let r = 0, w = 0; r < start.length; r++) {
        let sum = start[r]!;
        for (let k = 0; k < depth; k++) sum += weights[w++]! * z[from + k]!;
        out[r] = sum;
      }
    };
  };
  const base = rows('trunk.in', undefined, 0, bones);
  const lift = rows('trunk.style', 'trunk.mix.bias', 0, bones);
  const stages = to.gains.map((gain, i) => {
    const shift = to.shifts[i]!;
    const width = manifest.channels[i]!;
    // A 3×3 product comes out four times too large; see `winograd.ts`.
    const unit = scalesOf(tensors, i === 0 ? 'field.in' : `conv${i}`).map((each) => (i === 0 ? each : each / 4));
    if (i === 3) {
      // The last layer is the same in every style.
      const { scale } = manifest.field;
      gain.set(unit.map((each) => each * scale));
      shift.set(valuesOf(tensors, 'conv3.bias').map((each) => each * scale));
      return () => {};
    }
    const [from, depth] = i === 0 ? [0, bones] : [bones, finish];
    const scale = rows(`film${i}.scale`, `film${i}.scale.bias`, from, depth);
    const add = rows(`film${i}.shift`, `film${i}.shift.bias`, from, depth);
    const found = new Float32Array(width);
    return (z: Float32Array): void => {
      scale(z, found);
      for (let j = 0; j < gain.length; j++) gain[j] = unit[j]! * (1 + found[j % width]!);
      add(z, found);
      for (let j = 0; j < gain.length; j++) shift[j] = found[j % width]!;
    };
  });
  return (z) => {
    base(z, to.base);
    lift(z, to.lift);
    for (const stage of stages) stage(z);
  };
}

/** What each row of whole numbers is multiplied by. */
export function scalesOf(tensors: Tensors, name: string): Float32Array {
  const { scale } = tensors[name]!;
  return scale!;
}

/** Prepares the function that reads a glyph's advance, in cap heights, from row `i` of the trunk's output. */
export function createAdvance(tensors: Tensors, trunk: Float32Array): (i: number) => number {
  const weights = valuesOf(tensors, 'advance');
  const [bias = 0] = valuesOf(tensors, 'advance.bias');
  return (i) => {
    let sum = bias;
    for (let k = 0, at = i * weights.length; k < weights.length; k++) sum += weights[k]! * trunk[at + k]!;
    return sum;
  };
}
