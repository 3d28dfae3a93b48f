/** Reads a word under a mask: counts its pieces, meters its strokes, follows its boundary. Pure; a letter at a time, so that a page has its turn between them. */
import type { Geometry } from '../../../drawing/field.ts';
import type { DrawnWord } from '../../base/ink-canvas.ts';
import type { Blended } from './blend.ts';
import { shareOf, type Mask } from './mask.ts';
import { isBroken, piecesOf, type Pieces } from './pieces.ts';
import type { Break, Seen } from './say.ts';
import { seamOf, sharedInk } from './seam.ts';
import { strokeMeter } from './stroke.ts';

/** A face by itself. */
export interface Own {
  pieces: readonly Pieces[];
  stroke: number;
}

/** In a band narrower than this, in cap heights, there is more seam than stroke: it is counted to the sides. */
const NARROW = 0.5;

const letterOf = ({ fields }: DrawnWord, i: number, { side }: Geometry): Float32Array => fields.subarray(i * side * side, (i + 1) * side * side);

/** Looks at a face by itself; the generator rests after every letter. */
export function* lookAt(word: DrawnWord, geometry: Geometry): Generator<void, Own> {
  const meter = strokeMeter(() => 0);
  const pieces: Pieces[] = [];
  for (let i = 0; i < word.advances.length; i++) {
    const field = letterOf(word, i, geometry);
    pieces.push(piecesOf(field, geometry));
    meter.add(field, 0, geometry);
    yield;
  }
  return { pieces, stroke: meter.read().a };
}

/** The letters of a word that are broken. */
export function* breaksOf(word: DrawnWord, a: Own, b: Own, geometry: Geometry): Generator<void, Break[]> {
  const letters = [...word.text].filter((char) => char !== ' ');
  const broken: Break[] = [];
  for (let i = 0; i < word.advances.length; i++) {
    const [mix, one, other] = [piecesOf(letterOf(word, i, geometry), geometry), a.pieces[i], b.pieces[i]];
    if (one && other && isBroken(mix, one, other)) broken.push({ letter: letters[i] ?? '', mix, a: one, b: other });
    yield;
  }
  return broken;
}

/** Everything that is said of a word under a mask. */
export function* seenOf(word: Blended, faces: { a: DrawnWord; b: DrawnWord }, own: { a: Own; b: Own }, mask: Mask, geometry: Geometry): Generator<void, Seen> {
  const broken = yield* breaksOf(word, own.a, own.b, geometry);
  const meter = strokeMeter(shareOf(mask.feather < NARROW ? { ...mask, feather: 0 } : mask));
  for (let i = 0; i < word.advances.length; i++) {
    meter.add(letterOf(word, i, geometry), word.centres[i] ?? 0, geometry);
    yield;
  }
  return {
    letters: word.advances.length,
    broken,
    strokes: meter.read(),
    own: { a: own.a.stroke, b: own.b.stroke },
    seam: seamOf(faces.a, faces.b, word.centres, mask, geometry),
    shared: sharedInk(faces.a, faces.b),
  };
}

/** Runs a generator to its end at once. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
