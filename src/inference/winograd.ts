/**
 * Weights of a 3×3 convolution, made ready for Winograd's F(2×2, 3×3): 4 · G g Gᵀ, which is whole for whole g; in the sixth plane
 * twice that, because what it is multiplied with is halved (the sum of four samples, see `tiles`).
 * @param weights i8 [outs, 3, 3, depth]
 * @returns i16 [16, outs, depth], within ±2304; fewer than eight outputs are made eight with zeros
 */
export function winograd(weights: Int8Array | Float32Array, outs: number, depth: number): Int16Array {
  const wide = Math.max(outs, 8);
  const out = new Int16Array(16 * wide * depth);
  const rows = new Int16Array(12);
  for (let o = 0; o < outs; o++) {
    for (let k = 0; k < depth; k++) {
      const at = (y: number, x: number): number => weights[((o * 3 + y) * 3 + x) * depth + k]!;
      for (let x = 0; x < 3; x++) spread(rows, x, 3, at(0, x), at(1, x), at(2, x));
      for (let y = 0; y < 4; y++) spread(out, (y * 4 * wide + o) * depth + k, wide * depth, rows[y * 3]!, rows[y * 3 + 1]!, rows[y * 3 + 2]!);
    }
  }
  for (let i = 5 * wide * depth; i < 6 * wide * depth; i++) out[i]! *= 2;
  return out;
}

/** 2 · G g, four numbers from three. */
function spread(to: Int16Array, at: number, step: number, a: number, b: number, c: number): void {
  to[at] = 2 * a;
  to[at + step] = a + b + c;
  to[at + 2 * step] = a - b + c;
  to[at + 3 * step] = 2 * c;
}
