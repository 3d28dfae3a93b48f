/** A small lie of a model: the real one's files, with weights from a seed. What it draws are blobs, but every layer takes part. */
import { createHash } from 'node:crypto';
import { normal } from '../../src/inference/latent.ts';

const GLYPHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789&!?.,'-";

/** A manifest as JSON would give it, and the bytes of the decoder and of the styles. */
export interface RandomModel {
  manifest: Record<string, unknown>;
  decoder: Uint8Array<ArrayBuffer>;
  styles: Uint8Array<ArrayBuffer>;
}

/** What can be asked for. */
export interface RandomSizes {
  hidden?: number;
  channels?: readonly [number, number, number, number, number];
  map?: { columns: number; rows: number };
}

/** Makes a model; the same seed makes the same bytes. */
export function randomModel(seed: number, { hidden = 256, channels = [96, 64, 56, 8, 16], map = { columns: 4, rows: 3 } }: RandomSizes = {}): RandomModel {
  const gauss = normal(seed);
  const latent = { bones: 48, finish: 16 };
  const [a, b, c, d, e] = channels;
  const count = GLYPHS.length;
  const decoder = writer(gauss);
  decoder.add('trunk.in', 'i8', [hidden, latent.bones], 1 / Math.sqrt(latent.bones));
  decoder.add('trunk.gain', 'i8', [count, hidden], 1);
  decoder.add('trunk.bias', 'i8', [count, hidden], 1);
  decoder.add('trunk.mix', 'i8', [hidden, hidden], 1.5 / Math.sqrt(hidden));
  decoder.add('trunk.style', 'i8', [hidden, latent.bones], 1 / Math.sqrt(latent.bones));
  decoder.add('trunk.mix.bias', 'f32', [hidden], 0.2);
  decoder.add('advance', 'i8', [1, hidden], 0.5 / Math.sqrt(hidden));
  decoder.add('advance.bias', 'f32', [1], 0.5);
  decoder.add('field.in', 'i8', [16 * a, hidden], 1.5 / Math.sqrt(hidden));
  for (const [stage, width, from] of [[0, a, latent.bones], [1, b, latent.finish], [2, c, latent.finish]] as const) {
    decoder.add(`film${stage}.scale`, 'i8', [width, from], 0.2 / Math.sqrt(from));
    decoder.add(`film${stage}.scale.bias`, 'f32', [width], 0.1);
    decoder.add(`film${stage}.shift`, 'i8', [width, from], 0.2 / Math.sqrt(from));
    decoder.add(`film${stage}.shift.bias`, 'f32', [width], 0.1);
  }
  decoder.add('conv1', 'i8', [b, 3, 3, a], 2 / Math.sqrt(9 * a));
  decoder.add('conv2', 'i8', [c, 3, 3, b], 2 / Math.sqrt(9 * b));
  decoder.add('conv3', 'i8', [4 * d, 3, 3, c], 2 / Math.sqrt(9 * c));
  decoder.add('conv3.bias', 'f32', [4 * d], 0.1);
  decoder.add('conv4', 'i8', [e, 3, 3, d], 2 / Math.sqrt(9 * d));
  decoder.add('conv4.bias', 'f32', [e], 0.1);
  decoder.add('conv5', 'i8', [4, 3, 3, e], 1 / Math.sqrt(9 * e));
  decoder.add('conv5.bias', 'f32', [4], 0.1);

  const size = latent.bones + latent.finish;
  const styles = map.columns * map.rows;
  const table = writer(gauss);
  table.add('codes', 'i8', [styles, size], 1);
  table.add('attributes', 'f32', [styles, 6], 1);
  table.add('gaussian.mean', 'f32', [size], 0.1);
  table.add('gaussian.chol', 'f32', [size, size], 0.2);
  table.add('directions', 'f32', [6, size], 0.3);

  const bytes = decoder.bytes();
  const mapBytes = table.bytes();
  const manifest = {
    format: 1, id: 'random-1', made: '2026-01-01', licence: 'none', glyphs: GLYPHS, latent, space: 0.3, hidden, channels: [...channels], map,
    field: { side: 64, sample: 0.03, left: -0.96, top: 1.35, scale: 0.2 },
    files: { decoder: fileOf('decoder.bin', bytes), styles: fileOf('styles.bin', mapBytes) },
    tensors: { decoder: decoder.specs, styles: table.specs },
  };
  return { manifest, decoder: bytes, styles: mapBytes };
}

/** A code drawn from a standard Gaussian by a seed. */
export function randomCode(seed: number, size = 64): Float32Array {
  return Float32Array.from({ length: size }, normal(seed));
}

/** What the manifest says of a file. */
export function fileOf(path: string, bytes: Uint8Array): { path: string; bytes: number; sha256: string } {
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

interface Spec {
  name: string;
  dtype: 'i8' | 'f32';
  shape: number[];
  offset: number;
  scale?: number;
}

function writer(gauss: () => number): { specs: Spec[]; add: (name: string, dtype: 'i8' | 'f32', shape: number[], deviation: number) => void; bytes: () => Uint8Array<ArrayBuffer> } {
  const specs: Spec[] = [];
  const parts: Uint8Array[] = [];
  let end = 0;
  const put = (part: Uint8Array): number => {
    const at = end;
    const padded = new Uint8Array(Math.ceil(part.length / 4) * 4);
    padded.set(part);
    parts.push(padded);
    end += padded.length;
    return at;
  };
  const add = (name: string, dtype: 'i8' | 'f32', shape: number[], deviation: number): void => {
    const values = Float32Array.from({ length: shape.reduce((x, y) => x * y, 1) }, () => gauss() * deviation);
    if (dtype === 'f32') {
      specs.push({ name, dtype, shape, offset: put(new Uint8Array(values.buffer)) });
      return;
    }
    const [rows = 1] = shape;
    const width = values.length / rows;
    const scales = Float32Array.from({ length: rows }, (_, r) => values.subarray(r * width, (r + 1) * width).reduce((most, each) => Math.max(most, Math.abs(each)), 1e-6) / 127);
    const whole = Int8Array.from(values, (value, i) => Math.round(value / (scales[Math.floor(i / width)] ?? 1)));
    specs.push({ name, dtype, shape, offset: put(new Uint8Array(whole.buffer)), scale: put(new Uint8Array(scales.buffer)) });
  };
  const bytes = (): Uint8Array<ArrayBuffer> => {
    const all = new Uint8Array(end);
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };
  return { specs, add, bytes };
}
