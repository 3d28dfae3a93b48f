/** Cuts the served font files out of the variable fonts and writes the CSS that declares them. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import arial from '@capsizecss/metrics/arial';
import courierNew from '@capsizecss/metrics/courierNew';
import georgia from '@capsizecss/metrics/georgia';
import timesNewRoman from '@capsizecss/metrics/timesNewRoman';
import { fromBuffer } from '@capsizecss/unpack';
import subsetFont from 'subset-font';
import { baseCharacters, extendedCharacters, faces, headlineCharacters, type Face } from './faces.ts';

/** What the pages use. Small capitals and alternates would bring their glyphs with them. */
const FEATURES = ['kern', 'liga', 'ccmp', 'mark', 'lnum', 'tnum'];

const require = createRequire(import.meta.url);
/** What most systems have, best first, with the fonts that share its metrics. A reader's browser takes the first it finds. */
const systems = {
  serif: [
    { metrics: georgia, locals: ['Georgia', 'Gelasio'] },
    { metrics: timesNewRoman, locals: ['Times New Roman', 'Liberation Serif', 'Tinos'] },
  ],
  sans: [{ metrics: arial, locals: ['Arial', 'Liberation Sans', 'Arimo'] }],
  mono: [{ metrics: courierNew, locals: ['Courier New', 'Liberation Mono', 'Cousine'] }],
};

/**
 * Writes `fonts.css` and the `.woff2` files beside it, unless what is there was made from the same inputs.
 * @param directory absolute folder of generated files
 */
export async function writeFonts(directory: string): Promise<void> {
  const stamp = stampOf();
  const css = path.join(directory, 'fonts.css');
  if (existsSync(css) && readFileSync(css, 'utf8').startsWith(`/* ${stamp} */`)) return;
  mkdirSync(directory, { recursive: true });
  const rules: string[] = [`/* ${stamp} */`];
  for (const face of faces) rules.push(...(await cut(face, directory)));
  writeFileSync(css, `${rules.join('\n')}\n`);
}

async function cut(face: Face, directory: string): Promise<string[]> {
  const source = readFileSync(require.resolve(face.source));
  const options = { targetFormat: 'woff2' as const, variationAxes: face.axes, noHinting: true, keepFeatures: FEATURES };
  const rules: string[] = [];
  const base = face.headline ? headlineCharacters : baseCharacters;
  const rest = [...baseCharacters].filter((character) => !base.includes(character)).join('');
  for (const [part, characters] of [['base', base], ['ext', extendedCharacters + rest]] as const) {
    const file = await subsetFont(source, characters, options);
    const name = `${face.family}-${face.style}-${face.weight}-${part}.woff2`.toLowerCase();
    writeFileSync(path.join(directory, name), file);
    rules.push(
      `@font-face{font-family:${face.family};font-style:${face.style};font-weight:${face.weight};font-display:swap;` +
        `src:url(./${name}) format("woff2");unicode-range:${ranges(characters)}}`,
    );
  }
  rules.push(...await fallbacks(face, await subsetFont(source, baseCharacters, { ...options, targetFormat: 'sfnt' })));
  return rules;
}

/**
 * Faces made of fonts the reader may have, scaled so that text sets to the same length and height before the real one arrives.
 * The arithmetic is Capsize's: average character width by letter frequency, then the vertical metrics divided by it.
 */
async function fallbacks(face: Face, sfnt: Buffer): Promise<string[]> {
  const own = await fromBuffer(sfnt);
  return systems[face.kind].map(({ metrics, locals }, i) => {
    const adjust = own.xWidthAvg / own.unitsPerEm / (metrics.xWidthAvg / metrics.unitsPerEm);
    const percent = (value: number): string => `${((value / own.unitsPerEm / adjust) * 100).toFixed(2)}%`;
    const family = `${face.family} Fallback${i === 0 ? '' : ` ${i + 1}`}`;
    return (
      `@font-face{font-family:"${family}";font-style:${face.style};font-weight:${face.weight};` +
      `src:${locals.map((name) => `local("${name}")`).join(',')};` +
      `size-adjust:${(adjust * 100).toFixed(2)}%;ascent-override:${percent(own.ascent)};` +
      `descent-override:${percent(-own.descent)};line-gap-override:${percent(own.lineGap)}}`
    );
  });
}

/** Code points as a CSS `unicode-range`, neighbours joined. */
function ranges(characters: string): string {
  const points = [...new Set([...characters].map((c) => c.codePointAt(0) ?? 0))].sort((a, b) => a - b);
  const out: string[] = [];
  for (let i = 0; i < points.length; i++) {
    const start = points[i] ?? 0;
    while (points[i + 1] === (points[i] ?? 0) + 1) i++;
    const end = points[i] ?? start;
    out.push(start === end ? `U+${start.toString(16)}` : `U+${start.toString(16)}-${end.toString(16)}`);
  }
  return out.join(',');
}

function stampOf(): string {
  const version = (name: string): string => {
    const manifest: { version: string } = JSON.parse(readFileSync(path.join('node_modules', name, 'package.json'), 'utf8'));
    return `${name}@${manifest.version}`;
  };
  const inputs = [
    faces, FEATURES, systems, baseCharacters, headlineCharacters, extendedCharacters, version('subset-font'), version('@fontsource-variable/newsreader'),
    version('@fontsource-variable/schibsted-grotesk'), version('@fontsource-variable/spline-sans-mono'),
  ];
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
}
