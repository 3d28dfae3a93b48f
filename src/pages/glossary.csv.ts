/** The terms for spreadsheets. */
import type { APIRoute } from 'astro';
import { glossaryData, siteAddresses } from '../lib/content/glossary-data.ts';
import { termsCsv } from '../lib/glossary/forms/csv.ts';

export const GET: APIRoute = () => new Response(termsCsv(glossaryData(), siteAddresses()), { headers: { 'content-type': 'text/csv; charset=utf-8; header=present' } });
