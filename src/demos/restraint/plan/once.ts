/** What was measured once, as sentences: of many draws when the page was built, and of legibility when the model was made. Pure. */
import { ATTRIBUTES } from '../../../drawing/attributes.ts';
import { NAMES, percent, type Spread } from './spread.ts';

/** Draws let out entirely, many of them, against the real typefaces of the contact sheet. */
export interface FullVoice {
  spread: Spread;
  /** Mean difference of two draws of the wall's letter, and of two of the real typefaces, as the model draws them. */
  apart: number;
  real: number;
  typefaces: number;
}

/** What is said of the model at full voice: its spread when nothing is held back. */
export function fullVoiceIn({ spread: { each, draws }, apart, real, typefaces }: FullVoice, letter: string): string {
  const known = each.flatMap((value, k) => (value === undefined ? [] : [{ name: NAMES[ATTRIBUTES[k]!], value }])).sort((a, b) => b.value - a.value);
  const [most, least] = [known[0], known.at(-1)];
  const said = [`When this page was built, ${draws} draws were let out entirely, to ψ 1. In the letter ${letter}, two of them differ in ${percent(apart)} of the ink they cover together; two of the ${typefaces} typefaces, as the model draws them, in ${percent(real)}.`];
  if (most && least && most !== least) said.push(`Against real typefaces they spread furthest in ${most.name}, ${most.value.toFixed(2)} times as far, and least in ${least.name}, ${least.value.toFixed(2)} times.`);
  return said.join(' ');
}

/** Share of random letters, by truncation, and of the letters of unseen typefaces, that a recogniser read rightly. */
export interface Legible {
  draws: readonly { psi: number; read: number }[];
  real: number;
}

/** What is known of legibility, in misreadings: shares so near to all of it would round to more than was measured. */
export function legibleIn({ draws, real }: Legible): string {
  const groups: { misread: string; at: number[] }[] = [];
  for (const { psi, read } of draws) {
    const [misread, last] = [misreadIn(read), groups.at(-1)];
    if (last?.misread === misread) last.at.push(psi);
    else groups.push({ misread, at: [psi] });
  }
  const said = groups.map(({ misread, at }) => `${misread} at ψ ${listed(at.map(String))}`);
  const sentence = `What is legible is not measured here. When the model was made, a recogniser misread, of every thousand letters of random draws, ${said.join('; ')}; and of typefaces that neither had seen, ${misreadIn(real)}.`;
  const loudest = draws.findLast(({ read }) => read > real);
  return loudest ? `${sentence} ${loudest.psi < 1 ? 'Held back' : 'Even at full voice'}, the model is easier to read than type is: to a recogniser, people draw the stranger letters.` : sentence;
}

/** How many letters of a thousand were misread. */
function misreadIn(read: number): string {
  const misread = (1 - read) * 1000;
  return misread < 1 ? 'fewer than one' : String(Math.round(misread));
}

const listed = (parts: readonly string[]): string => [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ');
