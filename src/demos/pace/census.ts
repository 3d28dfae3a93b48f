/** What was measured over many takes of the shipped model: shares of ink and obedience on every rung. Runs in Node only. */
import { judge, type Bands } from '../base/prior/obey.ts';
import { bands, thePrior } from '../base/prior/build.ts';
import { measured, theModel } from '../base/build.ts';
import { GUIDANCE, overlap, PROMPTS, quartilesOf, STEPS, wordsOf, type Ask, type Quartiles } from './plan/ladder.ts';
import recordJson from './census.json' with { type: 'json' };

/** Letters that are compared. */
export const LETTERS = 'Hamburgefonts';
/** Takes of each prompt. */
export const TAKES = 20;

/** One take: a number for each rung. */
export interface TakeRow {
  overlap: number[];
  obeyed: boolean[];
}

/** The record that `scripts/measure-pace.ts` writes, of the model whose prior and decoder have these digests. */
export interface Record {
  prior: string;
  decoder: string;
  prompts: { ask: string; takes: TakeRow[] }[];
}

/** What is told of one prompt, or of all of them. */
export interface Rungs {
  takes: number;
  shares: Quartiles[];
  /** How many takes obey every word; of `asked`, those that were asked something. */
  obeyed: number[];
  asked: number;
}

/** Samples one take on every rung, draws and measures it. */
export async function measureTake(ask: Ask, seed: number): Promise<TakeRow> {
  const [prior, { decoder }] = [await thePrior(), await theModel()];
  const glyphs = [...LETTERS].map((letter) => decoder.manifest.glyphs.indexOf(letter));
  const words = wordsOf(ask);
  const codes = STEPS.map((steps) => prior.sample({ words: words.map((word) => ({ word })), seed, steps, guidance: GUIDANCE }).slice());
  const drawn = codes.map((z) => {
    const fields = new Float32Array(glyphs.length * decoder.manifest.field.side ** 2);
    decoder.decodeWord(z, glyphs, fields, new Float32Array(glyphs.length));
    return fields;
  });
  const last = drawn.at(-1)!;
  return {
    overlap: drawn.map((fields) => Math.round(overlap(fields, last) * 1e4) / 1e4),
    obeyed: codes.map((z) => obeys(words, bands, measured(decoder, z))),
  };
}

function obeys(words: readonly string[], known: Bands, seen: Parameters<typeof judge>[1]): boolean {
  return words.length > 0 && words.every((word) => judge(known.get(word)!, seen) === 'obeyed');
}

/** Digests of the files that a record is of. */
export async function digests(): Promise<Pick<Record, 'prior' | 'decoder'>> {
  const { manifest: { files } } = await theModel();
  return { prior: files.prior!.sha256, decoder: files.decoder.sha256 };
}

/**
 * The record, which takes a minute to measure and so is kept with the model.
 * @throws if it is of other weights than those that ship
 */
export async function theRecord(): Promise<Record> {
  const { prior, decoder } = await digests();
  const record: Record = recordJson;
  if (record.prior !== prior || record.decoder !== decoder) throw new Error('src/demos/pace/census.json is of another model: run `node scripts/measure-pace.ts`.');
  return record;
}

/** What the record says of one prompt; of all of them, where none is given. */
export function rungsOf({ prompts }: Record, ask?: Ask): Rungs {
  const chosen = prompts.filter((each) => ask === undefined || each.ask === ask);
  const takes = chosen.flatMap((each) => each.takes);
  const asked = chosen.filter((each) => each.ask !== '').flatMap((each) => each.takes);
  return {
    takes: takes.length,
    asked: asked.length,
    shares: STEPS.map((_, i) => quartilesOf(takes.map((take) => take.overlap[i]!))),
    obeyed: STEPS.map((_, i) => asked.filter((take) => take.obeyed[i]).length),
  };
}

/** Measures everything. */
export async function measureAll(step: (done: number, of: number) => void): Promise<Record> {
  const prompts: Record['prompts'] = [];
  for (const ask of PROMPTS) {
    const takes: TakeRow[] = [];
    for (let seed = 1; seed <= TAKES; seed++) {
      takes.push(await measureTake(ask, seed));
      step(prompts.length * TAKES + seed, PROMPTS.length * TAKES);
    }
    prompts.push({ ask, takes });
  }
  return { ...(await digests()), prompts };
}
