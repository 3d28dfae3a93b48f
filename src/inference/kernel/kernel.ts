/**
 * The decoder's arithmetic in WebAssembly SIMD. AssemblyScript: types are the machine's, pointers are numbers, nothing is allocated.
 *
 * Weights are integers as in the file; activations are rounded to 15 or 16 bits with one step per layer and glyph. A 3×3 convolution
 * is Winograd's F(2×2, 3×3): four outputs of a tile from sixteen products instead of thirty-six (Lavin and Gray, 2016). In whole numbers
 * sums may overflow on the way, but the result, taken modulo 2^32, fits, because `limitOf` in `wasm.ts` sees to it.
 * The multiplications of a twelve-letter word took 1.5 ms this way, 2.7 ms in floats, and without Winograd 3.2 ms and 6.0 ms.
 * The host lays out the memory; see `wasm.ts`.
 */

/** Adding 1.5 · 2^23 leaves a float's value, rounded to the nearest whole number, in the low bits of its mantissa. */
const ROUND: f32 = 12582912;
const ROUND_BITS: i32 = 0x4b400000;
/** Bytes between the sixteen planes of a tile's values. Without them planes lie powers of two apart, and push each other out of the cache. */
const GAP: usize = 64;

// @ts-ignore: decorator
@inline
function rounded(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(ROUND)), i32x4.splat(ROUND_BITS));
}

/** x / (1 + e^-x). The power is 2^n · 2^f, the second by its Taylor series to f^5: relative error below 3e-6. */
function silu(x: v128): v128 {
  const t = f32x4.pmin(f32x4.pmax(f32x4.mul(x, f32x4.splat(-1.44269504)), f32x4.splat(-126)), f32x4.splat(126));
  const shifted = f32x4.add(t, f32x4.splat(ROUND));
  const f = f32x4.sub(t, f32x4.sub(shifted, f32x4.splat(ROUND)));
  let p = f32x4.add(f32x4.mul(f, f32x4.splat(0.00133335581)), f32x4.splat(0.00961812911));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(0.0555041087));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(0.240226507));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(0.693147181));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1));
  // n stands in the low bits of `shifted`; moved up, it is added to the exponent.
  p = i32x4.add(p, i32x4.shl(shifted, 23));
  return f32x4.div(x, f32x4.add(p, f32x4.splat(1)));
}

// @ts-ignore: decorator
@inline
function largest(x: v128): f32 {
  return max(max(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1)), max(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3)));
}

// @ts-ignore: decorator
@inline
function dot(sum: v128, a: v128, b: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(a, b));
}

/**
 * out[r, o] = Σ a[r, k] · w[o, k], whole numbers.
 * @param a    i16 [rows, depth]
 * @param w    i16 [outs / 8, depth / 2, 8, 2]: for every pair of inputs the weights of eight outputs side by side
 * @param out  i32 [rows, outs]
 * @param rows a multiple of 4; depth is even, outs a multiple of 8
 */
export function product(a: usize, w: usize, out: usize, rows: i32, depth: i32, outs: i32): void {
  const line: usize = depth << 1;
  const stride: usize = outs << 2;
  const end = out + stride;
  for (; out < end; out += 32, w += line << 3) {
    let to = out;
    for (let row = a, last = a + rows * line; row < last; row += line << 2, to += stride << 2) {
      let a0 = row;
      let a1 = row + line;
      let a2 = a1 + line;
      let a3 = a2 + line;
      let c0 = i32x4.splat(0), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
      const stop = a1;
      for (let p = w; a0 < stop; p += 32) {
        const left = v128.load(p);
        const right = v128.load(p, 16);
        let x = v128.load32_splat(a0);
        c0 = dot(c0, x, left);
        c1 = dot(c1, x, right);
        x = v128.load32_splat(a1);
        c2 = dot(c2, x, left);
        c3 = dot(c3, x, right);
        x = v128.load32_splat(a2);
        c4 = dot(c4, x, left);
        c5 = dot(c5, x, right);
        x = v128.load32_splat(a3);
        c6 = dot(c6, x, left);
        c7 = dot(c7, x, right);
        a0 += 4;
        a1 += 4;
        a2 += 4;
        a3 += 4;
      }
      v128.store(to, c0);
      v128.store(to, c1, 16);
      v128.store(to + stride, c2);
      v128.store(to + stride, c3, 16);
      v128.store(to + stride * 2, c4);
      v128.store(to + stride * 2, c5, 16);
      v128.store(to + stride * 3, c6);
      v128.store(to + stride * 3, c7, 16);
    }
  }
}

/**
 * to[i] = silu(from[i] · step · gain[i] + shift[i]), from whole numbers.
 * @returns the largest of the results
 */
export function modulate(from: usize, to: usize, gain: usize, shift: usize, count: i32, step: f32): f32 {
  const s = f32x4.splat(step);
  let most = f32x4.splat(0);
  for (let i: usize = 0, end: usize = count << 2; i < end; i += 16) {
    const x = f32x4.mul(f32x4.convert_i32x4_s(v128.load(from + i)), f32x4.mul(v128.load(gain + i), s));
    const y = silu(f32x4.add(x, v128.load(shift + i)));
    v128.store(to + i, y);
    most = f32x4.pmax(most, y);
  }
  return largest(most);
}

// @ts-ignore: decorator
@inline
function blend(a: v128, b: v128, c: v128, d: v128, both: v128, one: v128, none: v128): v128 {
  return rounded(f32x4.add(f32x4.add(f32x4.mul(a, both), f32x4.mul(f32x4.add(b, c), one)), f32x4.mul(d, none)));
}

/**
 * Rounds a picture to 16 bits and puts a border of zeros around it, one sample wide; before that it may be doubled
 * (bilinear, half-pixel centres, edges repeated).
 * @param from  f32 [side >> twice, side >> twice, depth]
 * @param to    i16 [side + 2, side + 2, depth]
 * @param scale what the values are multiplied by
 * @param twice 1 to double, 0 to leave the size
 */
export function frame(from: usize, to: usize, side: i32, depth: i32, scale: f32, twice: i32): void {
  const line = (side + 2) * depth;
  const pixel: usize = depth << 2;
  const last = (side >> twice) - 1;
  memory.fill(to, 0, (line * (side + 2)) << 1);
  const both = f32x4.splat(scale * 0.5625);
  const one = f32x4.splat(scale * 0.1875);
  const none = f32x4.splat(scale * 0.0625);
  for (let y = 0; y < side; y++) {
    const nearRow = from + (y >> twice) * (last + 1) * pixel;
    const farRow = from + neighbour(y, twice, last) * (last + 1) * pixel;
    let out: usize = to + (((y + 1) * line + depth) << 1);
    for (let x = 0; x < side; x++) {
      const near: usize = (x >> twice) * pixel;
      const far: usize = neighbour(x, twice, last) * pixel;
      let a = nearRow + near, b = nearRow + far, c = farRow + near, d = farRow + far;
      for (const end = a + pixel; a < end; a += 32, b += 32, c += 32, d += 32, out += 16) {
        const low = blend(v128.load(a), v128.load(b), v128.load(c), v128.load(d), both, one, none);
        const high = blend(v128.load(a, 16), v128.load(b, 16), v128.load(c, 16), v128.load(d, 16), both, one, none);
        v128.store(out, i16x8.narrow_i32x4_s(low, high));
      }
    }
  }
}

/** Of the samples before doubling the second nearest to `at`; without doubling the nearest itself, so that all four weights fall on it. */
function neighbour(at: i32, twice: i32, last: i32): i32 {
  return twice ? min(max((at >> 1) + ((at & 1) << 1) - 1, 0), last) : at;
}

/**
 * Bᵀ d B for every tile: what goes into the sixteen products.
 * @param from i16 [side + 2, side + 2, depth], values so small that any two sums of them stay within 16 bits
 * @param to   i16 [16, (side / 2)², depth], with a gap after each of the sixteen
 */
export function tiles(from: usize, to: usize, side: i32, depth: i32): void {
  const pixel: usize = depth << 1;
  const line: usize = (side + 2) * pixel;
  const plane: usize = ((side * side) >> 2) * pixel + GAP;
  for (let y = 0; y < side; y += 2) {
    for (let x = 0; x < side; x += 2) {
      const corner = from + y * line + x * pixel;
      for (let p = corner, end = corner + pixel; p < end; p += 16, to += 16) {
        // The rows of Bᵀ: 0 − 2, 1 + 2, 2 − 1, 1 − 3.
        tileRow(p, p + line * 2, pixel, false, to, plane);
        tileRow(p + line, p + line * 2, pixel, true, to + plane * 4, plane);
        tileRow(p + line * 2, p + line, pixel, false, to + plane * 8, plane);
        tileRow(p + line, p + line * 3, pixel, false, to + plane * 12, plane);
      }
    }
  }
}

/** One row of Bᵀ d is the sum or difference of two rows of d; then the same with its columns. */
function tileRow(one: usize, two: usize, pixel: usize, sum: bool, to: usize, plane: usize): void {
  const a = pair(one, two, sum);
  const b = pair(one + pixel, two + pixel, sum);
  const c = pair(one + pixel * 2, two + pixel * 2, sum);
  const d = pair(one + pixel * 3, two + pixel * 3, sum);
  v128.store(to, i16x8.sub(a, c));
  // Where all four are added, half of it: 16 bits hold no more. One half is rounded up, one down, so that no error adds up.
  v128.store(to + plane, sum ? i16x8.add(i16x8.shr_s(i16x8.add(b, i16x8.splat(1)), 1), i16x8.shr_s(c, 1)) : i16x8.add(b, c));
  v128.store(to + plane * 2, i16x8.sub(c, b));
  v128.store(to + plane * 3, i16x8.sub(b, d));
}

// @ts-ignore: decorator
@inline
function pair(one: usize, two: usize, sum: bool): v128 {
  return sum ? i16x8.add(v128.load(one), v128.load(two)) : i16x8.sub(v128.load(one), v128.load(two));
}

/**
 * Aᵀ m A for every tile, then scale, shift and, unless it is the last layer, silu.
 * @param from   i32 [16, (side / 2)², outs], with gaps likewise
 * @param to     f32 [side, side, outs]; of the last layer the field, f32 [side · 4, side · 4]
 * @param gain   f32 [outs], shift likewise; the sum is multiplied by gain · step
 * @param curved 1 for silu; 0 for the last layer, whose sixteen channels are the samples of a 4×4 square
 * @returns the largest of the results
 */
export function untile(from: usize, to: usize, side: i32, outs: i32, gain: usize, shift: usize, step: f32, curved: i32): f32 {
  const size: usize = outs << 2;
  const plane: usize = ((side * side) >> 2) * size + GAP;
  let most = f32x4.splat(0);
  // Where the neighbours of a sample go: beside it, or (a row of four at a time) into the rows of the field.
  const right: usize = curved ? size : 16;
  const below: usize = curved ? side * size : side << 6;
  const next: usize = curved ? 16 : side << 4;
  for (let y = 0; y < side; y += 2) {
    for (let x = 0; x < side; x += 2) {
      let at = to + y * below + x * right;
      for (let o: usize = 0; o < size; o += 16, from += 16, at += next) {
        const g = f32x4.mul(v128.load(gain + o), f32x4.splat(step));
        const t = v128.load(shift + o);
        most = untileRow(from, plane, 1, g, t, at, right, curved, most);
        most = untileRow(from + plane * 4, plane, -1, g, t, at + below, right, curved, most);
      }
    }
  }
  return largest(most);
}

/** One of a tile's two rows of results: a row of products and two more, added or taken away; then the same with their columns. */
function untileRow(p: usize, plane: usize, sign: i32, gain: v128, shift: v128, to: usize, right: usize, curved: i32, most: v128): v128 {
  const s = i32x4.splat(sign);
  const a = column(p, plane, s);
  const b = column(p + plane, plane, s);
  const c = column(p + plane * 2, plane, s);
  const d = column(p + plane * 3, plane, s);
  let x = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(i32x4.add(a, i32x4.add(b, c))), gain), shift);
  let y = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(i32x4.sub(b, i32x4.add(c, d))), gain), shift);
  if (curved) {
    x = silu(x);
    y = silu(y);
  }
  v128.store(to, x);
  v128.store(to + right, y);
  return f32x4.pmax(most, f32x4.pmax(x, y));
}

// @ts-ignore: decorator
@inline
function column(p: usize, plane: usize, sign: v128): v128 {
  return i32x4.add(v128.load(p), i32x4.mul(i32x4.add(v128.load(p + plane * 4), v128.load(p + plane * 8)), sign));
}
