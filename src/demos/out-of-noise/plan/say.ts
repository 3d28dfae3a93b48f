/** What the demonstration says of what it measured. Pure. */
import type { AttributeName, Attributes } from '../../../drawing/attributes.ts';
import { sayAsk } from '../../base/prior/brief.ts';
import { judge, type Band, type Bands, type Tally } from '../../base/prior/obey.ts';

/** What each attribute's measure is of, and how it is written: thicknesses in hundredths of the cap height, a ratio, a number of degrees. */
const MEASURES: Readonly<Record<AttributeName, readonly [what: string, digits: number, unit: string]>> = {
  weight: ['stems', 2, ' of a cap height'],
  contrast: ['thick to thin', 2, ''],
  slant: ['lean', 1, '°'],
  width: ['advance to x-height', 2, ''],
  xHeight: ['x-height', 2, ' of a cap height'],
  serif: ['feet beyond the stem', 3, ' of a cap height'],
};

const figure = (value: number, digits: number): string => value.toFixed(digits).replace('-', '−');

/** What a band asks, “stems 0.20 of a cap height or more”. */
export function sayBand({ attribute, least, most }: Band): string {
  const [what, digits, unit] = MEASURES[attribute];
  const end = (value: number): string => figure(value, digits);
  if (least === undefined) return `${what} ${end(most ?? 0)}${unit} or less`;
  return most === undefined ? `${what} ${end(least)}${unit} or more` : `${what} ${end(least)} to ${end(most)}${unit}`;
}

/** One word against an outline, “bold: obeyed, stems 0.24”. */
function sayVerdict(word: string, band: Band | undefined, measured: Attributes): string {
  if (!band) return `${word}: a kind of typeface, which no ruler settles`;
  const verdict = judge(band, measured);
  if (verdict === 'unmeasured') return `${word}: too unlike letters to be measured`;
  const [what, digits, unit] = MEASURES[band.attribute];
  return `${word}: ${verdict === 'obeyed' ? 'obeyed' : 'not obeyed'}, ${what} ${figure(measured[band.attribute], digits)}${unit === '°' ? unit : ''}`;
}

/** All of what was asked against an outline. */
export function sayVerdicts(ask: readonly string[], bands: Bands, measured: Attributes): string {
  return ask.length === 0 ? 'Nothing was asked.' : `${ask.map((word) => sayVerdict(word, bands.get(word), measured)).join('; ')}.`;
}

/** How an outline fares with the words that can be measured, and how far out its code is: “1 of 2 obeyed, 1.3 out”. */
export function sayStrength(ask: readonly string[], bands: Bands, measured: Attributes, far: number): string {
  const asked = ask.flatMap((word) => bands.get(word) ?? []);
  const obeyed = asked.filter((band) => judge(band, measured) === 'obeyed').length;
  return `${asked.length === 0 ? '' : `${obeyed} of ${asked.length} obeyed, `}${far.toFixed(1)}\u00a0out`;
}

/** How one word fared over some takes, told and left to themselves. */
export function sayTally({ obeyed, unmeasured, unasked, told: { length } }: Tally): string {
  return `${obeyed} of ${length}${unmeasured > 0 ? `, ${unmeasured} past measuring` : ''}; unasked ${unasked}`;
}

/** Where on its way a sample is. */
export function sayPass(t: number, steps: number): string {
  const at = Math.round(t * steps * 10) / 10;
  const near = Math.abs(at - Math.round(at)) < 0.05;
  return at <= 0 ? `noise, before pass 1 of ${steps}` : `pass ${near ? Math.round(at) : at.toFixed(1)} of ${steps}`;
}

/** What a strength of guidance does, in a word or two. */
export function sayGuidance(guidance: number): string {
  const how = guidance === 0 ? 'the words go unheard' : guidance < 1 ? 'half heard' : guidance === 1 ? 'as learnt' : guidance <= 3 ? 'pressed' : 'shouted';
  return `${guidance.toFixed(1)} · ${how}`;
}

/** What an attribute is called in prose. */
export function nameOf(attribute: AttributeName): string {
  return attribute === 'xHeight' ? 'x-height' : attribute;
}

/** How far out the two ways of a take end, in standard deviations of the learned codes. */
export function sayEnds(seed: number, told: number, untold: number): string {
  return `Take ${seed} ends ${told.toFixed(2)} deviations out where it was told, ${untold.toFixed(2)} where it was left to itself.`;
}

/** What some takes were asked for. */
export function sayRun(count: number, ask: readonly string[], guidance: number, steps: number): string {
  return `Takes 1 to ${count}, asked for ${sayAsk(ask)}, at guidance ${guidance}, in ${steps} ${steps === 1 ? 'pass' : 'passes'}.`;
}

/** How many takes obey everything that can be measured. */
export function sayAll(obeyed: number, takes: number, words: number): string {
  return words === 0 ? 'None of these words can be measured.' : `${obeyed} of ${takes} obey ${words > 1 ? 'every word' : 'it'}.`;
}
