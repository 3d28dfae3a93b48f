/**
 * A typeface of the reader's own, opened by the browser itself: the parser that also reads the page's own typefaces, and refuses what is
 * broken. Nothing of the file leaves the page. Loaded when a file is chosen.
 */
import type { Geometry } from '../../drawing/field.ts';
import { FINER, fieldOf } from '../base/pen/distance.ts';

/** A typeface that letters can be taken from. */
export interface OwnFont {
  name: string;
  /** The field of a letter and its advance in cap heights; `undefined` where the typeface has not got it. */
  letter: (letter: string) => { field: Float32Array; advance: number } | undefined;
  /** Gives it back. */
  close: () => void;
}

/** A file that cannot be used, and why, in one sentence for a reader. */
export class FontError extends Error {}

/** A file larger than this is a collection of scripts, or no typeface at all. */
const LARGEST = 12e6;
/** Size in which the capitals are measured, in pixels. */
const TRIAL = 400;
let opened = 0;

/** @throws {FontError} */
export async function openFont(file: File, geometry: Geometry): Promise<OwnFont> {
  if (file.size > LARGEST) throw new FontError(`“${file.name}” is larger than ${LARGEST / 1e6} MB, which is more than a page should open.`);
  const family = `own-${opened++}`;
  const face = new FontFace(family, await file.arrayBuffer());
  try {
    await face.load();
  } catch {
    throw new FontError(`“${file.name}” is not a typeface that this browser can read.`);
  }
  document.fonts.add(face);
  const close = (): void => void document.fonts.delete(face);
  const size = geometry.side * FINER;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [size, size];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  // A letter it has not got is drawn in the stand-in, and so looks different with another one.
  const has = (letter: string): boolean => {
    if (!context) return false;
    const widths = ['monospace', 'serif', 'sans-serif'].map((other) => {
      context.font = `${TRIAL}px ${family}, ${other}`;
      const { width, actualBoundingBoxAscent: up, actualBoundingBoxLeft: left, actualBoundingBoxRight: right } = context.measureText(letter);
      return [width, up, left, right].join();
    });
    return new Set(widths).size === 1;
  };
  const heightOf = (): number => {
    if (!context) return 0;
    context.font = `${TRIAL}px ${family}`;
    return context.measureText('H').actualBoundingBoxAscent;
  };
  const cap = has('H') ? heightOf() : 0;
  if (!(cap > TRIAL * 0.05)) {
    close();
    throw new FontError(`“${file.name}” has no capital H, so nobody can tell how high its letters stand.`);
  }
  const pixels = size / (geometry.side * geometry.sample);
  const made = new Map<string, { field: Float32Array; advance: number } | undefined>();
  const draw = (letter: string): { field: Float32Array; advance: number } | undefined => {
    if (!context || !has(letter)) return undefined;
    context.clearRect(0, 0, size, size);
    context.font = `${(TRIAL / cap) * pixels}px ${family}`;
    const advance = context.measureText(letter).width / pixels;
    context.fillText(letter, (-geometry.left - advance / 2) * pixels, geometry.top * pixels);
    const { data } = context.getImageData(0, 0, size, size);
    return { field: fieldOf(data, 4, 3, geometry, new Float32Array(geometry.side ** 2)), advance };
  };
  return {
    name: file.name,
    close,
    letter: (letter) => {
      if (!made.has(letter)) made.set(letter, draw(letter));
      return made.get(letter);
    },
  };
}
