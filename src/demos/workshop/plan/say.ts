/** What is said of the chain: who did what, in which round, and who decided. Pure. */
import { describe } from '../../../drawing/describe.ts';
import { sayAsk } from '../../base/prior/brief.ts';
import { VOICE_NAMES } from '../../patches/plan/says.ts';
import type { PatchId, ShopState, Source } from '../state.ts';
import type { Round, Stage, Step } from './chain.ts';
import { pointsIn } from './pictures.ts';
import type { Outcome, Read } from './rule.ts';

/** Who is at work. */
export type Who = 'you' | 'figure' | 'prior' | 'chance' | 'search' | 'decoder' | 'outliner' | 'reader' | 'rule';

/** An entry of the book that is kept. */
export interface Entry {
  round: number;
  stage: Stage;
  who: Who;
  said: string;
}

/** As they are called in the book. */
export const WHO: Readonly<Record<Who, string>> = { you: 'you', figure: 'the makers of this figure', prior: 'the prior', chance: 'chance', search: 'the search', decoder: 'the decoder', outliner: 'the outliner', reader: 'reader and rulers', rule: 'the rule' };

/** Where a code may come from, in both vocabularies. */
export const SOURCE_NAMES: Readonly<Record<Source, { technical: string; creative: string }>> = {
  words: { technical: 'prior', creative: 'told the words' },
  chance: { technical: 'Gaussian', creative: 'told nothing' },
  drawing: { technical: 'inversion', creative: 'shown your drawing' },
};

/** What may be laid on the decoder. */
export const patchName = (patch: PatchId): string => (patch === 'none' ? 'as trained' : `with a patch: ${VOICE_NAMES[patch]}`);

const share = (value: number): string => `${Math.round(value * 100)}\u00a0%`;
const takes = ({ as }: Read): string => `“${as[0]}”`;

/** How the letters were read. */
export function sayRead({ letters }: Outcome): string {
  if (letters.length === 0) return 'there was no letter to read';
  const wrong = letters.filter(({ right }) => !right);
  const told = wrong.map((each) => `“${each.letter}” for ${takes(each)} (${share(each.share)} sure)`);
  return wrong.length === 0 ? `all ${letters.length} letters read as meant` : `${letters.length - wrong.length} of ${letters.length} letters read as meant; took ${told.join(', ')}`;
}

/** How the words fared. */
export function sayWords({ words }: Outcome): string {
  const of = (verdict: Outcome['words'][number]['verdict']): string[] => words.filter((each) => each.verdict === verdict).map(({ word }) => word);
  const [obeyed, not, odd, none] = [of('obeyed'), of('not'), of('unmeasured'), of('none')];
  return [
    obeyed.length > 0 ? `obeyed: ${obeyed.join(', ')}` : '', not.length > 0 ? `not obeyed: ${not.join(', ')}` : '',
    odd.length > 0 ? `too odd to measure: ${odd.join(', ')}` : '', none.length > 0 ? `nothing to measure it by: ${none.join(', ')}` : '',
  ].filter(Boolean).join('; ') || 'no word to hold it against';
}

/** What the rule does next. */
export function sayDecision({ decision, state }: Round): string {
  if (!decision) return '';
  if (decision.act === 'done') return `Handed over: ${decision.why}.`;
  if (decision.act === 'out') return `Handed over as it is: ${decision.why}.`;
  return decision.turn === 'guidance' ? `Back to the prior, pressed harder, from ${state.guidance} to ${decision.to}: ${decision.why}.` : `Back to the start with take ${decision.to}: ${decision.why}.`;
}

/** The entry of the book for a step. `mine` says whether the brief is the reader's own or that of the figure. */
export function entryOf({ stage, round }: Step, mine: boolean): Entry {
  const { no, state } = round;
  const entry = (who: Who, said: string): Entry => ({ round: no, stage, who, said });
  switch (stage) {
    case 'brief':
      return no > 1 ? entry('rule', `asked again for ${sayAsk(state.ask)}`) : entry(mine ? 'you' : 'figure', `asked for ${sayAsk(state.ask)}, in “${state.word}”, and chose who works`);
    case 'sampler':
      return state.by === 'words' ? entry('prior', `made a code of take ${state.seed} in ${state.steps} passes, at guidance ${state.guidance}`)
        : state.by === 'chance' ? entry('chance', `drew code ${state.seed} from the Gaussian, without a look at the words`)
          : entry('search', `looked for the code that draws the “${state.letter}” on the pad`);
    case 'decoder':
      return entry('decoder', `drew every letter, ${patchName(state.patch)}`);
    case 'outliner':
      return entry('outliner', `laid ${pointsIn(round.outlines ?? [])} points`);
    case 'reader':
      return entry('reader', round.outcome ? `${sayRead(round.outcome)}; measured ${describe(round.outcome.attributes)}` : '');
    case 'verdict':
      return entry('rule', sayDecision(round));
  }
}

/** One line for a round. */
export function sayRound({ no, state, outcome }: Round, rounds: number): string {
  const order = state.by === 'words' ? `take ${state.seed}, guidance ${state.guidance}` : state.by === 'chance' ? `draw ${state.seed}` : 'your drawing';
  return `round ${no} of ${rounds}: ${order}${outcome ? `; ${sayRead(outcome)}; ${sayWords(outcome)}` : ''}`;
}

/** The book as a file: what was asked, by which models, and everything that was done, in order. */
export function provenance(state: ShopState, book: readonly Entry[], models: readonly string[], made: string): string {
  const { ink, letter, ...brief } = state;
  return `${JSON.stringify({ format: 'latent-commons/chain', version: 1, made, models, brief: { ...brief, ...(state.by === 'drawing' ? { letter, strokes: ink } : {}) }, book: book.map(({ who, ...entry }) => ({ ...entry, who: WHO[who] })) }, null, 1)}\n`;
}
