/** Addresses inside the site. Pure: what the site's base is, the caller knows. */
import type { CollectionName } from '../schemas/index.ts';

/**
 * A path of the site below its base.
 * @param base `/` or a sub-path such as `/commons` or `/commons/`
 * @param path absolute within the site, `/glossary/`
 */
export function withBase(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

/** Path, below the base, of the page that shows an entry; references share one page. */
export function entryPath(collection: CollectionName, id: string): string {
  switch (collection) {
    case 'references':
      return `/references/#${id}`;
    case 'pages':
      return `/${id}/`;
    case 'authors':
      return '/about/';
    default:
      return `/${collection}/${id}/`;
  }
}
