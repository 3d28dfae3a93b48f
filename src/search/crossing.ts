/** Notices when somebody asks for the other side’s word: “what do engineers call restraint”, “frisket in AI”. Pure. */
import type { Side } from '../schemas/index.ts';
import { isStopWord, wordsIn } from './text.ts';

/** What such a question comes to. */
export interface Crossing {
  /** The side whose word is wanted. */
  side: Exclude<Side, 'both'>;
  /** The question without the words that name the side and ask for its word. */
  rest: string;
  /** Whether the question says in so many words that another word is wanted; otherwise it only names the side. */
  asks: boolean;
}

const CUES: Readonly<Record<Crossing['side'], string>> = {
  technical:
    'engineers?|developers?|programmers?|researchers?|technical|tech|(?:machine|deep|reinforcement) learning|neural (?:network|net)s?|ml|ai(?: (?:art|images?|models?|generators?))?|' +
    'generative models?|(?:a|the) model|models|stable diffusion|midjourney|comfyui|(?:the )?lab',
  creative:
    'artists?|painters?|makers?|(?:type |graphic )?designers?|illustrators?|photographers?|conservators?|musicians?|composers?|producers?|printers?|animators?|editors?|film ?makers?|directors?|' +
    'actors?|typographers?|curators?|critics?|creatives?|the arts|art schools?|art|(?:the )?studio|theat(?:re|er)|photography|painting|music|film|typography|printing',
};
const ASKING = /\b(?:call(?:ed|s)?|say|says|said|names?|words?|terms?|terminology|equivalents?|versions?|counterparts?|jargon|lingo|translations?|mean|means|meant|speak)\b/;
const ASKING_ALL = new RegExp(ASKING.source, 'g');

/**
 * Reads a question for a side and a wish.
 * @param named places of words that belong to a name of several words: the art of “art direction” names no side
 * @returns undefined where no side is named, or both are
 */
export function crossingOf(query: string, named: ReadonlySet<number> = new Set()): Crossing | undefined {
  // Capitals hide a word: all patterns are in small letters.
  const folded = wordsIn(query).map((word, i) => (named.has(i) ? word.toUpperCase() : word)).join(' ');
  let left = folded;
  const hits = (['technical', 'creative'] as const).flatMap((side) => {
    const match = new RegExp(`\\b(?:${CUES[side]})\\b`).exec(left);
    if (!match) return [];
    // “AI art” names one side, not two.
    left = left.replace(match[0], (cue) => cue.toUpperCase());
    return [{ side, cue: match[0], at: match.index }];
  });
  const [hit, other] = hits;
  if (!hit || other) return undefined;
  const { side, cue, at } = hit;
  const without = `${folded.slice(0, at)} ${folded.slice(at + cue.length)}`;
  // “Colophon for a model”, “continuity in AI”: the side stands at the end, as a place.
  const placed = /\b(?:in|for|of|to) (?:an? |the )?$/.test(folded.slice(0, at)) && folded.length === at + cue.length;
  const rest = without.replace(ASKING_ALL, ' ').split(' ').filter((word) => word !== '' && !isStopWord(word)).join(' ').toLowerCase();
  return rest === '' ? undefined : { side, rest, asks: placed || ASKING.test(without) };
}
