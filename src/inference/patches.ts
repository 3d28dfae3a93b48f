/**
 * Low-rank patches: small changes to the weights of two of the decoder's layers, each trained on a few letters of one voice.
 * To weights W a patch adds B·A, where A leads into a few numbers and B out of them again; at a strength α it adds α·B·A. Several
 * may be laid on at once. (Hu et al., 2021, arXiv:2106.09685.)
 */
import type { Patcher } from './decoder.ts';
import { ModelError } from './errors.ts';
import { readTensors, refuse, valuesOf, type Manifest } from './manifest.ts';

/** Names of the layers that may be patched, in the order of `Patcher.add`: the trunk's second, and the one that makes the first picture. */
export const LAYERS = ['trunk', 'picture'] as const;

/** The strongest that a patch can be laid on, either way. Beyond it there is nothing to see but noise. */
export const STRONGEST = 4;

/** One patch. */
interface Patch {
  layer: 0 | 1;
  rank: number;
  /** B. [outs, rank] */
  up: Float32Array;
  /** A. [rank, hidden] */
  down: Float32Array;
}

/**
 * Reads a model's `patches.bin`.
 * @returns what makes a patcher of strengths, one for each patch, in the order in which the manifest names them; `undefined` where all are 0.
 *   A patcher that it made stands until the next is made. It throws a `ModelError` `input` where there are not as many strengths as patches,
 *   or where one is beyond `STRONGEST`
 * @throws {ModelError} `damaged` if the bytes are not those the manifest speaks of, `manifest` if it speaks of none, or of others than fit the decoder
 */
export async function readPatches(manifest: Manifest, bytes: Uint8Array<ArrayBuffer>): Promise<(strengths: readonly number[]) => Patcher | undefined> {
  const { hidden, channels: [first], tensors: { patches: specs = [] } } = manifest;
  const outs = [hidden, 16 * first] as const;
  const tensors = await readTensors(manifest, 'patches', bytes);
  const patches = specs.filter(({ name }) => name.endsWith('.up')).map(({ name, shape: [, rank = 0] }): Patch => {
    const at = LAYERS.findIndex((layer) => name.endsWith(`.${layer}.up`));
    const below = name.replace(/up$/, 'down');
    if (at < 0) refuse(`${name}`, `a patch of ${LAYERS.join(' or ')}`, name);
    const layer = at as 0 | 1;
    const [up, down] = [tensors[name], tensors[below]];
    if (`${up?.shape}` !== `${[outs[layer], rank]}`) refuse(`${name}.shape`, JSON.stringify([outs[layer], rank]), up?.shape);
    if (`${down?.shape}` !== `${[rank, hidden]}`) refuse(`${below}.shape`, JSON.stringify([rank, hidden]), down?.shape);
    return { layer, rank, up: valuesOf(tensors, name), down: valuesOf(tensors, below) };
  });
  const sums = outs.map((count) => new Float32Array(count));
  return (strengths) => {
    if (strengths.length !== patches.length || !strengths.every((each) => Math.abs(each) <= STRONGEST)) {
      throw new ModelError('input', `This model has ${patches.length} patches, each of a strength from −${STRONGEST} to ${STRONGEST}.`);
    }
    if (strengths.every((each) => each === 0)) return undefined;
    return {
      add: (layer, x, from) => {
        const out = sums[layer]!;
        let any = false;
        for (const [i, { layer: own, rank, up, down }] of patches.entries()) {
          const strength = strengths[i]!;
          if (own !== layer || strength === 0) continue;
          if (!any) out.fill(0);
          any = true;
          for (let r = 0; r < rank; r++) {
            let sum = 0;
            for (let k = 0, at = r * hidden; k < hidden; k++, at++) sum += down[at]! * x[from + k]!;
            sum *= strength;
            for (let k = 0, at = r; k < out.length; k++, at += rank) out[k]! += up[at]! * sum;
          }
        }
        return any ? out : undefined;
      },
    };
  };
}
