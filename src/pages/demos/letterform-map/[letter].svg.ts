/** The contact sheet as a picture: one letter in every style of the map. Used wherever the map stands, and fetched once. */
import type { APIRoute } from 'astro';
import { sheetSvg } from '../../../demos/letterform-map/figure.ts';

export function getStaticPaths() {
  return [{ params: { letter: 'a' } }];
}

export const GET: APIRoute = async ({ params: { letter = 'a' } }) =>
  new Response(await sheetSvg(letter), { headers: { 'content-type': 'image/svg+xml' } });
