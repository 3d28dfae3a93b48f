// @ts-check
import { createHash } from 'node:crypto';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/integrations/content-check.ts';
import { engine } from './src/integrations/engine.ts';
import { prose } from './src/integrations/prose.ts';
import { renamedTermPages } from './src/integrations/renamed-terms.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { typefaces } from './src/integrations/typefaces.ts';
import { earlyScript } from './src/settings/early.ts';
import { site } from './src/site.ts';

const earlyHash = /** @type {const} */ (`sha256-${createHash('sha256').update(earlyScript).digest('base64')}`);

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: 'always',
  // The default setting takes a newline between two inline elements for no space at all.
  compressHTML: true,
  build: { assets: 'assets', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Shiki writes inline styles, which the content security policy forbids. The rest of the pipeline is `integrations/prose.ts`.
  markdown: { syntaxHighlight: 'prism' },
  integrations: [typefaces(), engine(), contentCheck(), prose(), mdx(), renamedTermPages(), searchIndex()],
  security: {
    csp: {
      directives: [
        "default-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "worker-src 'self'",
        "object-src 'none'", "base-uri 'self'", "form-action 'self'",
      ],
      // Pagefind's engine is WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [earlyHash] },
    },
  },
  vite: {
    // A small file turned into a `data:` address would break the content security policy's `font-src`.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks every MDX module with a directive of its own; the bundler would say so once for each text.
        onwarn: (warning, report) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') report(warning);
        },
      },
    },
  },
});
