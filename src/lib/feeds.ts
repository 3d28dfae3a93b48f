/** What the feeds hold. */
import rss from '@astrojs/rss';
import { site } from '../site.ts';
import type { PieceEntry } from './content/collections.ts';
import { sections } from './sections.ts';
import { entryPath, withBase } from './urls.ts';

/** An RSS feed of `pieces`; needs the site's address, which the caller has checked. */
export function feedOf(title: string, pieces: readonly PieceEntry[], origin: string, base: string): Promise<Response> {
  return rss({
    title,
    description: site.description,
    site: origin,
    trailingSlash: true,
    items: pieces.map(({ collection, id, data }) => ({
      title: data.title,
      description: data.summary,
      link: withBase(base, entryPath(collection, id)),
      pubDate: new Date(`${data.published}T00:00:00Z`),
      categories: [sections[collection].one],
    })),
    customData: `<language>${site.language}</language>`,
  });
}
