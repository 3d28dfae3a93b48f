/** The figure of the loop: a lineage made by a rule, drawn and measured when the site is built. Runs in Node only. */
import { ATTRIBUTES } from '../../drawing/attributes.ts';
import { describe } from '../../drawing/describe.ts';
import { setInStyle } from '../../models/open.ts';
import { measured, pictureOf, theModel, type Picture } from '../base/build.ts';
import { deviationsOf, scalesOf } from '../base/scales.ts';
import { readWord } from '../base/words.ts';
import { replay, type Replay } from './plan/breed.ts';
import { rowsOf, type Row } from './plan/rows.ts';
import { readingOf } from './plan/say.ts';
import { lineOf, wander } from './plan/wander.ts';
import { emptyState, grow, nameOf, PROPOSALS, type LoopState, type Ref } from './state.ts';

/** Everything the figure shows before a script arrives. */
export interface Figure {
  start: LoopState;
  size: string;
  /** By the names of their boxes. */
  pictures: Readonly<Record<string, Picture>>;
  rows: readonly Row[];
  reading: string;
  /** Slant of the picked proposal of each sheet, in deviations of real typefaces. */
  slants: readonly number[];
  /** What a sheet offered to the rule, on average: the mean of all eight, likewise. */
  offered: readonly number[];
  /** How far the last of the line stands from the first. */
  walk: ReturnType<typeof wander>;
  codes: Replay;
}

/** Proportions of the boxes, as the style sheet has them. */
export const BOXES = { word: { width: 1296, height: 330 }, proposal: { width: 400, height: 130 }, row: { width: 260, height: 84 } } as const;
/** A tree whose last pick is drawn well. */
const SEED = 3;
const SLANT = ATTRIBUTES.indexOf('slant');
const figures = new Map<string, Promise<Figure>>();

/** The figure with a word, drawn once a build. */
export function figureOf(word = 'lineage'): Promise<Figure> {
  const figure = figures.get(word) ?? draw(word);
  figures.set(word, figure);
  return figure;
}

async function draw(typed: string): Promise<Figure> {
  const { decoder, styles, size } = await theModel();
  const { text, glyphs } = readWord(typed, decoder.manifest.glyphs);
  const scales = scalesOf(styles);
  const { gaussian } = styles;
  const deviations = (z: Float32Array) => deviationsOf(measured(decoder, z), scales);
  const slants: number[] = [];
  const offered: number[] = [];

  // The rule: of every eight the most slanted has children. Somebody would not choose so, and that is why it is told.
  let state: LoopState = { ...emptyState, word: typed, seed: SEED, sheets: [{ how: 'fresh', by: 'rule' }] };
  const steepest = (): Ref => {
    const { codes } = replay(state, gaussian);
    const sheet = state.sheets.length - 1;
    const lean = codes[sheet]!.map((z) => deviations(z)[SLANT] ?? -Infinity);
    const no = lean.indexOf(Math.max(...lean));
    slants.push(lean[no]!);
    const known = lean.filter(Number.isFinite);
    offered.push(known.reduce((sum, value) => sum + value, 0) / known.length);
    return { sheet, no };
  };
  for (let i = 0; i < 3; i++) state = grow({ ...state, picked: [steepest()] }, 'vary', 'rule');
  const second = lineOf(state.sheets, { sheet: 3, no: 0 })[0]!;
  const another: Ref = { sheet: 0, no: (second.no + 3) % PROPOSALS };
  state = grow({ ...state, picked: [steepest(), another] }, 'breed', 'rule');
  const last = steepest();
  const start: LoopState = { ...state, picked: [last] };

  const codes = replay(start, gaussian);
  const code = ({ sheet, no }: Ref): Float32Array => codes.codes[sheet]![no]!;
  const rows = rowsOf(start, gaussian.mean.length);
  const pictures: Record<string, Picture> = {};
  const put = (name: string, ref: Ref, box: keyof typeof BOXES): void => {
    pictures[name] = pictureOf(setInStyle(decoder, text, glyphs, code(ref)), BOXES[box], box === 'word' ? 'start' : 'middle');
  };
  put('word', last, 'word');
  for (let no = 0; no < PROPOSALS; no++) put(`p-${no}`, { sheet: start.at, no }, 'proposal');
  for (const { shown } of rows) for (const ref of shown) put(`row-${nameOf(ref)}`, ref, 'row');
  const walk = wander(codes, last, gaussian);
  const parent = walk.line.at(-2);
  return {
    start, size, pictures, rows, slants, offered, walk, codes,
    reading: readingOf({ ref: last, picked: true, seen: describe(measured(decoder, code(last))), before: parent && { ref: parent, row: deviations(code(parent)) }, after: deviations(code(last)), walk }),
  };
}
