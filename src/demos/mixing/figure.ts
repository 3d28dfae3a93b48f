/** The figure of the style mixing, drawn and counted when the site is built. Runs in Node only. */
import type { AttributeName } from '../../drawing/attributes.ts';
import { FINISH_PLACES } from '../../inference/places.ts';
import type { Styles } from '../../inference/styles.ts';
import { setInStyle } from '../../models/open.ts';
import { measured, pictureOf, theModel, wellDrawn, type Picture } from '../base/build.ts';
import type { Box } from '../base/draw.ts';
import { middleOf, type Grid, type Point } from '../base/map.ts';
import { deviationsOf, scalesOf } from '../base/scales.ts';
import { readWord, type Word } from '../base/words.ts';
import { takeCensus, type Census } from './census.ts';
import { cellWord, codeFor, codeOf, CUTS } from './plan/boxes.ts';
import { reportOf, type Deviations } from './plan/whose.ts';
import type { MixingState } from './state.ts';

/** Everything the figure shows before a script arrives. */
export interface Figure {
  grid: Grid;
  start: MixingState;
  size: string;
  /** Places on the sheet of the table's parents, in its order of rows and of columns. */
  parents: readonly Point[];
  /** By the names of their boxes. */
  pictures: Readonly<Record<string, Picture>>;
  needles: { a: Deviations; b: Deviations; now: Deviations };
  report: string;
  census: Census;
  /** How many numbers of a code are bones and finish. */
  latent: { bones: number; finish: number };
}

/** Proportions of the boxes, as the style sheet has them. */
const BOXES = { word: { width: 1296, height: 360 }, cut: { width: 400, height: 150 }, mix: { width: 200, height: 190 } } as const;

/** The parents of the table, the first and the last of them A and B to begin with: a slanted face with feet and a black upright one without. */
const PARENTS: readonly Partial<Record<AttributeName, number>>[] = [
  { weight: -0.2, slant: 2, serif: 1.2 },
  { weight: 0, contrast: 2, slant: -0.4, serif: 1 },
  { weight: -1, slant: -0.4, width: 1.5, serif: -0.9 },
  { weight: 0, slant: -0.4, width: -1.5, serif: -0.9 },
  { weight: 1.3, contrast: 0, slant: -0.4, serif: -0.9 },
];

const figures = new Map<string, Promise<Figure>>();
let census: Census | undefined;

/** The figure with a word, drawn once a build. */
export function figureOf(word = 'pastiche'): Promise<Figure> {
  const figure = figures.get(word) ?? draw(word);
  figures.set(word, figure);
  return figure;
}

/** Where the table's parents stand on the sheet. */
export function parentsOf(styles: Styles, grid: Grid): Point[] {
  return PARENTS.map((wanted) => middleOf(wellDrawn(styles, wanted), grid));
}

async function draw(typed: string): Promise<Figure> {
  const { decoder, styles, manifest: { map: grid, latent }, size } = await theModel();
  const word = readWord(typed, decoder.manifest.glyphs);
  const parents = parentsOf(styles, grid);
  const [a, b] = [parents[0]!, parents.at(-1)!];
  const start: MixingState = { word: typed, a, b, late: FINISH_PLACES };
  const codes = { codes: styles.codes, grid, parents };
  const pictures: Record<string, Picture> = {};
  const put = (name: string, { text, glyphs }: Word, box: Box, align: 'start' | 'middle'): void => {
    const z = codeFor(name, start, codes);
    if (z) pictures[name] = pictureOf(setInStyle(decoder, text, glyphs, z), box, align);
  };
  put('word', word, BOXES.word, 'start');
  for (const late of CUTS) put(`cut-${late}`, word, BOXES.cut, 'middle');
  parents.forEach((_, row) => parents.forEach((__, column) => put(`mix-${row}-${column}`, cellWord(word), BOXES.mix, 'middle')));
  const scales = scalesOf(styles);
  const seen = (z: Float32Array): Deviations => deviationsOf(measured(decoder, z), scales);
  const needles = { a: seen(codeOf(a, codes)), b: seen(codeOf(b, codes)), now: seen(codeFor('word', start, codes) ?? codeOf(a, codes)) };
  census ??= takeCensus(decoder, styles);
  return { grid, start, size, parents, pictures, needles, census, latent, report: reportOf(start.late, needles.a, needles.b, needles.now) };
}
