import type { APIRoute } from 'astro';
import { withBase } from '../lib/urls.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () =>
  Response.json(
    {
      name: site.name,
      short_name: site.name,
      description: site.description,
      lang: site.language,
      start_url: withBase(import.meta.env.BASE_URL, '/'),
      display: 'browser',
      background_color: '#f5f1e6',
      theme_color: '#f5f1e6',
      icons: [{ src: withBase(import.meta.env.BASE_URL, '/favicon.svg'), sizes: 'any', type: 'image/svg+xml' }],
    },
    { headers: { 'content-type': 'application/manifest+json' } },
  );
