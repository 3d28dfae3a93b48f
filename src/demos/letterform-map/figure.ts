/** The figures of the letterform map, drawn when the site is built, by the engine that also runs in the page. Runs in Node only. */
import type { AttributeName } from '../../drawing/attributes.ts';
import { lerp, slerp } from '../../inference/latent.ts';
import type { Styles } from '../../inference/styles.ts';
import { setInStyle, type Line } from '../../models/open.ts';
import { pathIn, pictureOf, readingOf, theModel, wellDrawn, type Picture } from '../base/build.ts';
import { contactSheet } from '../base/sheet.ts';
import { stations, type Box } from '../base/draw.ts';
import { readWord } from '../base/words.ts';
import { codeAt, middleOf, type Grid, type Point } from '../base/map.ts';
import { offRegister } from './plan.ts';
import type { MapState } from './state.ts';

/** What of the demonstration stands in a place: all of it, a part for a text, or the home page's two plates. */
export type Part = 'all' | 'map' | 'between' | 'hero';

/** Everything a figure shows before a script arrives. */
export interface Figure {
  grid: Grid;
  start: MapState;
  /** What the model weighs on the wire, for readers. */
  size: string;
  /** The letter of the contact sheet. */
  letter: string;
  /** What is seen, measured. */
  reading: string;
  pictures: { a: Picture; b: Picture; lerp: Picture; slerp: Picture; fade: Picture; strip: Picture[]; word: Picture };
  plates: { a: Picture; b: Picture };
}

/** Proportions of the boxes words stand in, as the style sheet has them. */
export const BOXES = { word: { width: 1296, height: 360 }, plates: { width: 1296, height: 360 }, way: { width: 640, height: 180 }, end: { width: 400, height: 112 }, station: { width: 300, height: 84 } } as const;
/** Where the plates of the home page stand: clearly two words. */
const APART = 0.12;
/** Stations of the strip. */
const STATIONS = 9;

const figures = new Map<string, Promise<Figure>>();
let sheetMade: { letter: string; svg: Promise<string> } | undefined;

/** The figure of a part, drawn once a build. */
export function figureOf(part: Part, word = 'between'): Promise<Figure> {
  const key = `${part} ${word}`;
  const figure = figures.get(key) ?? draw(word, part === 'hero' ? APART : 0.5);
  figures.set(key, figure);
  return figure;
}

async function draw(word: string, t: number): Promise<Figure> {
  const { decoder, styles, manifest: { map: grid }, size } = await theModel();
  const { text, glyphs } = readWord(word, decoder.manifest.glyphs);
  const code = (point: Point): Float32Array => codeAt(point, grid, styles.codes, new Float32Array(styles.codes.length / styles.count));
  const start = { ...startOf(word, styles, grid), t };
  const [from, to] = [code(start.a), code(start.b)];
  const on = (way: typeof lerp, t: number): Float32Array => way(from, to, t, new Float32Array(from.length));
  const drawn = (z: Float32Array): Line => setInStyle(decoder, text, glyphs, z);
  const [a, b] = [drawn(from), drawn(to)];
  const picture = (box: Box, line: Line, align: 'start' | 'middle' = 'start', shift = 0): Picture => pictureOf(line, box, align, shift);
  const off = offRegister(start.t);
  return {
    grid, start, size, letter: 'a',
    reading: readingOf(decoder, code(start.at)),
    pictures: {
      word: picture(BOXES.word, drawn(code(start.at))),
      a: picture(BOXES.end, a), b: picture(BOXES.end, b, 'middle'),
      lerp: picture(BOXES.way, drawn(on(lerp, start.t))),
      slerp: picture(BOXES.way, drawn(on(slerp, start.t))),
      fade: { ...BOXES.way, paths: [{ d: pathIn(a, BOXES.way), opacity: 1 - start.t }, { d: pathIn(b, BOXES.way), opacity: start.t }] },
      strip: stations(STATIONS).map((t) => picture(BOXES.station, drawn(on(lerp, t)), 'middle')),
    },
    plates: {
      a: picture(BOXES.plates, drawn(on(lerp, start.t)), 'middle', -off),
      b: picture(BOXES.plates, drawn(on(lerp, 1 - start.t)), 'middle', off),
    },
  };
}

/** Where a figure begins: a heavy upright sans at A, a slanted face with feet at B, the hand on something sturdy. All are soft in their own originals: the model's edges waver, and sharp ones would show it most. */
function startOf(word: string, styles: Styles, grid: Grid): MapState {
  const at = (wanted: Partial<Record<AttributeName, number>>): Point => middleOf(wellDrawn(styles, wanted), grid);
  return {
    word,
    at: at({ weight: 1.2, contrast: 0.4, slant: -0.4, serif: 1.3, width: -0.5, xHeight: 0.7 }),
    a: at({ weight: 1.2, contrast: -0.3, slant: -0.4, serif: -0.6, width: 0.2, xHeight: 1.1 }),
    b: at({ weight: 0.1, contrast: 0.2, slant: 1.6, serif: 1.3, width: 0.5, xHeight: -0.7 }),
    t: 0.5,
    mode: 'lerp',
  };
}

/** The contact sheet as a file of its own: one letter in every style, in the ink of paper printing. */
export function sheetSvg(letter: string): Promise<string> {
  if (sheetMade?.letter !== letter) sheetMade = { letter, svg: theModel().then((model) => contactSheet(model, letter)) };
  return sheetMade.svg;
}
