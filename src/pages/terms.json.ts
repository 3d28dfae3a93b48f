/** What term cards and search know of the glossary. */
import type { APIRoute } from 'astro';
import { atlas } from '../lib/content/atlas.ts';
import type { CardFile, CardTerm } from '../term-cards/data.ts';

export const GET: APIRoute = () => {
  const { terms, graph } = atlas();
  const cards: Record<string, CardTerm> = {};
  for (const [id, { data }] of terms) {
    cards[id] = { term: data.term, side: data.side, plain: data.plain, labels: [...data.aliases, ...data.misspellings] };
  }
  const bridges = graph.bridges.map(({ from, to, relation, breaks }) => ({ from, to, relation, breaks }));
  return Response.json({ terms: cards, bridges } satisfies CardFile);
};
