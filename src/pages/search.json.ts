/** Every name on the site and the bridges: the first answer of search, and the glossary’s filter. */
import type { APIRoute } from 'astro';
import { indexFile } from '../search/build-index.ts';
import { siteContent } from '../search/site-content.ts';

export const GET: APIRoute = async () => Response.json(indexFile(await siteContent()));
