/** From a code and a character to its signed distances: the model's decoder, by whichever means the machine has. */
import { kernel } from '../../.generated/inference/kernel.ts';
import { ModelError } from './errors.ts';
import { readTensors, type Manifest } from './manifest.ts';
import { PLACES } from './places.ts';
import { createWasmLayers } from './wasm.ts';

/** Draws glyphs. None of its calls allocates anything. */
export interface Decoder {
  readonly manifest: Manifest;
  /** What does the arithmetic. */
  readonly kind: 'wasm' | 'plain';
  /**
   * Draws one glyph.
   * @param z     the code, as many numbers as bones and finish; or one such code after another for each of the `PLACES` where it is read
   * @param glyph its index in `manifest.glyphs`
   * @param field takes side · side signed distances in cap heights, positive inside, the top row first
   * @returns the advance in cap heights
   * @throws {ModelError} `input`
   */
  decode: (z: Float32Array, glyph: number, field: Float32Array) => number;
  /** Draws several glyphs in one style; `fields` takes them one after another, `advances` their advances. A patcher changes the weights meanwhile. */
  decodeWord: (z: Float32Array, glyphs: ArrayLike<number>, fields: Float32Array, advances: Float32Array, patcher?: Patcher) => void;
  /** Gives the memory back. Afterwards the decoder cannot be used. */
  free: () => void;
}

/** Adds something to the products of a layer, as if its weights were others; see `patches.ts`. */
export interface Patcher {
  /**
   * What is added to the layer's products; nothing where the layer is as it was. It stands until the next call.
   * @param layer 0 is `trunk.mix`, 1 is `field.in`
   * @param x     holds what the layer reads, `hidden` numbers
   * @param from  where in `x` they begin
   */
  add: (layer: 0 | 1, x: Float32Array, from: number) => Float32Array | undefined;
}

/** The two ways of computing the layers. */
export interface Layers {
  kind: Decoder['kind'];
  /** Takes a code; what is drawn afterwards is in its style. */
  setStyle: (z: Float32Array) => void;
  draw: (glyphs: ArrayLike<number>, fields: Float32Array, advances: Float32Array, patcher: Patcher | undefined) => void;
}

/** How to make a decoder. */
export interface DecoderOptions {
  /** The kernel's bytes, if other than the built-in ones; `off` for plain TypeScript. */
  wasm?: BufferSource | 'off';
}

/**
 * Makes a decoder from a model's `decoder.bin`: in WebAssembly where its SIMD instructions are known, in plain TypeScript elsewhere.
 * @throws {ModelError} `damaged` if the bytes are not those the manifest speaks of
 */
export async function createDecoder(manifest: Manifest, bytes: Uint8Array<ArrayBuffer>, { wasm }: DecoderOptions = {}): Promise<Decoder> {
  let layers: Layers | undefined = await createLayers(manifest, bytes, wasm ?? builtIn());
  const { kind } = layers;
  const { glyphs: { length: count }, latent: { bones, finish }, field: { side } } = manifest;

  const size = bones + finish;
  const decodeWord: Decoder['decodeWord'] = (z, glyphs, fields, advances, patcher) => {
    if (!layers) throw new ModelError('stopped', 'The decoder has been freed.');
    if ((z.length !== size && z.length !== PLACES * size) || !z.every(isUsable)) throw new ModelError('input', `A code of this model is ${size} plain numbers.`);
    for (let i = 0; i < glyphs.length; i++) {
      if (!(glyphs[i]! >= 0 && glyphs[i]! < count && glyphs[i]! % 1 === 0)) throw new ModelError('input', `This model has no glyph ${glyphs[i]}.`);
    }
    if (fields.length < glyphs.length * side * side || advances.length < glyphs.length) throw new ModelError('input', 'There is too little room for so many glyphs.');
    layers.setStyle(z);
    layers.draw(glyphs, fields, advances, patcher);
  };
  const one = [0];
  const width = new Float32Array(1);
  return {
    manifest,
    kind,
    decode: (z, glyph, field) => {
      one[0] = glyph;
      decodeWord(z, one, field, width);
      return width[0]!;
    },
    decodeWord,
    free: () => {
      layers = undefined;
    },
  };
}

/** Apart from the above, whose closures would else keep the files' contents alive. */
async function createLayers(manifest: Manifest, bytes: Uint8Array<ArrayBuffer>, module: BufferSource | 'off'): Promise<Layers> {
  const tensors = await readTensors(manifest, 'decoder', bytes);
  // The kernel is small, and valid only where its instructions are known: it is its own feature test.
  if (module !== 'off' && globalThis.WebAssembly?.validate(module)) {
    // A policy may still forbid compiling it.
    const layers = await createWasmLayers(manifest, tensors, module).catch(() => undefined);
    if (layers) return layers;
  }
  // Few need it, so few load it.
  return (await import('./plain.ts')).createPlainLayers(manifest, tensors);
}

/** Beyond this a code is a mistake, and sums would leave the range of a float. */
const isUsable = (value: number): boolean => Math.abs(value) < 1e6;

function builtIn(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(kernel.match(/../g) ?? [], (byte) => parseInt(byte, 16));
}
