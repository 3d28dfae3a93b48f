/**
 * Measures the six attributes of every style from its fields, with the code that measures letters on the page.
 * Reads `data/{sdf,valid,advance}.npy`, writes `data/attributes.json`: `{ names, units, rows }`, a row per style in the
 * order of `styles.json`, null where a style cannot be measured. Run from the repository root: `node training/measure.ts`,
 * or with another folder in `training/` that holds decoded letters in the same form: `node training/measure.ts runs/a/decoded`.
 */
import { writeFileSync } from 'node:fs';
import { ATTRIBUTES, measure, UNITS } from '../src/drawing/measure.ts';
import type { Geometry } from '../src/drawing/field.ts';
import { readNpy } from './npy.ts';

const folder = new URL(`./${process.argv[2] ?? 'data'}/`, import.meta.url);
// As in letterforms/config.py, which every step of the training agrees on.
const glyphs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789&!?.,'-";
const geometry: Geometry = { side: 64, sample: 0.03, left: -0.96, top: 1.35 };
const quantum = 0.25 / 127;

const read = (name: string): ReturnType<typeof readNpy> => readNpy(new URL(name, folder));
const sdf = read('sdf.npy');
const valid = read('valid.npy').bytes;
// Copied, because the numbers need not begin at a multiple of four in memory.
const advances = new Float32Array(Uint8Array.from(read('advance.npy').bytes).buffer);
const [styles = 0, letters = 0, side = 0] = sdf.shape;
if (letters !== glyphs.length || side !== geometry.side) throw new Error(`sdf.npy: expected ${glyphs.length} glyphs of ${geometry.side} rows, found ${letters} of ${side}`);

const area = side * side;
const rows = Array.from({ length: styles }, (_, style) => {
  const index = (char: string): number => style * letters + glyphs.indexOf(char);
  const attributes = measure(
    (char) => (valid[index(char)] ? Float32Array.from(new Int8Array(sdf.bytes.buffer, sdf.bytes.byteOffset + index(char) * area, area), (value) => value * quantum) : undefined),
    (char) => (valid[index(char)] ? advances[index(char)] : undefined),
    geometry,
  );
  return ATTRIBUTES.map((name) => (Number.isFinite(attributes[name]) ? Number(attributes[name].toFixed(5)) : null));
});

writeFileSync(new URL('attributes.json', folder), JSON.stringify({ names: ATTRIBUTES, units: UNITS, rows }));
for (const [i, name] of ATTRIBUTES.entries()) console.log(`${name}: measured in ${rows.filter((row) => row[i] !== null).length} of ${styles} styles`);
