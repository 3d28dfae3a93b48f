/**
 * One style as an installable font: every character the model draws, as outlines in an OpenType file. Runs in a worker and in Node.
 *
 * What is in it: advances, names, and outlines rounded to whole units. What is not: kerning, hinting, accents, features.
 */
import { Font, Glyph, Path } from 'opentype.js/dist/opentype.mjs';
import type { Point } from '../../../drawing/bezier-fit.ts';
import { outline, type Contour } from '../../../drawing/outline.ts';
import type { Decoder } from '../../../inference/decoder.ts';

/** Units of the square that letters are drawn on. */
export const UNITS_PER_EM = 1000;
/** Units in a cap height. */
export const CAP = 700;

/** What the file says about itself. */
export interface FontFacts {
  /** Where the style was found, after “drawn by the model …”. */
  how: string;
  /** Address that shows it again. */
  page: string;
  /** Address of the model’s card, which tells what it learned from and what is not settled. */
  card: string;
  /** Seconds since 1970. */
  made: number;
}

/** A character, drawn. */
export interface Drawing {
  char: string;
  /** In cap heights, x = 0 in the middle of the advance. */
  contours: readonly Contour[];
  /** In cap heights. */
  advance: number;
}

/** A finished font and what it is called. */
export interface MadeFont {
  bytes: ArrayBuffer;
  family: string;
  file: string;
}

/** Signs that people and programs type for one of the model’s; the page reads a typed word the same way. */
const ALSO: Readonly<Record<string, readonly number[]>> = { "'": [0x2018, 0x2019], '-': [0x2010, 0x2011, 0x2013] };

/** Names of characters that are neither letters nor figures, as Adobe’s glyph list has them. */
const NAMES: Readonly<Record<string, string>> = { '&': 'ampersand', '!': 'exclam', '?': 'question', '.': 'period', ',': 'comma', "'": 'quotesingle', '-': 'hyphen' };
const FIGURES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Four hexadecimal digits for a code (FNV-1a over its numbers, each rounded to a thousandth): the same for the same style. */
export function codeName(z: ArrayLike<number>): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < z.length; i++) {
    const value = Math.round((z[i] ?? 0) * 1000);
    for (const byte of [value & 255, (value >> 8) & 255]) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return ((hash ^ (hash >>> 16)) & 0xffff).toString(16).padStart(4, '0');
}

/**
 * Draws every character of a model in a style.
 * @param step called after each with how many are done; may wait, and ends it by returning `false`
 * @returns `undefined` if it was ended
 */
export async function drawAll(decoder: Decoder, z: Float32Array, step: (done: number, all: number) => Promise<boolean>): Promise<Drawing[] | undefined> {
  const { glyphs, field: geometry } = decoder.manifest;
  const field = new Float32Array(geometry.side ** 2);
  const advance = new Float32Array(1);
  const drawings: Drawing[] = [];
  for (let i = 0; i < glyphs.length; i++) {
    decoder.decodeWord(z, [i], field, advance);
    drawings.push({ char: glyphs[i] ?? '', contours: outline(field, geometry), advance: advance[0] ?? 0 });
    if (!(await step(i + 1, glyphs.length))) return undefined;
  }
  return drawings;
}

/** Puts the font together. */
export function makeFont(drawings: readonly Drawing[], decoder: Decoder['manifest'], z: ArrayLike<number>, facts: FontFacts): MadeFont {
  const code = codeName(z);
  const { field, space, id } = decoder;
  const family = `Latent Commons ${code}`;
  // The window that letters are drawn in: nothing is ever cut off.
  const ascender = Math.round(field.top * CAP);
  const descender = Math.round((field.top - field.side * field.sample) * CAP);
  const width = Math.round(space * CAP);
  const glyphs = [
    notdef(),
    new Glyph({ name: 'space', unicode: 32, unicodes: [32, 160], advanceWidth: width, path: new Path() }),
    ...drawings.map(({ char, contours, advance }) => {
      const unicode = char.codePointAt(0) ?? 0;
      const units = Math.round(advance * CAP);
      return new Glyph({ name: nameOf(char), unicode, unicodes: [unicode, ...(ALSO[char] ?? [])], advanceWidth: units, path: pathOf(contours, units) });
    }),
  ];
  const font = new Font({
    familyName: family, styleName: 'Regular', postScriptName: `LatentCommons-${code}`, unitsPerEm: UNITS_PER_EM, ascender, descender,
    weightClass: 400, createdTimestamp: facts.made, glyphs,
    version: 'Version 1.000',
    manufacturer: 'Latent Commons', manufacturerURL: facts.card,
    copyright: 'No copyright is claimed in these letters by Latent Commons. A model drew them; it learned from typefaces that people drew.',
    description: `LC ${code}: drawn by the model ${id} of Latent Commons ${facts.how}. Advances are the model's; there is no kerning, no hinting and no accent. See it again: ${facts.page}`,
    license: licenceNote(facts.card),
    licenseURL: facts.card,
    tables: {
      os2: {
        version: 4, achVendID: 'NONE',
        // Regular, and: line spacing by the typographic metrics.
        fsSelection: 64 | 128,
        sTypoLineGap: 0, usWinAscent: ascender, usWinDescent: -descender,
        // Basic Latin, its supplement for the no-break space, and the punctuation that is typed for the model's own.
        ulUnicodeRange1: (1 | 2 | (1 << 31)) >>> 0, usFirstCharIndex: 32, usLastCharIndex: 0x2019,
        ySubscriptYOffset: 75, yStrikeoutSize: 50, yStrikeoutPosition: Math.round(CAP * 0.36),
      },
    },
  });
  for (const names of Object.values(font.names)) {
    // The library writes a blank where it was told nothing.
    for (const [key, { en }] of Object.entries(names)) if (en.trim() === '') delete names[key];
  }
  return { bytes: font.toArrayBuffer(), family, file: `latent-commons-${code}.otf` };
}

/** What is known about the licence of such a file, which is less than a font’s licence field usually holds: see the model’s card. */
export function licenceNote(card: string): string {
  return 'Latent Commons grants no licence with this file and cannot settle which one it needs. It was put together by a reader of the site from a model '
    + 'fitted to typefaces under the SIL Open Font License 1.1 and the Apache License 2.0, each credited on the model\'s card. SIL, the steward of the Open Font License, '
    + 'holds that a font made by a system trained on sources of fonts under that licence is a derivative work (OFL FAQ, answer 1.25, November 2023), which would have to stay under it. '
    + `Whether that is so in law is an open question. The card has the sources: ${card}`;
}

/** A box with a hole, for characters that are not there. */
function notdef(): Glyph {
  const path = new Path();
  const frame = (left: number, right: number, low: number, high: number, hole: boolean): void => {
    const corners: [number, number][] = [[left, low], [right, low], [right, high], [left, high]];
    if (hole) corners.reverse();
    corners.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    path.close();
  };
  frame(60, 440, 0, CAP, false);
  frame(100, 400, 40, CAP - 40, true);
  return new Glyph({ name: '.notdef', advanceWidth: 500, path });
}

function nameOf(char: string): string {
  return NAMES[char] ?? FIGURES[/\d/.test(char) ? Number(char) : -1] ?? (/[A-Za-z]/.test(char) ? char : `uni${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
}

/** Contours in the units of the font, each point on a whole one: the charstrings hold steps, whose rounding would else add up. */
function pathOf(contours: readonly Contour[], advance: number): Path {
  const path = new Path();
  const at = ([x, y]: Point): [number, number] => [Math.round(x * CAP + advance / 2), Math.round(y * CAP)];
  for (const { start, segments } of contours) {
    const first = at(start);
    path.moveTo(...first);
    let pen = first;
    segments.forEach((segment, i) => {
      const points = segment.map(at);
      const end = points.at(-1) ?? pen;
      const still = points.every(([x, y]) => x === pen[0] && y === pen[1]);
      // A contour closes by itself.
      const closes = points.length === 1 && i === segments.length - 1 && end[0] === first[0] && end[1] === first[1];
      if (!still && !closes) {
        if (points.length === 3) path.curveTo(...points[0]!, ...points[1]!, ...end);
        else path.lineTo(...end);
      }
      pen = end;
    });
    path.close();
  }
  return path;
}
