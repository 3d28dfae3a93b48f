/** Everybody may read everything. */
import type { APIRoute } from 'astro';
import { withBase } from '../lib/urls.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () => {
  const map = site.url ? `\nSitemap: ${new URL(withBase(import.meta.env.BASE_URL, '/sitemap.xml'), site.url).href}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${map}`);
};
