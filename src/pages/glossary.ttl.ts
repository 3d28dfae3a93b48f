/** The glossary as SKOS, in Turtle. */
import type { APIRoute } from 'astro';
import { glossaryStatements, siteAddresses } from '../lib/content/glossary-data.ts';
import { toTurtle } from '../lib/glossary/forms/turtle.ts';

export const GET: APIRoute = () => new Response(toTurtle(glossaryStatements(), siteAddresses()), { headers: { 'content-type': 'text/turtle; charset=utf-8' } });
