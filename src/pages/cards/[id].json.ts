/** What a card and an answer say of one term. */
import type { APIRoute } from 'astro';
import { atlas } from '../../lib/content/atlas.ts';
import { shownDemos } from '../../search/site-content.ts';
import { cardOf } from '../../term-cards/data.ts';

export function getStaticPaths() {
  return [...atlas().terms.keys()].map((id) => ({ params: { id } }));
}

export const GET: APIRoute = async ({ params: { id = '' } }) => {
  const { terms, graph } = atlas();
  const term = terms.get(id);
  return term ? Response.json(cardOf(id, term.data, terms, graph, await shownDemos())) : new Response(null, { status: 404 });
};
