/** What a page and the engine say to each other. Every request has an id; every answer carries the id of its request. */
import type { Decoder } from './decoder.ts';
import type { ModelErrorCode } from './errors.ts';
import type { FileKey, Manifest } from './manifest.ts';
import type { Styles } from './styles.ts';

/** Where a model is. Addresses are absolute: a worker would resolve them against its own. */
export interface ModelSource {
  /** The parsed `manifest.json`, or its address. */
  manifest: unknown;
  manifestUrl: string | undefined;
  /** Addresses of the files. */
  urls: Partial<Record<FileKey, string>>;
}

/** Room for a word. All four are views of one buffer, which goes to the engine and comes back, and is used again. */
export interface Frame {
  /** The code, or one for each place where it is read. */
  z: Float32Array;
  /** Indices of glyphs, as many as there is room for. */
  glyphs: Uint16Array;
  /** Signed distances, side · side for each glyph. */
  fields: Float32Array;
  advances: Float32Array;
}

/** What the page asks. */
export type Request =
  | { type: 'open'; id: number; source: ModelSource }
  | { type: 'draw'; id: number; frame: Frame; count: number; strengths: readonly number[] | undefined }
  | { type: 'styles'; id: number };

/** What the engine answers. `hello`, of no request, says that it has started. */
export type Answer =
  | { type: 'hello'; id: 0 }
  | { type: 'opened'; id: number; manifest: Manifest; kind: Decoder['kind'] }
  | { type: 'drawn'; id: number; frame: Frame }
  | { type: 'styles'; id: number; styles: Styles }
  | { type: 'failed'; id: number; code: ModelErrorCode; message: string };

/** Room for a code of as many numbers as `code`, and for `count` glyphs. */
export function createFrame(code: number, count: number, side: number): Frame {
  const cells = side * side;
  const buffer = new ArrayBuffer((code + count + count * cells) * 4 + count * 2);
  return {
    z: new Float32Array(buffer, 0, code),
    advances: new Float32Array(buffer, code * 4, count),
    fields: new Float32Array(buffer, (code + count) * 4, count * cells),
    glyphs: new Uint16Array(buffer, (code + count + count * cells) * 4, count),
  };
}
