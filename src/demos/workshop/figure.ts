/** The figure of the workshop: the whole chain, run when the site is built by the engine that also runs in the page. Runs in Node only. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { FOLDER, openPatches, setInStyle } from '../../models/open.ts';
import { READER_FILE } from '../../models/reader.ts';
import manifestOfReader from '../../models/reader-1/manifest.json' with { type: 'json' };
import { pictureOf, theModel, type Picture } from '../base/build.ts';
import { readWord } from '../base/words.ts';
import { figureOf as noiseFigure, type WordGroup } from '../out-of-noise/figure.ts';
import { bands } from '../base/prior/build.ts';
import { buildHands } from './build-hands.ts';
import { runChain, type Round } from './plan/chain.ts';
import { strengthsFor } from './plan/patch.ts';
import { entryOf, type Entry } from './plan/say.ts';
import { emptyState, type ShopState } from './state.ts';

/** Everything a figure shows before a script arrives. */
export interface Figure {
  start: ShopState;
  groups: readonly WordGroup[];
  /** The words of the prior, without the one for none. */
  words: readonly string[];
  rounds: readonly (Round & { picture: Picture })[];
  book: readonly Entry[];
  /** The Gaussian of the codes, for the strip: its mean, and the deviation of each number. */
  mean: readonly number[];
  deviations: readonly number[];
  /** Share of letters of real typefaces that it had not seen that the reader names as they are meant, 0 to 1. */
  accuracy: number;
  /** What each hand weighs on the wire, in words, and all that the figure loads. */
  sizes: { prior: string; decoder: string; reader: string; all: string };
}

/** Proportions of the boxes, as the style sheet has them. */
export const BOXES = { result: { width: 720, height: 226 }, round: { width: 360, height: 113 } } as const;

const figures = new Map<string, Promise<Figure>>();

/** The figure with a word, drawn once a build. */
export function figureOf(word = 'handover'): Promise<Figure> {
  const figure = figures.get(word) ?? draw(word);
  figures.set(word, figure);
  return figure;
}

/** What a state comes to, round by round. */
export async function roundsOf(state: ShopState): Promise<{ rounds: Round[]; book: Entry[] }> {
  const [{ manifest }, hands] = await Promise.all([theModel(), buildHands()]);
  const rounds: Round[] = [];
  const book: Entry[] = [];
  for await (const step of runChain(state, readWord(state.word, manifest.glyphs), bands, hands)) {
    if (step.stage === 'brief') rounds.push(step.round);
    book.push(entryOf(step, false));
  }
  return { rounds, book };
}

/** The word of a round, as a picture. */
export async function pictureIn({ z, state }: Round, word: string, box: { width: number; height: number }, align: 'start' | 'middle' = 'start'): Promise<Picture> {
  const [{ decoder, manifest }, patcherOf] = await Promise.all([theModel(), openPatches()]);
  const { text, glyphs } = readWord(word, manifest.glyphs);
  const strengths = strengthsFor(state);
  return pictureOf(setInStyle(decoder, text, glyphs, z!, strengths && patcherOf(strengths)), box, align);
}

async function draw(word: string): Promise<Figure> {
  const [{ manifest, styles: { gaussian }, size }, noise] = await Promise.all([theModel(), noiseFigure()]);
  const start: ShopState = { ...emptyState, word };
  const { rounds, book } = await roundsOf(start);
  const count = gaussian.mean.length;
  const weigh = (path: string): number => brotliCompressSync(readFileSync(path)).length;
  const [prior, decoder, reader] = [`${FOLDER}/${manifest.files.prior!.path}`, `${FOLDER}/${manifest.files.decoder.path}`, READER_FILE].map(weigh) as [number, number, number];
  const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} KB`;
  const groups = noise.groups.map((group) => ({ ...group, words: group.words.map((each) => ({ ...each, asked: start.ask.includes(each.word) })) }));
  return {
    start, groups, book,
    words: groups.flatMap(({ words }) => words.map((each) => each.word)),
    rounds: await Promise.all(rounds.map(async (round) => ({ ...round, picture: await pictureIn(round, word, BOXES.round) }))),
    mean: Array.from(gaussian.mean, (value) => Math.round(value * 1e4) / 1e4),
    deviations: Array.from({ length: count }, (_, i) => Math.hypot(...gaussian.chol.subarray(i * count, i * count + i + 1))),
    accuracy: manifestOfReader.accuracy.validation,
    sizes: { prior: kilobytes(prior), decoder: kilobytes(decoder), reader: kilobytes(reader), all: `${((parseFloat(size) * 1e6 + prior + reader) / 1e6).toFixed(1)} MB` },
  };
}
