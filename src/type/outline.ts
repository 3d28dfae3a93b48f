/**
 * Words as outlines, cut at build time from variable typefaces people drew. Two instances of one variable font have the same
 * points in the same order, so the in-betweens of their outlines are the in-betweens the designer planned.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import { baseCharacters, extendedCharacters } from './faces.ts';

const require = createRequire(import.meta.url);

/** A drawing command: a letter of SVG path syntax and its coordinates, in thousandths of an em, y upward. */
export interface Command {
  op: 'M' | 'L' | 'Q' | 'C' | 'Z';
  points: readonly number[];
}

/** A word set in one instance of a typeface. */
export interface Outline {
  commands: readonly Command[];
  /** Length of the word, in thousandths of an em. */
  advance: number;
}

/** Values of a variable font's axes, by tag. */
export type Axes = Readonly<Record<string, number>>;

const OPS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;
const fonts = new Map<string, Promise<fontkit.Font>>();

/**
 * Sets `word` in the instance of `file` at `axes`.
 * @param file font file inside `node_modules`
 * @param axes every axis of the font, pinned
 */
export async function outlineWord(file: string, axes: Axes, word: string): Promise<Outline> {
  const key = JSON.stringify([file, axes]);
  let instance = fonts.get(key);
  if (!instance) fonts.set(key, (instance = instantiate(file, axes)));
  return setWord(await instance, word);
}

/** HarfBuzz's instancer resolves the axes; fontkit's own variation support does not cover WOFF2 files. */
async function instantiate(file: string, axes: Axes): Promise<fontkit.Font> {
  // The whole character set: a subset for each word would be slower, and fontkit cannot measure a space that ends a file.
  const sfnt = await subsetFont(readFileSync(require.resolve(file)), baseCharacters + extendedCharacters, {
    targetFormat: 'sfnt', variationAxes: { ...axes }, noHinting: true, keepFeatures: ['kern', 'ccmp'],
  });
  const font = fontkit.create(sfnt);
  if (!('layout' in font)) throw new Error(`${file} holds several fonts; one was expected`);
  return font;
}

function setWord(font: fontkit.Font, word: string): Outline {
  const run = font.layout(word);
  const scale = 1000 / font.unitsPerEm;
  const commands: Command[] = [];
  let pen = 0;
  run.glyphs.forEach((glyph, i) => {
    const position = run.positions[i];
    const x = pen + (position?.xOffset ?? 0);
    for (const { command, args } of glyph.path.commands) {
      const op = OPS[command as keyof typeof OPS];
      commands.push({ op, points: args.map((value, axis) => (axis % 2 === 0 ? value + x : value) * scale) });
    }
    pen += position?.xAdvance ?? glyph.advanceWidth;
  });
  return { commands, advance: pen * scale };
}

/**
 * The outline a share `t` of the way from `a` to `b`, point by point.
 * @param t 0 gives `a`, 1 gives `b`
 * @throws Error where the two do not have the same points
 */
export function interpolate(a: Outline, b: Outline, t: number): Outline {
  if (a.commands.length !== b.commands.length) throw new Error('these outlines do not have the same points');
  const mix = (p: number, q: number): number => p + (q - p) * t;
  return {
    advance: mix(a.advance, b.advance),
    commands: a.commands.map((command, i) => ({
      op: command.op,
      points: command.points.map((value, j) => mix(value, b.commands[i]?.points[j] ?? value)),
    })),
  };
}

/**
 * SVG path data, y downward, rounded to whole units.
 * @param place baseline start and scale (1 leaves thousandths of an em)
 */
export function pathData(outline: Outline, place: Place): string {
  return place.relative ? relative(outline, place) : outline.commands.map(({ op, points }) => op + rounded(points, place).join(' ')).join('');
}

/** Where and how large an outline is drawn. */
export interface Place {
  x: number;
  y: number;
  scale: number;
  /** Coordinates from point to point: about half the bytes, but no longer fit to be blended. */
  relative?: boolean;
}

const rounded = (points: readonly number[], { x, y, scale }: Place): number[] =>
  points.map((value, axis) => Math.round(axis % 2 === 0 ? x + value * scale : y - value * scale));

function relative({ commands }: Outline, place: Place): string {
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  let last = '';
  return commands
    .map(({ op, points }) => {
      if (op === 'Z') {
        [x, y, last] = [startX, startY, 'z'];
        return 'z';
      }
      // Differences of rounded places, so that rounding never adds up.
      const to = rounded(points, place);
      const steps = to.map((value, axis) => value - (axis % 2 === 0 ? x : y));
      [x, y] = [to.at(-2) ?? x, to.at(-1) ?? y];
      if (op === 'M') [startX, startY] = [x, y];
      const letter = op.toLowerCase();
      const text = steps.map((step, i) => (i > 0 && step >= 0 ? ` ${step}` : String(step))).join('');
      const same = letter === last && letter !== 'm';
      last = letter;
      return same ? (text.startsWith('-') ? text : ` ${text}`) : letter + text;
    })
    .join('');
}
