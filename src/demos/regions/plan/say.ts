/** What is said of a word under a mask: measured of its outlines. Pure. */
import type { RegionsState } from '../state.ts';
import type { Pieces } from './pieces.ts';
import type { Seam } from './seam.ts';
import type { Strokes } from './stroke.ts';

/** A letter that is in pieces as neither face draws it. */
export interface Break {
  letter: string;
  mix: Pieces;
  a: Pieces;
  b: Pieces;
}

/** What was measured of a word. */
export interface Seen {
  letters: number;
  strokes: Strokes;
  /** Mean strokes of the two faces by themselves. */
  own: { a: number; b: number };
  broken: readonly Break[];
  seam: Seam;
  /** The share of their ink that the two faces have in common. */
  shared: number;
}

/** The four ways of having two wishes. */
export const WAYS = ['hard', 'yours', 'letters', 'one'] as const;
export type WayName = (typeof WAYS)[number];

/** Ink shorter than this, in cap heights, is no ink. */
const TRACE = 0.03;
/** Broken letters that are told one by one. */
const TOLD = 2;

const two = (value: number): string => value.toFixed(2);
const many = (count: number, one: string): string => (count === 0 ? `no ${one}` : `${count} ${one}${count === 1 ? '' : 's'}`);
const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** “1 piece and no counter”. */
export function saidPieces({ pieces, counters }: Pieces): string {
  return `${many(pieces, 'piece')} and ${many(counters, 'counter')}`;
}

/** How thick the strokes are, region by region. */
export function saidStrokes({ a, between, b }: Strokes, own: Seen['own']): string {
  const regions = [[a, 'where A rules', own.a], [b, 'where B does', own.b]] as const;
  const known = regions.filter(([value]) => Number.isFinite(value));
  const alone = known.length > 0 ? ` (by ${known.length > 1 ? 'themselves' : 'itself'} ${known.map(([, , value]) => two(value)).join(' and ')})` : '';
  const said = [known.map(([value, where]) => `${two(value)} ${where}`).join(' and ') + alone, ...(Number.isFinite(between) ? [`${two(between)} in the feather`] : [])].filter((part) => part !== '');
  return said.length === 0 ? '' : `Mean stroke, in cap heights: ${said.join('; ')}.`;
}

/** Whether letters broke, and how. */
export function saidBreaks(broken: readonly Break[], letters: number): string {
  if (letters === 0) return '';
  if (broken.length === 0) return letters === 1 ? 'The letter has the pieces and counters of A’s or of B’s.' : `Each of the ${letters} letters has the pieces and counters of A’s or of B’s.`;
  const told = broken.slice(0, TOLD).map(({ letter, mix, a, b }) => `“${letter}” has ${saidPieces(mix)}, A’s ${saidPieces(a)}, B’s ${saidPieces(b)}`);
  return `${broken.length} of ${letters} ${letters === 1 ? 'letter' : 'letters'} broken: ${told.join('; ')}${broken.length > TOLD ? '; and so on' : ''}.`;
}

/** What meets on the boundary. */
export function saidSeam({ meets, ends }: Seam): string {
  const all = meets + ends;
  if (all < TRACE) return 'The boundary runs through white.';
  if (ends < TRACE) return `All ${two(all)} cap heights of ink on the boundary are in both faces.`;
  return `Of ${two(all)} cap heights of ink on the boundary, ${two(ends)} are one face’s alone.`;
}

/** Everything in a few sentences. */
export function reportOf({ letters, strokes, own, broken, seam, shared }: Seen): string {
  if (letters === 0) return 'There is nothing to measure.';
  const ink = Number.isFinite(shared) ? `Laid over each other, the two faces share ${percent(shared)} of their ink.` : '';
  return [saidStrokes(strokes, own), saidBreaks(broken, letters), saidSeam(seam), ink].filter((sentence) => sentence !== '').join(' ');
}

/** “1 of 7 letters broken”. */
export function saidCount(broken: number, letters: number): string {
  return broken === 0 ? 'no letter broken' : `${broken} of ${letters} broken`;
}

/** What the sliders say of themselves. */
export const SAYS = {
  x: (value: number): string => `${Math.round(value * 100)}% of the line`,
  y: (value: number): string => `${two(value).replace('-', '−')} cap`,
  angle: (value: number): string => (value === 0 ? 'upright' : `${Math.abs(value)}° ${value > 0 ? 'left' : 'right'}`),
  size: (value: number): string => `${two(value)} cap`,
  feather: (value: number): string => (value === 0 ? 'hard' : `${two(value)} cap`),
} as const satisfies Partial<Record<keyof RegionsState, (value: number) => string>>;

/** A mask in words, for a caption. */
export function saidMask({ shape, x, angle, size, feather }: Omit<RegionsState, 'word' | 'a' | 'b'>): string {
  const edge = feather === 0 ? 'a hard edge' : `a feather of ${two(feather)} cap heights`;
  if (shape === 'pool') return `B in a pool of ${two(size)} cap heights around ${SAYS.x(x)}, with ${edge}`;
  return `B beyond a boundary at ${SAYS.x(x)}, ${angle === 0 ? 'upright' : `turned by ${Math.abs(angle)}° to the ${angle > 0 ? 'left' : 'right'}`}, with ${edge}`;
}
