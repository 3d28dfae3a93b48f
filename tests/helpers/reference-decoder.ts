/** The decoder as its formula stands, in double precision, without any trick: what the fast ones are compared with. Slow. */
import { valuesOf, type Manifest, type Tensors } from '../../src/inference/manifest.ts';

const silu = (x: number): number => x / (1 + Math.exp(-x));

/** A glyph's signed distances, and its advance, in cap heights. */
export function referenceDecode(manifest: Manifest, tensors: Tensors, z: ArrayLike<number>, glyph: number): { field: Float64Array; advance: number } {
  const { hidden: h, latent: { bones }, channels: [a, b, c, d, e] } = manifest;
  const get = (name: string): Float32Array => valuesOf(tensors, name);
  const code = Array.from(z);
  const zb = code.slice(0, bones);
  const zf = code.slice(bones);
  const times = (name: string, x: ArrayLike<number>): number[] => {
    const w = get(name);
    return Array.from({ length: w.length / x.length }, (_, r) => {
      let sum = 0;
      for (let k = 0; k < x.length; k++) sum += (w[r * x.length + k] ?? 0) * (x[k] ?? 0);
      return sum;
    });
  };
  const plus = (x: readonly number[], y: ArrayLike<number>): number[] => x.map((value, i) => value + (y[i] ?? 0));

  let x = times('trunk.in', zb).map((value, i) => silu(value * (get('trunk.gain')[glyph * h + i] ?? 0) + (get('trunk.bias')[glyph * h + i] ?? 0)));
  x = plus(x, plus(plus(times('trunk.mix', x), times('trunk.style', zb)), get('trunk.mix.bias')).map(silu));
  const advance = (times('advance', x)[0] ?? 0) + (get('advance.bias')[0] ?? 0);
  const film = (values: readonly number[], stage: number, u: readonly number[]): number[] => {
    const s = plus(times(`film${stage}.scale`, u), get(`film${stage}.scale.bias`));
    const t = plus(times(`film${stage}.shift`, u), get(`film${stage}.shift.bias`));
    return values.map((value, i) => silu(value * (1 + (s[i % s.length] ?? 0)) + (t[i % s.length] ?? 0)));
  };
  let v = film(times('field.in', x), 0, zb);
  v = film(conv(enlarge(v, 4, a), get('conv1'), 8, a, b), 1, zf);
  v = film(conv(enlarge(v, 8, b), get('conv2'), 16, b, c), 2, zf);
  const late = (name: string, side: number, depth: number, outs: number): number[] => conv(v, get(name), side, depth, outs).map((value, i) => value + (get(`${name}.bias`)[i % outs] ?? NaN));
  v = shuffle(late('conv3', 16, c, 4 * d), 16, d).map(silu);
  v = late('conv4', 32, d, e).map(silu);
  const field = Float64Array.from(shuffle(late('conv5', 32, e, 4), 32, 1), (value) => value * manifest.field.scale);
  return { field, advance };
}

/** Four samples out of each: above left, above right, below left, below right. */
function shuffle(from: readonly number[], side: number, depth: number): number[] {
  const out: number[] = [];
  for (let y = 0; y < side * 2; y++) {
    for (let x = 0; x < side * 2; x++) {
      for (let k = 0; k < depth; k++) out.push(from[(((y >> 1) * side + (x >> 1)) * 4 + (y & 1) * 2 + (x & 1)) * depth + k] ?? NaN);
    }
  }
  return out;
}

/** Bilinear, twice the side, half-pixel centres, edges repeated. */
function enlarge(from: readonly number[], side: number, depth: number): number[] {
  const out: number[] = [];
  const weights = (at: number): [number, number, number] => {
    const exact = Math.min(Math.max((at + 0.5) / 2 - 0.5, 0), side - 1);
    return [Math.floor(exact), Math.min(Math.floor(exact) + 1, side - 1), exact % 1];
  };
  for (let y = 0; y < side * 2; y++) {
    const [top, bottom, fy] = weights(y);
    for (let x = 0; x < side * 2; x++) {
      const [left, right, fx] = weights(x);
      for (let k = 0; k < depth; k++) {
        const p = (row: number, column: number): number => from[(row * side + column) * depth + k] ?? 0;
        out.push((p(top, left) * (1 - fx) + p(top, right) * fx) * (1 - fy) + (p(bottom, left) * (1 - fx) + p(bottom, right) * fx) * fy);
      }
    }
  }
  return out;
}

/** 3×3, zeros around. */
function conv(from: readonly number[], weights: Float32Array, side: number, depth: number, outs: number): number[] {
  const out: number[] = [];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      for (let o = 0; o < outs; o++) {
        let sum = 0;
        for (let ky = 0; ky < 3; ky++) {
          for (let kx = 0; kx < 3; kx++) {
            const [row, column] = [y + ky - 1, x + kx - 1];
            if (row < 0 || column < 0 || row >= side || column >= side) continue;
            for (let k = 0; k < depth; k++) sum += (from[(row * side + column) * depth + k] ?? 0) * (weights[((o * 3 + ky) * 3 + kx) * depth + k] ?? 0);
          }
        }
        out.push(sum);
      }
    }
  }
  return out;
}
