/** A picture for every page that people share. Where the site's address is unknown nothing links to them, so none is drawn. */
import type { APIRoute } from 'astro';
import { pieces, terms } from '../../lib/content/collections.ts';
import { sections } from '../../lib/sections.ts';
import { sides } from '../../lib/relations.ts';
import { site } from '../../site.ts';
import { ogImage, ogPlates, type OgVoice } from '../../type/og.ts';

interface Picture {
  title: string;
  kicker: string;
  voice: OgVoice | 'plates';
}

export async function getStaticPaths() {
  if (!site.url) return [];
  const picture = (path: string, props: Picture) => ({ params: { path }, props });
  return [
    picture('index', { title: 'between', kicker: 'tutorials · essays · case studies · glossary', voice: 'plates' }),
    ...(await pieces()).map(({ collection, id, data }) => picture(`${collection}/${id}`, { title: data.title, kicker: sections[collection].one, voice: 'both' })),
    ...(await terms()).map(({ id, data }) => picture(`glossary/${id}`, { title: data.term, kicker: `glossary · ${sides[data.side].word}`, voice: data.side })),
  ];
}

export const GET: APIRoute<Picture & Record<string, unknown>> = async ({ props: { title, kicker, voice } }) => {
  const picture = voice === 'plates' ? await ogPlates(title, kicker) : await ogImage(title, kicker, voice);
  return new Response(picture, { headers: { 'content-type': 'image/png' } });
};
