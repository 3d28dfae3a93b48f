/** Feeds: one for everything, one for each section. None where the site's address is not known: a feed needs full links. */
import type { APIRoute } from 'astro';
import { pieces } from '../../lib/content/collections.ts';
import { feedOf } from '../../lib/feeds.ts';
import { sections } from '../../lib/sections.ts';
import { pieceCollections, type PieceCollection } from '../../schemas/index.ts';
import { site } from '../../site.ts';

export function getStaticPaths() {
  return site.url ? [undefined, ...pieceCollections].map((section) => ({ params: { section } })) : [];
}

export const GET: APIRoute = async ({ params }) => {
  const name = pieceCollections.find((each): each is PieceCollection => each === params['section']);
  const title = name ? `${site.name}: ${sections[name].many}` : site.name;
  return feedOf(title, await pieces(name ? [name] : pieceCollections), site.url ?? '', import.meta.env.BASE_URL);
};
