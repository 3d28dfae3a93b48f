/** Every source as BibTeX. */
import type { APIRoute } from 'astro';
import { toBibtex } from '../lib/citations/bibtex.ts';
import { references } from '../lib/content/collections.ts';

export const GET: APIRoute = async () => {
  const entries = (await references()).map(({ id, data }) => toBibtex(id, data));
  return new Response(`${entries.join('\n\n')}\n`, { headers: { 'content-type': 'application/x-bibtex; charset=utf-8' } });
};
