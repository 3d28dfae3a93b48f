/** The matrix product of everything that runs without the kernel. */

/** out[r, o] = Σ a[r, k] · w[o, k]. `outs` is a multiple of 4; four at a time, because reading costs more than multiplying. */
export function product(a: Float32Array, aAt: number, w: Float32Array, wAt: number, out: Float32Array, outAt: number, rows: number, depth: number, outs: number): void {
  for (let o = 0; o < outs; o += 4, wAt += 4 * depth) {
    for (let r = 0; r < rows; r++) {
      let c0 = 0;
      let c1 = 0;
      let c2 = 0;
      let c3 = 0;
      for (let k = 0, i = aAt + r * depth; k < depth; k++) {
        const x = a[i + k]!;
        c0 += x * w[wAt + k]!;
        c1 += x * w[wAt + depth + k]!;
        c2 += x * w[wAt + 2 * depth + k]!;
        c3 += x * w[wAt + 3 * depth + k]!;
      }
      const at = outAt + r * outs + o;
      out[at] = c0;
      out[at + 1] = c1;
      out[at + 2] = c2;
      out[at + 3] = c3;
    }
  }
}
