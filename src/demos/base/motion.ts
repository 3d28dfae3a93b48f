/** What moves in a demonstration, as something to print: two plates of a word on their ways. Pure. */
import type { Manifest } from '../../inference/manifest.ts';
import { shareAt, STATIONS, type FilmPlan } from './exports/film.ts';
import { readWord } from './words.ts';

/** A motion there, whose way back is the same. */
export interface Film {
  /** The codes of both plates at a share of the way, 0 to 1. */
  at: (share: number) => readonly [technical: Float32Array, creative: Float32Array];
  /** How far the plates stand out of register there, in cap heights; not at all where this is left out. */
  apart?: (share: number) => number;
  /** What is seen, for the line that says it is saved: “the way from A to B”. */
  says: string;
}

/** The plan of a film of a word. */
export function planOf({ at, apart }: Film, text: string, { glyphs }: Pick<Manifest, 'glyphs'>, stations = STATIONS): FilmPlan {
  const shares = Array.from({ length: stations }, (_, station) => shareAt(station, stations));
  const plates = shares.map(at);
  const size = plates[0]?.[0].length ?? 0;
  const line = (which: 0 | 1): Float32Array => {
    const codes = new Float32Array(stations * size);
    plates.forEach((plate, station) => codes.set(plate[which], station * size));
    return codes;
  };
  const word = readWord(text, glyphs);
  return { text: word.text, glyphs: word.glyphs, codes: [line(0), line(1)], apart: shares.map((share) => apart?.(share) ?? 0) };
}
