/** What is known of the patches: the voices, how like them their letters come out, and at which price. Pure. */

/** The voices that no code of the model can make, each with patches of its own. */
export const VOICES = ['school', 'script', 'swash'] as const;
/** A voice. */
export type VoiceId = (typeof VOICES)[number];

/** Layers that are patched, in the order of the file. */
export const PLACES = ['trunk', 'picture'] as const;
/** A layer. */
export type Place = (typeof PLACES)[number];

/** Mean intersection over union with the font: of the letters shown to the patch, and of all others. */
export type Likeness = readonly [shown: number, other: number];

/** A patch of some rank. */
export interface Rank {
  rank: number;
  bytes: number;
  shown: number;
  other: number;
}

/** What is known of one voice. */
export interface Voice {
  id: VoiceId;
  family: string;
  licence: string;
  copyright: string;
  /** The nearest that the plain model comes. */
  code: readonly number[];
  /** How near that is. */
  plain: Likeness;
  /** A patch of every rank that was tried. */
  ranks: Readonly<Record<Place, readonly Rank[]>>;
  /** Outlines of the font's own letters, in hundredths of a cap height around the middle of the advance, y down. */
  letters: Readonly<Record<string, string>>;
  /** With the patch of another voice on top: strength of its own down, of the other's across. */
  together: Readonly<Record<Place, Readonly<Record<string, readonly (readonly Likeness[])[]>>>>;
}

/** What `python3 -m letterforms.patch` measured. */
export interface PatchRecord {
  /** Letters that the patches were trained on, and as many of those that they were not. */
  shown: string;
  others: string;
  /** The rank of those that are shipped. */
  rank: number;
  steps: number;
  strengths: readonly number[];
  voices: readonly Voice[];
}

/**
 * Reads a parsed `patches.json`.
 * @throws {TypeError} when it is not the record of these voices
 */
export function recordOf(json: unknown): PatchRecord {
  const record = json as PatchRecord | undefined;
  const whole = VOICES.every((id) => {
    const voice = record?.voices?.find((each) => each.id === id);
    return voice?.code?.every(Number.isFinite) && PLACES.every((place) => voice.ranks?.[place]?.some(({ rank }) => rank === record?.rank) && voice.together?.[place]);
  });
  if (!record || !whole || !record.strengths?.every(Number.isFinite)) throw new TypeError('The record of the patches is not whole.');
  return record;
}

/** One voice of a record. */
export function voiceIn({ voices }: PatchRecord, id: VoiceId): Voice {
  return voices.find((each) => each.id === id)!;
}

/**
 * How like the font a voice's letters are, between the strengths that were measured a straight line.
 * @param strengths of the patches of all voices, in their order
 * @returns nothing where three patches lie on each other: that was not measured
 */
export function likenessAt(record: PatchRecord, id: VoiceId, place: Place, strengths: readonly number[]): Likeness | undefined {
  const { strengths: measured } = record;
  const laid = VOICES.filter((each, i) => each !== id && strengths[i] !== 0);
  if (laid.length > 1) return undefined;
  const other = laid[0] ?? VOICES.find((each) => each !== id)!;
  const table = voiceIn(record, id).together[place][other]!;
  const [row, column] = [id, other].map((each) => placeIn(measured, strengths[VOICES.indexOf(each)] ?? 0));
  const at = (kind: 0 | 1): number => mix(row!, (i) => mix(column!, (k) => table[i]![k]![kind]));
  return [at(0), at(1)];
}

/** The two neighbours of a value in a rising list, and how far it is from the first to the second. */
function placeIn(list: readonly number[], value: number): { i: number; t: number } {
  const i = Math.min(Math.max(list.findLastIndex((each) => each <= value), 0), list.length - 2);
  return { i, t: Math.min(Math.max((value - list[i]!) / (list[i + 1]! - list[i]!), 0), 1) };
}

const mix = ({ i, t }: { i: number; t: number }, of: (i: number) => number): number => of(i) * (1 - t) + of(i + 1) * t;
