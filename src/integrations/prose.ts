/**
 * Sets up the Markdown pipeline. Astro's own Markdown processor runs no remark plugins; this one does, and lets them be tested
 * without Astro. It is set here and not in the configuration because drafts may be linked while writing and never in a build.
 */
import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import type { AstroIntegration } from 'astro';
import { proseRehypePlugins, proseRemarkPlugins } from '../markdown/pipeline.ts';
import { proseData } from '../markdown/prose-data.ts';

/** Must stand before `mdx()`, which takes the processor over. */
export function prose(): AstroIntegration {
  return {
    name: 'prose',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const data = proseData(fileURLToPath(config.root), config.base, command === 'dev');
        updateConfig({
          markdown: {
            processor: unified({ gfm: false, smartypants: false, remarkPlugins: proseRemarkPlugins(data), rehypePlugins: proseRehypePlugins() }),
          },
        });
      },
    },
  };
}
