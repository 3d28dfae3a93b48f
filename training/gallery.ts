/**
 * Turns the letters that `letterforms/gallery.py` picked into outlines, and writes `src/models/letterforms-1/gallery.json`:
 * the model's side as codes, which the build draws, the real side as path data. Run: `node training/gallery.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Geometry } from '../src/drawing/field.ts';
import { outline, wordPath } from '../src/drawing/outline.ts';
import { readNpy } from './npy.ts';

interface Item {
  kind: string;
  note: string;
  word: string;
  code: number[];
  number?: number;
  real?: number | { d: string; width: number };
}

const folder = new URL('./runs/gallery/', import.meta.url);
// As in letterforms/config.py, which every step of the training agrees on.
const geometry: Geometry = { side: 64, sample: 0.03, left: -0.96, top: 1.35 };
const quantum = 0.25 / 127;
const items = JSON.parse(readFileSync(new URL('items.json', folder), 'utf8')) as Item[];
const sdf = readNpy(new URL('sdf.npy', folder)).bytes;
// Copied, because the numbers need not begin at a multiple of four in the file.
const advances = new Float32Array(Uint8Array.from(readNpy(new URL('advance.npy', folder)).bytes).buffer);
const area = geometry.side ** 2;
let letter = 0;
/** Units of the path data in a cap height. */
const SCALE = 400;

for (const item of items) {
  if (item.real === undefined) continue;
  let width = 0;
  const centres: number[] = [];
  const contours = [...item.word].map(() => {
    const field = Float32Array.from(new Int8Array(sdf.buffer, sdf.byteOffset + letter * area, area), (value) => value * quantum);
    const advance = advances[letter++]!;
    centres.push(width + advance / 2);
    width += advance;
    return outline(field, geometry);
  });
  item.real = { d: wordPath(contours, centres, { scale: SCALE, x: 0, y: SCALE * geometry.top }), width: Math.round(width * SCALE) };
}
writeFileSync(new URL('../src/models/letterforms-1/gallery.json', import.meta.url), `${JSON.stringify(items)}\n`);
console.log(`${items.length} cases`);
