/** What is seen, in words: measured from letters that the engine draws for the purpose. */
import { describe } from '../../drawing/describe.ts';
import { ADVANCED, MEASURED, measure } from '../../drawing/measure.ts';
import type { Engine } from './engine.ts';

const LETTERS = [...new Set(MEASURED + ADVANCED)];

/** Reads a style; `undefined` if a newer reading took its place. */
export async function readStyle({ client, manifest: { glyphs, field } }: Engine, z: Float32Array, channel: string, signal: AbortSignal): Promise<string | undefined> {
  const drawn = await client.draw({ z, glyphs: LETTERS.map((letter) => glyphs.indexOf(letter)), channel, signal });
  if (!drawn) return undefined;
  const area = field.side * field.side;
  const fieldOf = (letter: string): Float32Array | undefined => {
    const i = LETTERS.indexOf(letter);
    return i < 0 ? undefined : drawn.fields.subarray(i * area, (i + 1) * area);
  };
  return describe(measure(fieldOf, (letter) => drawn.advances[LETTERS.indexOf(letter)], field));
}
