/** The figure of the armature, drawn and fitted when the site is built. Runs in Node only. */
import { outline, toPath } from '../../drawing/outline.ts';
import { fitCode } from '../../inference/fit.ts';
import { remoteness } from '../../inference/latent.ts';
import { setInStyle } from '../../models/open.ts';
import { pictureOf, readingOf, theModel, wellDrawn, type Picture } from '../base/build.ts';
import { middleOf as cellAt, type Grid } from '../base/map.ts';
import { readWord } from '../base/words.ts';
import { middleOf, overlap, PLAIN, strokesField } from '../base/pen/field.ts';
import { NIB, PAD } from '../base/pen/pad.ts';
import { reportOf } from './plan/report.ts';
import { START } from './plan/start.ts';
import { priceOf, ROUNDS, STATIONS, type Measure } from './plan/strength.ts';
import { lineOf, type Stroke } from '../base/pen/strokes.ts';
import type { ArmatureState } from './state.ts';

/** Everything the figure shows before a script arrives. */
export interface Figure {
  grid: Grid;
  start: ArmatureState;
  size: string;
  /** Numbers in a code. */
  numbers: number;
  /** The drawing, stroke by stroke, and the model’s letter, as path data on the pad. */
  plates: { drawn: string[]; fitted: string };
  pictures: { word: Picture; rows: Picture[] };
  measures: readonly Measure[];
  /** The codes that were found, by the strength they were looked for at. */
  fitted: ReadonlyMap<number, Float32Array>;
  now: Measure;
  report: string;
}

/** Lines of the alphabet. */
export const ROWS = ['ABCDEFGHIJKLM', 'NOPQRSTUVWXYZ', 'abcdefghijklm', 'nopqrstuvwxyz'] as const;
/** Side of the pad, in the units of its paths. */
export const PAD_UNITS = 1000;
const BOXES = { word: { width: 1296, height: 330 }, row: { width: 640, height: 92 } } as const;
const STRENGTH = 0.7;
const figures = new Map<string, Promise<Figure>>();

/** The figure with a word, drawn once a build. */
export function figureOf(word = 'nothing sags'): Promise<Figure> {
  const figure = figures.get(word) ?? draw(word);
  figures.set(word, figure);
  return figure;
}

/** The middle of a stroke as path data on the pad. */
function strokePath(stroke: Stroke, scale: number): string {
  return lineOf(stroke).map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${Math.round((x - PAD.left) * scale)} ${Math.round((PAD.top - y) * scale)}`).join('');
}

async function draw(word: string): Promise<Figure> {
  const { decoder, styles, manifest, size } = await theModel();
  const { map: grid, field: geometry, glyphs } = manifest;
  const { codes, gaussian } = styles;
  const area = geometry.side ** 2;
  const { letter, ink } = START;
  const glyph = glyphs.indexOf(letter);
  const field = new Float32Array(area);
  decoder.decode(gaussian.mean, glyph, field);
  const usual = middleOf(field, geometry);
  const shift = usual - middleOf(strokesField(ink, NIB, PLAIN, geometry, new Float32Array(area)), geometry);
  const target = strokesField(ink, NIB, PLAIN, geometry, new Float32Array(area), shift);
  const measures: Measure[] = [];
  const fitted = new Map<number, Float32Array>();
  let z = gaussian.mean;
  for (const strength of STATIONS) {
    const prior = priceOf(strength);
    const found = prior === undefined ? gaussian.mean : (await fitCode(decoder, [{ glyph, field: target }], { codes, gaussian, prior, rounds: ROUNDS })).z;
    decoder.decode(found, glyph, field);
    measures.push({ strength, overlap: overlap(field, target, geometry), remote: remoteness(found, gaussian) });
    fitted.set(strength, found);
    if (strength === STRENGTH) z = found;
  }
  decoder.decode(z, glyph, field);
  const scale = PAD_UNITS / PAD.side;
  const onPad = (of: Float32Array): string => toPath(outline(of, geometry), { scale, x: (-PAD.left - shift) * scale, y: PAD.top * scale });
  const line = (text: string, typed = readWord(text, glyphs)) => setInStyle(decoder, typed.text, typed.glyphs, z);
  const now = measures.find(({ strength }) => strength === STRENGTH)!;
  const start: ArmatureState = {
    word, letter, ink, by: 'hand', shape: [0, 0, 1], strength: STRENGTH,
    at: cellAt(wellDrawn(styles, { weight: -0.2, contrast: 0.8, slant: 1.6, serif: 0.6 }), grid),
  };
  return {
    grid, start, size, measures, fitted, now, numbers: gaussian.mean.length,
    plates: { drawn: ink.map((stroke) => strokePath(stroke, scale)), fitted: onPad(field) },
    pictures: { word: pictureOf(line(word), BOXES.word), rows: ROWS.map((row) => pictureOf(line(row), BOXES.row)) },
    report: reportOf({ letter, drawn: true, ...now, reading: readingOf(decoder, z) }),
  };
}
