/** The figures of “Out of noise”, drawn when the site is built, by the prior and the decoder that also run in the page. Runs in Node only. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { ATTRIBUTES, type AttributeName } from '../../drawing/attributes.ts';
import { describe } from '../../drawing/describe.ts';
import { outline, toPath } from '../../drawing/outline.ts';
import { FOLDER, setInStyle } from '../../models/open.ts';
import { measured, pictureOf, theModel, type Picture } from '../base/build.ts';
import type { Box } from '../base/draw.ts';
import { readWord } from '../base/words.ts';
import { obeysAll, tally, type Band, type Tally } from '../base/prior/obey.ts';
import { farOut, placeOf, trackOf } from './plan/plane.ts';
import { endsOf, type Ends } from './plan/rule.ts';
import { sayStrength, sayVerdicts } from './plan/say.ts';
import { shadowOf, spaced, type Shadow } from './plan/shadow.ts';
import { codeOn, endOf, frames, guessAt } from '../base/prior/way.ts';
import { emptyState, type NoiseState } from './state.ts';
import { ASK, TAKES, theTakes } from './takes.ts';
import { bands, thePrior, wayTracer } from '../base/prior/build.ts';

/** Words of one attribute, or of the kinds of typeface. */
export interface WordGroup {
  name: string;
  words: readonly { word: string; band: Band | undefined; asked: boolean }[];
}

/** What every part of the demonstration shows before a script arrives. */
export interface Figure {
  start: NoiseState;
  groups: readonly WordGroup[];
  /** What the prior weighs on the wire, and all that the demonstration loads. */
  sizes: { prior: string; all: string };
  /** One take at several strengths, and what each obeys and how far out it ends. */
  row: readonly { guidance: number; picture: Picture; said: string }[];
}

/** A take on the map of ways: its two ways, where both begin and where each ends. */
export interface Track {
  told: string;
  untold: string;
  from: readonly [number, number];
  toldEnd: readonly [number, number];
  untoldEnd: readonly [number, number];
}

/** What the whole demonstration shows. */
export interface Whole extends Figure {
  /** What is seen and how far it obeys, measured. */
  reading: string;
  verdicts: string;
  word: Picture;
  film: readonly { pass: number; lies: Picture; expects: Picture }[];
  map: Shadow & { numbers: number; tracks: readonly Track[]; far: { told: number; untold: number } };
  sheet: readonly { seed: number; picture: Picture; obeyed: boolean }[];
  tallies: readonly Tally[];
  /** The ends of the ruler of each attribute. */
  rulers: Readonly<Record<AttributeName, Ends>>;
}

/** Proportions of the boxes words stand in, as the style sheet has them. */
export const BOXES = { word: { width: 1296, height: 360 }, frame: { width: 300, height: 84 }, row: { width: 400, height: 112 }, take: { width: 300, height: 84 } } as const;
/** Pictures in the strip. */
const FRAMES = 9;
/** Strengths that stand side by side. */
const STRENGTHS = [0, 1, 2, 4, 6];
/** Takes whose ways are drawn. */
const TRACKS = 6;
/** Width of the map of ways and, on it, height of a capital and the least distance of two letters; the file of its letters has ten units for one. */
const MAP = { width: 640, cap: 16, gap: 17, fine: 10 };
/** Stands in the table where an attribute could not be measured. */
const UNMEASURED = -1;

const GROUPS = { weight: 'weight', contrast: 'contrast', slant: 'slant', width: 'width', xHeight: 'x-height', serif: 'serifs' } as const satisfies Record<AttributeName, string>;

const figures = new Map<string, Promise<Figure>>();
const wholes = new Map<string, Promise<Whole>>();
let shadow: Promise<Shadow> | undefined;

/** What all parts show, with a word in it; drawn once a build. */
export function figureOf(word = 'noise'): Promise<Figure> {
  const figure = figures.get(word) ?? draw(word);
  figures.set(word, figure);
  return figure;
}

/** The whole, with a word in it; drawn once a build. */
export function wholeOf(word = 'noise'): Promise<Whole> {
  const whole = wholes.get(word) ?? drawAll(word);
  wholes.set(word, whole);
  return whole;
}

async function draw(word: string): Promise<Figure> {
  const [{ decoder, styles }, { shown }, way, { words }, pen] = [await theModel(), await theTakes(), await wayTracer(), await thePrior(), await penFor(word)];
  const start: NoiseState = { ...emptyState, word, ask: ASK, seed: shown };
  return {
    start,
    groups: groupsOf(words.slice(1)),
    sizes: await sizesOf(),
    row: STRENGTHS.map((guidance) => {
      const z = endOf(way({ ...start, guidance }));
      return { guidance, picture: pen(BOXES.row, z), said: sayStrength(ASK, bands, measured(decoder, z), farOut(styles.gaussian, z)) };
    }),
  };
}

async function drawAll(word: string): Promise<Whole> {
  const figure = await figureOf(word);
  const [{ styles }, { told, untold, shown }, way, flat, pen] = [await theModel(), await theTakes(), await wayTracer(), await theShadow(), await penFor(word)];
  const { start } = figure;
  const [main, alone, seen] = [way(start), way({ ...start, ask: [] }), told[shown - 1]!];
  const seeds = (count: number, first: number): number[] => Array.from({ length: count }, (_, i) => first + i);
  return {
    ...figure,
    reading: describe(seen),
    verdicts: sayVerdicts(ASK, bands, seen),
    word: pen(BOXES.word, endOf(main), 'start'),
    film: frames(start.steps, FRAMES).map((pass) => ({ pass, lies: pen(BOXES.frame, codeOn(main, pass / start.steps)), expects: pen(BOXES.frame, guessAt(main, pass)) })),
    map: {
      ...flat, numbers: main.size,
      far: { told: farOut(styles.gaussian, endOf(main)), untold: farOut(styles.gaussian, endOf(alone)) },
      tracks: seeds(TRACKS, shown).map((seed) => {
        const [mine, left] = [way({ ...start, seed }), way({ ...start, seed, ask: [] })];
        const on = (codes: Float32Array): [number, number] => placeOf(flat.plane, codes);
        return { told: trackOf(flat.plane, mine.path), untold: trackOf(flat.plane, left.path), from: on(mine.path), toldEnd: on(endOf(mine)), untoldEnd: on(endOf(left)) };
      }),
    },
    sheet: seeds(TAKES, 1).map((seed, i) => ({ seed, picture: pen(BOXES.take, endOf(way({ ...start, seed }))), obeyed: obeysAll(ASK, bands, told[i]!) })),
    tallies: tally(ASK, bands, told, untold),
    rulers: Object.fromEntries(ATTRIBUTES.map((attribute, column) => {
      const known = Array.from({ length: styles.count }, (_, row) => styles.attributes[row * ATTRIBUTES.length + column] ?? UNMEASURED);
      return [attribute, endsOf(known.filter((value) => value !== UNMEASURED))];
    })) as Whole['rulers'],
  };
}

/** The letters under the ways, as a file of its own: one for each style of the map that has room where its code falls. */
export async function lettersSvg(letter = 'a'): Promise<string> {
  const [{ decoder: { manifest: { field: geometry, glyphs }, decode }, styles }, { plane, width, height }] = [await theModel(), await theShadow()];
  const field = new Float32Array(geometry.side ** 2);
  const size = styles.codes.length / styles.count;
  const places = Array.from({ length: styles.count }, (_, row) => placeOf(plane, styles.codes, row * size));
  const scale = MAP.cap * MAP.fine;
  const d = spaced(places, MAP.gap).map((row) => {
    const [x, y] = places[row]!;
    decode(styles.codes.subarray(row * size, (row + 1) * size), glyphs.indexOf(letter), field);
    // The middle of the letter’s x-height stands where the code falls. The next one begins at the origin again.
    return toPath(outline(field, geometry), { x: x * MAP.fine, y: y * MAP.fine + 0.36 * scale, scale, precision: 0 }).replace(/^m/, 'M');
  });
  const [wide, high] = [width * MAP.fine, height * MAP.fine];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}"><path fill="#2a2140" d="${d.join('')}"/></svg>`;
}

function theShadow(): Promise<Shadow> {
  return (shadow ??= theModel().then(({ styles }) => shadowOf(styles, MAP.width)));
}

/** Draws a word in the style of a code, in a box. */
async function penFor(word: string): Promise<(box: Box, z: Float32Array, align?: 'start' | 'middle') => Picture> {
  const { decoder, manifest } = await theModel();
  const { text, glyphs } = readWord(word, manifest.glyphs);
  return (box, z, align = 'middle') => pictureOf(setInStyle(decoder, text, glyphs, z), box, align);
}

function groupsOf(words: readonly string[]): WordGroup[] {
  const group = (name: string, has: (band: Band | undefined) => boolean): WordGroup => ({
    name,
    words: words.filter((word) => has(bands.get(word))).map((word) => ({ word, band: bands.get(word), asked: (ASK as readonly string[]).includes(word) })),
  });
  return [...ATTRIBUTES.map((attribute) => group(GROUPS[attribute], (band) => band?.attribute === attribute)), group('filed as', (band) => !band)];
}

async function sizesOf(): Promise<Figure['sizes']> {
  const { manifest: { files } } = await theModel();
  const weigh = (path: string): number => brotliCompressSync(readFileSync(`${FOLDER}/${path}`)).length;
  const prior = weigh(files.prior!.path);
  return { prior: `${Math.round(prior / 1e3)} KB`, all: `${((prior + weigh(files.decoder.path) + weigh(files.styles!.path)) / 1e6).toFixed(1)} MB` };
}
