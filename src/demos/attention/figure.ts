/** The figure of “Where the words fall”, sampled, drawn and measured when the site is built. Runs in Node only. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { ATTRIBUTES, type AttributeName } from '../../drawing/attributes.ts';
import { describe } from '../../drawing/describe.ts';
import { tracePrior } from '../../inference/studio/trace.ts';
import { FOLDER, setInStyle } from '../../models/open.ts';
import { measured, pictureOf, theModel, type Picture } from '../base/build.ts';
import { deviationsOf, scalesOf } from '../base/scales.ts';
import { readWord } from '../base/words.ts';
import { bands, thePrior } from '../base/prior/build.ts';
import { GUIDANCE, tell, theRecord, type Told } from './census.ts';
import { columnsOf, type Column } from './plan/columns.ts';
import { sayChange } from './plan/say.ts';
import { emptyState, STEPS, tidy, turnOf, weightsOf, type AttentionState } from './state.ts';

/** Words of one attribute, or of the kinds of typeface. */
export interface WordGroup {
  name: string;
  words: readonly { word: string; asked: boolean }[];
}

/** Everything the figure shows before a script arrives. */
export interface Figure {
  start: AttentionState;
  /** All words it knows, without the one that stands for none. */
  words: readonly string[];
  groups: readonly WordGroup[];
  pictures: { written: Picture; weighted: Picture };
  seen: { written: string; weighted: string };
  change: string;
  /** What is drawn of each word's attention, the first for no word. */
  columns: readonly Column[];
  parts: { bones: number; finish: number };
  told: readonly Told[];
  across: number;
  removals: number;
  size: string;
}

/** Proportions of the boxes, as the style sheet has them. */
export const BOXES = { word: { width: 640, height: 190 } } as const;
const ASK = ['black', 'narrow', 'serifed'];
const GROUPS = { weight: 'weight', contrast: 'contrast', slant: 'slant', width: 'width', xHeight: 'x-height', serif: 'serifs' } as const satisfies Record<AttributeName, string>;
/** A take in which the word that is turned off was well obeyed. */
const SEED = 3;

const figures = new Map<string, Promise<Figure>>();

/** The figure with a word, drawn once a build. */
export function figureOf(word = 'emphasis'): Promise<Figure> {
  const figure = figures.get(word) ?? draw(word);
  figures.set(word, figure);
  return figure;
}

/** Samples a state as it is written or as it is weighted. */
export async function sampled(state: AttentionState, weighted: boolean): Promise<ReturnType<typeof tracePrior>> {
  const words = state.ask.map((word) => (weighted ? { word, weight: weightsOf(turnOf(state, word)) } : { word }));
  return tracePrior(await thePrior(), { words, guidance: GUIDANCE, seed: state.seed, steps: STEPS, attention: true });
}

async function draw(typed: string): Promise<Figure> {
  const [{ decoder, styles, manifest }, prior, record] = [await theModel(), await thePrior(), await theRecord()];
  const start = tidy({ ...emptyState, word: typed, ask: ASK, turns: [{ word: 'black', weight: 0, from: 1, to: STEPS }], seed: SEED, step: 4 });
  const [written, weighted] = [await sampled(start, false), await sampled(start, true)];
  const { text, glyphs } = readWord(typed, manifest.glyphs);
  const picture = (z: Float32Array): Picture => pictureOf(setInStyle(decoder, text, glyphs, z), BOXES.word);
  const [first, second] = [measured(decoder, written.z), measured(decoder, weighted.z)];
  const scales = scalesOf(styles);
  const [, , parts, count] = prior.attentionShape;
  const { bones, finish } = manifest.latent;
  const per = (bones + finish) / parts;
  const words = prior.words.slice(1);
  const named = (attribute: AttributeName | undefined) => words.filter((word) => bands.get(word)?.attribute === attribute).map((word) => ({ word, asked: ASK.includes(word) }));
  return {
    start, words,
    groups: [...ATTRIBUTES.map((attribute) => ({ name: GROUPS[attribute], words: named(attribute) })), { name: 'kind', words: named(undefined) }],
    pictures: { written: picture(written.z), weighted: picture(weighted.z) },
    seen: { written: describe(first), weighted: describe(second) },
    change: sayChange(deviationsOf(first, scales), deviationsOf(second, scales), start.turns.length > 0),
    columns: columnsOf(start, { attention: weighted.attention!, steps: STEPS, parts, words: count }, prior.words),
    parts: { bones: bones / per, finish: finish / per },
    ...{ told: tell(record).each, across: tell(record).across }, removals: record.rows.length,
    size: sizeOf([manifest.files.decoder.path, manifest.files.styles!.path, manifest.files.prior!.path]),
  };
}

function sizeOf(files: readonly string[]): string {
  return `${(files.reduce((sum, path) => sum + brotliCompressSync(readFileSync(`${FOLDER}/${path}`)).length, 0) / 1e6).toFixed(1)} MB`;
}
