/** One term as JSON. A former id answers with the term that has it now. */
import type { APIRoute } from 'astro';
import { demosShowing } from '../../demos/showing.ts';
import { formatReference } from '../../lib/citations/format.ts';
import { atlas } from '../../lib/content/atlas.ts';
import { references } from '../../lib/content/collections.ts';
import { glossaryData, namedDemos, siteAddresses } from '../../lib/content/glossary-data.ts';
import { groupBacklinks } from '../../lib/glossary/backlinks.ts';
import { explanationsOf } from '../../lib/glossary/explanations.ts';
import { termFile } from '../../lib/glossary/forms/term-file.ts';
import { entryPath } from '../../lib/urls.ts';
import { parseProse } from '../../markdown/parse.ts';

export function getStaticPaths() {
  const { terms, renamed } = atlas();
  return [...[...terms.keys()].map((id) => [id, id] as const), ...renamed].map(([slug, id]) => ({ params: { slug }, props: { id } }));
}

export const GET: APIRoute<{ id: string }> = async ({ props: { id } }) => {
  const { terms, mentions } = atlas();
  const entry = terms.get(id);
  const cited = (await references()).filter((source) => entry?.data.references.includes(source.id));
  const around = {
    explanations: explanationsOf(parseProse(entry?.body ?? '')),
    references: cited.map((source) => ({ id: source.id, text: formatReference(source.id, source.data).text, url: source.data.URL })),
    demos: demosShowing(await namedDemos(), id, entry?.data.demo).map(({ demo, path }) => ({ title: demo.title, page: path })),
    usedIn: groupBacklinks(mentions.get(id) ?? []).map(({ collection, id: text, title, links }) => ({ title, page: entryPath(collection, text), sentences: links.length })),
  };
  return new Response(`${JSON.stringify(termFile(id, glossaryData(), around, siteAddresses()), null, 1)}\n`, { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
