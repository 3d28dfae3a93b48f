/** Makes the strip when the site is built, with the engine that also runs in the page. Runs in Node only. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import sharp from 'sharp';
import { setLine } from '../../drawing/place.ts';
import { paintWord } from '../../drawing/raster.ts';
import { lerp } from '../../inference/latent.ts';
import { FOLDER } from '../../models/open.ts';
import { theModel, wellDrawn } from '../base/build.ts';
import { fitWord } from '../base/draw.ts';
import { readWord } from '../base/words.ts';
import { cornerOf, FRAME, FRAMES, SHEET } from './plan/strip.ts';

/** The word of the strip, which is the figure’s own. */
export const WORD = 'pace';

/** The strip, and what both ways of showing the walk weigh. */
export interface Strip {
  file: Buffer<ArrayBuffer>;
  /** Rows of the ends of the walk in the table of styles. */
  ends: readonly [a: number, b: number];
  /** Bytes on the wire: the sheet of frames; the decoder; one end of a walk. */
  bytes: { strip: number; decoder: number; code: number };
}

let made: Promise<Strip> | undefined;

/** The strip, made once a build. */
export function theStrip(): Promise<Strip> {
  return (made ??= make());
}

async function make(): Promise<Strip> {
  const { decoder, styles, manifest } = await theModel();
  const ends = [wellDrawn(styles, { weight: -1, serif: 1.2, contrast: 0.6 }), wellDrawn(styles, { weight: 1.6, serif: -0.8, slant: 0 })] as const;
  const size = styles.codes.length / styles.count;
  const [from, to] = ends.map((row) => styles.codes.slice(row * size, (row + 1) * size)) as [Float32Array, Float32Array];
  const { text, glyphs } = readWord(WORD, manifest.glyphs);
  const [fields, advances, centres] = [new Float32Array(glyphs.length * manifest.field.side ** 2), new Float32Array(glyphs.length), new Float32Array(glyphs.length)];
  const sheet = new Uint8ClampedArray(SHEET.width * SHEET.height * 4);
  const frame = new Uint8ClampedArray(FRAME.width * FRAME.height);
  for (let i = 0; i < FRAMES; i++) {
    decoder.decodeWord(lerp(from, to, i / (FRAMES - 1)), glyphs, fields, advances);
    const length = setLine(text, advances, manifest.space, centres);
    const { cap, x, baseline } = fitWord(text, length, FRAME, 'middle');
    paintWord({ fields, centres, count: glyphs.length }, { data: frame, ...FRAME }, { scale: cap, x, baseline }, manifest.field);
    const [left, top] = cornerOf(i);
    for (let y = 0; y < FRAME.height; y++) {
      for (let at = 0; at < FRAME.width; at++) sheet[((top + y) * SHEET.width + left + at) * 4 + 3] = frame[y * FRAME.width + at]!;
    }
  }
  // Sixteen shades of the edge are all that an eye tells apart at this size. Only coverage is kept: the ink is the page’s.
  for (let i = 3; i < sheet.length; i += 4) sheet[i] = Math.round(sheet[i]! / 17) * 17;
  const made = await sharp(Buffer.from(sheet.buffer), { raw: { width: SHEET.width, height: SHEET.height, channels: 4 } }).webp({ lossless: true, effort: 5 }).toBuffer();
  const file = Buffer.from(made);
  return { file, ends, bytes: { strip: file.length, decoder: brotliCompressSync(readFileSync(`${FOLDER}/${manifest.files.decoder.path}`)).length, code: size * 4 } };
}
