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
  /** What the raw whole-number sums are multiplied by, and what is added then: of the first picture [16 · channels[0]], and of the convolutions [outs]. */
  stages: readonly { gain: Float32Array; shift: Float32Array }[];
}

/**
 * A 3×3 convolution: samples a side, what it reads and gives of each, and how many times as large as itself it makes the next picture,
 * by putting its outputs beside and below each other.
 */
export type Conv = readonly [side: number, depth: number, outs: number, grows: number];

/** The convolutions, from the first picture, of 4×4 samples, to the field. The first two make what they read twice as large before. */
export function convsOf({ channels: [a, b, c, d, e] }: Manifest): readonly Conv[] {
  return [[8, a, b, 1], [16, b, c, 1], [16, c, 4 * d, 2], [32, d, e, 1], [32, e, 4, 2]];
}

/** Rows of a matrix times a part of the code that is read at a place, plus a bias. */
type Rows = (z: Float32Array, out: Float32Array) => void;

/** Prepares the function that fills `to` for a code, or for as many codes as there are places. It allocates nothing when called. */
export function createStyle(manifest: Manifest, tensors: Tensors, to: StyleVectors): (z: Float32Array) => void {
  const { bones, finish } = manifest.latent;
  const size = bones + finish;
  const rows = (place: number, name: string, bias: string | undefined, part: number, depth: number): Rows => {
    const weights = valuesOf(tensors, name);
    const start = bias ? valuesOf(tensors, bias) : new Float32Array(weights.length / depth);
    return (z, out) => {
      const from = (z.length > size ? place * size : 0) + part;
      for (let r = 0, w = 0; r < start.length; r++) {
        let sum = start[r]!;
        for (let k = 0; k < depth; k++) sum += weights[w++]! * z[from + k]!;
        out[r] = sum;
      }
    };
  };
  const base = rows(0, 'trunk.in', undefined, 0, bones);
  const lift = rows(1, 'trunk.style', 'trunk.mix.bias', 0, bones);
  const stages = to.stages.map(({ gain, shift }, i) => {
    const factor = i < 5 ? 1 : manifest.field.scale;
    // A 3×3 product comes out four times too large; see `winograd.ts`.
    const unit = scalesOf(tensors, i ? `conv${i}` : 'field.in').map((each) => each * factor / (i ? 4 : 1));
    if (i > 2) {
      // The late layers are the same in every style.
      gain.set(unit);
      shift.set(valuesOf(tensors, `conv${i}.bias`).map((each) => each * factor));
      return () => {};
    }
    const [part, depth] = i ? [bones, finish] : [0, bones];
    const width = manifest.channels[i]!;
    const [scale, add] = [new Float32Array(width), new Float32Array(width)];
    const runScale = rows(2 + i, `film${i}.scale`, `film${i}.scale.bias`, part, depth);
    const runShift = rows(2 + i, `film${i}.shift`, `film${i}.shift.bias`, part, depth);
    return (z: Float32Array): void => {
      runScale(z, scale);
      runShift(z, add);
      for (let j = 0; j < gain.length; j++) {
        gain[j] = unit[j]! * (1 + scale[j % width]!);
        shift[j] = add[j % width]!;
      }
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
