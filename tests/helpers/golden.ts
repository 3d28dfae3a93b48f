/** What the trainer wrote beside the model: codes, glyphs, and a part of the fields it drew from them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Golden } from './golden-error.ts';

/** Where they lie. */
export const goldenFolder = path.resolve(import.meta.dirname, '../fixtures/letterforms-1');

/** A tensor of the file. */
interface Entry {
  name: string;
  shape: number[];
  offset: number;
}

/** Reads what the decoder drew. */
export function readGolden(): Golden {
  const { glyphs, of } = open();
  return { glyphs, codes: of('codes'), advances: of('advances'), fields: of('fields') };
}

/** Prompts, and what the prior made of them in 8 steps with guidance 2. */
export interface GoldenPrompts {
  /** The weight of every word, 0 where it is absent. [prompts, words] */
  prompts: Float32Array;
  /** Standardised, as what was made of it. [prompts, code] */
  noise: Float32Array;
  sampled: Float32Array;
}

/** Reads what the prior sampled. */
export function readGoldenPrompts(): GoldenPrompts {
  const { of } = open();
  return { prompts: of('prompts'), noise: of('noise'), sampled: of('sampled') };
}

function open(): { glyphs: number[]; of: (name: string) => Float32Array } {
  const { glyphs, tensors }: { glyphs: number[]; tensors: Entry[] } = JSON.parse(readFileSync(path.join(goldenFolder, 'golden.json'), 'utf8'));
  const { buffer } = new Uint8Array(readFileSync(path.join(goldenFolder, 'golden.bin')));
  const of = (name: string): Float32Array => {
    const found = tensors.find((each) => each.name === name);
    if (!found) throw new Error(`golden.json has no ${name}`);
    return new Float32Array(buffer, found.offset, found.shape.reduce((product, side) => product * side, 1));
  };
  return { glyphs, of };
}
