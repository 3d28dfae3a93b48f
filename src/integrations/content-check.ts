/** Stops the build on any fault in the content, before anything is written, with the report that `npm run check` prints. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent, reportText } from '../lib/checks/index.ts';
import { listFiles, readContent } from '../lib/content/source.ts';

export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      // As early as there is: later, Astro's own loaders would meet the fault first and answer with a stack trace.
      'astro:config:setup': ({ command, config, addWatchFile }) => {
        if (command !== 'build' && command !== 'dev') return;
        const root = fileURLToPath(config.root);
        const source = readContent(root);
        const files = listFiles(root);
        const faults = checkContent(source, { assets: { files: () => files } });
        // Terms and sources decide what every other page links: when one changes, the writing server starts afresh.
        for (const file of files) if (/\/(?:glossary|references)\//.test(file)) addWatchFile(new URL(file, config.root));
        if (faults.length === 0) return;
        process.stderr.write(`\n${reportText(faults, source.entries.length)}\n`);
        // An exception here would print this file's stack under a writer's typing error.
        if (command === 'build') process.exit(1);
      },
    },
  };
}
