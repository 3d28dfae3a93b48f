/**
 * A motion as pictures: two plates of one word, printed over each other, there and back. Runs in a worker and in Node.
 *
 * Every pixel is one of 256 colours, sixteen amounts of each ink: no colour is chosen afterwards, and none is dithered.
 */
import { setLine } from '../../../drawing/place.ts';
import { paintWord } from '../../../drawing/raster.ts';
import type { Decoder } from '../../../inference/decoder.ts';
import { fitWord } from '../draw.ts';

/** Size of the pictures, in pixels. */
export const SIZE = { width: 1080, height: 540 } as const;
/** Pictures on the way there, both ends among them. */
export const STATIONS = 29;
/** Milliseconds that each picture stands. */
export const DELAY = 60;

/** Amounts of an ink that are told apart. */
const AMOUNTS = 16;
/** Room at the edges, in pixels. */
const AIR = { x: 70, y: 90 };

/** The two plates of every station, and how they stand. */
export interface FilmPlan {
  text: string;
  /** Indices of the letters in the model’s list, without spaces. */
  glyphs: readonly number[];
  /** Codes of the first ink, one station after another; then likewise those of the second. */
  codes: readonly [technical: Float32Array, creative: Float32Array];
  /** How far each plate stands out of register at each station, in cap heights across. */
  apart: readonly number[];
}

type Colour = readonly [red: number, green: number, blue: number];

/** Paper and inks of the light printing, as in the style sheet. */
const PAPER: Colour = [0xf5, 0xf1, 0xe6];
const INKS: readonly [Colour, Colour] = [[0x23, 0x46, 0xc7], [0xff, 0x5a, 0x36]];

/** Every colour of the print, by the index of its pixel: an amount of the first ink by {@link AMOUNTS}, plus one of the second. Inks multiply. */
export const PALETTE: readonly Colour[] = Array.from({ length: AMOUNTS * AMOUNTS }, (_, index) => {
  const amounts = [Math.floor(index / AMOUNTS), index % AMOUNTS].map((amount) => amount / (AMOUNTS - 1));
  return PAPER.map((paper, k) => Math.round(INKS.reduce((light, ink, i) => light * (1 - (amounts[i] ?? 0) * (1 - (ink[k] ?? 0) / 255)), paper))) as unknown as Colour;
});

/** Order of the stations in a film that begins again where it ends: there, and back, no end twice. */
export function loop(stations: number): number[] {
  return [...Array(stations).keys(), ...Array.from({ length: Math.max(0, stations - 2) }, (_, i) => stations - 2 - i)];
}

/** How far on its way the motion is at a station, 0 to 1; it sets out and arrives slowly. */
export function shareAt(station: number, stations: number): number {
  return (1 - Math.cos((Math.PI * station) / Math.max(1, stations - 1))) / 2;
}

/**
 * Prints every station of a film.
 * @param step called after each with how many are done; may wait, and ends it by returning `false`
 * @returns a byte for each pixel, an index of {@link PALETTE}; `undefined` if it was ended
 */
export async function printFilm(decoder: Decoder, { text, glyphs, codes, apart }: FilmPlan, step: (done: number, all: number) => Promise<boolean>): Promise<Uint8Array<ArrayBuffer>[] | undefined> {
  const { manifest: { field: geometry, space }, decodeWord } = decoder;
  const area = geometry.side ** 2;
  const { width, height } = SIZE;
  const count = apart.length;
  const size = codes[0].length / count;
  const fields = new Float32Array(glyphs.length * area);
  const advances = new Float32Array(glyphs.length);
  const centres = new Float32Array(glyphs.length);
  const code = (plate: 0 | 1, station: number): Float32Array => codes[plate].subarray(station * size, (station + 1) * size);
  const set = (plate: 0 | 1, station: number): number => {
    decodeWord(code(plate, station), glyphs, fields, advances);
    return setLine(text, advances, space, centres);
  };
  // One size for the whole film, or the letters would breathe with their widths.
  let longest = 0;
  for (let station = 0; station < count; station++) longest = Math.max(longest, set(0, station), set(1, station));
  const box = { width: width - 2 * AIR.x, height: height - 2 * AIR.y };
  const { cap, baseline } = fitWord(text, longest, box, 'middle');
  const plate = { data: new Uint8ClampedArray(width * height), width, height };
  const frames: Uint8Array<ArrayBuffer>[] = [];
  for (let station = 0; station < count; station++) {
    const frame = new Uint8Array(width * height);
    for (const which of [0, 1] as const) {
      const length = set(which, station);
      const off = (which === 0 ? -1 : 1) * (apart[station] ?? 0) * cap;
      paintWord({ fields, centres, count: glyphs.length }, plate, { scale: cap, x: (width - length * cap) / 2 + off, baseline: AIR.y + baseline - 0.6 * off }, geometry);
      const by = which === 0 ? AMOUNTS : 1;
      for (let i = 0; i < frame.length; i++) frame[i]! += Math.round(((plate.data[i] ?? 0) * (AMOUNTS - 1)) / 255) * by;
    }
    frames.push(frame);
    if (!(await step(station + 1, count))) return undefined;
  }
  return frames;
}
