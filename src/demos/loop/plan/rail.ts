/** The tree beside the rows: in which lane each sheet stands, and which lines run past it. Pure. */
import { parentsOf, type Sheet } from '../state.ts';

/** Distance of two lanes, in units of the picture. */
export const LANE = 14;

/** A row of the tree. Lanes count from 0. */
export interface Rail {
  lane: number;
  /** Lanes that run past. */
  through: readonly number[];
  /** Lanes that come in from above, the first parent’s first. */
  enter: readonly number[];
  /** Lanes that go on below, to children. */
  leave: readonly number[];
}

interface Edge {
  from: number;
  to: number;
  lane: number;
}

/** Lays out a tree. The first child stands under its parent; every other line takes the first lane that is free. */
export function railsOf(sheets: readonly Sheet[]): Rail[] {
  const edges: Edge[] = [];
  sheets.forEach((sheet, to) => {
    for (const from of new Set(parentsOf(sheet).map((ref) => ref.sheet))) edges.push({ from, to, lane: -1 });
  });
  return sheets.map((_, row): Rail => {
    const past = edges.filter(({ from, to }) => from < row && row < to);
    const enter = edges.filter(({ to }) => to === row);
    const taken = new Set(past.map(({ lane }) => lane));
    const free = (): number => {
      let lane = 0;
      while (taken.has(lane)) lane++;
      taken.add(lane);
      return lane;
    };
    const own = enter[0]?.lane ?? -1;
    const lane = own >= 0 ? own : free();
    taken.add(lane);
    const leave = edges.filter(({ from }) => from === row);
    leave.forEach((edge, i) => (edge.lane = i === 0 ? lane : free()));
    return { lane, through: past.map((edge) => edge.lane), enter: enter.map((edge) => edge.lane), leave: leave.map((edge) => edge.lane) };
  });
}

/** Lanes that a tree needs. */
export function lanesOf(rails: readonly Rail[]): number {
  return rails.reduce((most, { lane, through, leave }) => Math.max(most, lane + 1, ...[...through, ...leave].map((each) => each + 1)), 1);
}

/** The lines of a row as path data, in lanes of `LANE` units across and per cent of the row down; and the place of its dot. */
export function linesOf({ lane, through, enter, leave }: Rail): { lines: string; dot: string } {
  const x = (at: number): number => (at + 0.5) * LANE;
  const lines = [
    ...through.map((at) => `M${x(at)} 0V100`),
    ...enter.map((at) => (at === lane ? `M${x(at)} 0V50` : `M${x(at)} 0C${x(at)} 40 ${x(lane)} 14 ${x(lane)} 50`)),
    ...leave.map((at) => (at === lane ? `M${x(at)} 50V100` : `M${x(lane)} 50C${x(lane)} 86 ${x(at)} 60 ${x(at)} 100`)),
  ];
  return { lines: lines.join(''), dot: `M${x(lane)} 50h0` };
}
