/** The figure of the named directions, drawn when the site is built. Runs in Node only. */
import { ATTRIBUTES } from '../../drawing/attributes.ts';
import { setInStyle } from '../../models/open.ts';
import { measured, pictureOf, theModel, wellDrawn, type Picture } from '../base/build.ts';
import { codeAt, middleOf, type Grid } from '../base/map.ts';
import { readWord } from '../base/words.ts';
import { changes, reportOf } from './report.ts';
import { createSpace } from './space.ts';
import type { DirectionsState } from './state.ts';

/** Everything the figure shows before a script arrives. */
export interface Figure {
  grid: Grid;
  start: DirectionsState;
  size: string;
  pictures: { before: Picture; word: Picture };
  /** Where each needle stands: before, and now; deviations from the mean of all styles. */
  needles: readonly { before: number | undefined; now: number | undefined }[];
  report: string;
}

const BOXES = { word: { width: 1296, height: 360 }, before: { width: 520, height: 145 } } as const;
const figures = new Map<string, Promise<Figure>>();

/** The figure with a word, drawn once a build. */
export function figureOf(word = 'adjust'): Promise<Figure> {
  const figure = figures.get(word) ?? draw(word);
  figures.set(word, figure);
  return figure;
}

async function draw(word: string): Promise<Figure> {
  const { decoder, styles, manifest: { map: grid }, size } = await theModel();
  const { text, glyphs } = readWord(word, decoder.manifest.glyphs);
  const space = createSpace(styles);
  // Ordinary in everything, so that every direction has somewhere to go; and weight asked for, because it never comes alone.
  const at = middleOf(wellDrawn(styles, { weight: -0.2, contrast: 0, slant: -0.3, width: 0, xHeight: 0, serif: -0.5 }), grid);
  const start: DirectionsState = { word, at, amounts: ATTRIBUTES.map((name) => (name === 'weight' ? 1.4 : 0)), held: false };
  const z = codeAt(at, grid, styles.codes, new Float32Array(styles.codes.length / styles.count));
  const steps = space.steps(start.amounts, start.held);
  const moved = space.move(z, steps, new Float32Array(z.length));
  const [before, now] = [z, moved].map((code) => space.deviations(measured(decoder, code)));
  return {
    grid, start, size,
    pictures: { before: pictureOf(setInStyle(decoder, text, glyphs, z), BOXES.before), word: pictureOf(setInStyle(decoder, text, glyphs, moved), BOXES.word) },
    needles: ATTRIBUTES.map((_, k) => ({ before: before?.[k], now: now?.[k] })),
    report: reportOf(start.amounts, changes(before ?? [], now ?? []), space.distance(steps)),
  };
}
