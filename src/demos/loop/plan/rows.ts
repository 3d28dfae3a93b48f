/** The rows of the tree: what stands in each, for the server and for the script. Pure. */
import { LANE, lanesOf, linesOf, railsOf } from './rail.ts';
import { decidedIn, machineIn, markOf, type Mark } from './say.ts';
import { nameOf, PROPOSALS, type LoopState, type Ref } from '../state.ts';

/** A sheet in the tree. */
export interface Row {
  /** Its number, from 1. */
  no: number;
  here: boolean;
  lines: string;
  dot: string;
  /** Width of the tree, in its own units. */
  width: number;
  /** A sign for each proposal, and what it means. */
  marks: readonly { sign: string; mark: Mark; name: string }[];
  /** Proposals that are drawn in the row: those that were picked. Two at most. */
  shown: readonly Ref[];
  machine: string;
  decided: string;
  /** Whose the decisions were. */
  byRule: boolean;
}

/** Proposals that are drawn in a row. */
const SHOWN = 2;
/** What stands for a proposal in a row. */
export const SIGNS: Readonly<Record<Mark, string>> = { parent: '●', picked: '○', crossed: '×', none: '·' };

/** The rows of a lineage. `size` is how many numbers a code has. */
export function rowsOf(state: LoopState, size: number): Row[] {
  const rails = railsOf(state.sheets);
  const width = lanesOf(rails) * LANE;
  return state.sheets.map((_, i) => {
    const marks = Array.from({ length: PROPOSALS }, (__, no) => {
      const { mark } = markOf(state, { sheet: i, no });
      return { sign: SIGNS[mark], mark, name: nameOf({ sheet: i, no }) };
    });
    const { said, byRule } = decidedIn(state, i);
    const shown = marks.flatMap(({ mark }, no) => (mark === 'parent' || mark === 'picked' ? [{ sheet: i, no }] : [])).slice(0, SHOWN);
    return { no: i + 1, here: i === state.at, ...linesOf(rails[i]!), width, marks, shown, machine: machineIn(state, i, size), decided: said, byRule };
  });
}
