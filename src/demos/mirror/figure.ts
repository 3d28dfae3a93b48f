/** The figure of the mirror, drawn and measured when the site is built, by the engine that also runs in the page. Runs in Node only. */
import { describe, type Attributes } from '../../drawing/measure.ts';
import { openSibling, theRecord, type OpenSibling } from '../../models/mirrors/open.ts';
import { SIBLINGS, siblingIn, type MirrorRecord, type SiblingId } from '../../models/mirrors/record.ts';
import { setInStyle } from '../../models/open.ts';
import { measured, pictureOf, type Picture } from '../base/build.ts';
import { middleOf, type Grid } from '../base/map.ts';
import { scalesOf } from '../base/scales.ts';
import { contactSheet } from '../base/sheet.ts';
import { readWord, type Word } from '../base/words.ts';
import { CHARTED, histogram, medianOf, serifedIn, sharesOf, type Belief } from './plan/beliefs.ts';
import { codeFor, deal, DRAWS, SPECIMEN } from './plan/draws.ts';
import { beliefsSay, differenceIn, likenessIn, tableSays } from './plan/says.ts';
import { marksOf, type SheetMarks } from './plan/sheet.ts';
import { lossesIn, telling, type Loss } from './plan/table.ts';
import type { MirrorState } from './state.ts';

/** One collection, as it is offered. */
export interface Offered {
  id: SiblingId;
  families: number;
  styles: number;
  /** What its model weighs on the wire, for readers. */
  size: string;
}

/** Everything a figure shows before a script arrives. */
export interface Figure {
  grid: Grid;
  start: MirrorState;
  letter: string;
  offered: readonly Offered[];
  pictures: { whole: Picture; own: Picture; wholeDraws: readonly Picture[]; ownDraws: readonly Picture[] };
  seen: { whole: string; own: string };
  difference: string;
  likeness: string;
  marks: SheetMarks;
  losses: readonly Loss[];
  said: string;
  shown: string;
  beliefs: readonly Drawn[];
  believed: string;
  /** What the first two models weigh on the wire, for readers. */
  size: string;
}

/** A row of the charts, and the first of a model’s draws; real type was not drawn by one. */
export interface Drawn extends Belief {
  draws: readonly Picture[];
}

/** Proportions of the boxes, as the style sheet has them. */
export const BOXES = { word: { width: 720, height: 226 }, draw: { width: 240, height: 132 } } as const;
/** The letter of the sheets: it was never shown when codes were fitted, and has feet where there are any. */
export const LETTER = 'h';
/** Random draws that are measured of each model. */
const MEASURED = 200;
/** So many of them stand beside their charts. */
const SEEN = 5;
const BEGIN: SiblingId = 'serif';

const figures = new Map<string, Promise<Figure>>();
const sheets = new Map<SiblingId, Promise<string>>();

/** The figure with a word, drawn once a build. */
export function figureOf(word = 'Family'): Promise<Figure> {
  const figure = figures.get(word) ?? draw(word);
  figures.set(word, figure);
  return figure;
}

/** The contact sheet as a sibling draws it, a file of its own. */
export function sheetSvg(id: SiblingId): Promise<string> {
  const sheet = sheets.get(id) ?? openSibling(id).then((model) => contactSheet(model, LETTER));
  sheets.set(id, sheet);
  return sheet;
}

async function draw(typed: string): Promise<Figure> {
  const models = Object.fromEntries(await Promise.all(SIBLINGS.map(async (id) => [id, await openSibling(id)] as const))) as Record<SiblingId, OpenSibling>;
  const { whole, [BEGIN]: own } = models;
  const grid = whole.manifest.map;
  const record = theRecord(grid.columns * grid.rows);
  const cell = telling(record, BEGIN);
  const start: MirrorState = { saw: BEGIN, word: typed, at: middleOf(cell, grid), seed: 1 };
  const word = readWord(typed, whole.manifest.glyphs);
  const specimen = readWord(SPECIMEN, whole.manifest.glyphs);
  const inBox = ({ decoder }: OpenSibling, z: Float32Array, { text, glyphs }: Word, box: keyof typeof BOXES): Picture => pictureOf(setInStyle(decoder, text, glyphs, z), BOXES[box], box === 'word' ? 'start' : 'middle');
  const code = (model: OpenSibling, whose: 'whole' | 'own'): Float32Array => codeFor({ whose, draw: undefined }, start, grid, model.styles);
  const strip = (model: OpenSibling): Picture[] => deal(model.styles.gaussian, start.seed, DRAWS).map((z) => inBox(model, z, specimen, 'draw'));
  const [first, second] = [measured(whole.decoder, code(whole, 'whole')), measured(own.decoder, code(own, 'own'))];
  const losses = lossesIn(record);
  const drawn = Object.fromEntries(SIBLINGS.map((id) => [id, strip(models[id])])) as Record<SiblingId, Picture[]>;
  const beliefs: Drawn[] = [{ ...typeItself(whole), draws: [] }, ...SIBLINGS.map((id) => ({ ...beliefOf(id, models[id]), draws: drawn[id].slice(0, SEEN) }))];
  return {
    grid, start, losses, beliefs,
    letter: LETTER,
    offered: SIBLINGS.map((id) => offer(record, id, models[id])),
    pictures: {
      whole: inBox(whole, code(whole, 'whole'), word, 'word'), own: inBox(own, code(own, 'own'), word, 'word'),
      wholeDraws: drawn.whole, ownDraws: drawn[BEGIN],
    },
    seen: { whole: describe(first), own: describe(second) },
    difference: differenceIn(first, second, scalesOf(whole.styles)),
    likeness: likenessIn(record, BEGIN, cell, false),
    marks: marksOf(record, BEGIN, grid),
    said: tableSays(losses),
    shown: record.shown,
    believed: beliefsSay(beliefs),
    size: sizeOf(whole.bytes + own.bytes),
  };
}

function offer(record: MirrorRecord, id: SiblingId, { bytes }: OpenSibling): Offered {
  const { without, styles } = siblingIn(record, id);
  return { id, families: record.families - without, styles, size: sizeOf(bytes) };
}

const sizeOf = (bytes: number): string => `${Math.round(bytes / 1000)} KB`;

/** What a model takes for letterforms: many of its draws, measured. */
function beliefOf(id: SiblingId, { decoder, styles }: OpenSibling): Belief {
  const all = deal(styles.gaussian, 1, MEASURED).map((z) => measured(decoder, z));
  return row(id, MEASURED, (name) => all.map((attributes) => attributes[name]));
}

/** The real typefaces of the sheet. */
function typeItself({ styles: { count, attributes } }: OpenSibling): Belief {
  const width = attributes.length / count;
  return row('type', count, (_, column) => Array.from({ length: count }, (__, cell) => attributes[cell * width + column]!).map((value) => (value === -1 ? NaN : value)));
}

function row(id: Belief['id'], count: number, valuesOf: (name: keyof Attributes, column: number) => number[]): Belief {
  return {
    id, count,
    charts: CHARTED.map(({ name, column, from, to }) => {
      const values = valuesOf(name, column);
      return { d: histogram(sharesOf(values, from, to)), median: medianOf(values) };
    }),
    serifed: serifedIn(valuesOf('serif', 5)),
  };
}
