/** Opens the shipped model from the repository's own files, once for a build. Runs in Node only. */
import { readFileSync } from 'node:fs';
import { outline, type Contour } from '../drawing/outline.ts';
import { setLine } from '../drawing/place.ts';
import { createDecoder, type Decoder, type Patcher } from '../inference/decoder.ts';
import { parseManifest, type Manifest } from '../inference/manifest.ts';
import { readPatches } from '../inference/patches.ts';
import { readStyles, type Styles } from '../inference/styles.ts';

/** The model, ready to draw. */
export interface OpenModel {
  manifest: Manifest;
  decoder: Decoder;
  styles: Styles;
}

/** Where its files lie. */
export const FOLDER = 'src/models/letterforms-1';
let opened: Promise<OpenModel> | undefined;

/**
 * The model with its decoder. Paths are relative to the repository's root, where every script and build runs.
 * @throws ModelError when a file is damaged or does not match its manifest
 */
export function openModel(): Promise<OpenModel> {
  opened ??= openFrom(FOLDER);
  return opened;
}

/** A set line of outlines: middles of the letters' advances and length in cap heights. */
export interface Line {
  text: string;
  letters: Contour[][];
  centres: Float32Array;
  length: number;
}

/** The model's patches, of whose strengths a patcher is made; see `readPatches`. */
export async function openPatches(): Promise<(strengths: readonly number[]) => Patcher | undefined> {
  const { manifest } = await openModel();
  return readPatches(manifest, new Uint8Array(readFileSync(`${FOLDER}/${manifest.files.patches!.path}`)));
}

/** Sets a line in the style of a code. `glyphs` are the model's, of `text` without its spaces; a patcher changes its weights meanwhile. */
export function setInStyle({ manifest, decodeWord }: Decoder, text: string, glyphs: readonly number[], z: Float32Array, patcher?: Patcher): Line {
  const area = manifest.field.side ** 2;
  const fields = new Float32Array(glyphs.length * area);
  const advances = new Float32Array(glyphs.length);
  const centres = new Float32Array(glyphs.length);
  decodeWord(z, glyphs, fields, advances, patcher);
  const length = setLine(text, advances, manifest.space, centres);
  return { text, centres, length, letters: glyphs.map((_, i) => outline(fields.subarray(i * area, (i + 1) * area), manifest.field)) };
}

/**
 * The model whose files lie in a folder.
 * @throws ModelError when a file is damaged or does not match its manifest
 */
export async function openFrom(folder: string): Promise<OpenModel> {
  const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(`${folder}/${name}`));
  const manifest = parseManifest(JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')));
  return { manifest, decoder: await createDecoder(manifest, read(manifest.files.decoder.path)), styles: await readStyles(manifest, read(manifest.files.styles!.path)) };
}
