/** What the figure of the workshop says under itself, and to whoever cannot see it. */
import type { Figure } from './figure.ts';
import { sayDecision, sayRound } from './plan/say.ts';

/** The caption, where a text gives none of its own. It holds for whatever a reader may choose. */
export function captionOf({ accuracy }: Figure): string {
  return `Three networks, two programs and a rule, one after the other, and round again. The prior, the decoder and the reader were trained apart; none of them sees anything but what the one before it hands over. The reader learned from real typefaces alone, and names ${(accuracy * 100).toFixed(1)} % of the letters of typefaces that it had not seen as they are meant. What is measured is measured from the outlines. The rule was written by people: it is a dozen lines long, and decides.`;
}

/** What the figure is, for whoever cannot see it. */
export function altOf({ start: { word, rounds: most }, rounds }: Figure): string {
  return `The word “${word}”, made by a chain of models. ${rounds.map((round) => `${sayRound(round, most)}. ${sayDecision(round)}`).join(' ')}`;
}
