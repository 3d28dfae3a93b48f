/** The figure of the regions, drawn, measured and counted when the site is built. Runs in Node only. */
import type { AttributeName } from '../../drawing/attributes.ts';
import { outline } from '../../drawing/outline.ts';
import { lerp } from '../../inference/latent.ts';
import type { Decoder } from '../../inference/decoder.ts';
import { pictureOf, theModel, wellDrawn, type Picture } from '../base/build.ts';
import type { Box } from '../base/draw.ts';
import type { DrawnWord } from '../base/ink-canvas.ts';
import { codeAt, middleOf, type Grid, type Point } from '../base/map.ts';
import { readWord, type Word } from '../base/words.ts';
import { takeCensus, type Census } from './census.ts';
import { blend, lengthOf, roomFor, setMasked, type Blended } from './plan/blend.ts';
import { atOnce, breaksOf, lookAt, seenOf, type Own } from './plan/look.ts';
import { maskOf, type Mask } from './plan/mask.ts';
import { meanOf, putLetter, settle } from './plan/parts.ts';
import { saidCount, type Seen, type WayName } from './plan/say.ts';
import { BOX } from './plan/screen.ts';
import { codecOf, type RegionsState } from './state.ts';

/** A state to try, and what comes of it. */
export interface Try {
  name: string;
  /** Its difference from the state the figure begins with, as a hash. */
  hash: string;
  broken: string;
}

/** Everything the figure shows before a script arrives. */
export interface Figure {
  grid: Grid;
  start: RegionsState;
  size: string;
  /** Length the word is set for, in cap heights: that of the wider face. */
  room: number;
  mask: Mask;
  seen: Seen;
  pictures: { word: Picture } & Record<WayName, Picture>;
  /** Broken letters in each of the ways. */
  broken: Record<WayName, number>;
  tries: readonly Try[];
  census: Census;
}

/** Proportions of a way’s box, as the style sheet has them. */
const WAY: Box = { width: 640, height: 200 };
/** The census takes every so-manyth style; all of them say the same, and take twice as long. */
const EVERY = 2;

/** Faces by what is measured of them. */
const FACES = {
  light: { weight: -1, serif: 1.2, slant: -0.4 },
  heavy: { weight: 1.6, serif: -0.9, slant: -0.4, contrast: 0 },
  italic: { weight: -0.3, serif: 1.2, slant: 1.8 },
  fine: { weight: -0.8, serif: 0.5, slant: 1.8 },
  slab: { weight: 1.3, serif: 1.6, slant: -0.4 },
  sans: { weight: -1.4, serif: -0.9, slant: -0.4 },
} as const satisfies Record<string, Partial<Record<AttributeName, number>>>;

/** What a mask is at the start: a leaning boundary, and a broad band. */
const MASK = { shape: 'line', x: 0.5, y: 0.36, angle: -24, size: 0.9, feather: 2.2 } as const;

/** States worth trying: a name, the two faces, and what of the mask is otherwise than at the start. */
const TRIES: readonly [name: string, a: keyof typeof FACES, b: keyof typeof FACES, mask: Partial<RegionsState>][] = [
  ['the lower half in another face', 'sans', 'slab', { angle: -90, y: 0.3, feather: 0.4 }],
  ['a pool of italic', 'heavy', 'fine', { shape: 'pool', x: 0.52, size: 0.95, feather: 0.9 }],
  ['an italic against a black', 'italic', 'heavy', { angle: 0, feather: 3 }],
];

const figures = new Map<string, Promise<Figure>>();
let census: Census | undefined;

/** The figure with a word, drawn once a build. */
export function figureOf(word = 'estuary'): Promise<Figure> {
  const figure = figures.get(word) ?? draw(word);
  figures.set(word, figure);
  return figure;
}

async function draw(typed: string): Promise<Figure> {
  const { decoder, styles, manifest: { map: grid }, size } = await theModel();
  const { field: geometry, space } = decoder.manifest;
  const word = readWord(typed, decoder.manifest.glyphs);
  const at = (face: keyof typeof FACES): Point => middleOf(wellDrawn(styles, FACES[face]), grid);
  const codeOf = (point: Point): Float32Array => codeAt(point, grid, styles.codes, new Float32Array(styles.codes.length / styles.count));
  const start: RegionsState = { word: typed, a: at('light'), b: at('heavy'), ...MASK };

  const all = (state: RegionsState) => {
    const [from, to] = [codeOf(state.a), codeOf(state.b)];
    const [a, b] = [drawWord(decoder, word, from), drawWord(decoder, word, to)];
    const room = Math.max(lengthOf(a.text, a.advances, space), lengthOf(b.text, b.advances, space));
    const mask = maskOf(state, room);
    const joined = (mask: Mask): Blended => {
      const out = roomFor(word.text, word.glyphs.length, geometry);
      blend(a, b, mask, geometry, space, out);
      return out;
    };
    const yours = joined(mask);
    const own = { a: atOnce(lookAt(a, geometry)), b: atOnce(lookAt(b, geometry)) };
    return { from, to, a, b, room, mask, joined, yours, own, seen: atOnce(seenOf(yours, { a, b }, own, mask, geometry)) };
  };

  const { from, to, a, b, room, mask, joined, yours, own, seen } = all(start);
  const ways: Record<WayName, Blended> = { hard: joined({ ...mask, feather: 0 }), yours, letters: roomFor(word.text, word.glyphs.length, geometry), one: roomFor(word.text, word.glyphs.length, geometry) };
  setMasked(a, b, mask, space, ways.letters);
  word.glyphs.forEach((glyph, i) => putLetter(ways.letters, i, drawWord(decoder, { ...word, text: '', glyphs: [glyph] }, lerp(from, to, ways.letters.parts[i] ?? 0))));
  Object.assign(ways.one, drawWord(decoder, word, lerp(from, to, meanOf(ways.letters.parts))));
  for (const way of [ways.letters, ways.one]) settle(way, space);

  const picture = (each: Blended, box: Box): Picture => pictureOf({ text: each.text, centres: each.centres, length: room, letters: word.glyphs.map((_, i) => outline(each.fields.subarray(i * geometry.side ** 2, (i + 1) * geometry.side ** 2), geometry)) }, box);
  const count = (each: Blended, { a, b }: { a: Own; b: Own }): number => atOnce(breaksOf(each, a, b, geometry)).length;
  const codec = codecOf(grid);
  const tries = TRIES.map(([name, a, b, mask]): Try => {
    const state: RegionsState = { ...start, a: at(a), b: at(b), ...mask };
    const { seen: { broken, letters } } = all(state);
    return { name, hash: codec.encode(state, start), broken: `in “${word.text}”, ${saidCount(broken.length, letters)}` };
  });
  census ??= takeCensus(decoder, styles, EVERY);
  return {
    grid, start, size, room, mask, seen, tries, census,
    pictures: { word: picture(yours, BOX), hard: picture(ways.hard, WAY), yours: picture(yours, WAY), letters: picture(ways.letters, WAY), one: picture(ways.one, WAY) },
    broken: { hard: count(ways.hard, own), yours: seen.broken.length, letters: count(ways.letters, own), one: count(ways.one, own) },
  };
}

/** A word in one style, as fields. */
export function drawWord({ manifest: { field }, decodeWord }: Decoder, { text, glyphs }: Word, z: Float32Array): DrawnWord {
  const drawn = { text, fields: new Float32Array(glyphs.length * field.side ** 2), advances: new Float32Array(glyphs.length) };
  decodeWord(z, glyphs, drawn.fields, drawn.advances);
  return drawn;
}
