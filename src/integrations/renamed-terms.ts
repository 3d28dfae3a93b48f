/** A page at every former address of a term, which leads on to the present one: a static host knows no other redirect. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readContent, validEntries } from '../lib/content/source.ts';
import { renamedTerms } from '../lib/glossary/renamed.ts';
import { entryPath } from '../lib/urls.ts';

export function renamedTermPages(): AstroIntegration {
  return {
    name: 'renamed-terms',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute }) => {
        const terms = validEntries(readContent(fileURLToPath(config.root)), 'glossary').filter(({ data }) => command === 'dev' || data.status !== 'draft');
        // One route each: a pattern with a parameter would be the one that the terms of today have.
        for (const former of renamedTerms(terms.map(({ id, data }) => ({ id, formerly: data.formerly }))).keys()) {
          injectRoute({ pattern: entryPath('glossary', former), entrypoint: new URL('../layouts/Moved.astro', import.meta.url), prerender: true });
        }
      },
    },
  };
}
