/**
 * Figures of letterforms, as SVG text. Everything is drawn from Bricolage Grotesque (OFL), a variable typeface with the axes
 * weight and width: its masters were drawn by a designer and its in-betweens were planned. No model is involved.
 */
import { interpolate, outlineWord, pathData, type Axes, type Outline } from './outline.ts';

/** The figures there are. */
export type FigureKind = 'strip' | 'plane' | 'crossfade' | 'plates';

const FILE = '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2';
/** Width of every figure in its own units; text columns scale it. */
const WIDTH = 1200;
const STATIONS = 7;
const FROM: Axes = { opsz: 96, wght: 200, wdth: 100 };
const TO: Axes = { opsz: 96, wght: 800, wdth: 75 };

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const path = (className: string, d: string, extra = ''): string => `<path class="${className}"${extra} d="${d}"/>`;
const label = (x: number, y: number, text: string, anchor = 'middle'): string =>
  `<text class="figure-label" x="${x}" y="${y}" text-anchor="${anchor}">${escape(text)}</text>`;

/** The drawing called `kind`, set with `word`, as an `<svg>` that a screen reader reads as `alt`. */
export async function figureSvg(kind: FigureKind, word: string, alt: string): Promise<string> {
  const { height, body } = await drawings[kind](word);
  return (
    `<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escape(alt)}" class="plates">` +
    `${body}</svg>`
  );
}

interface Drawing {
  height: number;
  body: string;
}

/** Scale at which `count` copies of the widest outline fit side by side, at most `cap` units to the em. */
function fit(outlines: readonly Outline[], count: number, cap: number): number {
  const widest = Math.max(...outlines.map(({ advance }) => advance));
  return Math.min(cap / 1000, (WIDTH / count / widest) * 0.94);
}

/** Height of the tallest outline above its baseline. */
function rise(outlines: readonly Outline[], scale: number): number {
  const heights = outlines.flatMap(({ commands }) => commands.flatMap(({ points }) => points.filter((_, axis) => axis % 2 === 1)));
  return Math.ceil(Math.max(0, ...heights) * scale);
}

const centred = (outline: Outline, x: number, y: number, scale: number): string =>
  pathData(outline, { x: Math.round(x - (outline.advance * scale) / 2), y, scale, relative: true });

async function strip(word: string): Promise<Drawing> {
  const [a, b] = await Promise.all([outlineWord(FILE, FROM, word), outlineWord(FILE, TO, word)]);
  const scale = fit([a, b], STATIONS, 250);
  const height = rise([a, b], scale) + 70;
  const cell = WIDTH / STATIONS;
  const parts = Array.from({ length: STATIONS }, (_, i) => {
    const t = i / (STATIONS - 1);
    const x = (i + 0.5) * cell;
    return path('plate-ink', centred(interpolate(a, b, t), x, height - 60, scale)) + label(x, height - 6, t.toFixed(2));
  });
  return { height, body: parts.join('') };
}

async function plane(word: string): Promise<Drawing> {
  const steps = [0, 1, 2, 3, 4];
  const at = (i: number, j: number): Axes => ({ opsz: 96, wght: 200 + i * 150, wdth: 100 - j * 6.25 });
  const rows = await Promise.all(steps.map((j) => Promise.all(steps.map((i) => outlineWord(FILE, at(i, j), word)))));
  const scale = fit(rows.flat(), 6.2, 150);
  const left = 150;
  const rowHeight = rise(rows.flat(), scale) + 34;
  const cell = (WIDTH - left) / steps.length;
  const height = rowHeight * steps.length + 60;
  const body = rows.map((row, j) =>
    label(0, (j + 1) * rowHeight - 34, `width ${(100 - j * 6.25).toFixed(0)}`, 'start') +
    row.map((outline, i) => path('plate-ink', centred(outline, left + (i + 0.5) * cell, (j + 1) * rowHeight - 28, scale))).join(''));
  const axis = steps.map((i) => label(left + (i + 0.5) * cell, height - 10, `weight ${200 + i * 150}`));
  return { height, body: body.join('') + axis.join('') };
}

async function crossfade(word: string): Promise<Drawing> {
  const [a, b] = await Promise.all([outlineWord(FILE, FROM, word), outlineWord(FILE, TO, word)]);
  const scale = fit([a, b], STATIONS, 250);
  const row = rise([a, b], scale) + 80;
  const cell = WIDTH / STATIONS;
  const parts = Array.from({ length: STATIONS }, (_, i) => {
    const t = i / (STATIONS - 1);
    const x = (i + 0.5) * cell;
    const overlay =
      path('plate-ink', centred(a, x, row - 36, scale), ` opacity="${(1 - t).toFixed(2)}"`) +
      path('plate-ink', centred(b, x, row - 36, scale), ` opacity="${t.toFixed(2)}"`);
    return overlay + path('plate-ink', centred(interpolate(a, b, t), x, row * 2 - 36, scale)) + label(x, row * 2 + 12, t.toFixed(2));
  });
  const names = label(0, 16, 'the two end pictures, one fading into the other', 'start') + label(0, row + 16, 'the in-betweens of the outline', 'start');
  return { height: row * 2 + 20, body: names + parts.join('') };
}

async function plates(word: string): Promise<Drawing> {
  const [a, b] = await Promise.all([outlineWord(FILE, FROM, word), outlineWord(FILE, TO, word)]);
  const stations = [0, 0.25, 0.5];
  const scale = fit([a, b], stations.length, 330);
  const height = rise([a, b], scale) + 95;
  const cell = WIDTH / stations.length;
  const parts = stations.map((t, i) => {
    const x = (i + 0.5) * cell;
    const off = (0.5 - t) * 36;
    return (
      path('plate-a', centred(interpolate(a, b, t), x - off, height - 60 + off * 0.5, scale)) +
      path('plate-b', centred(interpolate(a, b, 1 - t), x + off, height - 60 - off * 0.5, scale)) +
      label(x, height - 4, t.toFixed(2))
    );
  });
  return { height, body: parts.join('') };
}

const drawings: Record<FigureKind, (word: string) => Promise<Drawing>> = { strip, plane, crossfade, plates };
