/**
 * Orders two banks so that few of the lines between them cross.
 *
 * The general problem is NP-hard, so this is the usual heuristic of layered graph drawing: sweeps that move every row to the mean
 * of its neighbours' rows (the barycentre of Sugiyama, Tagawa and Toda 1981) or to their median (Eades and Wormald 1994), each
 * followed by exchanges of adjacent rows for as long as one helps (Gansner and others 1993). What is not joined cannot cross once
 * it is apart, so every connected component is ordered by itself.
 */
import { countCrossings, type RowPair } from './crossings.ts';

/** A line from an id of the left bank to an id of the right one. */
export interface Line {
  from: string;
  to: string;
}

/** Two banks in an order. */
export interface Order {
  left: readonly string[];
  right: readonly string[];
}

/** Sweeps without gain after which a better order is no longer looked for. */
const PATIENCE = 4;
/** Orders to set out from: the one given, one walked lengthwise, then shuffled ones, because a sweep ends in the dead end nearest to its start. */
const STARTS = 24;

/** The lines as pairs of rows; those with an end that is on neither bank are left out. */
export function rowsOf({ left, right }: Order, lines: readonly Line[]): RowPair[] {
  const [lefts, rights] = [ranks(left), ranks(right)];
  return lines.flatMap(({ from, to }) => {
    const [l, r] = [lefts.get(from), rights.get(to)];
    return l === undefined || r === undefined ? [] : [{ left: l, right: r }];
  });
}

/**
 * Parts a graph into what hangs together, each part in the order given, the parts in the order of their first left id.
 * Ids without a line belong to no component.
 */
export function components(order: Order, lines: readonly Line[]): Order[] {
  const neighbours = neighboursOf(lines);
  const known = new Set([...order.left, ...order.right]);
  const seen = new Set<string>();
  return order.left.flatMap((start) => {
    if (seen.has(start) || !neighbours.has(start)) return [];
    const found = new Set([start]);
    for (const id of found) for (const next of neighbours.get(id) ?? []) if (known.has(next)) found.add(next);
    for (const id of found) seen.add(id);
    const part = { left: order.left.filter((id) => found.has(id)), right: order.right.filter((id) => found.has(id)) };
    return part.right.length > 0 ? [part] : [];
  });
}

/**
 * Orders one component. The same input gives the same order, and never one with more crossings than the order given.
 * @param order both banks, without an id that stands on both
 */
export function untangle(order: Order, lines: readonly Line[]): Order {
  const neighbours = neighboursOf(lines);
  const cost = (each: Order): number => countCrossings(rowsOf(each, lines));
  let best = order;
  let fewest = cost(order);
  for (let attempt = 0; attempt < STARTS && fewest > 0; attempt++) {
    let now = attempt === 0 ? order : attempt === 1 ? lengthwise(order, neighbours) : { left: shuffled(order.left, attempt), right: order.right };
    if (cost(now) < fewest) [best, fewest] = [now, cost(now)];
    for (let sweep = 0, idle = 0; fewest > 0 && idle < PATIENCE; sweep++, idle++) {
      const centre = sweep % 2 === 0 ? mean : median;
      const right = exchange(byCentre(now.right, now.left, neighbours, centre), now.left, neighbours);
      const left = exchange(byCentre(now.left, right, neighbours, centre), right, neighbours);
      now = { left, right: exchange(right, left, neighbours) };
      const crossings = cost(now);
      if (crossings >= fewest) continue;
      [best, fewest, idle] = [now, crossings, -1];
    }
  }
  return best;
}

/**
 * The order of a walk from one far end of the graph to the other, short branches before long ones. A tree that two banks can show
 * without a crossing, a caterpillar, is drawn so at once.
 */
function lengthwise(order: Order, neighbours: Neighbours): Order {
  const known = new Set([...order.left, ...order.right]);
  /** Ids by distance from `start`, each with the one it was reached from. */
  const reached = (start: string): Map<string, string | undefined> => {
    const from = new Map<string, string | undefined>([[start, undefined]]);
    for (const [id] of from) for (const next of neighbours.get(id) ?? []) if (known.has(next) && !from.has(next)) from.set(next, id);
    return from;
  };
  const start = [...reached([...reached(order.left[0] ?? '').keys()].at(-1) ?? '')].at(-1)?.[0] ?? '';
  const tree = [...reached(start)];
  const depth = new Map<string, number>();
  for (const [id, parent] of [...tree].reverse()) if (parent !== undefined) depth.set(parent, Math.max(depth.get(parent) ?? 0, (depth.get(id) ?? 0) + 1));
  const branches = Map.groupBy(tree, ([, parent]) => parent);
  const place = new Map<string, number>();
  const walk = (id: string): void => {
    place.set(id, place.size);
    const next = (branches.get(id) ?? []).map(([child]) => child).sort((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0));
    next.forEach(walk);
  };
  walk(start);
  const along = (bank: readonly string[]): string[] => [...bank].sort((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity));
  return { left: along(order.left), right: along(order.right) };
}

/** The same shuffle for the same seed: Fisher and Yates with the linear congruential generator of Numerical Recipes. */
function shuffled(ids: readonly string[], seed: number): string[] {
  const list = [...ids];
  let state = seed;
  for (let i = list.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [list[i], list[j]] = [list[j] ?? '', list[i] ?? ''];
  }
  return list;
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighboursOf(lines: readonly Line[]): Neighbours {
  const map = new Map<string, string[]>();
  for (const { from, to } of lines) {
    map.set(from, [...(map.get(from) ?? []), to]);
    map.set(to, [...(map.get(to) ?? []), from]);
  }
  return map;
}

const ranks = (ids: readonly string[]): Map<string, number> => new Map(ids.map((id, i) => [id, i]));

/** Rows of the neighbours on the fixed bank, in order. */
const rowsBeside = (id: string, fixed: ReadonlyMap<string, number>, neighbours: Neighbours): number[] =>
  (neighbours.get(id) ?? []).flatMap((other) => fixed.get(other) ?? []).sort((a, b) => a - b);

const mean = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + row, 0) / rows.length;
const median = (rows: readonly number[]): number => ((rows[(rows.length - 1) >> 1] ?? 0) + (rows[rows.length >> 1] ?? 0)) / 2;

/** Moves each id to the centre of its neighbours; ties and ids without neighbours keep their places among themselves. */
function byCentre(free: readonly string[], fixed: readonly string[], neighbours: Neighbours, centre: (rows: readonly number[]) => number): string[] {
  const rank = ranks(fixed);
  const keyed = free.map((id, i) => {
    const rows = rowsBeside(id, rank, neighbours);
    return { id, key: rows.length > 0 ? centre(rows) : i };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ id }) => id);
}

/** Swaps neighbours on the free bank for as long as a swap removes crossings; each one does, so it ends. */
function exchange(free: readonly string[], fixed: readonly string[], neighbours: Neighbours): string[] {
  const rank = ranks(fixed);
  const ids = [...free];
  const rows = new Map(ids.map((id) => [id, rowsBeside(id, rank, neighbours)]));
  for (let swapped = true; swapped; ) {
    swapped = false;
    for (let i = 0; i + 1 < ids.length; i++) {
      const [a = '', b = ''] = [ids[i], ids[i + 1]];
      if (inversions(rows.get(a) ?? [], rows.get(b) ?? []) <= inversions(rows.get(b) ?? [], rows.get(a) ?? [])) continue;
      [ids[i], ids[i + 1]] = [b, a];
      swapped = true;
    }
  }
  return ids;
}

/** Crossings between the lines of a row and those of the row below it. */
function inversions(above: readonly number[], below: readonly number[]): number {
  let count = 0;
  for (const a of above) for (const b of below) count += a > b ? 1 : 0;
  return count;
}
