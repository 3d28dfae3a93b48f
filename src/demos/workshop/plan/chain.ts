/** The chain: six hands, one after the other, and round again. It stops after each of them, so that whoever drives it can look, wait or end it. */
import type { Attributes } from '../../../drawing/attributes.ts';
import type { Geometry } from '../../../drawing/field.ts';
import { outline, type Contour } from '../../../drawing/outline.ts';
import type { Reading } from '../../../inference/studio/protocol.ts';
import type { Bands } from '../../base/prior/obey.ts';
import type { Word } from '../../base/words.ts';
import type { ShopState } from '../state.ts';
import { decide, judgeAll, readAs, type Decision, type Outcome } from './rule.ts';

/** The hands, in their order. */
export const STAGES = ['brief', 'sampler', 'decoder', 'outliner', 'reader', 'verdict'] as const;
/** One of them. */
export type Stage = (typeof STAGES)[number];

/** What the chain cannot do by itself. Each gives nothing once it was called off. */
export interface Hands {
  geometry: Geometry;
  sample: (state: ShopState) => Promise<Float32Array | undefined>;
  draw: (z: Float32Array, word: Word, state: ShopState) => Promise<{ fields: Float32Array; advances: Float32Array } | undefined>;
  read: (fields: Float32Array) => Promise<Reading | undefined>;
  measure: (z: Float32Array, state: ShopState) => Promise<Attributes | undefined>;
}

/** One round, as far as it has come. */
export interface Round {
  /** From 1. */
  no: number;
  /** The brief of this round, with what the rule has turned. */
  state: ShopState;
  z?: Float32Array;
  drawn?: { fields: Float32Array; advances: Float32Array };
  outlines?: Contour[][];
  outcome?: Outcome;
  decision?: Decision;
}

/** Where the chain stands: a hand has just put its work down. */
export interface Step {
  stage: Stage;
  round: Round;
}

/** Runs the chain. What it gives is the same object round by round, each time with more in it. */
export async function* runChain(begin: ShopState, word: Word, bands: Bands, hands: Hands): AsyncGenerator<Step, void> {
  let state = begin;
  for (let no = 1; ; no++) {
    const round: Round = { no, state };
    yield { stage: 'brief', round };
    const z = await hands.sample(state);
    if (!z) return;
    round.z = z;
    yield { stage: 'sampler', round };
    const drawn = await hands.draw(z, word, state);
    if (!drawn) return;
    round.drawn = drawn;
    yield { stage: 'decoder', round };
    const area = hands.geometry.side ** 2;
    round.outlines = word.glyphs.map((_, i) => outline(drawn.fields.subarray(i * area, (i + 1) * area), hands.geometry));
    yield { stage: 'outliner', round };
    const reading = await hands.read(drawn.fields);
    const attributes = reading && await hands.measure(z, state);
    if (!attributes) return;
    round.outcome = { letters: readAs(word.text.replaceAll(' ', ''), reading), words: judgeAll(state.ask, bands, attributes), attributes };
    yield { stage: 'reader', round };
    const decision = (round.decision = decide(round.outcome, state, no));
    yield { stage: 'verdict', round };
    if (decision.act !== 'again') return;
    state = { ...state, [decision.turn]: decision.to };
  }
}
