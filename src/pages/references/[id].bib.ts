/** One source as BibTeX. */
import type { APIRoute } from 'astro';
import { toBibtex } from '../../lib/citations/bibtex.ts';
import { references, type ReferenceEntry } from '../../lib/content/collections.ts';

export async function getStaticPaths() {
  return (await references()).map((source) => ({ params: { id: source.id }, props: { source } }));
}

export const GET: APIRoute<{ source: ReferenceEntry }> = ({ props: { source } }) =>
  new Response(toBibtex(source.id, source.data), { headers: { 'content-type': 'application/x-bibtex; charset=utf-8' } });
