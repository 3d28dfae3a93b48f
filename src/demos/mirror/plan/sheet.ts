/** What is marked on the contact sheet: which families were left out, and how much worse each style is drawn for it. Pure. */
import { siblingIn, type MirrorRecord, type SiblingId } from '../../../models/mirrors/record.ts';
import { middleOf, type Grid } from '../../base/map.ts';
import { lossAt } from './table.ts';

/** A cell, in units of the marks' own picture. */
export const CELL = 100;

/** How far a corner is folded, and from how far inside its cell. */
const [INSET, FOLD] = [4, 28];

/** Losses of likeness from which a dot is as large as its number says; below the first there is none. */
export const STEPS = [0.02, 0.05, 0.1, 0.2] as const;

/** Path data: a folded corner on every cell whose family was left out, and dots by size, for those cells and for all others. */
export interface SheetMarks {
  corners: string;
  gone: readonly string[];
  rest: readonly string[];
}

/** The size of a loss: how many of `STEPS` it has reached. */
export function stepOf(loss: number): number {
  return STEPS.filter((step) => loss >= step).length;
}

/** A folded corner of a cell, as path data. */
export function foldedAt(column: number, row: number): string {
  return `M${column * CELL + INSET} ${row * CELL + INSET}h${FOLD}l-${FOLD} ${FOLD}z`;
}

/** The marks of one sibling’s sheet. */
export function marksOf(record: MirrorRecord, id: SiblingId, grid: Grid): SheetMarks {
  const { missing } = siblingIn(record, id);
  const [gone, rest] = [STEPS.map(() => ''), STEPS.map(() => '')];
  let corners = '';
  missing.forEach((out, cell) => {
    const { u, v } = middleOf(cell, grid);
    if (out) corners += foldedAt(u, v);
    const size = stepOf(lossAt(record, id, cell));
    if (size > 0) (out ? gone : rest)[size - 1] += `M${(u + 1) * CELL - 20} ${v * CELL + 20}h0`;
  });
  return { corners, gone, rest };
}
