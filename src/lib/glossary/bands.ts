/** The two banks as a broadside: parted by topic, in stanzas short enough for the eye, ordered so that few lines cross. */
import type { Term } from '../../schemas/index.ts';
import { topic as topics } from '../../schemas/term.ts';
import { countCrossings } from './crossings.ts';
import type { Bridge } from './graph.ts';
import type { TermEntry } from './term-index.ts';
import { components, rowsOf, untangle, type Order } from './untangle.ts';

/** What a term is about. */
export type Topic = Term['topics'][number];

/** A bridge with its place in the whole map, counted from 1: by it the drawing, the list and the address know it. */
export interface NumberedBridge extends Bridge {
  number: number;
}

/** A few rows of both banks with the bridges between them. Each bank is spread evenly over the height of the longer one. */
export interface Stanza extends Order {
  /** As seen from their technical end, in the order of their rows. */
  bridges: readonly NumberedBridge[];
}

/** What is mostly about one topic. */
export interface Band {
  topic: Topic;
  stanzas: readonly Stanza[];
}

/** The whole map. */
export interface Bands {
  bands: readonly Band[];
  /** Ids of terms without a bridge, by name. */
  unbridged: readonly string[];
  /** Crossings with both banks from A to Z, and as ordered here. */
  crossings: { alphabetical: number; drawn: number };
}

/** Rows of a stanza, about. */
const STANZA = 8;

/**
 * Lays out the map. Every term with a bridge has one place; what is joined, directly or through others, stands in one stanza.
 * A component belongs to the topic that most of its technical terms name first; between components no line can cross, so the
 * bands follow the order of the schema's topics and the components are taken in turn so that the banks stay level.
 */
export function layBands(terms: readonly TermEntry[], bridges: readonly Bridge[]): Bands {
  const named = [...terms].sort((a, b) => a.data.term.localeCompare(b.data.term, 'en', { sensitivity: 'base' }) || (a.id < b.id ? -1 : 1));
  const bank = (side: Term['side']): string[] => named.filter(({ data }) => data.side === side).map(({ id }) => id);
  const alphabetical: Order = { left: bank('technical'), right: bank('creative') };
  const byId = new Map(terms.map(({ id, data }) => [id, data]));
  const parts = Map.groupBy(components(alphabetical, bridges).map((part) => untangle(part, bridges)), (part) => topicOf(part, byId));
  let number = 0;
  const bands = topics.options.flatMap((topic) => {
    const list = parts.get(topic);
    if (!list) return [];
    const cut = stanzas(level(list)).map((order) => ({ ...order, bridges: within(order, bridges).map((bridge) => ({ ...bridge, number: ++number })) }));
    return [{ topic, stanzas: cut }];
  });
  const drawn = bands.flatMap((band) => band.stanzas).reduce((sum, stanza) => sum + countCrossings(rowsOf(stanza, stanza.bridges)), 0);
  const joined = new Set(bridges.flatMap(({ from, to }) => [from, to]));
  return {
    bands,
    unbridged: named.filter(({ id }) => !joined.has(id)).map(({ id }) => id),
    crossings: { alphabetical: countCrossings(rowsOf(alphabetical, bridges)), drawn },
  };
}

/** A first topic counts two, a second one; ties go to the topic that the schema names first. */
function topicOf({ left }: Order, byId: ReadonlyMap<string, Term>): Topic {
  const votes = new Map<Topic, number>(topics.options.map((topic) => [topic, 0]));
  for (const id of left) byId.get(id)?.topics.forEach((topic, n) => votes.set(topic, (votes.get(topic) ?? 0) + 2 - n));
  return [...votes].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

/** Takes the components, given by name, in turn: each time the first of those that keep the two banks most level. */
function level(parts: readonly Order[]): Order[] {
  const size = (side: 'left' | 'right', list: readonly Order[]): number => list.reduce((sum, part) => sum + part[side].length, 0);
  const ratio = size('left', parts) / size('right', parts);
  const lean = ({ left, right }: Order): number => left.length - right.length * ratio;
  const waiting = [...parts];
  const taken: Order[] = [];
  for (let drift = 0; waiting.length > 0; ) {
    const next = waiting.reduce((best, part) => (Math.abs(drift + lean(part)) < Math.abs(drift + lean(best)) - 1e-9 ? part : best));
    waiting.splice(waiting.indexOf(next), 1);
    taken.push(next);
    drift += lean(next);
  }
  return taken;
}

/** Breaks a run of components into stanzas of about equal length. */
function stanzas(parts: readonly Order[]): Order[] {
  const rows = (list: readonly Order[]): number => Math.max(...(['left', 'right'] as const).map((side) => list.reduce((sum, part) => sum + part[side].length, 0)));
  const count = Math.max(1, Math.round(rows(parts) / STANZA));
  const length = rows(parts) / count;
  const cut: Order[][] = [[]];
  for (const part of parts) {
    const last = cut.at(-1);
    if (last && (last.length === 0 || cut.length === count || rows([...last, part]) <= length + 0.5)) last.push(part);
    else cut.push([part]);
  }
  return cut.map((list) => ({ left: list.flatMap(({ left }) => left), right: list.flatMap(({ right }) => right) }));
}

/** The bridges between the rows of a stanza, from its top. */
function within(order: Order, bridges: readonly Bridge[]): Bridge[] {
  const here = bridges.filter(({ from, to }) => order.left.includes(from) && order.right.includes(to));
  const by = (bank: readonly string[], a: string, b: string): number => bank.indexOf(a) - bank.indexOf(b);
  return here.sort((a, b) => by(order.left, a.from, b.from) || by(order.right, a.to, b.to));
}
