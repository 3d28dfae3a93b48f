/** The prior's way from noise to a code, step by step: what a demonstration shows that `Prior.sample` only does. */
import { ModelError } from '../errors.ts';
import type { Prior } from '../prior.ts';

/** A word of a prompt. */
export interface TracedWord {
  word: string;
  /** As in `Prompt`: 0 to 10, 1 unless given. A list has one weight for each step, so that a word can be turned up or off on the way. */
  weight?: number | readonly number[];
}

/** What to sample. The words, guidance, seed and steps are those of `SampleRequest`. */
export interface TraceRequest {
  words: readonly TracedWord[];
  guidance: number;
  seed: number;
  steps: number;
  /** Whether to keep what the parts of the code listened to. */
  attention?: boolean;
}

/** A sample, and how it came about. */
export interface Trace {
  /** The code, in the decoder's space. [code] */
  z: Float32Array;
  /** Where the sample was before each step and after the last, in the decoder's space. [steps + 1, code] */
  path: Float32Array;
  /** Where a straight way on would have ended, seen from before each step: the sampler's guess so far. [steps, code] */
  guesses: Float32Array;
  /** If asked for: the share of its attention that each part pays to each word, mean over heads and blocks. [steps, parts, words] */
  attention?: Float32Array;
}

/**
 * Samples, and keeps the way. With plain weights the code is the one that `prior.sample` gives.
 * @throws {ModelError} `input`
 */
export function tracePrior(prior: Prior, { words, guidance, seed, steps, attention: wanted = false }: TraceRequest): Trace {
  if (!(steps >= 1 && steps <= 1000) || steps % 1 !== 0) throw new ModelError('input', `The number of steps is a whole number from 1 to 1000, not ${steps}.`);
  for (const { word, weight } of words) {
    if (typeof weight === 'object' && weight.length !== steps) throw new ModelError('input', `“${word}” has ${weight.length} weights for ${steps} steps.`);
  }
  const [blocks, heads, parts, count] = prior.attentionShape;
  const at = prior.noise(seed);
  const size = at.length;
  const speed = new Float32Array(size);
  const guess = new Float32Array(size);
  const path = new Float32Array((steps + 1) * size);
  const guesses = new Float32Array(steps * size);
  const table = wanted ? new Float32Array(blocks * heads * parts * count) : undefined;
  const attention = wanted ? new Float32Array(steps * parts * count) : undefined;
  for (let step = 0; step < steps; step++) {
    prior.toCode(at, path.subarray(step * size, (step + 1) * size));
    const said = words.map(({ word, weight = 1 }) => ({ word, weight: typeof weight === 'object' ? weight[step]! : weight }));
    prior.velocity(at, step / steps, { words: said, guidance }, speed, table);
    for (let i = 0; i < size; i++) guess[i] = at[i]! + speed[i]! * (1 - step / steps);
    prior.toCode(guess, guesses.subarray(step * size, (step + 1) * size));
    for (let i = 0; i < size; i++) at[i]! += speed[i]! / steps;
    if (!table || !attention) continue;
    const mean = attention.subarray(step * parts * count, (step + 1) * parts * count);
    for (let i = 0; i < table.length; i++) mean[i % (parts * count)]! += table[i]! / (blocks * heads);
  }
  prior.toCode(at, path.subarray(steps * size));
  return { z: path.slice(steps * size), path, guesses, ...(attention ? { attention } : {}) };
}
