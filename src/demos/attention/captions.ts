/** What the figure says under itself, and to whoever cannot see it. */
import type { Figure } from './figure.ts';
import { percent } from './plan/columns.ts';
import { sayPasses, sayWeight } from './plan/say.ts';
import { turnOf } from './state.ts';

/** Caption, where a text gives none of its own. */
export function captionOf({ told, removals, across }: Figure): string {
  const [most, mover] = [told[0]!, told.reduce((best, each) => (each.moved > best.moved ? each : best))];
  return `Each word was taken away ${removals} times in all, and the way sampled again. The word with most attention was “${most.word}”, ${percent(most.share)} of it; taking it away moved the code by ${most.moved.toFixed(2)} deviations. The word that mattered most was “${mover.word}”: ${mover.moved.toFixed(2)}, with ${percent(mover.share)}. From word to word the two ranks agree by ${across.toFixed(2).replace('-', '−')}, where 1 is perfectly and 0 not at all. Being looked at is not being obeyed.`;
}

/** What the figure is, for whoever cannot see it. */
export function altOf({ start, change, columns }: Figure): string {
  const turned = start.ask.map((word) => `${word} ${sayWeight(turnOf(start, word).weight)} ${sayPasses(turnOf(start, word))}`);
  return `The word “${start.word}” twice from one seed: as asked in the words ${start.ask.join(', ')}, and with ${turned.join('; ')}. ${change} Under them the attention of each part of the code at pass ${start.step}: ${columns.map(({ word, mean }) => `${word ?? 'no word'} ${percent(mean)}`).join(', ')}.`;
}
