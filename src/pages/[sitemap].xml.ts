/** The sitemap, where the site's address is known. */
import type { APIRoute } from 'astro';
import { demoPath, demos } from '../demos/registry.ts';
import { pieces, standingPages, terms } from '../lib/content/collections.ts';
import { vocabularyPath } from '../lib/glossary/forms/addresses.ts';
import { entryPath, withBase } from '../lib/urls.ts';
import { pieceCollections } from '../schemas/index.ts';
import { site } from '../site.ts';

export function getStaticPaths() {
  return site.url ? [{ params: { sitemap: 'sitemap' } }] : [];
}

export const GET: APIRoute = async () => {
  const entries = [...(await pieces()), ...(await terms())];
  const pages = [
    ...['/', '/glossary/', '/bridges/false-friends/', '/references/', '/search/', '/demos/', vocabularyPath, ...demos.map(({ id }) => demoPath(id)), ...pieceCollections.map((name) => `/${name}/`)].map((path) => ({ path, day: undefined })),
    ...(await standingPages()).map(({ collection, id }) => ({ path: entryPath(collection, id), day: undefined })),
    ...entries.map(({ collection, id, data }) => ({ path: entryPath(collection, id), day: data.updated ?? data.published })),
  ];
  const urls = pages.map(({ path, day }) => {
    const address = new URL(withBase(import.meta.env.BASE_URL, path), site.url).href;
    return `<url><loc>${address}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`;
  });
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
    { headers: { 'content-type': 'application/xml; charset=utf-8' } },
  );
};
