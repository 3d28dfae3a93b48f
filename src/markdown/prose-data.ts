/** What the prose plugins know of the site, read from `content/`. */
import { buildTermIndex } from '../lib/glossary/term-index.ts';
import { readContent, validEntries } from '../lib/content/source.ts';
import { entryPath, withBase } from '../lib/urls.ts';
import type { ProseData } from './pipeline.ts';

/**
 * Reads terms and sources once, when the build or the writing server starts.
 * @param root project folder
 * @param base the site's base, for links
 * @param drafts whether terms that are not published are linked: only while writing
 */
export function proseData(root: string, base: string, drafts: boolean): ProseData {
  const source = readContent(root);
  const terms = validEntries(source, 'glossary').filter(({ data }) => drafts || data.status !== 'draft');
  const sides = new Map(terms.map(({ id, data }) => [id, data.side]));
  return {
    base,
    terms: {
      index: buildTermIndex(terms).index,
      href: (id) => withBase(base, entryPath('glossary', id)),
      sideOf: (id) => sides.get(id) ?? 'both',
    },
    citations: { ids: new Set(source.entries.filter(({ collection }) => collection === 'references').map(({ id }) => id)) },
  };
}
