/**
 * From words and a seed to a code: the sampler of the text-conditioned prior, flow matching (Lipman et al., 2023) with
 * classifier-free guidance (Ho & Salimans, 2022). It works on standardised codes: turned to their principal axes, deviation 1.
 */
import { ModelError } from './errors.ts';
import { normal } from './latent.ts';
import { readTensors, valuesOf, type Manifest } from './manifest.ts';
import { createNetwork, expectNetwork, formOf } from './prior-network.ts';

/** What is asked for. */
export interface Prompt {
  /** Each with a weight from 0, as if it were not there, to 10; 1 unless given. The weights of a repeated word add up. */
  words: readonly { word: string; weight?: number }[];
  /** How much the words count, from −10 to 10: 0 ignores them, 1 is what was learnt, more exaggerates, below 0 leads away from them. */
  guidance: number;
}

/** How to sample. */
export interface SampleRequest extends Prompt {
  /** Of the noise: the same seed, words, guidance and steps give the same code. */
  seed: number;
  /** Euler steps from noise to code, 1 to 1000; 8 are close to what many give. */
  steps: number;
  /** Standardised noise to begin with instead of the seed's. [code] */
  noise?: Float32Array;
}

/** A model's prior. What is written to `out` and `attention` is new unless given; nothing else is allocated, however many the steps. */
export interface Prior {
  /** What it knows. The first stands for no word: it is always there and cannot be asked for. */
  readonly words: readonly string[];
  /** Of a table of attention: blocks, heads, parts of the code, words. */
  readonly attentionShape: readonly [number, number, number, number];
  /**
   * A code in the decoder's space. [code]
   * @param attention takes, for the last step, the share of its attention that each part of the code pays to each word, with the prompt
   *   as given; the shares over the words add up to one. [blocks, heads, parts, words]
   * @throws {ModelError} `input`
   */
  sample: (request: SampleRequest, out?: Float32Array, attention?: Float32Array) => Float32Array;
  /**
   * The guided velocity at a standardised code and a time from 0, noise, to 1: `sample` adds it, divided by the number of steps, again and again.
   * @throws {ModelError} `input`
   */
  velocity: (standard: Float32Array, time: number, prompt: Prompt, out?: Float32Array, attention?: Float32Array) => Float32Array;
  /** The standardised noise of a seed. [code] */
  noise: (seed: number, out?: Float32Array) => Float32Array;
  /** A standardised code in the decoder's space. `out` is another array than `standard`. [code] */
  toCode: (standard: Float32Array, out?: Float32Array) => Float32Array;
}

/** Stands for the weight 0, which has no logarithm. The trainer's. */
const ABSENT = 1e-9;

/**
 * Makes a prior from a model's `prior.bin`.
 * @throws {ModelError} `damaged` if the bytes are not those the manifest speaks of, `manifest` if it speaks of none
 */
export async function createPrior(manifest: Manifest, bytes: Uint8Array<ArrayBuffer>): Promise<Prior> {
  if (!manifest.files.prior) throw new ModelError('manifest', 'This model has no prior, so it cannot be asked in words.');
  const form = formOf(manifest);
  const { parts, size, blocks, heads, words } = form;
  const length = parts * size;
  expectNetwork(manifest.tensors.prior ?? [], form, length);
  const tensors = await readTensors(manifest, 'prior', bytes);
  const network = createNetwork(form, tensors);
  const [mean, axes, deviation] = [valuesOf(tensors, 'mean'), valuesOf(tensors, 'axes'), valuesOf(tensors, 'deviation')];
  const attentionShape = [blocks, heads, parts, words.length] as const;
  const [standard, speed, untold] = [new Float32Array(length), new Float32Array(length), new Float32Array(length)];
  const said = new Float32Array(words.length);
  const nothing = new Float32Array(words.length).fill(Math.log(ABSENT));
  nothing[0] = 0;

  /** Reads the prompt into `said`. */
  const hear = (prompt: Prompt): void => {
    expectNumber('Guidance', prompt.guidance, -10, 10);
    said.fill(0);
    said[0] = 1;
    for (const { word, weight = 1 } of prompt.words) {
      const index = words.indexOf(word);
      if (index < 1) throw new ModelError('input', `This model does not know the word “${word}”; it knows ${words.slice(1).join(', ')}.`);
      expectNumber(`The weight of “${word}”`, weight, 0, 10);
      said[index]! += weight;
    }
    for (let i = 0; i < said.length; i++) said[i] = Math.log(Math.max(said[i]!, ABSENT));
  };

  const guided = (at: Float32Array, time: number, guidance: number, out: Float32Array, attention?: Float32Array): void => {
    // Either half is left out where it does not count.
    if (guidance !== 1) network(at, time, nothing, untold);
    if (guidance !== 0 || attention) network(at, time, said, out, attention);
    if (guidance === 1) return;
    for (let i = 0; i < length; i++) out[i] = guidance === 0 ? untold[i]! : untold[i]! + guidance * (out[i]! - untold[i]!);
  };

  const expectCode = (what: string, values: Float32Array): void => {
    if (values.length !== length || !values.every(Number.isFinite)) throw new ModelError('input', `${what} of this model is ${length} plain numbers.`);
  };
  const expectRoom = (out: Float32Array | undefined, attention?: Float32Array): void => {
    if ((out && out.length !== length) || (attention && attention.length !== blocks * heads * parts * words.length)) {
      throw new ModelError('input', `The result takes ${length} numbers, and a table of attention ${attentionShape.join(' × ')}.`);
    }
  };

  const toCode: Prior['toCode'] = (from, out = new Float32Array(length)) => {
    expectCode('A standardised code', from);
    expectRoom(out);
    out.set(mean);
    for (let k = 0; k < length; k++) {
      const each = from[k]! * deviation[k]!;
      for (let i = 0; i < length; i++) out[i]! += each * axes[k * length + i]!;
    }
    return out;
  };
  const noise: Prior['noise'] = (seed, out = new Float32Array(length)) => {
    expectNumber('A seed', seed, -(2 ** 31), 2 ** 32 - 1, true);
    expectRoom(out);
    const next = normal(seed);
    for (let i = 0; i < length; i++) out[i] = next();
    return out;
  };
  return {
    words,
    attentionShape,
    noise,
    toCode,
    velocity: (at, time, prompt, out = new Float32Array(length), attention) => {
      expectCode('A standardised code', at);
      expectNumber('The time', time, 0, 1);
      expectRoom(out, attention);
      hear(prompt);
      // By way of `speed`, so that `out` may be the code itself.
      guided(at, time, prompt.guidance, speed, attention);
      out.set(speed);
      return out;
    },
    sample: (request, out, attention) => {
      const { steps, seed, guidance } = request;
      expectNumber('The number of steps', steps, 1, 1000, true);
      expectRoom(out, attention);
      hear(request);
      if (request.noise) {
        expectCode('The noise', request.noise);
        standard.set(request.noise);
      } else noise(seed, standard);
      for (let step = 0; step < steps; step++) {
        guided(standard, step / steps, guidance, speed, step === steps - 1 ? attention : undefined);
        for (let i = 0; i < length; i++) standard[i]! += speed[i]! / steps;
      }
      return toCode(standard, out);
    },
  };
}

function expectNumber(what: string, value: number, least: number, most: number, whole = false): void {
  if (!(value >= least && value <= most) || (whole && value % 1 !== 0)) throw new ModelError('input', `${what} is a ${whole ? 'whole ' : ''}number from ${least} to ${most}, not ${value}.`);
}
