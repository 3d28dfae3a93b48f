/** The glossary as a graph: bridges across, related beside, broader above. */
import type { Relation, Term } from '../../schemas/index.ts';
import type { TermEntry } from './term-index.ts';

/** A bridge as one of its two ends sees it. */
export interface Bridge {
  /** The end it is seen from. */
  from: string;
  /** The other end, on the other side. */
  to: string;
  relation: Relation;
  breaks: string;
  sayToMakers: string;
  sayToEngineers: string;
  /** Id of the entry whose file holds it: `from` or `to`. */
  declaredIn: string;
}

/** Path to a value in an entry's front matter. */
export type FieldPath = readonly (string | number)[];

/** Something the graph leaves out, and where it is written. `id` is the entry at fault. */
export type GraphFault =
  | { kind: 'bridge-nowhere'; id: string; field: FieldPath; to: string }
  | { kind: 'bridge-own-side'; id: string; field: FieldPath; to: string; side: Term['side']; toSide: Term['side'] }
  | { kind: 'bridge-itself'; id: string; field: FieldPath; to: string }
  | {
      /** `first` is the one that counts; `relation` tells whether the two agree. */
      kind: 'bridge-twice';
      id: string; field: FieldPath; to: string; relation: Relation;
      first: { id: string; field: FieldPath; relation: Relation };
    }
  | { kind: 'related-nowhere'; id: string; field: FieldPath; to: string }
  | { kind: 'related-itself'; id: string; field: FieldPath; to: string }
  /** Of the two, `wider` is above the other, at whatever distance: that is nearer than a neighbour (SKOS, condition S27). */
  | { kind: 'related-above'; id: string; field: FieldPath; to: string; wider: string }
  | { kind: 'broader-nowhere'; id: string; field: FieldPath; to: string }
  /** `cycle` runs from `id` upwards and ends before it returns; one id alone is its own broader term. */
  | { kind: 'broader-cycle'; id: string; field: FieldPath; to: string; cycle: readonly string[] };

/** Questions the pages ask. Lists of ids are sorted; unknown ids have empty lists. */
export interface TermGraph {
  /** Bridges of an entry, closest relation first, then by id. */
  bridgesOf(id: string): readonly Bridge[];
  /**
   * The one term that may stand for this one in a word's space, as a gloss above it. None where several are equally near, or
   * where the only one is a false friend: printed alone, either would mislead.
   */
  glossOf(id: string): string | undefined;
  /** Neighbours, whichever of the two names the other. */
  relatedOf(id: string): readonly string[];
  /** Wider terms. */
  broaderOf(id: string): readonly string[];
  /** Terms that name this one as wider. */
  narrowerOf(id: string): readonly string[];
  /** Every bridge once, as seen from its technical end, closest relation first, then by ids. */
  bridges: readonly Bridge[];
  /** In the order of entries and fields. */
  faults: readonly GraphFault[];
}

/** Relations from swapping freely to being misled: the order in which readers meet them. */
export const relationOrder: readonly Relation[] = ['exact', 'close', 'partial', 'false-friend'];

const byCloseness = (a: Bridge, b: Bridge): number =>
  relationOrder.indexOf(a.relation) - relationOrder.indexOf(b.relation) || compare(a.from, b.from) || compare(a.to, b.to);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Joins the entries. What is at fault is listed in `faults` and left out of the answers, except that
 * the terms of a broader cycle still name each other: walk upwards only where `faults` is empty.
 */
export function buildGraph(terms: readonly TermEntry[]): TermGraph {
  const entries = [...terms].sort((a, b) => compare(a.id, b.id));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const faults: GraphFault[] = [];
  const { ends, all } = joinBridges(entries, byId, faults);
  const related = new Map<string, Set<string>>();
  const broader = new Map<string, Set<string>>();
  const narrower = new Map<string, Set<string>>();
  for (const { id, data } of entries) {
    data.related.forEach((to, n) => {
      const at = { id, field: ['related', n], to };
      if (!byId.has(to)) faults.push({ kind: 'related-nowhere', ...at });
      else if (to === id) faults.push({ kind: 'related-itself', ...at });
      else {
        put(related, id, to);
        put(related, to, id);
      }
    });
    data.broader.forEach((to, n) => {
      if (!byId.has(to)) faults.push({ kind: 'broader-nowhere', id, field: ['broader', n], to });
      else if (to !== id) {
        put(broader, id, to);
        put(narrower, to, id);
      }
    });
  }
  for (const { id, data } of entries) {
    data.related.forEach((to, n) => {
      const wider = above(broader, id).has(to) ? to : above(broader, to).has(id) ? id : undefined;
      if (wider === undefined || to === id) return;
      faults.push({ kind: 'related-above', id, field: ['related', n], to, wider });
      related.get(id)?.delete(to);
      related.get(to)?.delete(id);
    });
  }
  faults.push(...cycles(entries, byId));
  faults.sort((a, b) => compare(a.id, b.id));
  return {
    bridgesOf: (id) => ends.get(id) ?? [],
    glossOf: (id) => {
      const [nearest, next] = ends.get(id) ?? [];
      if (!nearest || nearest.relation === 'false-friend' || nearest.relation === next?.relation) return undefined;
      return nearest.to;
    },
    relatedOf: (id) => sorted(related.get(id)),
    broaderOf: (id) => sorted(broader.get(id)),
    narrowerOf: (id) => sorted(narrower.get(id)),
    bridges: all,
    faults,
  };
}

function joinBridges(entries: readonly TermEntry[], byId: ReadonlyMap<string, TermEntry>, faults: GraphFault[]): { ends: Map<string, Bridge[]>; all: Bridge[] } {
  const ends = new Map<string, Bridge[]>();
  const all: Bridge[] = [];
  const seen = new Map<string, { id: string; field: FieldPath; relation: Relation }>();
  for (const { id, data } of entries) {
    data.bridges.forEach((bridge, n) => {
      const { to, ...words } = bridge;
      const at = { id, field: ['bridges', n, 'to'], to };
      const other = byId.get(to);
      if (to === id) return void faults.push({ kind: 'bridge-itself', ...at });
      if (!other) return void faults.push({ kind: 'bridge-nowhere', ...at });
      // An entry of both vocabularies has no other bank to bridge to.
      const banks = new Set([data.side, other.data.side]);
      if (!banks.has('technical') || !banks.has('creative')) {
        return void faults.push({ kind: 'bridge-own-side', ...at, side: data.side, toSide: other.data.side });
      }
      const pair = [id, to].sort().join(' ');
      const first = seen.get(pair);
      if (first) return void faults.push({ kind: 'bridge-twice', ...at, relation: bridge.relation, first });
      seen.set(pair, { id, field: at.field, relation: bridge.relation });
      const here: Bridge = { from: id, to, ...words, declaredIn: id };
      const there: Bridge = { ...here, from: to, to: id };
      ends.set(id, [...(ends.get(id) ?? []), here]);
      ends.set(to, [...(ends.get(to) ?? []), there]);
      all.push(data.side === 'technical' ? here : there);
    });
  }
  for (const list of ends.values()) list.sort(byCloseness);
  return { ends, all: all.sort(byCloseness) };
}

/** Walks upwards from every entry; a step back onto the walk closes a cycle. Each cycle is told once, at its first id. */
function cycles(entries: readonly TermEntry[], byId: ReadonlyMap<string, TermEntry>): GraphFault[] {
  const found = new Map<string, GraphFault>();
  const done = new Set<string>();
  const walk = (id: string, above: readonly string[]): void => {
    const trail = [...above, id];
    for (const to of byId.get(id)?.data.broader ?? []) {
      const start = trail.indexOf(to);
      if (start < 0) {
        if (!done.has(to)) walk(to, trail);
        continue;
      }
      const loop = trail.slice(start);
      const least = loop.indexOf([...loop].sort()[0] ?? to);
      const cycle = [...loop.slice(least), ...loop.slice(0, least)];
      const [at = to] = cycle;
      const up = cycle[1] ?? at;
      const field = ['broader', byId.get(at)?.data.broader.indexOf(up) ?? 0];
      found.set(cycle.join(' '), { kind: 'broader-cycle', id: at, field, to: up, cycle });
    }
    done.add(id);
  };
  for (const { id } of entries) if (!done.has(id)) walk(id, []);
  return [...found.values()];
}

/** Everything wider than a term, however far up; in a cycle, the term itself too. */
function above(broader: ReadonlyMap<string, ReadonlySet<string>>, id: string): Set<string> {
  const found = new Set<string>();
  const queue = [...(broader.get(id) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    queue.push(...(broader.get(next) ?? []));
  }
  return found;
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function sorted(set: ReadonlySet<string> | undefined): readonly string[] {
  return [...(set ?? [])].sort(compare);
}
