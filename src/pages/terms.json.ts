/** The term cards, and what search needs to know of every term and piece title: one small file that the browser keeps. */
import type { APIRoute } from 'astro';
import { atlas } from '../lib/content/atlas.ts';
import type { CardFile } from '../term-cards/data.ts';

export const GET: APIRoute = () => {
  const { terms, graph } = atlas();
  const file: CardFile = {};
  for (const [id, { data }] of terms) {
    file[id] = {
      term: data.term,
      side: data.side,
      plain: data.plain,
      bridges: graph.bridgesOf(id).flatMap(({ to, relation, breaks }) => {
        const other = terms.get(to)?.data;
        return other ? [{ id: to, term: other.term, side: other.side, plain: other.plain, relation, breaks }] : [];
      }),
    };
  }
  return Response.json(file);
};
