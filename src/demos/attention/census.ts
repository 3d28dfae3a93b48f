/** What was measured over many takes: how much attention a word has, and what happens when it is taken away. Runs in Node only. */
import { ATTRIBUTES } from '../../drawing/attributes.ts';
import { apart } from '../../inference/latent.ts';
import { tracePrior } from '../../inference/studio/trace.ts';
import { measured, theModel } from '../base/build.ts';
import { deviationsOf, scalesOf } from '../base/scales.ts';
import { bands, thePrior } from '../base/prior/build.ts';
import { meanOf, overSteps, rankCorrelation } from './plan/shares.ts';
import { STEPS } from './state.ts';
import recordJson from './census.json' with { type: 'json' };

/** Strength of the guidance: as out of the noise. */
export const GUIDANCE = 2;
/** Prompts that are taken apart, word by word. */
export const PROMPTS: readonly (readonly string[])[] = [['black', 'narrow', 'serifed'], ['light', 'wide', 'plain'], ['bold', 'slanted', 'contrasted'], ['thin', 'tall', 'upright'], ['black', 'wide', 'contrasted'], ['light', 'narrow', 'serifed']];
/** Takes of each. */
export const TAKES = 20;

/** One word of one take. */
export interface Row {
  word: string;
  /** Its share of the attention, mean over passes and parts. */
  share: number;
  /** How far the code lies from where it would without the word, in deviations. */
  moved: number;
  /** What the word's own attribute has gained by it in deviations of real typefaces; none where it could not be measured. */
  gain: number | null;
}

/** What `scripts/measure-attention.ts` writes, of the model whose prior and decoder have these digests. */
export interface Record {
  prior: string;
  decoder: string;
  rows: Row[];
}

/** What is told of a word. */
export interface Told {
  word: string;
  takes: number;
  share: number;
  moved: number;
  /** Rank correlation of both from take to take. */
  within: number;
}

/** Takes one prompt apart. */
export async function takeApart(ask: readonly string[], seed: number): Promise<Row[]> {
  const [prior, { decoder, styles }] = [await thePrior(), await theModel()];
  const scales = scalesOf(styles);
  const [, , parts, words] = prior.attentionShape;
  const sample = (without?: string) => tracePrior(prior, { words: ask.map((word) => ({ word, weight: word === without ? 0 : 1 })), guidance: GUIDANCE, seed, steps: STEPS, attention: without === undefined });
  const full = sample();
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  const seen = deviationsOf(measured(decoder, full.z), scales);
  return ask.map((word) => {
    const less = sample(word);
    const column = ATTRIBUTES.indexOf(bands.get(word)!.attribute);
    const [now, before] = [seen[column], deviationsOf(measured(decoder, less.z), scales)[column]];
    return {
      word, moved: round(apart(full.z, less.z, styles.gaussian)),
      share: round(meanOf(overSteps({ attention: full.attention!, steps: STEPS, parts, words }, prior.words.indexOf(word)))),
      gain: now === undefined || before === undefined ? null : round(now - before),
    };
  });
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
  if (record.prior !== prior || record.decoder !== decoder) throw new Error('src/demos/attention/census.json is of another model: run `node scripts/measure-attention.ts`.');
  return record;
}

/** What the record says of each word, the most attended first, and of all of them together. */
export function tell({ rows }: Pick<Record, 'rows'>): { each: Told[]; across: number } {
  const words = [...new Set(rows.map(({ word }) => word))];
  const each = words.map((word): Told => {
    const own = rows.filter((row) => row.word === word);
    const [shares, moves] = [own.map(({ share }) => share), own.map(({ moved }) => moved)];
    return { word, takes: own.length, share: meanOf(shares), moved: meanOf(moves), within: rankCorrelation(shares, moves) };
  });
  each.sort((a, b) => b.share - a.share);
  return { each, across: rankCorrelation(each.map(({ share }) => share), each.map(({ moved }) => moved)) };
}
