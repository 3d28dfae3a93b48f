/**
 * The network of the prior: from a noisy code, the time and the words to the direction in which the code should move.
 * The code is cut into parts of a few numbers. Each part asks the words (cross-attention), then the other parts (self-attention),
 * then goes through a small network of its own. The definition is the trainer's, `training/letterforms/prior.py`.
 */
import { expectShapes, readerOf, refuse, valuesOf, type Manifest, type TensorSpec, type Tensors } from './manifest.ts';
import { product } from './product.ts';
import { silu } from './style.ts';

/** Sines and cosines by which the network is told the time, and the rate of the fastest; the slowest has 1. */
const CLOCK = 16;
const FASTEST = 64;

/**
 * Fills `out` with the velocity, [code], and `attention`, if given, with the share of each word, [blocks, heads, parts, words].
 * @param code standardised, [code]
 * @param time 0 for noise to 1 for a code
 * @param said logarithms of the words' weights, [words]
 */
export type Network = (code: Float32Array, time: number, said: Float32Array, out: Float32Array, attention?: Float32Array) => void;

/** Rows of `from` times a matrix, plus a bias; written to `to`, or added to what is there. */
type Layer = (from: Float32Array, to: Float32Array, add?: boolean) => void;

/** The shape of the prior's network, and the words it knows. */
export interface PriorForm {
  /** A code is cut into so many parts. */
  parts: number;
  /** Numbers of a part. */
  size: number;
  /** Width of the network: a multiple of four times the heads of its attention. */
  width: number;
  /** Times that the parts attend to the words and to each other. */
  blocks: number;
  heads: number;
  /** The first stands for no word. */
  words: readonly string[];
}

/**
 * What a manifest says of the prior's network, checked.
 * @throws {ModelError} `manifest`
 */
export function formOf({ latent: { bones, finish }, prior }: Manifest): PriorForm {
  const { text, whole, list } = readerOf({ prior });
  const code = bones + finish;
  const parts = whole('prior.parts', 1, code);
  if (code % parts !== 0) refuse('prior.parts', `a divisor of ${code}`, parts);
  const heads = whole('prior.heads', 1, 64);
  const words = list('prior.words', (at) => text(at, /^\S{1,40}$/, 'a word'));
  if (new Set(words).size !== words.length) refuse('prior.words', 'words, each once', words);
  return {
    parts, heads, words, size: whole('prior.size', code / parts, code / parts),
    width: whole('prior.width', 4 * heads, 4096, 4 * heads), blocks: whole('prior.blocks', 1, 64),
  };
}

/**
 * Makes sure that the tensors of `prior.bin` are there, with their shapes.
 * @param code numbers of a code
 * @throws {ModelError} `manifest`
 */
export function expectNetwork(specs: readonly TensorSpec[], { parts, size, width, blocks, words }: PriorForm, code: number): void {
  const expected = ['mean c,axes cc,deviation c,enter psw,place pw,time.weight wt,time.bias w,words nw,leave pws'];
  for (let i = 0; i < blocks; i++) {
    for (const kind of ['cross', 'self']) for (const part of ['query', 'key', 'value', 'out']) expected.push(`${kind}.${i}.${part}.weight ww`);
    expected.push(`up.${i}.weight dw,up.${i}.bias d,down.${i}.weight wd,down.${i}.bias w`);
  }
  expectShapes(specs, `${expected}`, { c: code, p: parts, s: size, w: width, d: 2 * width, n: words.length, t: CLOCK });
}

/** Prepares the network; nothing is allocated afterwards. */
export function createNetwork({ parts, size, width, blocks, heads, words }: PriorForm, tensors: Tensors): Network {
  const of = (name: string): Float32Array => valuesOf(tensors, name);
  const rows = (count: number): Float32Array => new Float32Array(count * width);
  const made = rows(Math.max(2 * parts, words.length));
  const layer = (name: string, depth: number, biased = false): Layer => linear(of(`${name}.weight`), depth, made, biased ? of(`${name}.bias`) : undefined);
  const [enter, place, leave] = [of('enter'), of('place'), of('leave')];
  const clock = layer('time', CLOCK, true);
  const features = new Float32Array(CLOCK);
  const now = new Float32Array(width);
  const [x, plain, query, key, value, found] = [rows(parts), rows(parts), rows(parts), rows(parts), rows(parts), rows(parts)];
  const wide = rows(2 * parts);
  const shares = Array.from({ length: blocks }, () => new Float32Array(heads * parts * words.length));
  const exchanged = new Float32Array(heads * parts * parts);

  const table = of('words');
  const steps = shares.map((share, i) => {
    // The words do not change with the code or the time, so what they answer is worked out once.
    const [wordKeys, wordValues] = [rows(words.length), rows(words.length)];
    layer(`cross.${i}.key`, width)(table, wordKeys);
    layer(`cross.${i}.value`, width)(table, wordValues);
    const [ask, take] = [layer(`cross.${i}.query`, width), layer(`cross.${i}.out`, width)];
    const [toQuery, toKey, toValue, exchange] = [layer(`self.${i}.query`, width), layer(`self.${i}.key`, width), layer(`self.${i}.value`, width), layer(`self.${i}.out`, width)];
    const [up, down] = [layer(`up.${i}`, width, true), layer(`down.${i}`, 2 * width, true)];
    return (said: Float32Array): void => {
      normalise(x, width, plain);
      ask(plain, query);
      attend(query, wordKeys, wordValues, width, heads, share, found, said);
      take(found, x, true);
      normalise(x, width, plain);
      toQuery(plain, query);
      toKey(plain, key);
      toValue(plain, value);
      attend(query, key, value, width, heads, exchanged, found);
      exchange(found, x, true);
      normalise(x, width, plain);
      up(plain, wide);
      for (let k = 0; k < wide.length; k++) wide[k] = silu(wide[k]!);
      down(wide, x, true);
    };
  });

  return (code, time, said, out, attention) => {
    for (let k = 0; k < CLOCK / 2; k++) {
      const angle = time * FASTEST ** (k / (CLOCK / 2 - 1));
      features[k] = Math.sin(angle);
      features[k + CLOCK / 2] = Math.cos(angle);
    }
    clock(features, now);
    for (let p = 0; p < parts; p++) {
      for (let k = 0; k < width; k++) {
        let sum = place[p * width + k]! + now[k]!;
        for (let i = p * size; i < (p + 1) * size; i++) sum += code[i]! * enter[i * width + k]!;
        x[p * width + k] = sum;
      }
    }
    for (const step of steps) step(said);
    normalise(x, width, plain);
    for (let i = 0; i < out.length; i++) {
      const p = Math.floor(i / size);
      let sum = 0;
      for (let k = p * width; k < (p + 1) * width; k++) sum += plain[k]! * leave[k * size + (i - p * size)]!;
      out[i] = sum;
    }
    if (attention) for (let i = 0; i < blocks; i++) attention.set(shares[i]!, i * shares[i]!.length);
  };
}

/** `weights` is [outs, depth]; `made` has room for the result. */
function linear(weights: Float32Array, depth: number, made: Float32Array, bias?: Float32Array): Layer {
  const outs = weights.length / depth;
  return (from, to, add = false) => {
    product(from, 0, weights, 0, made, 0, from.length / depth, depth, outs);
    for (let i = 0; i < to.length; i++) to[i] = (add ? to[i]! : 0) + (bias ? bias[i % outs]! : 0) + made[i]!;
  };
}

/** Divides each row by the root of the mean of its squares. */
function normalise(from: Float32Array, width: number, to: Float32Array): void {
  for (let row = 0; row < from.length; row += width) {
    let sum = 0;
    for (let k = row; k < row + width; k++) sum += from[k]! ** 2;
    const scale = 1 / Math.sqrt(sum / width + 1e-6);
    for (let k = row; k < row + width; k++) to[k] = from[k]! * scale;
  }
}

/**
 * Attention of several heads, each on its own columns: `to` gets the values' mean, weighted by how well keys fit queries.
 * @param shares takes the weights, [heads, queries, keys]; each row adds up to one
 * @param said   is added to the score of each key: the logarithm of a weight multiplies its share
 */
function attend(queries: Float32Array, keys: Float32Array, values: Float32Array, width: number, heads: number, shares: Float32Array, to: Float32Array, said?: Float32Array): void {
  const depth = width / heads;
  const scale = 1 / Math.sqrt(depth);
  const count = keys.length / width;
  to.fill(0);
  for (let head = 0, at = 0; head < width; head += depth) {
    for (let q = head; q < queries.length; q += width, at += count) {
      let most = -Infinity;
      for (let i = 0; i < count; i++) {
        let score = 0;
        for (let k = 0; k < depth; k++) score += queries[q + k]! * keys[i * width + head + k]!;
        score = score * scale + (said ? said[i]! : 0);
        shares[at + i] = score;
        if (score > most) most = score;
      }
      let total = 0;
      for (let i = at; i < at + count; i++) total += shares[i] = Math.exp(shares[i]! - most);
      for (let i = 0; i < count; i++) {
        const share = shares[at + i]! / total;
        shares[at + i] = share;
        for (let k = 0; k < depth; k++) to[q + k]! += share * values[i * width + head + k]!;
      }
    }
  }
}
