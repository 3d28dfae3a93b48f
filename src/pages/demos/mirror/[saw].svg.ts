/** The contact sheet as each of the siblings draws it, as a picture: fetched when its collection is chosen. */
import type { APIRoute } from 'astro';
import { sheetSvg } from '../../../demos/mirror/figure.ts';
import { SIBLINGS } from '../../../models/mirrors/record.ts';

export function getStaticPaths() {
  return SIBLINGS.map((saw) => ({ params: { saw } }));
}

export const GET: APIRoute = async ({ params: { saw } }) =>
  new Response(await sheetSvg(SIBLINGS.find((id) => id === saw) ?? 'whole'), { headers: { 'content-type': 'image/svg+xml' } });
