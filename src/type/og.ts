/** Open Graph pictures: the title on paper between registration marks, as PNG. Drawn from outlines, so no system font is needed. */
import sharp from 'sharp';
import { figureOf } from '../demos/letterform-map/figure.ts';
import { outlineWord, pathData, type Axes } from './outline.ts';

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 84;
const COLOURS = { paper: '#f5f1e6', ink: '#2a2140', quiet: '#5b5270', technical: '#2346c7', creative: '#c42c10', plate: '#ff5a36' };
const ROMAN = '@fontsource-variable/newsreader/files/newsreader-latin-standard-normal.woff2';
const ITALIC = '@fontsource-variable/newsreader/files/newsreader-latin-standard-italic.woff2';
const MONO = '@fontsource-variable/spline-sans-mono/files/spline-sans-mono-latin-wght-normal.woff2';
const DISPLAY: Axes = { opsz: 60, wght: 400 };

/** A voice to set the title in. */
export type OgVoice = 'technical' | 'creative' | 'both';

const voices: Record<OgVoice, { file: string; axes: Axes; fill: string; scale: number }> = {
  technical: { file: MONO, axes: { wght: 420 }, fill: COLOURS.technical, scale: 0.82 },
  creative: { file: ITALIC, axes: DISPLAY, fill: COLOURS.creative, scale: 1 },
  both: { file: ROMAN, axes: DISPLAY, fill: COLOURS.ink, scale: 1 },
};

/**
 * Draws a title card of 1200 × 630.
 * @param title at most about eighty characters look well
 * @param kicker the small line above: the section
 */
export async function ogImage(title: string, kicker: string, voice: OgVoice): Promise<Uint8Array<ArrayBuffer>> {
  const { file, axes, fill, scale } = voices[voice];
  const size = (title.length > 60 ? 76 : title.length > 24 ? 92 : 132) * scale;
  const lines = await balance(title, file, axes, WIDTH - 2 * MARGIN, size);
  const leading = size * 1.02;
  const top = HEIGHT / 2 - ((lines.length - 1) * leading) / 2 + size * 0.3;
  const body = await Promise.all(
    lines.map(async (line, i) => draw(await outlineWord(file, axes, line), MARGIN, top + i * leading, size, fill)),
  );
  return sheet(body.join(''), kicker);
}

/** The picture of the site itself: the home page's two plates, as the model draws them. */
export async function ogPlates(word: string, kicker: string): Promise<Uint8Array<ArrayBuffer>> {
  const { plates: { a, b } } = await figureOf('hero', word);
  const scale = (WIDTH - 2 * MARGIN) / a.width;
  const plate = ({ paths }: typeof a, fill: string): string =>
    paths.map(({ d }) => `<path fill="${fill}" style="mix-blend-mode:multiply" transform="translate(${MARGIN} ${(HEIGHT - a.height * scale) / 2}) scale(${scale})" d="${d}"/>`).join('');
  return sheet(plate(a, COLOURS.technical) + plate(b, COLOURS.plate), kicker);
}

/** Paper, rules, registration mark, kicker and name around a drawing. */
async function sheet(body: string, kicker: string): Promise<Uint8Array<ArrayBuffer>> {
  const small = draw(await outlineWord(MONO, { wght: 420 }, kicker), MARGIN, 112, 26, COLOURS.quiet);
  const name = draw(await outlineWord(ROMAN, DISPLAY, 'Latent Commons'), MARGIN + 92, HEIGHT - 72, 42, COLOURS.ink);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" style="isolation:isolate"><rect width="100%" height="100%" fill="${COLOURS.paper}"/>` +
    `${small}${body}${name}<circle cx="${MARGIN + 25}" cy="${HEIGHT - 86}" r="25" fill="${COLOURS.technical}"/>` +
    `<circle cx="${MARGIN + 49}" cy="${HEIGHT - 86}" r="25" fill="${COLOURS.plate}" style="mix-blend-mode:multiply"/>` +
    `${register(WIDTH - 60)}<path d="M${MARGIN} 136H${WIDTH - MARGIN}M${MARGIN} ${HEIGHT - 136}H${WIDTH - MARGIN}" stroke="${COLOURS.ink}" stroke-width="3"/></svg>`;
  // A palette of 64 is enough for three inks and their edges, and a tenth of the bytes.
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 7 }).toBuffer();
  return new Uint8Array(png);
}

const draw = (outline: Awaited<ReturnType<typeof outlineWord>>, x: number, y: number, size: number, fill: string): string =>
  `<path fill="${fill}" d="${pathData(outline, { x, y, scale: size / 1000 })}"/>`;

const register = (x: number): string =>
  `<g fill="none" stroke="${COLOURS.ink}"><circle cx="${x}" cy="60" r="12"/><path d="M${x - 22} 60H${x + 22}M${x} 38V82"/></g>`;

/** Breaks a title into as few lines as will do, all of them about as long. */
async function balance(title: string, file: string, axes: Axes, room: number, size: number): Promise<string[]> {
  let best = await wrap(title, file, axes, room, size);
  for (let narrower = room * 0.95; narrower > room * 0.4; narrower *= 0.95) {
    const lines = await wrap(title, file, axes, narrower, size);
    if (lines.length > best.length) break;
    best = lines;
  }
  return best;
}

/** Breaks a title into lines no longer than `room`, greedily. */
async function wrap(title: string, file: string, axes: Axes, room: number, size: number): Promise<string[]> {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    const { advance } = await outlineWord(file, axes, longer);
    if (last !== undefined && (advance * size) / 1000 <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
