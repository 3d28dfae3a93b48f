/**
 * What a model's `manifest.json` says, checked, and the tensors of its files. Everything is refused that is not exactly as
 * expected: a wrong number here would be read as weights and come out as garbage letters.
 */
import { ModelError } from './errors.ts';

/** The manifest format this engine reads. */
export const FORMAT = 1;

/** Files a model may have; only the decoder is needed to draw. */
export type FileKey = 'decoder' | 'styles' | 'prior' | 'patches' | 'reader';

/** One file of a model. */
export interface ModelFile {
  /** Beside the manifest. */
  path: string;
  /** Length in bytes. */
  bytes: number;
  /** SHA-256 in lower-case hexadecimal. */
  sha256: string;
}

/** Where a tensor lies in its file, little-endian, row by row. */
export interface TensorSpec {
  name: string;
  /** `i8`: value = integer · scale of its row (first dimension). `f32`: as it stands. */
  dtype: 'i8' | 'f32';
  shape: readonly number[];
  /** In bytes; a multiple of 4 for f32. */
  offset: number;
  /** Of an i8 tensor: offset of its scales, f32, one for each row; a multiple of 4. */
  scale?: number;
}

/** A checked manifest. Lengths are in cap heights: the top of H is 1, the baseline 0, y points up. */
export interface Manifest {
  format: typeof FORMAT;
  /** Name of the model and its version. */
  id: string;
  /** The characters it draws; a glyph is known by its index in this string. */
  glyphs: string;
  /** Numbers of a code: the first are the bones, the last the finish. */
  latent: { bones: number; finish: number };
  /** The square of signed distances of a glyph: samples a side, their spacing, its left and top edge, what raw output is multiplied by. */
  field: { side: number; sample: number; left: number; top: number; scale: number };
  /** Width of a space. */
  space: number;
  /** Width of the trunk. */
  hidden: number;
  /** Channels of the pictures of 4, 8 and 16 samples a side, and of two of 32. */
  channels: readonly [number, number, number, number, number];
  /** Cells of the map of styles. */
  map: { columns: number; rows: number };
  /** What it says of the prior's network, as it stands: `formOf` in `prior-network.ts` checks it when it is needed. */
  prior?: unknown;
  files: { decoder: ModelFile } & Partial<Record<FileKey, ModelFile>>;
  tensors: { decoder: TensorSpec[] } & Partial<Record<FileKey, TensorSpec[]>>;
}

/** A tensor's numbers. */
export interface Tensor {
  shape: readonly number[];
  /** Row by row. */
  data: Int8Array | Float32Array;
  /** Of an i8 tensor, one for each row. */
  scale?: Float32Array;
}

/** Tensors by name. */
export type Tensors = Readonly<Record<string, Tensor>>;

/** Refuses the manifest: what it is about, what was expected, what was found. */
export function refuse(what: string, expected: string, found: unknown): never {
  const said = (JSON.stringify(found) ?? 'nothing').replace(/^(.{60}).+/s, '$1…');
  throw new ModelError('manifest', `The model’s manifest cannot be used: ${what} should be ${expected}, not ${said}.`);
}

/** Reads values out of parsed JSON of unknown shape by their path, `files.decoder.bytes`, and refuses those that are not as they should be. */
export function readerOf(json: unknown) {
  const get = (path: string): unknown => path.split('.').reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[key], json);
  const number = (path: string, least: number, most: number): number => {
    const value = get(path);
    return typeof value === 'number' && value >= least && value <= most ? value : refuse(path, least === most ? `${most}` : `a number from ${least} to ${most}`, value);
  };
  const whole = (path: string, least: number, most: number, step = 1): number => {
    const value = number(path, least, most);
    return value % step === 0 ? value : refuse(path, step > 1 ? `a multiple of ${step}` : 'a whole number', value);
  };
  const text = (path: string, pattern: RegExp, expected: string): string => {
    const value = get(path);
    return typeof value === 'string' && pattern.test(value) ? value : refuse(path, expected, value);
  };
  const list = <T>(path: string, each: (path: string) => T): T[] => {
    const value = get(path);
    return Array.isArray(value) && value.length > 0 ? value.map((_, i) => each(`${path}.${i}`)) : refuse(path, 'a list', value);
  };
  return { get, number, whole, text, list };
}

type Reader = ReturnType<typeof readerOf>;

/**
 * Checks a parsed manifest.
 * @throws {ModelError} `manifest`, naming what is wrong, what was expected and what was found
 */
export function parseManifest(json: unknown): Manifest {
  const read = readerOf(json);
  const { number, whole, text } = read;
  whole('format', FORMAT, FORMAT);
  const glyphs = text('glyphs', /^[^]{1,999}$/, 'the characters it draws');
  if (new Set(glyphs).size !== glyphs.length) refuse('glyphs', 'single characters, each once', glyphs);
  const manifest: Manifest = {
    format: FORMAT,
    id: text('id', /^[\w.-]{1,80}$/, 'a name'),
    glyphs,
    latent: { bones: whole('latent.bones', 1, 512), finish: whole('latent.finish', 1, 512) },
    field: {
      side: whole('field.side', 64, 64), sample: number('field.sample', 0.001, 1),
      left: number('field.left', -8, 0), top: number('field.top', 0, 8), scale: number('field.scale', 0.001, 8),
    },
    space: number('space', 0.01, 2),
    hidden: whole('hidden', 8, 1024, 8),
    // The kernel takes eight at a time.
    channels: [0, 1, 2, 3, 4].map((i) => whole(`channels.${i}`, 8, 512, 8)) as [number, number, number, number, number],
    map: { columns: whole('map.columns', 1, 256), rows: whole('map.rows', 1, 256) },
    prior: read.get('prior'),
    files: { decoder: fileOf(read, 'decoder') },
    tensors: { decoder: specsOf(read, 'decoder') },
  };
  for (const key of ['styles', 'prior', 'patches'] as const) {
    if (read.get(`files.${key}`) === undefined) continue;
    manifest.files[key] = fileOf(read, key);
    manifest.tensors[key] = specsOf(read, key);
  }
  const { latent: { bones, finish }, hidden, channels: [p, q, r, s, t] } = manifest;
  expectShapes(manifest.tensors.decoder, DECODER, { h: hidden, b: bones, f: finish, g: glyphs.length, w: 16 * p, p, q, r, v: 4 * s, s, t });
  return manifest;
}

/** A file of a model, as a manifest speaks of it. */
export function fileOf({ text, whole }: Reader, key: FileKey): ModelFile {
  const at = `files.${key}.`;
  return {
    path: text(`${at}path`, /^[\w-][\w.-]*$/, 'the name of a file beside the manifest'),
    bytes: whole(`${at}bytes`, 1, 2 ** 26),
    sha256: text(`${at}sha256`, /^[\da-f]{64}$/, '64 hexadecimal digits'),
  };
}

/** The tensors of a file: each within it, none on top of another. */
export function specsOf({ text, whole, list }: Reader, key: FileKey): TensorSpec[] {
  const size = whole(`files.${key}.bytes`, 1, 2 ** 26);
  const taken: [from: number, to: number, path: string][] = [];
  const take = (path: string, count: number, width: number): number => {
    const from = whole(path, 0, size - count * width, width);
    taken.push([from, from + count * width, path]);
    return from;
  };
  const specs = list(`tensors.${key}`, (at): TensorSpec => {
    const name = text(`${at}.name`, /^[\w.]+$/, 'a word');
    const dtype = text(`${at}.dtype`, /^(i8|f32)$/, 'i8 or f32') as 'i8' | 'f32';
    const shape = list(`${at}.shape`, (side) => whole(side, 1, size));
    const offset = take(`${at}.offset`, countOf(shape), dtype === 'i8' ? 1 : 4);
    return { name, dtype, shape, offset, ...(dtype === 'i8' && { scale: take(`${at}.scale`, shape[0]!, 4) }) };
  });
  taken.sort(([a], [b]) => a - b);
  taken.forEach(([from, , path], i) => {
    const end = taken[i - 1]?.[1] ?? 0;
    if (from < end) refuse(path, `at least ${end}, where another ends`, from);
  });
  return specs;
}

const countOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/**
 * The decoder's tensors and their shapes, in letters: h hidden, b bones, f finish, g glyphs, p q r s t the channels, w the samples of the first
 * picture in all channels, v four samples in the channels s: above left, above right, below left, below right. A digit is itself. A star: only
 * i8, because the kernel multiplies whole numbers.
 */
const DECODER = 'trunk.in hb,trunk.gain gh,trunk.bias gh,trunk.mix hh*,trunk.style hb,trunk.mix.bias h,advance 1h,advance.bias 1,field.in wh*,'
  + 'film0.scale pb,film0.scale.bias p,film0.shift pb,film0.shift.bias p,film1.scale qf,film1.scale.bias q,film1.shift qf,film1.shift.bias q,'
  + 'film2.scale rf,film2.scale.bias r,film2.shift rf,film2.shift.bias r,conv1 q33p*,conv2 r33q*,conv3 v33r*,conv3.bias v,conv4 t33s*,conv4.bias t,'
  + 'conv5 433t*,conv5.bias 4';

/**
 * Makes sure that tensors are there, with their shapes.
 * @param expected names and letters, as in `DECODER`
 * @param sizes    what the letters stand for
 */
export function expectShapes(specs: readonly TensorSpec[], expected: string, sizes: Readonly<Record<string, number>>): void {
  for (const [, name = '', letters = '', star] of expected.matchAll(/([\w.]+) (\w+)(\*?)/g)) {
    const spec = specs.find((each) => each.name === name) ?? refuse(`tensor ${name}`, 'there', undefined);
    const shape = [...letters].map((letter) => sizes[letter] ?? Number(letter));
    if (`${spec.shape}` !== `${shape}`) refuse(`${name}.shape`, JSON.stringify(shape), spec.shape);
    if (star && spec.dtype !== 'i8') refuse(`${name}.dtype`, 'i8', spec.dtype);
  }
}

/**
 * The tensors of a file, as views of its bytes.
 * @throws {ModelError} `damaged` if the bytes are not those the manifest speaks of
 */
export async function readTensors(manifest: { files: Partial<Record<FileKey, ModelFile>>; tensors: Partial<Record<FileKey, TensorSpec[]>> }, file: FileKey, bytes: Uint8Array<ArrayBuffer>): Promise<Tensors> {
  const { path, bytes: size, sha256 } = manifest.files[file] ?? refuse(`files.${file}`, 'there', undefined);
  const damaged = (how: string): never => {
    throw new ModelError('damaged', `The model’s file ${path} is damaged: it ${how}.`);
  };
  if (bytes.length !== size) damaged(`has ${bytes.length} bytes instead of ${size}`);
  if (await hash(bytes) !== sha256) damaged('is not the one that the manifest speaks of');
  // A view of floats has to begin at a multiple of four, which a slice of some larger buffer need not do.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const floats = (offset: number, count: number): Float32Array => {
    const view = new Float32Array(buffer, byteOffset + offset, count);
    return view.every(Number.isFinite) ? view : damaged('has weights that are not numbers');
  };
  const tensors: Record<string, Tensor> = {};
  for (const { name, dtype, shape, offset, scale = 0 } of manifest.tensors[file] ?? []) {
    const count = countOf(shape);
    tensors[name] = dtype === 'f32' ? { shape, data: floats(offset, count) }
      : { shape, data: new Int8Array(buffer, byteOffset + offset, count), scale: floats(scale, shape[0]!) };
  }
  return tensors;
}

/** SHA-256 in hexadecimal: the browser's own, which is there on secure origins only; elsewhere ours. */
async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = globalThis.crypto?.subtle ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) : (await import('./sha256.ts')).sha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The values of a tensor, which must be there: of an i8 tensor in a new array, of an f32 tensor its own. */
export function valuesOf(tensors: Tensors, name: string): Float32Array {
  const { data, scale, shape } = tensors[name]!;
  if (data instanceof Float32Array) return data;
  const width = data.length / shape[0]!;
  return Float32Array.from(data, (each, i) => each * scale![Math.floor(i / width)]!);
}
