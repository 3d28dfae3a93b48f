/** The decoder's layers in plain TypeScript, for where there is no WebAssembly SIMD. The same steps as the kernel's, in floats. */
import type { Layers } from './decoder.ts';
import { valuesOf, type Manifest, type Tensors } from './manifest.ts';
import { product } from './product.ts';
import { createAdvance, createStyle, scalesOf, silu } from './style.ts';
import { winograd } from './winograd.ts';

/** Prepares the layers; nothing is allocated afterwards. */
export function createPlainLayers(manifest: Manifest, tensors: Tensors): Layers {
  const { hidden, channels: [a, b, c], field: { side } } = manifest;
  const wide = 16 * a;
  const gain = valuesOf(tensors, 'trunk.gain');
  const bias = valuesOf(tensors, 'trunk.bias');
  const mix = Float32Array.from(tensors['trunk.mix']!.data);
  const mixGain = scalesOf(tensors, 'trunk.mix');
  const out = Float32Array.from(tensors['field.in']!.data);
  const base = new Float32Array(hidden);
  const lift = new Float32Array(hidden);
  const gains = [wide, b, c, 16].map((n) => new Float32Array(n));
  const shifts = gains.map((each) => each.slice());
  const setStyle = createStyle(manifest, tensors, { base, lift, gains, shifts });
  const convs = [[8, a, b], [16, b, c], [16, c, 16]].map(([size = 0, depth = 0, outs = 0], i): Conv => ({
    size, depth, outs, gain: gains[i + 1]!, shift: shifts[i + 1]!, last: i === 2,
    weights: Float32Array.from(winograd(tensors[`conv${i + 1}`]!.data, outs, depth)),
  }));
  const largest = (of: (conv: Conv) => number): Float32Array => new Float32Array(Math.max(...convs.map(of)));
  const x = new Float32Array(hidden);
  const mixed = new Float32Array(hidden);
  const values = largest(({ size, depth, outs }) => size ** 2 * Math.max(depth, outs));
  const framed = largest(({ size, depth }) => (size + 2) ** 2 * depth);
  const patches = largest(({ size, depth }) => size ** 2 * depth * 4);
  const products = largest(({ size, outs }) => size ** 2 * outs * 4);
  const drawn = new Float32Array(side * side);
  const advanceOf = createAdvance(tensors, x);

  const drawOne = (id: number): void => {
    for (let k = 0; k < hidden; k++) x[k] = silu(base[k]! * gain[id * hidden + k]! + bias[id * hidden + k]!);
    product(x, 0, mix, 0, mixed, 0, 1, hidden, hidden);
    for (let k = 0; k < hidden; k++) x[k]! += silu(mixed[k]! * mixGain[k]! + lift[k]!);
    product(x, 0, out, 0, values, 0, 1, hidden, wide);
    for (let k = 0; k < wide; k++) values[k] = silu(values[k]! * gains[0]![k]! + shifts[0]![k]!);
    for (const each of convs) {
      const { size, depth, outs, weights, last } = each;
      frame(values, framed, size, depth, !last);
      tiles(framed, patches, size, depth);
      const count = size * size / 4;
      for (let k = 0; k < 16; k++) product(patches, k * count * depth, weights, k * outs * depth, products, k * count * outs, count, depth, outs);
      untile(products, last ? drawn : values, each);
    }
  };

  return {
    kind: 'plain',
    setStyle,
    draw: (ids, fields, advances) => {
      for (let i = 0; i < ids.length; i++) {
        drawOne(ids[i]!);
        fields.set(drawn, i * side * side);
        advances[i] = advanceOf(0);
      }
    },
  };
}

interface Conv {
  /** Samples a side, of what it reads and of what it gives. */
  size: number;
  depth: number;
  outs: number;
  /** Reads what it is given as it is, instead of twice as large, and gives the field. */
  last: boolean;
  /** [16, outs, depth] */
  weights: Float32Array;
  gain: Float32Array;
  shift: Float32Array;
}

/** A border of zeros around a picture [size, size, depth], which is first made from one half its size if `up` (bilinear, half-pixel centres). */
function frame(from: Float32Array, to: Float32Array, size: number, depth: number, up: boolean): void {
  const half = size / 2;
  const clamp = (at: number): number => Math.min(Math.max(at, 0), half - 1);
  to.fill(0);
  for (let y = 0; y < size; y++) {
    const near = (y >> 1) * half;
    const far = clamp((y >> 1) + (y & 1) * 2 - 1) * half;
    for (let x = 0; x < size; x++) {
      const at = ((y + 1) * (size + 2) + x + 1) * depth;
      if (!up) {
        for (let k = 0; k < depth; k++) to[at + k] = from[(y * size + x) * depth + k]!;
        continue;
      }
      const side = clamp((x >> 1) + (x & 1) * 2 - 1);
      const p = (near + (x >> 1)) * depth;
      const q = (near + side) * depth;
      const r = (far + (x >> 1)) * depth;
      const s = (far + side) * depth;
      for (let k = 0; k < depth; k++) to[at + k] = from[p + k]! * 0.5625 + (from[q + k]! + from[r + k]!) * 0.1875 + from[s + k]! * 0.0625;
    }
  }
}

/** Bᵀ d B of every 4×4 patch, the sixth value halved: [16, tiles, depth]. */
function tiles(from: Float32Array, to: Float32Array, size: number, depth: number): void {
  const line = (size + 2) * depth;
  const plane = size * size / 4 * depth;
  for (let y = 0, out = 0; y < size; y += 2) {
    for (let x = 0; x < size; x += 2) {
      for (let k = 0; k < depth; k++, out++) {
        for (let row = 0; row < 4; row++) {
          // Which two rows of the patch make this row of Bᵀ d, and whether the second is added or taken away.
          const one = y * line + x * depth + k + (row === 0 ? 0 : row === 2 ? 2 : 1) * line;
          const two = y * line + x * depth + k + (row === 3 ? 3 : row === 2 ? 1 : 2) * line;
          const sign = row === 1 ? 1 : -1;
          const a = from[one]! + sign * from[two]!;
          const b = from[one + depth]! + sign * from[two + depth]!;
          const c = from[one + 2 * depth]! + sign * from[two + 2 * depth]!;
          const d = from[one + 3 * depth]! + sign * from[two + 3 * depth]!;
          const at = out + row * 4 * plane;
          to[at] = a - c;
          to[at + plane] = row === 1 ? (b + c) / 2 : b + c;
          to[at + 2 * plane] = c - b;
          to[at + 3 * plane] = b - d;
        }
      }
    }
  }
}

/** Aᵀ m A of every tile, scaled and shifted; then silu, or, of the last layer, the sixteen channels put side by side. */
function untile(from: Float32Array, to: Float32Array, { size, outs, gain, shift, last }: Conv): void {
  const plane = size * size / 4 * outs;
  for (let y = 0, at = 0; y < size; y += 2) {
    for (let x = 0; x < size; x += 2) {
      for (let o = 0; o < outs; o++, at++) {
        for (let row = 0; row < 2; row++) {
          let left = 0;
          let right = 0;
          for (let i = row; i < row + 3; i++) {
            const sign = row === 0 || i === 1 ? 1 : -1;
            const p = at + i * 4 * plane;
            left += sign * (from[p]! + from[p + plane]! + from[p + 2 * plane]!);
            right += sign * (from[p + plane]! - from[p + 2 * plane]! - from[p + 3 * plane]!);
          }
          left = left * gain[o]! + shift[o]!;
          right = right * gain[o]! + shift[o]!;
          if (last) {
            const i = ((y + row) * 4 + (o >> 2)) * size * 4 + x * 4 + (o & 3);
            to[i] = left;
            to[i + 4] = right;
          } else {
            const i = ((y + row) * size + x) * outs + o;
            to[i] = silu(left);
            to[i + outs] = silu(right);
          }
        }
      }
    }
  }
}
