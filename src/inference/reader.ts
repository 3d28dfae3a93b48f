/**
 * The reader: a small network that looks at a letter's field and says which letter it is. It was trained on real fonts alone
 * (`training/letterforms/reader.py`) and never saw what the decoder draws, so it is a stranger to it.
 */
import { ModelError } from './errors.ts';
import { expectShapes, fileOf, readerOf, readTensors, refuse, specsOf, valuesOf } from './manifest.ts';
import { silu } from './style.ts';

/** Names letters. */
export interface Reader {
  /** The letters of each class: those that many faces tell apart by size alone, or not at all, stand together, “cC”. */
  readonly names: readonly string[];
  /**
   * Reads one letter.
   * @param field signed distances in cap heights, side · side, the top row first
   * @returns how sure it is of each class, in the order of `names`; out of one
   * @throws {ModelError} `input` where the field is not of its size
   */
  read: (field: Float32Array) => Float32Array;
}

/** A convolution with stride 2: samples a side of what it reads, its channels, those it gives, and the side of its window. */
type Step = readonly [side: number, depth: number, outs: number, window: number];

/** How softly ink begins, in cap heights, and what is taken off so that blank paper is not nothing but negative. */
const SOFT = 0.015;
const PAPER = 0.25;

/**
 * Makes a reader of its parsed manifest and its file.
 * @throws {ModelError} `manifest` or `damaged`
 */
export async function createReader(json: unknown, bytes: Uint8Array<ArrayBuffer>): Promise<Reader> {
  const read = readerOf(json);
  const side = read.whole('side', 64, 64);
  const names = read.list('names', (path) => read.text(path, /^[A-Za-z\d]{1,8}$/, 'some letters'));
  const files = { reader: fileOf(read, 'reader') };
  const tensors = { reader: specsOf(read, 'reader') };
  const shapeOf = (name: string): readonly number[] => tensors.reader.find((spec) => spec.name === name)?.shape ?? refuse(`tensor ${name}`, 'there', undefined);
  const [outs, wide] = [[1, 2, 3, 4].map((i) => shapeOf(`conv${i}`)[0]!), shapeOf('wide')[0]!];
  const [a, b, c, d] = outs as [number, number, number, number];
  const last = side / 16;
  expectShapes(tensors.reader, 'conv1 a551*,conv1.bias a,conv2 b33a*,conv2.bias b,conv3 c33b*,conv3.bias c,conv4 d33c*,conv4.bias d,wide wl*,wide.bias w,name nw*,name.bias n', { a, b, c, d, w: wide, l: last * last * d, n: names.length });
  const found = await readTensors({ files, tensors }, 'reader', bytes);
  const steps = ([[side, 1, a, 5], [side / 2, a, b, 3], [side / 4, b, c, 3], [side / 8, c, d, 3]] as const).map((step: Step, i) => ({ step, weights: valuesOf(found, `conv${i + 1}`), bias: valuesOf(found, `conv${i + 1}.bias`) }));
  const [wideWeights, wideBias, nameWeights, nameBias] = ['wide', 'wide.bias', 'name', 'name.bias'].map((name) => valuesOf(found, name)) as [Float32Array, Float32Array, Float32Array, Float32Array];
  return {
    names,
    read: (field) => {
      if (field.length !== side * side) throw new ModelError('input', `A letter is ${side} × ${side} samples.`);
      let picture: Float32Array = field.map((value) => 1 / (1 + Math.exp(-value / SOFT)) - PAPER);
      for (const { step, weights, bias } of steps) picture = convolve(picture, weights, bias, step);
      const hidden = linear(picture, wideWeights, wideBias).map(silu);
      return softmax(linear(hidden, nameWeights, nameBias));
    },
  };
}

/** A convolution over a picture [side, side, depth] with a border of zeros, every second sample of it, and silu. */
function convolve(from: Float32Array, weights: Float32Array, bias: Float32Array, [side, depth, outs, window]: Step): Float32Array {
  const half = side / 2;
  const reach = (window - 1) / 2;
  const out = new Float32Array(half * half * outs);
  for (let y = 0; y < half; y++) {
    for (let x = 0; x < half; x++) {
      const [top, left] = [2 * y - reach, 2 * x - reach];
      for (let o = 0; o < outs; o++) {
        let sum = bias[o]!;
        for (let i = Math.max(0, -top); i < Math.min(window, side - top); i++) {
          for (let j = Math.max(0, -left); j < Math.min(window, side - left); j++) {
            const at = ((top + i) * side + left + j) * depth;
            const w = ((o * window + i) * window + j) * depth;
            for (let k = 0; k < depth; k++) sum += from[at + k]! * weights[w + k]!;
          }
        }
        out[(y * half + x) * outs + o] = silu(sum);
      }
    }
  }
  return out;
}

function linear(from: Float32Array, weights: Float32Array, bias: Float32Array): Float32Array {
  return bias.map((start, row) => {
    let sum = start;
    for (let k = 0, at = row * from.length; k < from.length; k++, at++) sum += from[k]! * weights[at]!;
    return sum;
  });
}

function softmax(scores: Float32Array): Float32Array {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
