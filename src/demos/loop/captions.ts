/** What the figure of the loop says under itself, and to whoever cannot see it. */
import type { Figure } from './figure.ts';
import { nameOf, PROPOSALS } from './state.ts';

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

/** Caption, where a text gives none of its own. */
export function captionOf({ slants, offered, start }: Figure): string {
  const [first, last] = [slants[0]!, slants.at(-1)!];
  const gained = slants.slice(1).filter((slant, i) => slant > slants[i]!).length;
  return `A lineage of ${start.sheets.length} sheets of ${PROPOSALS}, made by one rule: the most slanted has children. Slant went from ${signed(first)} to ${signed(last)} deviations of real typefaces, up in ${gained} of ${slants.length - 1} steps, while the sheets themselves offered ${signed(offered[0]!)} and at the end ${signed(offered.at(-1)!)} on average. The machine proposed, blind to slant; the drift is the choosing. Put your own eye in its place.`;
}

/** What the figure is, for whoever cannot see it. */
export function altOf({ start, reading }: Figure): string {
  return `Eight proposals of the word “${start.word}” and, under them, the tree they come from: ${start.sheets.length} sheets, each with what the machine did and what was decided. ${nameOf(start.picked[0] ?? { sheet: 0, no: 0 })} is picked. ${reading}`;
}
