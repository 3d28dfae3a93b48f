/** Fetches cards, each once. */
import type { Card } from './data.ts';

const cards = new Map<string, Promise<Card>>();

/** The card of a term; a failed attempt is forgotten, so that the next one tries again. */
export function loadCard(id: string): Promise<Card> {
  let card = cards.get(id);
  if (!card) {
    card = fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/cards/${id}.json`).then(async (response) => {
      if (!response.ok) throw new Error(`card of ${id}: ${response.status}`);
      const data: Card = await response.json();
      return data;
    });
    card.catch(() => cards.delete(id));
    cards.set(id, card);
  }
  return card;
}
