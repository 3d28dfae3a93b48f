/** What a card shows, for every term, in one small file that the browser keeps. */

/** One bridge, seen from the term whose card it stands on. */
export interface CardBridge {
  id: string;
  term: string;
  side: 'technical' | 'creative' | 'both';
  plain: string;
  relation: 'exact' | 'close' | 'partial' | 'false-friend';
  breaks: string;
}

/** One term. */
export interface Card {
  term: string;
  side: 'technical' | 'creative' | 'both';
  plain: string;
  bridges: CardBridge[];
}

/** The whole file, by id. */
export type CardFile = Record<string, Card>;
