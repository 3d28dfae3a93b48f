/** What leaving families out cost: likeness to the fonts, of the styles left out and of all others. Pure. */
import { siblingIn, SIBLINGS, type MirrorRecord, type SiblingId } from '../../../models/mirrors/record.ts';

/** Some styles of the map, as the model that saw everything draws them and as another does: mean likeness to the fonts. */
export interface Compared {
  /** How many styles. */
  count: number;
  whole: number;
  own: number;
  /** Of `whole`, what `own` lacks: the mean over the styles. Below nothing where they are drawn better. */
  lost: number;
  /** Standard error of `lost`, over the styles. It knows nothing of what another training would have given. */
  error: number;
}

/** What one collection cost. */
export interface Loss {
  id: SiblingId;
  /** Styles of families that it lacks, and all others. */
  gone: Compared;
  rest: Compared;
  /** The styles of `gone` as the collection cut by lot has them drawn, and how many of them are missing there too. */
  lot: Compared & { missing: number };
  /** What the mean over the whole sheet lost. */
  all: number;
}

/** Compares one sibling with the one that saw everything, on the letters that were shown when codes were fitted or on the others. */
export function lossOf(record: MirrorRecord, id: SiblingId, letters: 'shown' | 'other' = 'other'): Loss {
  const [whole, own, lot] = [siblingIn(record, 'whole'), siblingIn(record, id), siblingIn(record, 'random')];
  const cells = (missing: 0 | 1): number[] => own.missing.flatMap((value, cell) => (value === missing ? [cell] : []));
  const [gone, rest] = [cells(1), cells(0)];
  const compare = (places: readonly number[], drawn = own): Compared => compared(places.map((cell) => whole[letters][cell]!), places.map((cell) => drawn[letters][cell]!));
  return {
    id, gone: compare(gone), rest: compare(rest),
    lot: { ...compare(gone, lot), missing: gone.filter((cell) => lot.missing[cell] === 1).length },
    all: compared(whole[letters], own[letters]).lost,
  };
}

/** Compares pairs of numbers. */
export function compared(whole: readonly number[], own: readonly number[]): Compared {
  const differences = whole.map((value, i) => value - (own[i] ?? 0));
  const lost = meanOf(differences);
  const variance = differences.reduce((sum, value) => sum + (value - lost) ** 2, 0) / (differences.length - 1);
  return { count: whole.length, whole: meanOf(whole), own: meanOf(own), lost, error: Math.sqrt(variance / whole.length) };
}

/** What each collection that lacks something cost. */
export function lossesIn(record: MirrorRecord): Loss[] {
  return SIBLINGS.filter((id) => id !== 'whole').map((id) => lossOf(record, id));
}

/** What the model that saw everything has before another one, in a cell: nothing less than nothing. */
export function lossAt(record: MirrorRecord, id: SiblingId, cell: number): number {
  return Math.max(0, (siblingIn(record, 'whole').other[cell] ?? 0) - (siblingIn(record, id).other[cell] ?? 0));
}

/** Drawn this well by the model that saw everything, a style can be judged by. */
const WELL = 0.8;

/** The style that tells most about a collection: of those it lacks, and that the other model draws well, the one that suffers most. */
export function telling(record: MirrorRecord, id: SiblingId): number {
  const [whole, own] = [siblingIn(record, 'whole'), siblingIn(record, id)];
  const cells = own.missing.flatMap((missing, cell) => (missing === 1 && (whole.other[cell] ?? 0) >= WELL ? [cell] : []));
  return cells.reduce((best, cell) => (lossAt(record, id, cell) > lossAt(record, id, best) ? cell : best), cells[0] ?? 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
