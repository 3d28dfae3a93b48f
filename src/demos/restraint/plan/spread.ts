/** How far the draws on a wall lie apart: in their shapes, and in what is measured of them. Pure. */
import { ATTRIBUTES, type AttributeName, type Attributes } from '../../../drawing/attributes.ts';
import { deviationsOf, type Scale } from '../../base/scales.ts';

/** Attributes as they are called on the page. */
export const NAMES: Readonly<Record<AttributeName, string>> = { weight: 'weight', contrast: 'contrast', slant: 'slant', width: 'width', xHeight: 'x-height', serif: 'serifs' };

/** Which samples of a field are ink, a bit each: thirty-two times smaller than the field, and as much quicker to compare. */
export function inkBits(field: ArrayLike<number>, out: Uint32Array): Uint32Array {
  out.fill(0);
  for (let i = 0; i < field.length; i++) if (field[i]! > 0) out[i >>> 5]! |= 1 << (i & 31);
  return out;
}

/**
 * How different two letters are: of the ink that both of them cover together, the share that belongs to one alone (1 − IoU),
 * laid over each other middle on middle. Two that have no ink at all are alike.
 */
export function difference(a: Uint32Array, b: Uint32Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    both += ones(a[i]! & b[i]!);
    either += ones(a[i]! | b[i]!);
  }
  return either === 0 ? 0 : 1 - both / either;
}

/** The mean difference of every two letters; `undefined` where there are not two. */
export function meanDifference(letters: readonly Uint32Array[]): number | undefined {
  let [sum, pairs] = [0, 0];
  for (let i = 1; i < letters.length; i++) {
    for (let j = 0; j < i; j++, pairs++) sum += difference(letters[i]!, letters[j]!);
  }
  return pairs === 0 ? undefined : sum / pairs;
}

/** How many bits of a number are set. */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** What was measured of a wall. */
export interface Spread {
  /** Deviation of each attribute over the draws, by that of the real typefaces; `undefined` where fewer than two could be measured. */
  each: readonly (number | undefined)[];
  /** How many draws there are, and how many of them could be measured in every attribute. */
  draws: number;
  whole: number;
}

/** The spread of measured draws. */
export function spreadOf(measured: readonly Attributes[], scales: readonly Scale[]): Spread {
  const rows = measured.map((attributes) => deviationsOf(attributes, scales));
  const each = ATTRIBUTES.map((_, k) => {
    const values = rows.flatMap((row) => row[k] ?? []);
    if (values.length < 2) return undefined;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  });
  return { each, draws: rows.length, whole: rows.filter((row) => row.every((value) => value !== undefined)).length };
}

/** A share as readers see it: “38%”. */
export function percent(share: number): string {
  return share > 0 && share < 0.005 ? 'under 1%' : `${Math.round(share * 100)}%`;
}

/** Below this, draws are one and the same to the eye. */
const ONE = 0.005;

/**
 * What is seen of a wall, in a few sentences.
 * @param letter the wall's
 * @param apart  mean difference of every two draws
 * @param model  what is seen of the mean, which all draws are where nothing is left of them
 */
export function readingOf(letter: string, apart: number | undefined, { each, draws, whole }: Spread, seenInMean: string): string {
  if (letter === '' || apart === undefined) return 'There is no letter on the wall.';
  if (apart < ONE) return `All ${draws} are one letter, the mean: ${seenInMean}.`;
  const known = each.flatMap((value, k) => (value === undefined ? [] : [{ name: NAMES[ATTRIBUTES[k]!], value }])).sort((a, b) => b.value - a.value);
  const [most, least, weight] = [known[0], known.at(-1), known.find(({ name }) => name === NAMES.weight)];
  const said = [`Two of these ${draws} differ in ${percent(apart)} of the ink they cover together, on average.`];
  if (most && least && weight) {
    const others = [most, least].filter((one, i, all) => one !== weight && all.indexOf(one) === i).map((one) => `; ${one.name} ${one === most ? 'most' : 'least'} of all, ${times(one.value)}`);
    said.push(`Their weight spreads ${times(weight.value)} as far as that of real typefaces${others.join('')}.`);
  }
  said.push(whole === draws ? `All ${draws} could be measured.` : `${draws - whole} of ${draws} came out too unlike letters to be measured in full.`);
  return said.join(' ');
}

const times = (value: number): string => `${value.toFixed(2)} times`;

/** What the slider says to whoever hears it. */
export function psiInWords(psi: number): string {
  const share = `${psi.toFixed(2)} of the way from the mean`;
  return psi === 0 ? `${share}: all one` : psi === 1 ? `${share}: as learned` : psi > 1 ? `${share}: beyond what was learned` : `${share}: held back`;
}
