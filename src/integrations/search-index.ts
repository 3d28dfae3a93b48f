/** Indexes the finished pages with Pagefind. Only its engine is kept: the dialog and the page are ours. */
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { openIndex, type IndexFile } from '../search/index-file.ts';

const NOT_NEEDED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b|^pagefind-entry-worker|^wasm\.unknown/;

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
        await writeFile(path.join(root, 'pagefind', 'pages.json'), JSON.stringify(await textIds(root)));
        logger.info(`${added.page_count} pages indexed`);
      },
    },
  };
}

/** Pagefind’s name for each page of our own index, in its order, so that neither needs a request to know the other’s. */
async function textIds(root: string): Promise<string[]> {
  const file: IndexFile = JSON.parse(await readFile(path.join(root, 'search.json'), 'utf8'));
  const folder = path.join(root, 'pagefind', 'fragment');
  const ids = new Map<string, string>();
  for (const name of await readdir(folder)) {
    // Twelve bytes of signature, then what the engine knows of the page.
    const page: { url?: string } = JSON.parse(gunzipSync(await readFile(path.join(folder, name))).subarray(12).toString());
    if (page.url === undefined) throw new Error(`the search index has a fragment of an unknown form: ${name}`);
    ids.set(page.url.replace(/^\//, ''), path.basename(name, '.pf_fragment'));
  }
  return openIndex(file).pages.map(({ path: page }) => ids.get(page) ?? '');
}
