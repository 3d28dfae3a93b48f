/** The site's search for browsers. None where the site's address is not known: a browser keeps the full one. */
import type { APIRoute } from 'astro';
import { siteAddresses } from '../lib/content/glossary-data.ts';
import { openSearchDescription } from '../lib/opensearch.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () => {
  if (!site.url) return new Response(null, { status: 404 });
  const { of } = siteAddresses();
  const { name, description, language } = site;
  const xml = openSearchDescription({ name, description, language, search: of('/search/'), self: of('/opensearch.xml'), icon: of('/favicon.svg') });
  return new Response(xml, { headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } });
};
