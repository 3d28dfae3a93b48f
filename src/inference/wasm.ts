/** The decoder's layers in WebAssembly: lays out the kernel's memory, packs the weights, and calls it layer by layer. */
import type { Layers } from './decoder.ts';
import { valuesOf, type Manifest, type Tensors } from './manifest.ts';
import { createAdvance, createStyle, scalesOf, silu } from './style.ts';
import { winograd } from './winograd.ts';

/** What `kernel/kernel.ts` exports; its comments say what each does. Pointers are byte offsets in `memory`. */
interface Kernel {
  memory: WebAssembly.Memory;
  product: (a: number, w: number, out: number, rows: number, depth: number, outs: number) => void;
  modulate: (from: number, to: number, gain: number, shift: number, count: number, step: number) => number;
  frame: (from: number, to: number, side: number, depth: number, scale: number, twice: number) => void;
  tiles: (from: number, to: number, side: number, depth: number) => void;
  untile: (from: number, to: number, side: number, outs: number, gain: number, shift: number, step: number, curved: number) => number;
}

/** Glyphs that go through the trunk together: its weights are read once for all of them. A multiple of 4. */
const TOGETHER = 16;
/** The least value of silu is −0.2785, so results are never further below zero than this. */
const DIP = 0.28;
/** Bytes between planes, as in the kernel. */
const GAP = 64;
/** Two activations are added before they are multiplied as 16 bits. */
const MOST = 16383;

/**
 * Compiles the kernel and gives it the weights.
 * @param module bytes of the WebAssembly module
 */
export async function createWasmLayers(manifest: Manifest, tensors: Tensors, module: BufferSource): Promise<Layers> {
  const { instance } = await WebAssembly.instantiate(module);
  const kernel = instance.exports as unknown as Kernel;
  const { hidden, channels: [a, b, c], field: { side } } = manifest;

  // Where everything lies, all of it in multiples of sixteen bytes. The memory grows once, when all is counted.
  let end = 1024;
  const take = (bytes: number): number => (end += bytes) - bytes;
  const wide = 16 * a;
  const line = hidden * 4;
  const mix = take(hidden * line / 2);
  const fieldIn = take(wide * line / 2);
  const rounded = take(TOGETHER * line / 2);
  const sums = take(TOGETHER * Math.max(wide, hidden) * 4);
  const stages = [wide, b, c, 16].map((width) => ({ width, gain: take(width * 4), shift: take(width * 4) }));
  const convs = [[8, a, b], [16, b, c], [16, c, 16]].map(([side = 0, depth = 0, outs = 0], i) => ({
    side, depth, outs, weights: take(32 * depth * outs), ...stages[i + 1]!, last: i === 2,
    limit: limitOf(tensors[`conv${i + 1}`]!.data, outs), patch: side * side / 4 * depth * 2 + GAP, product: side * side * outs + GAP,
  }));
  const largest = Math.max(...convs.map(({ side, depth, outs }) => (side + 2) ** 2 * Math.max(depth, outs)));
  const values = take(largest * 4);
  const framed = take(largest * 2);
  const patches = take(largest * 8 + 16 * GAP);
  const products = take(largest * 16 + 16 * GAP);
  const drawn = take(side * side * 4);
  kernel.memory.grow(Math.ceil(end / 65536));

  const { buffer } = kernel.memory;
  const floats = (at: number, count: number): Float32Array => new Float32Array(buffer, at, count);
  const weigh = (at: number, weights: ArrayLike<number>, depth: number): void => pack(weights, depth, new Int16Array(buffer, at, weights.length));
  weigh(mix, tensors['trunk.mix']!.data, hidden);
  weigh(fieldIn, tensors['field.in']!.data, hidden);
  convs.forEach(({ weights, outs, depth }, i) => weigh(weights, winograd(tensors[`conv${i + 1}`]!.data, outs, depth), depth));
  const gains = valuesOf(tensors, 'trunk.gain');
  const biases = valuesOf(tensors, 'trunk.bias');
  const mixGain = scalesOf(tensors, 'trunk.mix');
  const base = new Float32Array(hidden);
  const lift = new Float32Array(hidden);
  const setStyle = createStyle(manifest, tensors, {
    base, lift,
    gains: stages.map(({ gain, width }) => floats(gain, width)), shifts: stages.map(({ shift, width }) => floats(shift, width)),
  });
  const x = new Float32Array(TOGETHER * hidden);
  const roundedX = new Int16Array(buffer, rounded, x.length);
  const mixed = new Int32Array(buffer, sums, x.length);
  const steps = new Float32Array(TOGETHER);
  const advanceOf = createAdvance(tensors, x);
  const output = floats(drawn, side * side);

  /** The first rows of `x` times weights, into `sums`; each row is rounded by its own step, so that no glyph depends on its neighbours. */
  const multiply = (count: number, weights: number, outs: number): void => {
    for (let i = 0; i < count; i++) {
      const end = (i + 1) * hidden;
      let most = DIP;
      for (let k = i * hidden; k < end; k++) most = Math.max(most, Math.abs(x[k]!));
      for (let k = i * hidden; k < end; k++) roundedX[k] = Math.round(x[k]! / most * 32767);
      steps[i] = most / 32767;
    }
    kernel.product(rounded, weights, sums, Math.ceil(count / 4) * 4, hidden, outs);
  };

  /** The trunk for some glyphs; leaves whole-number sums. */
  const runTrunk = (ids: ArrayLike<number>, first: number, count: number): void => {
    for (let i = 0; i < count * hidden; i++) {
      const k = i % hidden;
      const at = ids[first + (i - k) / hidden]! * hidden + k;
      x[i] = silu(base[k]! * gains[at]! + biases[at]!);
    }
    multiply(count, mix, hidden);
    for (let i = 0; i < count * hidden; i++) {
      const k = i % hidden;
      x[i]! += silu(mixed[i]! * steps[(i - k) / hidden]! * mixGain[k]! + lift[k]!);
    }
    multiply(count, fieldIn, wide);
  };

  /** Everything after the trunk for the glyph in row `i`; the field is left in `output`. */
  const runField = (i: number): void => {
    let most = kernel.modulate(sums + i * wide * 4, values, stages[0]!.gain, stages[0]!.shift, wide, steps[i]!);
    for (const { side: size, depth, outs, weights, gain, shift, limit, patch, product, last } of convs) {
      const scaled = limit / (most + DIP);
      kernel.frame(values, framed, size, depth, scaled, last ? 0 : 1);
      kernel.tiles(framed, patches, size, depth);
      for (let k = 0; k < 16; k++) kernel.product(patches + k * patch, weights + k * outs * depth * 2, products + k * product, size * size / 4, depth, outs);
      most = kernel.untile(products, last ? drawn : values, size, outs, gain, shift, 1 / scaled, last ? 0 : 1);
    }
  };

  return {
    kind: 'wasm',
    setStyle,
    draw: (ids, fields, advances) => {
      for (let first = 0; first < ids.length; first += TOGETHER) {
        const count = Math.min(TOGETHER, ids.length - first);
        runTrunk(ids, first, count);
        for (let i = 0; i < count; i++) {
          runField(i);
          fields.set(output, (first + i) * side * side);
          advances[first + i] = advanceOf(i);
        }
      }
    },
  };
}

/** The largest activation for which four times any sum of the layer still fits in 32 bits. */
function limitOf(weights: Int8Array | Float32Array, outs: number): number {
  const row = weights.length / outs;
  let most = 1;
  for (let o = 0; o < outs; o++) {
    let sum = 0;
    for (let i = 0; i < row; i++) sum += Math.abs(weights[o * row + i]!);
    most = Math.max(most, sum);
  }
  return Math.min(MOST, Math.floor((2 ** 31 - 1) / 4 / most));
}

/** Puts weights [outs, depth] into the order that `product` reads: [outs / 8, depth / 2, 8, 2]. */
function pack(weights: ArrayLike<number>, depth: number, to: Int16Array): void {
  for (let i = 0; i < weights.length; i++) {
    const o = Math.floor(i / depth);
    const k = i % depth;
    to[(o >> 3) * 8 * depth + (k >> 1) * 16 + (o & 7) * 2 + (k & 1)] = weights[i]!;
  }
}
