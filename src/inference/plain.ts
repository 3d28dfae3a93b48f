/** The decoder's layers in plain TypeScript, for where there is no WebAssembly SIMD. The same steps as the kernel's, in floats. */
import type { Layers, Patcher } from './decoder.ts';
import { valuesOf, type Manifest, type Tensors } from './manifest.ts';
import { product } from './product.ts';
import { convsOf, createAdvance, createStyle, scalesOf, silu } from './style.ts';
import { winograd } from './winograd.ts';

/** Prepares the layers; nothing is allocated afterwards. */
export function createPlainLayers(manifest: Manifest, tensors: Tensors): Layers {
  const { hidden, field: { side } } = manifest;
  const wide = 16 * manifest.channels[0];
  const gain = valuesOf(tensors, 'trunk.gain');
  const bias = valuesOf(tensors, 'trunk.bias');
  const mix = Float32Array.from(tensors['trunk.mix']!.data);
  const mixGain = scalesOf(tensors, 'trunk.mix');
  const outGain = scalesOf(tensors, 'field.in');
  const out = Float32Array.from(tensors['field.in']!.data);
  const base = new Float32Array(hidden);
  const lift = new Float32Array(hidden);
  const first = { gain: new Float32Array(wide), shift: new Float32Array(wide) };
  const convs = convsOf(manifest).map(([side, depth, outs, grows], i): Layer => ({
    side, depth, outs, grows, twice: i < 2, last: i === 4, gain: new Float32Array(outs), shift: new Float32Array(outs),
    weights: Float32Array.from(winograd(tensors[`conv${i + 1}`]!.data, outs, depth)),
  }));
  const setStyle = createStyle(manifest, tensors, { base, lift, stages: [first, ...convs] });
  const largest = (of: (layer: Layer) => number): Float32Array => new Float32Array(Math.max(...convs.map(of)));
  const x = new Float32Array(hidden);
  const mixed = new Float32Array(hidden);
  const values = largest(({ side, depth, outs }) => side ** 2 * Math.max(depth, outs));
  const framed = largest(({ side, depth }) => (side + 2) ** 2 * depth);
  const patches = largest(({ side, depth }) => side ** 2 * depth * 4);
  const products = largest(({ side, outs }) => side ** 2 * outs * 4);
  const drawn = new Float32Array(side * side);
  const advanceOf = createAdvance(tensors, x);

  const drawOne = (id: number, patcher: Patcher | undefined): void => {
    for (let k = 0; k < hidden; k++) x[k] = silu(base[k]! * gain[id * hidden + k]! + bias[id * hidden + k]!);
    product(x, 0, mix, 0, mixed, 0, 1, hidden, hidden);
    const bent = patcher?.add(0, x, 0);
    for (let k = 0; k < hidden; k++) x[k]! += silu(mixed[k]! * mixGain[k]! + lift[k]! + (bent ? bent[k]! : 0));
    product(x, 0, out, 0, values, 0, 1, hidden, wide);
    const more = patcher?.add(1, x, 0);
    for (let k = 0; k < wide; k++) values[k] = silu((values[k]! + (more ? more[k]! / outGain[k]! : 0)) * first.gain[k]! + first.shift[k]!);
    for (const each of convs) {
      const { side, depth, outs, weights, last } = each;
      frame(values, framed, each);
      tiles(framed, patches, each);
      const count = side * side / 4;
      const plane = weights.length / 16;
      for (let k = 0; k < 16; k++) product(patches, k * count * depth, weights, k * plane, products, k * count * outs, count, depth, outs);
      untile(products, last ? drawn : values, each);
    }
  };

  return {
    kind: 'plain',
    setStyle,
    draw: (ids, fields, advances, patcher) => {
      for (let i = 0; i < ids.length; i++) {
        drawOne(ids[i]!, patcher);
        fields.set(drawn, i * side * side);
        advances[i] = advanceOf(0);
      }
    },
  };
}

interface Layer {
  /** Samples a side. */
  side: number;
  depth: number;
  outs: number;
  /** It makes what it reads twice as large. */
  twice: boolean;
  /** So many of its outputs stand beside each other in the next picture, and so many below. */
  grows: number;
  /** It gives the field. */
  last: boolean;
  /** [16, outs, depth] */
  weights: Float32Array;
  gain: Float32Array;
  shift: Float32Array;
}

/** A border of zeros around a picture [side, side, depth], which is first made from one half its size if `twice` (bilinear, half-pixel centres). */
function frame(from: Float32Array, to: Float32Array, { side, depth, twice }: Layer): void {
  const half = side / 2;
  const clamp = (at: number): number => Math.min(Math.max(at, 0), half - 1);
  to.fill(0);
  for (let y = 0; y < side; y++) {
    const near = (y >> 1) * half;
    const far = clamp((y >> 1) + (y & 1) * 2 - 1) * half;
    for (let x = 0; x < side; x++) {
      const at = ((y + 1) * (side + 2) + x + 1) * depth;
      if (!twice) {
        for (let k = 0; k < depth; k++) to[at + k] = from[(y * side + x) * depth + k]!;
        continue;
      }
      const next = clamp((x >> 1) + (x & 1) * 2 - 1);
      const p = (near + (x >> 1)) * depth;
      const q = (near + next) * depth;
      const r = (far + (x >> 1)) * depth;
      const s = (far + next) * depth;
      for (let k = 0; k < depth; k++) to[at + k] = from[p + k]! * 0.5625 + (from[q + k]! + from[r + k]!) * 0.1875 + from[s + k]! * 0.0625;
    }
  }
}

/** Bᵀ d B of every 4×4 patch, the sixth value halved: [16, tiles, depth]. */
function tiles(from: Float32Array, to: Float32Array, { side, depth }: Layer): void {
  const line = (side + 2) * depth;
  const plane = side * side / 4 * depth;
  for (let y = 0, out = 0; y < side; y += 2) {
    for (let x = 0; x < side; x += 2) {
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

/** Aᵀ m A of every tile, scaled and shifted; then silu, except of the last layer. */
function untile(from: Float32Array, to: Float32Array, { side, outs, grows, gain, shift, last }: Layer): void {
  const plane = side * side / 4 * outs;
  const beside = outs / grows;
  const line = side * beside;
  for (let y = 0, at = 0; y < side; y += 2) {
    for (let x = 0; x < side; x += 2) {
      for (let o = 0; o < outs; o++, at++) {
        // Where outputs stand below each other too, the second half lies a row below the first.
        const place = o < beside ? o : o - beside + line;
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
          const i = (y + row) * grows * line + x * beside + place;
          to[i] = last ? left : silu(left);
          to[i + beside] = last ? right : silu(right);
        }
      }
    }
  }
}
