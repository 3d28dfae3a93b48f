/** The figure of “Pace”, drawn when the site is built, by the prior and the decoder that also run in the page. Runs in Node only. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe } from '../../drawing/describe.ts';
import { lerp } from '../../inference/latent.ts';
import { FOLDER, setInStyle } from '../../models/open.ts';
import { measured, pictureOf, theModel, type Picture } from '../base/build.ts';
import type { Box } from '../base/draw.ts';
import { readWord } from '../base/words.ts';
import { obeysAll, type Band } from '../base/prior/obey.ts';
import { bands, thePrior } from '../base/prior/build.ts';
import { rungsOf, theRecord, type Rungs } from './census.ts';
import { GUIDANCE, overlap, PROMPTS, STEPS, wordsOf, type Ask } from './plan/ladder.ts';
import { sayReading } from './plan/say.ts';
import { emptyState, type PaceState } from './state.ts';
import { theStrip, WORD, type Strip } from './strip.ts';

/** One rung of the reader’s take. */
export interface Rung {
  steps: number;
  picture: Picture;
  share: number;
  /** None where nothing measurable was asked. */
  obeyed: boolean | undefined;
}

/** What the demonstration shows before a script arrives. */
export interface Figure {
  start: PaceState;
  rungs: readonly Rung[];
  /** The rung that is large, and the last one, which it is printed over. */
  word: Picture;
  last: Picture;
  reading: string;
  /** Over many takes: of all prompts, and of each. */
  all: Rungs;
  each: Readonly<Record<Ask, Rungs>>;
  /** The walk at its start, as live letters and as a frame. */
  walk: Picture;
  ends: Strip['ends'];
  bytes: Strip['bytes'];
  /** What the demonstration loads. */
  size: string;
  /** The bands of the words that can be asked for here. */
  bands: readonly (Band & { word: string })[];
}

/** Proportions of the boxes, as the style sheet has them. */
export const BOXES = { word: { width: 1300, height: 500 }, rung: { width: 300, height: 105 }, walk: { width: 540, height: 150 } } as const satisfies Record<string, Box>;

/** What is asked to begin with. */
const ASK: Ask = 'contrasted wide';
/** Takes among which the first to be shown is looked for. */
const CANDIDATES = 12;

const figures = new Map<string, Promise<Figure>>();

/** The figure with a word in it; drawn once a build. */
export function figureOf(word = WORD): Promise<Figure> {
  const figure = figures.get(word) ?? draw(word);
  figures.set(word, figure);
  return figure;
}

async function draw(word: string): Promise<Figure> {
  const [{ decoder, styles, manifest }, prior, record, strip] = [await theModel(), await thePrior(), await theRecord(), await theStrip()];
  const start: PaceState = { ...emptyState, word, ask: ASK, seed: firstTake(record), t: 0.4 };
  const { text, glyphs } = readWord(word, manifest.glyphs);
  const words = wordsOf(start.ask);
  const codes = STEPS.map((steps) => prior.sample({ words: words.map((each) => ({ word: each })), seed: start.seed, steps, guidance: GUIDANCE }).slice());
  const drawn = codes.map((z) => {
    const fields = new Float32Array(glyphs.length * manifest.field.side ** 2);
    decoder.decodeWord(z, glyphs, fields, new Float32Array(glyphs.length));
    return fields;
  });
  const pen = (box: Box, z: Float32Array): Picture => pictureOf(setInStyle(decoder, text, glyphs, z), box, 'middle');
  const rungs = STEPS.map((steps, i): Rung => ({ steps, picture: pen(BOXES.rung, codes[i]!), share: overlap(drawn[i]!, drawn.at(-1)!), obeyed: words.length > 0 ? obeysAll(words, bands, measured(decoder, codes[i]!)) : undefined }));
  const large = STEPS.findIndex((steps) => steps === start.steps);
  const size = styles.codes.length / styles.count;
  const [a, b] = strip.ends.map((row) => styles.codes.slice(row * size, (row + 1) * size)) as [Float32Array, Float32Array];
  return {
    start, rungs,
    word: pen(BOXES.word, codes[large]!),
    last: pen(BOXES.word, codes.at(-1)!),
    reading: sayReading(start.steps, rungs[large]!.share, describe(measured(decoder, codes[large]!)), rungs[large]!.obeyed),
    all: rungsOf(record),
    each: Object.fromEntries(PROMPTS.map((ask) => [ask, rungsOf(record, ask)])) as Figure['each'],
    walk: pen(BOXES.walk, lerp(a, b, start.t)),
    ends: strip.ends, bytes: strip.bytes,
    size: sizeOf(strip.bytes.strip, [manifest.files.decoder.path, manifest.files.styles!.path, manifest.files.prior!.path]),
    bands: [...new Set(PROMPTS.flatMap(wordsOf))].map((each) => ({ word: each, ...bands.get(each)! })),
  };
}

/** Of the first takes, the one whose shares lie nearest to the middle of its prompt: one that shows what is usual. */
function firstTake(record: Awaited<ReturnType<typeof theRecord>>): number {
  const { shares } = rungsOf(record, ASK);
  const takes = record.prompts.find(({ ask }) => ask === ASK)!.takes.slice(0, CANDIDATES);
  const off = takes.map((take) => take.overlap.reduce((sum, share, i) => sum + Math.abs(share - shares[i]!.median), 0));
  return off.indexOf(Math.min(...off)) + 1;
}

function sizeOf(strip: number, files: readonly string[]): string {
  return `${((strip + files.reduce((sum, path) => sum + brotliCompressSync(readFileSync(`${FOLDER}/${path}`)).length, 0)) / 1e6).toFixed(1)} MB`;
}
