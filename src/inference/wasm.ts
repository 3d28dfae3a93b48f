/** The decoder's layers in WebAssembly: lays out the kernel's memory, packs the weights, and calls it layer by layer. */
import type { Layers, Patcher } from './decoder.ts';
import { valuesOf, type Manifest, type Tensors } from './manifest.ts';
import { convsOf, createAdvance, createStyle, scalesOf, silu } from './style.ts';
import { winograd } from './winograd.ts';

/** What `kernel/kernel.ts` exports; its comments say what each does. Pointers are byte offsets in `memory`. */
interface Kernel {
  memory: WebAssembly.Memory;
  product: (a: number, w: number, out: number, rows: number, depth: number, outs: number) => void;
  bend: (at: number, bytes: number) => number;
  round: (from: number, to: number, bytes: number, scale: number) => void;
  enlarge: (from: number, to: number, side: number, depth: number, scale: number) => void;
  tiles: (from: number, to: number, side: number, depth: number) => void;
  untile: (from: number, to: number, side: number, outs: number, gain: number, step: number, right: number, line: number) => void;
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
  const { hidden, field: { side } } = manifest;

  // Where everything lies, all of it in multiples of sixteen bytes. The memory grows once, when all is counted.
  let end = 1024;
  const take = (bytes: number): number => (end += bytes) - bytes;
  const wide = 16 * manifest.channels[0];
  const mix = take(hidden * hidden * 2);
  const fieldIn = take(wide * hidden * 2);
  const rounded = take(TOGETHER * hidden * 2);
  const sums = take(TOGETHER * Math.max(wide, hidden) * 4);
  // The picture that the next convolution reads; it is where the one before leaves it.
  let bytes = wide * 4;
  let at = take(bytes);
  const start = at;
  let room = 0;
  const convs = convsOf(manifest).map(([side, depth, outs, grows], i) => {
    const { data } = tensors[`conv${i + 1}`]!;
    const limit = limitOf(data, outs);
    const [from, size] = [at, bytes];
    // One that is convolved as it is lies within a border of zeros, which nothing ever writes to.
    const edge = i > 0 && i < 4 ? 1 : 0;
    const right = outs / grows * 4;
    const line = (side + 2 * edge / grows) * right;
    bytes = line * (side * grows + 2 * edge);
    at = take(bytes);
    const to = at + edge * (line + right / grows);
    const gain = take(outs * 8);
    const framed = take((side + 2) ** 2 * depth * 2);
    const plane = Math.max(outs, 8) * depth * 2;
    const weights = take(16 * plane);
    const patch = side * side / 2 * depth + GAP;
    const product = side * side * outs + GAP;
    room = Math.max(room, 16 * (patch + product));
    return {
      outs, gain,
      fill: () => weigh(weights, winograd(data, outs, depth), depth),
      run: () => {
        const scale = limit / (kernel.bend(from, size) + DIP);
        if (i < 2) kernel.enlarge(from, framed, side, depth, scale);
        else kernel.round(from, framed, size, scale);
        // Behind everything is what only lasts as long as a layer.
        const products = end + 16 * patch;
        kernel.tiles(framed, end, side, depth);
        for (let k = 0; k < 16; k++) kernel.product(end + k * patch, weights + k * plane, products + k * product, side * side / 4, depth, outs);
        kernel.untile(products, to, side, outs, gain, 1 / scale, right, line);
      },
    };
  });
  kernel.memory.grow(Math.ceil((end + room) / 65536));

  const { buffer } = kernel.memory;
  const floats = (at: number, count: number): Float32Array => new Float32Array(buffer, at, count);
  const weigh = (at: number, weights: ArrayLike<number>, depth: number): void => pack(weights, depth, new Int16Array(buffer, at, weights.length));
  weigh(mix, tensors['trunk.mix']!.data, hidden);
  weigh(fieldIn, tensors['field.in']!.data, hidden);
  for (const { fill } of convs) fill();
  const gains = valuesOf(tensors, 'trunk.gain');
  const biases = valuesOf(tensors, 'trunk.bias');
  const mixGain = scalesOf(tensors, 'trunk.mix');
  const fieldGain = scalesOf(tensors, 'field.in');
  const base = new Float32Array(hidden);
  const lift = new Float32Array(hidden);
  const gain = new Float32Array(wide);
  const shift = new Float32Array(wide);
  const stages = convs.map(({ gain, outs }) => ({ gain: floats(gain, outs), shift: floats(gain + outs * 4, outs) }));
  const setStyle = createStyle(manifest, tensors, { base, lift, stages: [{ gain, shift }, ...stages] });
  const x = new Float32Array(TOGETHER * hidden);
  const roundedX = new Int16Array(buffer, rounded, x.length);
  const summed = new Int32Array(buffer, sums, TOGETHER * Math.max(wide, hidden));
  const steps = new Float32Array(TOGETHER);
  const advanceOf = createAdvance(tensors, x);
  const drawn = floats(at, side * side);
  const picture = floats(start, wide);

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
  const runTrunk = (ids: ArrayLike<number>, first: number, count: number, patcher: Patcher | undefined): void => {
    for (let i = 0; i < count * hidden; i++) {
      const k = i % hidden;
      const at = ids[first + (i - k) / hidden]! * hidden + k;
      x[i] = silu(base[k]! * gains[at]! + biases[at]!);
    }
    multiply(count, mix, hidden);
    for (let i = 0; i < count; i++) {
      const more = patcher?.add(0, x, i * hidden);
      for (let k = 0, at = i * hidden; k < hidden; k++, at++) x[at]! += silu(summed[at]! * steps[i]! * mixGain[k]! + lift[k]! + (more ? more[k]! : 0));
    }
    multiply(count, fieldIn, wide);
  };

  /** Everything after the trunk for the glyph in row `i`; the field is left in `drawn`. */
  const runField = (i: number, patcher: Patcher | undefined): void => {
    const more = patcher?.add(1, x, i * hidden);
    for (let k = 0; k < wide; k++) picture[k] = (summed[i * wide + k]! * steps[i]! + (more ? more[k]! / fieldGain[k]! : 0)) * gain[k]! + shift[k]!;
    for (const { run } of convs) run();
  };

  return {
    kind: 'wasm',
    setStyle,
    draw: (ids, fields, advances, patcher) => {
      for (let first = 0; first < ids.length; first += TOGETHER) {
        const count = Math.min(TOGETHER, ids.length - first);
        runTrunk(ids, first, count, patcher);
        for (let i = 0; i < count; i++) {
          runField(i, patcher);
          fields.set(drawn, (first + i) * side * side);
          advances[first + i] = advanceOf(i);
        }
      }
    },
  };
}

/**
 * The largest activation for which four times any sum of the layer still fits in 32 bits, with the halves that `tiles` rounds: they add
 * no more than the sum of all weights. Below 29 channels deep even weights of 127 leave room for any activation.
 */
function limitOf(weights: Int8Array | Float32Array, outs: number): number {
  const row = weights.length / outs;
  let most = 1;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum = Math.abs(weights[i]!) + (i % row ? sum : 0);
    most = Math.max(most, sum);
  }
  return Math.min(MOST, Math.floor(((2 ** 31 - 1) / most - 1) / 4));
}

/** Puts weights [outs, depth] into the order that `product` reads: [outs / 8, depth / 2, 8, 2]. */
function pack(weights: ArrayLike<number>, depth: number, to: Int16Array): void {
  for (let i = 0; i < weights.length; i++) {
    const o = Math.floor(i / depth);
    const k = i % depth;
    to[(o >> 3) * 8 * depth + (k >> 1) * 16 + (o & 7) * 2 + (k & 1)] = weights[i]!;
  }
}
