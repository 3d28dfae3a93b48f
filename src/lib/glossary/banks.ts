/** The two banks of the glossary: which rows, in which order, and which lines between them. */
import type { Relation } from '../../schemas/index.ts';
import type { Bridge } from './graph.ts';

/** A line from a row of the technical bank to a row of the creative one. */
export interface BankLine {
  from: string;
  to: string;
  relation: Relation;
  /** Rows, counted from 0. */
  left: number;
  right: number;
}

/** Both banks, ready to print. */
export interface Banks {
  left: readonly string[];
  right: readonly string[];
  lines: readonly BankLine[];
}

/**
 * Keeps the technical bank in the order given (A to Z) and moves each creative term level with the middle of the terms it is
 * bridged to: one barycentre pass, as in layered graph drawing (Sugiyama, Tagawa and Toda 1981). Terms without a bridge go last.
 * @param technical ids in reading order
 * @param creative ids in reading order, which settles ties
 * @param bridges seen from their technical end
 */
export function layBanks(technical: readonly string[], creative: readonly string[], bridges: readonly Bridge[]): Banks {
  const row = new Map(technical.map((id, i) => [id, i]));
  const weight = (id: string): number => {
    const rows = bridges.flatMap(({ from, to }) => (to === id ? (row.get(from) ?? []) : []));
    return rows.length > 0 ? rows.reduce((sum, value) => sum + value, 0) / rows.length : Infinity;
  };
  const weights = new Map(creative.map((id) => [id, weight(id)]));
  const order = new Map(creative.map((id, i) => [id, i]));
  const by = (map: ReadonlyMap<string, number>, id: string): number => map.get(id) ?? 0;
  const right = [...creative].sort((a, b) => {
    const [x, y] = [by(weights, a), by(weights, b)];
    return x === y ? by(order, a) - by(order, b) : x - y;
  });
  const rightRow = new Map(right.map((id, i) => [id, i]));
  const lines = bridges.flatMap(({ from, to, relation }) => {
    const [l, r] = [row.get(from), rightRow.get(to)];
    return l === undefined || r === undefined ? [] : [{ from, to, relation, left: l, right: r }];
  });
  return { left: [...technical], right, lines };
}

/**
 * The cross in the middle of a false friend's line: what the dots are for.
 * @returns SVG path data, in the box of `curve`
 */
export function cross(left: number, right: number, rowHeight: number): string {
  const y = ((left + right) / 2 + 0.5) * rowHeight;
  return `M48 ${y - 1.7}L52 ${y + 1.7}M52 ${y - 1.7}L48 ${y + 1.7}`;
}

/**
 * The curve of a line, in a box 100 wide whose rows are `rowHeight` high.
 * @returns SVG path data
 */
export function curve(left: number, right: number, rowHeight: number): string {
  const y = (row: number): number => (row + 0.5) * rowHeight;
  return `M0 ${y(left)}C40 ${y(left)} 60 ${y(right)} 100 ${y(right)}`;
}
