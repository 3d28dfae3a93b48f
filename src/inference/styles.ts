/** The styles of the map, and what is known of the space they lie in. */
import { expectShapes, readTensors, valuesOf, type Manifest } from './manifest.ts';

/** The measured attributes, in the order of their columns and directions. */
export const ATTRIBUTES = ['weight', 'contrast', 'slant', 'width', 'xHeight', 'serif'] as const;

/** What `styles.bin` holds. Tables are flat, row by row; a code has as many numbers as bones and finish. */
export interface Styles {
  /** How many styles there are: one for each cell of the map, row by row from its upper left corner. */
  count: number;
  /** [count, code] */
  codes: Float32Array;
  /** Measured, in the order of `ATTRIBUTES`; −1 where it could not be measured. [count, 6] */
  attributes: Float32Array;
  /** The distribution of codes: its mean, and the lower triangle whose product with a standard normal vector gives the rest. [code], [code, code] */
  gaussian: { mean: Float32Array; chol: Float32Array };
  /** Adding k times a row moves that attribute by k standard deviations. [6, code] */
  directions: Float32Array;
}

/**
 * Reads a model's `styles.bin`.
 * @throws {ModelError} `damaged` if the bytes are not those the manifest speaks of, `manifest` if it speaks of none
 */
export async function readStyles(manifest: Manifest, bytes: Uint8Array<ArrayBuffer>): Promise<Styles> {
  const { bones, finish } = manifest.latent;
  const specs = manifest.tensors.styles ?? [];
  const count = manifest.map.columns * manifest.map.rows;
  expectShapes(specs, 'codes nz,attributes na,gaussian.mean z,gaussian.chol zz,directions az', { n: count, z: bones + finish, a: ATTRIBUTES.length });
  const tensors = await readTensors(manifest, 'styles', bytes);
  const of = (name: string): Float32Array => valuesOf(tensors, name);
  return {
    count, codes: of('codes'), attributes: of('attributes'), directions: of('directions'),
    gaussian: { mean: of('gaussian.mean'), chol: of('gaussian.chol') },
  };
}
