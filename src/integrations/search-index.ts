/** Indexes the finished pages with Pagefind. Only its engine is kept: the dialog and the page are ours. */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

const NOT_NEEDED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b|^pagefind-entry-worker/;

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
        if (!index) throw new Error(`the search index could not be made: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path: root });
        const written = await index.writeFiles({ outputPath: path.join(root, 'pagefind') });
        await pagefind.close();
        const faults = [...added.errors, ...written.errors];
        if (faults.length > 0) throw new Error(`the search index could not be made: ${faults.join('; ')}`);
        for (const file of await readdir(path.join(root, 'pagefind'))) {
          if (NOT_NEEDED.test(file)) await rm(path.join(root, 'pagefind', file));
        }
        logger.info(`${added.page_count} pages indexed`);
      },
    },
  };
}
