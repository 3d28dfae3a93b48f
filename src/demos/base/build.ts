/** What the figures of all demonstrations are made with when the site is built, by the engine that also runs in the page. Runs in Node only. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Attributes } from '../../drawing/attributes.ts';
import { describe } from '../../drawing/describe.ts';
import { wordPath } from '../../drawing/outline.ts';
import type { Decoder } from '../../inference/decoder.ts';
import { createMeter } from '../../inference/studio/meter.ts';
import { ATTRIBUTES, type Styles } from '../../inference/styles.ts';
import who from '../../models/letterforms-1/styles.json' with { type: 'json' };
import { FOLDER, openModel, type Line, type OpenModel } from '../../models/open.ts';
import { fitWord, type Box } from './draw.ts';

/** A drawing: its own size, and what is inked. */
export interface Picture extends Box {
  paths: readonly { d: string; opacity?: number }[];
}

/** Stands in the table where an attribute could not be measured. */
const UNMEASURED = -1;

let model: Promise<OpenModel & { size: string }> | undefined;

/** The model, opened once a build, and what it weighs on the wire, for readers. */
export function theModel(): Promise<OpenModel & { size: string }> {
  return (model ??= load());
}

async function load(): Promise<OpenModel & { size: string }> {
  const opened = await openModel();
  const { decoder, styles } = opened.manifest.files;
  const bytes = [decoder, styles!].reduce((sum, file) => sum + brotliCompressSync(readFileSync(`${FOLDER}/${file.path}`)).length, 0);
  return { ...opened, size: `${(bytes / 1e6).toFixed(1)} MB` };
}

/** Path data of a line in a box; `shift` moves it, in cap heights across and, against it, up. */
export function pathIn({ text, letters, centres, length }: Line, box: Box, align: 'start' | 'middle' = 'start', shift = 0): string {
  const { cap, x, baseline } = fitWord(text, length, box, align);
  return wordPath(letters, centres, { scale: cap, x: x + shift * cap, y: baseline - 0.6 * shift * cap, precision: cap > 60 ? 0 : 1 });
}

/** A line in a box, as a picture. */
export function pictureOf(line: Line, box: Box, align: 'start' | 'middle' = 'start', shift = 0): Picture {
  return { ...box, paths: [{ d: pathIn(line, box, align, shift) }] };
}

/** A style, measured from its outlines. */
export function measured(decoder: Decoder, z: Float32Array): Attributes {
  return createMeter(decoder).measure(z);
}

/** What is seen of a style, in words. */
export function readingOf(decoder: Decoder, z: Float32Array): string {
  return describe(measured(decoder, z));
}

/** Of the map's styles, the cell of the one that comes nearest to what is wanted and is drawn well; see `nearestStyle`. */
export function wellDrawn(styles: Styles, wanted: Partial<Record<(typeof ATTRIBUTES)[number], number>>): number {
  return nearestStyle(styles, wanted, who.map(({ drawn }) => drawn));
}

/**
 * The style whose measured attributes come nearest to what is wanted, in standard deviations from their means, among those
 * that the model draws well: `drawn` is the likeness of each to its own letters, and a tenth less weighs as much as two deviations.
 */
export function nearestStyle({ count, attributes }: Styles, wanted: Partial<Record<(typeof ATTRIBUTES)[number], number>>, drawn: readonly number[] = []): number {
  const columns = ATTRIBUTES.map((_, column) => {
    const values = Array.from({ length: count }, (__, row) => attributes[row * ATTRIBUTES.length + column] ?? UNMEASURED).filter((value) => value !== UNMEASURED);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
  });
  const distance = (row: number): number => ATTRIBUTES.reduce((sum, name, column) => {
    const goal = wanted[name];
    const { mean = 0, deviation = 1 } = columns[column] ?? {};
    const value = attributes[row * ATTRIBUTES.length + column] ?? UNMEASURED;
    // A style that could not be measured is nobody's example.
    return goal === undefined ? sum : sum + (value === UNMEASURED ? 1e3 : ((value - mean) / deviation - goal) ** 2);
  }, (20 * (1 - (drawn[row] ?? 1))) ** 2);
  return Array.from({ length: count }, (_, row) => row).reduce((best, row) => (distance(row) < distance(best) ? row : best), 0);
}
