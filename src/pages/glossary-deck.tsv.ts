/** The glossary as flash cards. */
import type { APIRoute } from 'astro';
import { glossaryData } from '../lib/content/glossary-data.ts';
import { toDeck } from '../lib/glossary/forms/deck.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () => new Response(toDeck(glossaryData(), site.name), { headers: { 'content-type': 'text/tab-separated-values; charset=utf-8' } });
