/** The glossary as SKOS, in JSON-LD. */
import type { APIRoute } from 'astro';
import { glossaryStatements, siteAddresses } from '../lib/content/glossary-data.ts';
import { toJsonLd } from '../lib/glossary/forms/json-ld.ts';

export const GET: APIRoute = () => new Response(toJsonLd(glossaryStatements(), siteAddresses()), { headers: { 'content-type': 'application/ld+json; charset=utf-8' } });
