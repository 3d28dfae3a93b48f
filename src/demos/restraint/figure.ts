/** The figure of the wall, drawn and measured when the site is built, by the engine that also runs in the page. Runs in Node only. */
import { ATTRIBUTES } from '../../drawing/attributes.ts';
import { describe, type Attributes } from '../../drawing/measure.ts';
import type { Decoder } from '../../inference/decoder.ts';
import type { Styles } from '../../inference/styles.ts';
import { setInStyle } from '../../models/open.ts';
import { report } from '../../models/letterforms-1/report.ts';
import { measured, pictureOf, theModel, type Picture } from '../base/build.ts';
import { deviationsOf, deviationsOfRow, scalesOf, type Scale } from '../base/scales.ts';
import { readWord, type Word } from '../base/words.ts';
import { dotAt } from './plan/chart.ts';
import { deal, heldBack, letterOf, STATIONS } from './plan/draws.ts';
import { fullVoiceIn, legibleIn } from './plan/once.ts';
import { inkBits, meanDifference, readingOf, spreadOf, type Spread } from './plan/spread.ts';
import type { RestraintState } from './state.ts';

/** Everything a figure shows before a script arrives. */
export interface Figure {
  start: RestraintState;
  /** What the model weighs on the wire, for readers. */
  size: string;
  letter: string;
  pictures: { cells: Picture[]; word: Picture; mean: Picture; rungs: Picture[]; empty: Picture };
  /** Real typefaces in the chart, as path data of points, and the draws. */
  chart: { real: string; dots: ({ x: number; y: number } | undefined)[] };
  /** How many real typefaces the spread is compared with. */
  typefaces: number;
  apart: number | undefined;
  spread: Spread;
  reading: string;
  /** What is seen of the chosen draw, and of the mean. */
  seen: { chosen: string; mean: string };
  /** What was measured once, in sentences: at full voice when the page was built, of legibility when the model was made. */
  once: readonly string[];
}

/** Proportions of the boxes, as the style sheet has them. */
export const BOXES = { cell: { width: 120, height: 132 }, word: { width: 720, height: 216 }, rung: { width: 120, height: 132 }, kept: { width: 400, height: 120 } } as const;
/** Where the slider begins. */
const BEGIN = 0.7;
const SEED = 1;

const figures = new Map<string, Promise<Figure>>();

/** The figure with a word, drawn once a build. */
export function figureOf(word = 'Restraint'): Promise<Figure> {
  const figure = figures.get(word) ?? draw(word);
  figures.set(word, figure);
  return figure;
}

async function draw(typed: string): Promise<Figure> {
  const { decoder, styles, size } = await theModel();
  const { gaussian } = styles;
  const word = readWord(typed, decoder.manifest.glyphs);
  const letter = letterOf(word);
  const scales = scalesOf(styles);
  const draws = deal(gaussian, SEED);
  const held = draws.map((each) => heldBack(each, gaussian, BEGIN));
  const attributes = held.map((z) => measured(decoder, z));
  const start: RestraintState = { word: typed, seed: SEED, psi: BEGIN, pick: sturdy(attributes, scales), kept: [] };
  const [chosen, one] = [held[start.pick] ?? gaussian.mean, draws[start.pick] ?? gaussian.mean];
  const inBox = (z: Float32Array, { text, glyphs }: Word, box: keyof typeof BOXES): Picture => pictureOf(setInStyle(decoder, text, glyphs, z), BOXES[box], 'middle');
  const apart = letter.glyphs.length > 0 ? meanDifference(held.map((z) => bitsOf(decoder, z, letter.glyphs[0] ?? 0))) : undefined;
  const spread = spreadOf(attributes, scales);
  const mean = describe(measured(decoder, gaussian.mean));
  const [weight, contrast] = [ATTRIBUTES.indexOf('weight'), ATTRIBUTES.indexOf('contrast')];
  const dot = (row: readonly (number | undefined)[]): ReturnType<typeof dotAt> => dotAt(row[weight], row[contrast]);
  const real = Array.from({ length: styles.count }, (_, row) => dot(deviationsOfRow(styles, row, scales))).flatMap((at) => (at ? [`M${at.x} ${at.y}h0`] : []));
  return {
    start, size, apart, spread,
    letter: letter.text,
    pictures: {
      cells: held.map((z) => inBox(z, letter, 'cell')),
      word: inBox(chosen, word, 'word'),
      mean: inBox(gaussian.mean, letter, 'rung'),
      rungs: STATIONS.map((psi) => inBox(heldBack(one, gaussian, psi), letter, 'rung')),
      empty: { ...BOXES.kept, paths: [] },
    },
    chart: { real: real.join(''), dots: attributes.map((each) => dot(deviationsOf(each, scales))) },
    typefaces: styles.count,
    reading: readingOf(letter.text, apart, spread, mean),
    seen: { chosen: describe(measured(decoder, chosen)), mean },
    once: [fullVoice(decoder, styles, letter, scales), legibility()].filter((said) => said !== undefined),
  };
}

/** Somebody has to be chosen first: a sturdy draw with feet, which shows well what holding back takes away. */
const WANTED = { weight: 0.3, contrast: 0.4, slant: -0.3, serif: 1.2 } as const;

function sturdy(measured: readonly Attributes[], scales: readonly Scale[]): number {
  const off = measured.map((attributes) => {
    const row = deviationsOf(attributes, scales);
    return row.includes(undefined) ? Infinity : ATTRIBUTES.reduce((sum, name, k) => sum + (name in WANTED ? ((row[k] ?? 0) - WANTED[name as keyof typeof WANTED]) ** 2 : 0), 0);
  });
  return off.reduce((best, value, i) => (value < (off[best] ?? Infinity) ? i : best), 0);
}

function bitsOf({ manifest: { field: { side } }, decode }: Decoder, z: Float32Array, glyph: number): Uint32Array {
  const field = new Float32Array(side * side);
  decode(z, glyph, field);
  return inkBits(field, new Uint32Array(Math.ceil(field.length / 32)));
}

/** Takes that are let out entirely, to see how far the model goes when nothing is held back. */
const FULL_TAKES = [1, 2, 3];

function fullVoice(decoder: Decoder, styles: Styles, { text, glyphs: [glyph] }: Word, scales: readonly Scale[]): string | undefined {
  if (glyph === undefined) return undefined;
  const draws = FULL_TAKES.flatMap((seed) => deal(styles.gaussian, seed));
  const size = styles.codes.length / styles.count;
  const real = Array.from({ length: styles.count }, (_, row) => styles.codes.subarray(row * size, (row + 1) * size));
  const apart = (codes: readonly Float32Array[]): number => meanDifference(codes.map((z) => bitsOf(decoder, z, glyph))) ?? 0;
  return fullVoiceIn({ spread: spreadOf(draws.map((z) => measured(decoder, z)), scales), apart: apart(draws), real: apart(real), typefaces: styles.count }, text);
}

function legibility(): string | undefined {
  const found = (report.test ?? report.validation)?.legibility;
  return found && legibleIn({ draws: Object.entries(found.random).map(([psi, { read }]) => ({ psi: Number(psi), read })).sort((a, b) => a.psi - b.psi), real: found.real });
}
