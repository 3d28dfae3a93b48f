/** The four siblings: which collection each of them saw, and how like the fonts it draws the styles of the map. Pure. */

/** A sibling for each collection: all families, and three that lack a third of them. `random` is the control. */
export const SIBLINGS = ['whole', 'random', 'serif', 'display'] as const;

/** A sibling, by the name of its folder. */
export type SiblingId = (typeof SIBLINGS)[number];

/** What is known of one sibling. Lists are in the order of the map's cells. */
export interface Sibling {
  id: SiblingId;
  /** Families that it never saw, and styles that it saw. */
  without: number;
  styles: number;
  /** 1 where the style's family was not in its collection. */
  missing: readonly number[];
  /** Likeness to the font (intersection over union) of the letters that were shown, and of the others, when a code was fitted to the style. */
  shown: readonly number[];
  other: readonly number[];
}

/** What `python3 -m letterforms.mirror` measured. */
export interface MirrorRecord {
  /** The letters that were shown. */
  shown: string;
  /** Families there are in all. */
  families: number;
  siblings: readonly Sibling[];
}

/**
 * Reads a parsed `mirror.json`.
 * @param cells of the map
 * @throws {TypeError} when it is not the record of all siblings on a map of this size
 */
export function recordOf(json: unknown, cells: number): MirrorRecord {
  const record = json as MirrorRecord | undefined;
  const whole = SIBLINGS.every((id) => {
    const sibling = record?.siblings?.find((each) => each.id === id);
    return sibling && [sibling.missing, sibling.shown, sibling.other].every((list) => list.length === cells && list.every(Number.isFinite));
  });
  if (!record || !whole) throw new TypeError('The record of the four models is not whole.');
  return record;
}

/** One sibling of a record. */
export function siblingIn({ siblings }: MirrorRecord, id: SiblingId): Sibling {
  return siblings.find((each) => each.id === id)!;
}
