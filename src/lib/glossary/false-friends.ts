/** The false friends as a deck of cards: one word a card, the lab's meaning on its front, the studio's on its back. */
import type { Bridge } from './graph.ts';
import type { TermEntry } from './term-index.ts';

/** One side of a card. */
export interface FriendSide {
  id: string;
  /** The word as this side says it. */
  word: string;
  plain: string;
  /** What this side can say to the other. */
  say: string;
}

/** One card. */
export interface FalseFriend {
  technical: FriendSide;
  creative: FriendSide;
  breaks: string;
  /** Both sides use the very same word. */
  shared: boolean;
}

/** Two sides of one sheet of paper. */
export interface Sheet<Card> {
  fronts: readonly (Card | undefined)[];
  /** Each row mirrored, so that a sheet turned over its long edge has every back behind its front. */
  backs: readonly (Card | undefined)[];
}

/** The deck: words that both sides share first, then pairs of different words, each from A to Z. */
export function falseFriends(terms: ReadonlyMap<string, TermEntry>, bridges: readonly Bridge[]): FalseFriend[] {
  const side = (entry: TermEntry, say: string): FriendSide => ({ id: entry.id, word: entry.data.term, plain: entry.data.plain, say });
  const cards = bridges.flatMap(({ from, to, relation, breaks, sayToMakers, sayToEngineers }) => {
    const [technical, creative] = [terms.get(from), terms.get(to)];
    if (relation !== 'false-friend' || !technical || !creative) return [];
    const shared = technical.data.term.toLowerCase() === creative.data.term.toLowerCase();
    return [{ technical: side(technical, sayToMakers), creative: side(creative, sayToEngineers), breaks, shared }];
  });
  return cards.sort((a, b) => Number(b.shared) - Number(a.shared) || a.technical.word.localeCompare(b.technical.word, 'en', { sensitivity: 'base' }));
}

/**
 * Lays cards on sheets, row by row. The last sheet is filled up with nothing, so that its backs keep their places.
 * @param columns cards beside each other
 * @param rows cards below each other
 */
export function imposeCards<Card>(cards: readonly Card[], columns: number, rows: number): Sheet<Card>[] {
  const size = columns * rows;
  return Array.from({ length: Math.ceil(cards.length / size) }, (_, n) => {
    const fronts = Array.from({ length: size }, (_, i) => cards[n * size + i]);
    const backs = fronts.map((_, i) => fronts[i - (i % columns) + (columns - 1 - (i % columns))]);
    return { fronts, backs };
  });
}
