/** From a picture of a letter to its field of signed distances. Pure. */
import type { Geometry } from '../../../drawing/field.ts';

/** Pixels of a picture for each sample of a field, in both directions. */
export const FINER = 4;
const FAR = 0.25;

/**
 * The field of a picture of a letter.
 * @param coverage share of each pixel that is inked, 0 to 255, every fourth byte from the given one on; `FINER · side` pixels square, over the field's own square
 */
export function fieldOf(coverage: ArrayLike<number>, stride: number, first: number, { side, sample }: Geometry, out: Float32Array): Float32Array {
  const wide = side * FINER;
  const [outside, inside] = [new Float64Array(wide * wide), new Float64Array(wide * wide)];
  for (let i = 0; i < wide * wide; i++) {
    const share = (coverage[i * stride + first] ?? 0) / 255;
    // An edge that cuts a pixel lies so far from its middle.
    outside[i] = share >= 1 ? 0 : share <= 0 ? 1e10 : Math.max(0, 0.5 - share) ** 2;
    inside[i] = share <= 0 ? 0 : share >= 1 ? 1e10 : Math.max(0, share - 0.5) ** 2;
  }
  spread(outside, wide);
  spread(inside, wide);
  const pixel = sample / FINER;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      let sum = 0;
      for (let k = 0; k < FINER * FINER; k++) {
        const at = (row * FINER + Math.floor(k / FINER)) * wide + column * FINER + (k % FINER);
        sum += Math.sqrt(inside[at]!) - Math.sqrt(outside[at]!);
      }
      out[row * side + column] = Math.min(Math.max((sum / FINER ** 2) * pixel, -FAR), FAR);
    }
  }
  return out;
}

/** Squared distances to the nearest zero, in place, in time linear in the pixels (Felzenszwalb and Huttenlocher, 2012). */
function spread(grid: Float64Array, wide: number): void {
  const [f, z, v] = [new Float64Array(wide), new Float64Array(wide + 1), new Uint16Array(wide)];
  for (let x = 0; x < wide; x++) line(grid, x, wide, wide, f, v, z);
  for (let y = 0; y < wide; y++) line(grid, y * wide, 1, wide, f, v, z);
}

function line(grid: Float64Array, offset: number, stride: number, length: number, f: Float64Array, v: Uint16Array, z: Float64Array): void {
  for (let q = 0; q < length; q++) f[q] = grid[offset + q * stride]!;
  v[0] = 0;
  z[0] = -Infinity;
  z[1] = Infinity;
  for (let q = 1, k = 0; q < length; q++) {
    let s: number;
    do {
      const r = v[k]!;
      s = (f[q]! - f[r]! + q * q - r * r) / (q - r) / 2;
    } while (s <= z[k]! && --k > -1);
    k++;
    v[k] = q;
    z[k] = s;
    z[k + 1] = Infinity;
  }
  for (let q = 0, k = 0; q < length; q++) {
    while (z[k + 1]! < q) k++;
    const r = v[k]!;
    grid[offset + q * stride] = f[r]! + (q - r) ** 2;
  }
}
