/** What is seen, in words: measured from letters that the engine draws for the purpose. */
import { describe } from '../../drawing/describe.ts';
import { ADVANCED, MEASURED, measure, type Attributes } from '../../drawing/measure.ts';
import type { Engine } from './engine.ts';

const LETTERS = [...new Set(MEASURED + ADVANCED)];

/** Measures a style; `undefined` if a newer measurement took its place. */
export async function measureStyle({ client, manifest: { glyphs, field } }: Engine, z: ArrayLike<number>, channel: string, signal: AbortSignal, patches?: readonly number[]): Promise<Attributes | undefined> {
  const drawn = await client.draw({ z, glyphs: LETTERS.map((letter) => glyphs.indexOf(letter)), channel, signal, patches });
  if (!drawn) return undefined;
  const area = field.side * field.side;
  const fieldOf = (letter: string): Float32Array | undefined => {
    const i = LETTERS.indexOf(letter);
    return i < 0 ? undefined : drawn.fields.subarray(i * area, (i + 1) * area);
  };
  return measure(fieldOf, (letter) => drawn.advances[LETTERS.indexOf(letter)], field);
}

/** Reads a style in words; `undefined` if a newer reading took its place. */
export async function readStyle(engine: Engine, z: ArrayLike<number>, channel: string, signal: AbortSignal): Promise<string | undefined> {
  const measured = await measureStyle(engine, z, channel, signal);
  return measured && describe(measured);
}
