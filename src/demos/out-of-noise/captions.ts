/** What the figures of “Out of noise” say under themselves, and to whoever cannot see them. */
import type { Figure, Whole } from './figure.ts';
import { sayAll } from './plan/say.ts';
import { sayAsk } from '../base/prior/brief.ts';

/** What of the demonstration stands in a place: all of it, or one part for a text. */
export type Part = 'all' | 'guidance';

/** The caption of the part for texts, where a text gives none of its own. */
export const CAPTION = 'One take, one brief, five strengths. At 0 the words go unheard; at 1 they count as they were learnt; beyond that the difference they make is multiplied. Every word is the model’s, and so is every fault.';

/** The caption of the whole. */
export function captionOf({ sizes, map: { numbers } }: Whole): string {
  return `A small model turns ${numbers} random numbers into the code of a typeface, pass by pass, towards the words that are asked for; a decoder draws what each pass has reached. The words are the ones it was taught, and it knows no others. The part that listens weighs ${sizes.prior}, and is fetched when you come near, with the part that draws: ${sizes.all} in all.`;
}

const strengths = ({ row }: Figure): string => row.map(({ guidance, said }) => `at ${guidance}, ${said}`).join('; ');

/** What the part for texts is, for whoever cannot see it. */
export function altOfPart(figure: Figure): string {
  const { word, ask } = figure.start;
  return `The word “${word}” drawn ${figure.row.length} times from the same noise, asked to be ${sayAsk(ask)}, at as many strengths of guidance: ${strengths(figure)}.`;
}

/** What the whole is, for whoever cannot see it. */
export function altOf(whole: Whole): string {
  const { start: { word, ask, seed, steps }, reading, verdicts, tallies, sheet } = whole;
  const obeyed = sayAll(sheet.filter((take) => take.obeyed).length, sheet.length, tallies.length);
  return `The word “${word}” as a model drew it from noise in ${steps} passes, asked to be ${sayAsk(ask)}, take ${seed}. Measured: ${reading}. ${verdicts} The same take at five strengths of guidance: ${strengths(whole)}. Of the first ${sheet.length} takes ${obeyed}`;
}
