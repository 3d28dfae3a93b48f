/**
 * The decoder's arithmetic in WebAssembly SIMD. AssemblyScript: types are the machine's, pointers are numbers, nothing is allocated.
 *
 * Weights are integers as in the file; activations are rounded to 15 or 16 bits with one step per layer and glyph. A 3×3 convolution
 * is Winograd's F(2×2, 3×3): four outputs of a tile from sixteen products instead of thirty-six (Lavin and Gray, 2016). In whole numbers
 * sums may overflow on the way, but the result, taken modulo 2^32, fits, because `limitOf` in `wasm.ts` sees to it.
 * When it was chosen, the multiplications of a twelve-letter word took 1.5 ms this way, 2.7 ms in floats, and without Winograd 3.2 ms
 * and 6.0 ms.
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
 * @param rows a multiple of 4; depth is even, outs a multiple of 8, or 4: then the other four weights of each pair are anything, and what
 *   comes of them is overwritten by the next row, or lies behind the last
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

/** What `bend` reckons with. In memory, because the browser makes vectors that stand in the code anew at every use; that took a quarter of the time. */
const NUMBERS = memory.data<f32>([-1.44269504, -126, 126, 12582912, 0.0551716793, 0.242611169, 0.69326099, 0.999928071, 1]);

/**
 * The activation function, in place: x / (1 + e^-x). The power is 2^n · 2^f, the second by a polynomial off by one part in 13,000
 * at most, so that results are off by less than 0.00002.
 * @param at    f32
 * @param bytes a multiple of 16
 * @returns the largest of the results
 */
export function bend(at: usize, bytes: usize): f32 {
  const factor = v128.load32_splat(NUMBERS), least = v128.load32_splat(NUMBERS, 4), greatest = v128.load32_splat(NUMBERS, 8);
  const big = v128.load32_splat(NUMBERS, 12);
  const c3 = v128.load32_splat(NUMBERS, 16), c2 = v128.load32_splat(NUMBERS, 20), c1 = v128.load32_splat(NUMBERS, 24), c0 = v128.load32_splat(NUMBERS, 28);
  const one = v128.load32_splat(NUMBERS, 32);
  let most = f32x4.splat(0);
  for (const end = at + bytes; at < end; at += 16) {
    const x = v128.load(at);
    const t = f32x4.pmin(f32x4.pmax(f32x4.mul(x, factor), least), greatest);
    const shifted = f32x4.add(t, big);
    const f = f32x4.sub(t, f32x4.sub(shifted, big));
    const p = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(f, c3), c2), f), c1), f), c0);
    // n stands in the low bits of `shifted`; moved up, it is added to the exponent.
    const y = f32x4.div(x, f32x4.add(i32x4.add(p, i32x4.shl(shifted, 23)), one));
    v128.store(at, y);
    most = f32x4.pmax(most, y);
  }
  return max(max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)), max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)));
}

/** Rounds to 16 bits: `bytes` bytes of f32 from `from`, multiplied by `scale`. */
export function round(from: usize, to: usize, bytes: usize, scale: f32): void {
  const s = f32x4.splat(scale);
  for (const end = from + bytes; from < end; from += 32, to += 16) {
    v128.store(to, i16x8.narrow_i32x4_s(rounded(f32x4.mul(v128.load(from), s)), rounded(f32x4.mul(v128.load(from, 16), s))));
  }
}

// @ts-ignore: decorator
@inline
function blend(a: v128, b: v128, c: v128, d: v128, both: v128, one: v128, none: v128): v128 {
  return rounded(f32x4.add(f32x4.add(f32x4.mul(a, both), f32x4.mul(f32x4.add(b, c), one)), f32x4.mul(d, none)));
}

/**
 * Makes a picture twice as large (bilinear, half-pixel centres, edges repeated) and rounds it to 16 bits.
 * @param from  f32 [side / 2, side / 2, depth]
 * @param to    i16 [side + 2, side + 2, depth], of which the outermost samples are left as they are
 * @param scale what the values are multiplied by
 */
export function enlarge(from: usize, to: usize, side: i32, depth: i32, scale: f32): void {
  const pixel: usize = depth << 2;
  const last = (side >> 1) - 1;
  const line = (last + 1) * pixel;
  const both = f32x4.splat(scale * 0.5625);
  const one = f32x4.splat(scale * 0.1875);
  const none = f32x4.splat(scale * 0.0625);
  to += (side + 3) * (pixel >> 1);
  for (let y = 0; y < side; y++, to += pixel) {
    const nearRow = from + (y >> 1) * line;
    const farRow = from + neighbour(y, last) * line;
    for (let x = 0; x < side; x++) {
      const near: usize = (x >> 1) * pixel;
      const far: usize = neighbour(x, last) * pixel;
      let a = nearRow + near, b = nearRow + far, c = farRow + near, d = farRow + far;
      for (const end = a + pixel; a < end; a += 32, b += 32, c += 32, d += 32, to += 16) {
        const low = blend(v128.load(a), v128.load(b), v128.load(c), v128.load(d), both, one, none);
        const high = blend(v128.load(a, 16), v128.load(b, 16), v128.load(c, 16), v128.load(d, 16), both, one, none);
        v128.store(to, i16x8.narrow_i32x4_s(low, high));
      }
    }
  }
}

/** The second nearest to `at` of the samples before doubling. */
function neighbour(at: i32, last: i32): i32 {
  return min(max((at >> 1) + ((at & 1) << 1) - 1, 0), last);
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
        const a0 = v128.load(p), a1 = v128.load(p + pixel), a2 = v128.load(p + pixel * 2), a3 = v128.load(p + pixel * 3);
        let q = p + line;
        const b0 = v128.load(q), b1 = v128.load(q + pixel), b2 = v128.load(q + pixel * 2), b3 = v128.load(q + pixel * 3);
        q += line;
        const c0 = v128.load(q), c1 = v128.load(q + pixel), c2 = v128.load(q + pixel * 2), c3 = v128.load(q + pixel * 3);
        q += line;
        const d0 = v128.load(q), d1 = v128.load(q + pixel), d2 = v128.load(q + pixel * 2), d3 = v128.load(q + pixel * 3);
        tileRow(i16x8.sub(a0, c0), i16x8.sub(a1, c1), i16x8.sub(a2, c2), i16x8.sub(a3, c3), to, plane, false);
        tileRow(i16x8.add(b0, c0), i16x8.add(b1, c1), i16x8.add(b2, c2), i16x8.add(b3, c3), to + plane * 4, plane, true);
        tileRow(i16x8.sub(c0, b0), i16x8.sub(c1, b1), i16x8.sub(c2, b2), i16x8.sub(c3, b3), to + plane * 8, plane, false);
        tileRow(i16x8.sub(b0, d0), i16x8.sub(b1, d1), i16x8.sub(b2, d2), i16x8.sub(b3, d3), to + plane * 12, plane, false);
      }
    }
  }
}

/** From a row of Bᵀ d the same row of Bᵀ d B. `sums`: it is the row of sums. */
// @ts-ignore: decorator
@inline
function tileRow(a: v128, b: v128, c: v128, d: v128, to: usize, plane: usize, sums: bool): void {
  v128.store(to, i16x8.sub(a, c));
  // Where all four are added, half of it: 16 bits hold no more. One half is rounded up, one down, so that no error adds up.
  v128.store(to + plane, sums ? i16x8.add(i16x8.shr_s(i16x8.add(b, i16x8.splat(1)), 1), i16x8.shr_s(c, 1)) : i16x8.add(b, c));
  v128.store(to + plane * 2, i16x8.sub(c, b));
  v128.store(to + plane * 3, i16x8.sub(b, d));
}

/**
 * Aᵀ m A for every tile, then scale and shift.
 * @param from  i32 [16, (side / 2)², outs], with gaps likewise
 * @param to    f32, the next picture; where it has four samples for one, the second half of the outputs lies a row below the first
 * @param gain  f32 [2, outs]: the sum is multiplied by gain · step; after the gains what is added then
 * @param right bytes from the results of one sample to those of its neighbour
 * @param line  bytes from one row of the next picture to that below
 */
export function untile(from: usize, to: usize, side: i32, outs: i32, gain: usize, step: f32, right: usize, line: usize): void {
  const size: usize = outs << 2;
  const plane: usize = ((side * side) >> 2) * size + GAP;
  const below = line * size / right;
  for (let y = 0; y < side; y += 2) {
    for (let x = 0; x < side; x += 2) {
      const corner = to + y * below + x * right;
      for (let o: usize = 0; o < size; o += 16, from += 16) {
        const g = f32x4.mul(v128.load(gain + o), f32x4.splat(step));
        const t = v128.load(gain + size + o);
        // Four values are put down in two halves: of the field's four, two belong a row below.
        let low = corner + place(o, right, line);
        let high = corner + place(o + 8, right, line);
        // The rows of Aᵀ: 0 + (1 + 2), 1 − (2 + 3). Where all bits of the sign are set, it negates.
        let sign = i32x4.splat(0);
        for (let p = from; p <= from + plane * 4; p += plane * 4, low += below, high += below, sign = i32x4.splat(-1)) {
          const a = column(p, plane, sign);
          const b = column(p + plane, plane, sign);
          const c = column(p + plane * 2, plane, sign);
          const d = column(p + plane * 3, plane, sign);
          const left = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(i32x4.add(a, i32x4.add(b, c))), g), t);
          const other = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(i32x4.sub(b, i32x4.add(c, d))), g), t);
          v128.store64_lane(low, left, 0);
          v128.store64_lane(high, left, 1);
          v128.store64_lane(low + right, other, 0);
          v128.store64_lane(high + right, other, 1);
        }
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function place(o: usize, right: usize, line: usize): usize {
  return o < right ? o : o - right + line;
}

// @ts-ignore: decorator
@inline
function column(p: usize, plane: usize, sign: v128): v128 {
  const rest = i32x4.add(v128.load(p + plane * 4), v128.load(p + plane * 8));
  return i32x4.add(v128.load(p), i32x4.sub(v128.xor(rest, sign), sign));
}
