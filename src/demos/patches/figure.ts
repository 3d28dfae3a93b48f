/** The figure of the patches, drawn and measured when the site is built, by the engine that also runs in the page. Runs in Node only. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe } from '../../drawing/describe.ts';
import type { Decoder, Patcher } from '../../inference/decoder.ts';
import { createMeter } from '../../inference/studio/meter.ts';
import json from '../../models/letterforms-1/patches.json' with { type: 'json' };
import { FOLDER, openPatches, setInStyle } from '../../models/open.ts';
import { pictureOf, theModel, type Picture } from '../base/build.ts';
import { fitWord } from '../base/draw.ts';
import { wordPath } from '../../drawing/outline.ts';
import { readWord } from '../base/words.ts';
import { likenessAt, recordOf, voiceIn, type PatchRecord } from './plan/record.ts';
import { ACROSS, CELL, CELLS, ROW, ROW_TEXT, rowsOf, wordOf, type Row } from './plan/rows.ts';
import { likenessSays, strangersSay } from './plan/says.ts';
import { emptyState, strengthsOf, type PatchState } from './state.ts';

/** Everything a figure shows before a script arrives. */
export interface Figure {
  start: PatchState;
  record: PatchRecord;
  words: { plain: Picture; patched: Picture };
  rows: readonly (Row & { plain: Picture; patched: Picture })[];
  seen: { plain: string; patched: string };
  likeness: string;
  strangers: string;
  /** Bytes of the decoder's file, and of one patch for each layer. */
  bytes: { decoder: number; patch: Readonly<Record<'trunk' | 'picture', number>> };
  /** What model and patches weigh on the wire, for readers; and the patches alone. */
  size: string;
  more: string;
}

/** Proportions of the boxes of the words, as the style sheet has them. */
export const WORD = { width: 720, height: 226 } as const;
/** Where the letters of a row stand in its box. */
export const PLACE = fitWord(ROW_TEXT, ACROSS * CELL, ROW);

const figures = new Map<string, Promise<Figure>>();

/** The record of what was measured. */
export const theRecord = (): PatchRecord => recordOf(json);

/** The figure with a word, drawn once a build. */
export function figureOf(word = 'borrowed'): Promise<Figure> {
  const figure = figures.get(word) ?? draw(word);
  figures.set(word, figure);
  return figure;
}

async function draw(word: string): Promise<Figure> {
  const [{ decoder, manifest, size }, patcherOf] = await Promise.all([theModel(), openPatches()]);
  const record = theRecord();
  const start: PatchState = { ...emptyState, word };
  const voice = voiceIn(record, start.voice);
  const z = Float32Array.from(voice.code);
  const patcher = patcherOf(strengthsOf(start) ?? []);
  const { text, glyphs } = readWord(word, manifest.glyphs);
  const inBox = (with_: Patcher | undefined): Picture => pictureOf(setInStyle(decoder, text, glyphs, z, with_), WORD);
  const patches = manifest.files.patches!;
  const more = brotliCompressSync(readFileSync(`${FOLDER}/${patches.path}`)).length;
  const at = record.rank;
  const bytesOf = (place: 'trunk' | 'picture'): number => voice.ranks[place].find(({ rank }) => rank === at)!.bytes;
  return {
    start, record,
    words: { plain: inBox(undefined), patched: inBox(patcher) },
    rows: rowsOf(record.shown, record.others).map((row) => ({ ...row, plain: rowPicture(decoder, row, z), patched: rowPicture(decoder, row, z, patcher) })),
    seen: { plain: describe(createMeter(decoder).measure(z)), patched: describe(createMeter(patched(decoder, patcher)).measure(z)) },
    likeness: likenessSays(start.voice, likenessAt(record, start.voice, start.place, start.strengths), voice.plain),
    strangers: strangersSay(text, record.shown),
    bytes: { decoder: manifest.files.decoder.bytes, patch: { trunk: bytesOf('trunk'), picture: bytesOf('picture') } },
    size: `${((parseFloat(size) * 1e6 + more) / 1e6).toFixed(1)} MB`,
    more: `${Math.round(more / 1000)} KB`,
  };
}

/** A decoder that always draws with a patcher. */
function patched(decoder: Decoder, patcher: Patcher | undefined): Decoder {
  return { ...decoder, decodeWord: (z, glyphs, fields, advances) => decoder.decodeWord(z, glyphs, fields, advances, patcher) };
}

function rowPicture(decoder: Decoder, { letters }: Row, z: Float32Array, patcher?: Patcher): Picture {
  const { glyphs } = wordOf(letters, decoder.manifest.glyphs);
  const line = setInStyle(decoder, letters, glyphs, z, patcher);
  const centres = CELLS.map((cell, i) => (i + 0.5) * cell);
  const { cap, x, baseline } = PLACE;
  return { ...ROW, paths: [{ d: wordPath(line.letters, centres, { scale: cap, x, y: baseline, precision: 1 }) }] };
}
