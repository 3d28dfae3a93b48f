/** The word as something to take away at once: a figure for a page, an SVG, a PNG. What takes longer is in `carry.ts`. Loaded when it is asked for. */
import { outline, wordPath, type Contour } from '../../drawing/outline.ts';
import { setLine } from '../../drawing/place.ts';
import { paintWord } from '../../drawing/raster.ts';
import type { Manifest } from '../../inference/manifest.ts';
import { fitWord } from './draw.ts';
import type { DrawnWord } from './ink-canvas.ts';
import type { Film } from './motion.ts';
import type { Way } from './ways.ts';
import { save } from './save.ts';

export type { Way };

/** What there is to take away. */
export interface Take {
  word: DrawnWord;
  manifest: Manifest;
  /** How it came about, after “drawn by the model …”: “at column 3.0, row 2.5 of its map”. */
  how: string;
  /** What is seen, measured. */
  reading: string;
  /** Address that shows it again. */
  page: string;
  /** What moves, where something does. */
  film?: Film;
}

const INK = '#2a2140';
const PAPER = '#f5f1e6';
/** Width of an SVG in its own units, and of a PNG in pixels. */
const WIDTH = 2400;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Copies or saves the word; resolves with one sentence about what has been done. */
export async function takeAway(way: Extract<Way, 'copy' | 'svg' | 'png'>, take: Take): Promise<string> {
  const name = fileName(take.word.text);
  if (way === 'png') {
    save(await pngOf(take), `${name}.png`);
    return 'Saved as a PNG, ink on paper.';
  }
  const svg = await svgOf(take);
  if (way === 'svg') {
    save(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`);
    return 'Saved as an SVG, outlines only.';
  }
  const figure = `<figure>\n${svg}\n<figcaption>${escape(captionOf(take))} <a href="${escape(take.page)}">${escape(take.page)}</a></figcaption>\n</figure>`;
  await navigator.clipboard.writeText(figure);
  return 'Copied: a figure with its caption, as HTML.';
}

/** What a file of a word is called, without its ending. */
export function fileName(text: string): string {
  return `${text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'word'}-letterforms`;
}

function captionOf({ word: { text }, manifest: { id }, how, reading }: Take): string {
  return `“${text}”, drawn by the model ${id} of Latent Commons ${how}: ${reading}.`;
}

function placed({ word: { text, advances }, manifest: { space } }: Take): { height: number; centres: Float32Array; cap: number; x: number; baseline: number } {
  const centres = new Float32Array(advances.length);
  const length = setLine(text, advances, space, centres);
  const box = { width: WIDTH, height: WIDTH / 3.6 };
  return { height: Math.round(box.height), centres, ...fitWord(text, length, box, 'middle') };
}

async function svgOf(take: Take): Promise<string> {
  const { word: { text, fields, advances }, manifest: { field }, reading } = take;
  const { height, centres, cap, x, baseline } = placed(take);
  const area = field.side * field.side;
  // The engine lends its fields until the next word: what is drawn out over several turns needs its own.
  const own = fields.slice();
  const letters: Contour[][] = [];
  for (let i = 0; i < advances.length; i++) {
    letters.push(outline(own.subarray(i * area, (i + 1) * area), field));
    // Fitting curves takes a while; the page has its turn after every letter.
    await new Promise((resolve) => setTimeout(resolve));
  }
  const d = wordPath(letters, centres, { scale: cap, x, y: baseline, precision: 0 });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escape(`The word “${text}”: ${reading}`)}">` +
    `<path fill="${INK}" d="${d}"/></svg>`
  );
}

async function pngOf(take: Take): Promise<Blob> {
  const { word: { fields, advances }, manifest: { field } } = take;
  const { height, centres, cap, x, baseline } = placed(take);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH, height];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser lends no canvas');
  const image = context.createImageData(WIDTH, height);
  paintWord({ fields, centres, count: advances.length }, image, { scale: cap, x, baseline }, field);
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = INK;
  context.fillRect(0, 0, WIDTH, height);
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = PAPER;
  context.fillRect(0, 0, WIDTH, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser makes no PNG'))), 'image/png');
  });
}
