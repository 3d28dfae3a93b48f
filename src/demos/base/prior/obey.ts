/** Whether outlines obey the words that were asked for: each word's band of one measured attribute. Pure. */
import type { AttributeName, Attributes } from '../../../drawing/attributes.ts';

/** Which outlines a word is true of, as it was taught: some of the training styles, by the rank of one attribute. */
export interface Band {
  attribute: AttributeName;
  /** The least measure that counts; none if the band begins with the least of all. */
  least?: number | undefined;
  most?: number | undefined;
}

/** Bands by word. Words without one name a kind of typeface, which no ruler settles. */
export type Bands = ReadonlyMap<string, Band>;

/** What can be said of a word and an outline; `unmeasured` where the letters are too odd for the ruler. */
export type Verdict = 'obeyed' | 'not' | 'unmeasured';

/** Judges one outline by one band. */
export function judge({ attribute, least = -Infinity, most = Infinity }: Band, measured: Attributes): Verdict {
  const value = measured[attribute];
  return !Number.isFinite(value) ? 'unmeasured' : value >= least && value <= most ? 'obeyed' : 'not';
}

/** Whether an outline obeys every one of these words that can be measured; never where none can. */
export function obeysAll(words: readonly string[], bands: Bands, measured: Attributes): boolean {
  const asked = words.flatMap((word) => bands.get(word) ?? []);
  return asked.length > 0 && asked.every((band) => judge(band, measured) === 'obeyed');
}

/** What became of one word over several outlines. */
export interface Tally {
  word: string;
  band: Band;
  /** What was measured of each outline that was told the word, and of as many that nobody told anything. NaN where it could not be. */
  told: readonly number[];
  untold: readonly number[];
  /** How many of each obey it, and how many that were told could not be measured. */
  obeyed: number;
  unasked: number;
  unmeasured: number;
}

/** Counts, for every word that can be measured. */
export function tally(words: readonly string[], bands: Bands, told: readonly Attributes[], untold: readonly Attributes[]): Tally[] {
  return words.flatMap((word) => {
    const band = bands.get(word);
    if (!band) return [];
    const count = (all: readonly Attributes[], which: Verdict): number => all.filter((each) => judge(band, each) === which).length;
    const measures = (all: readonly Attributes[]): number[] => all.map((each) => each[band.attribute]);
    return [{ word, band, told: measures(told), untold: measures(untold), obeyed: count(told, 'obeyed'), unasked: count(untold, 'obeyed'), unmeasured: count(told, 'unmeasured') }];
  });
}
