/** Makes the engine's WebAssembly kernel before Vite looks for it. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeKernel } from '../inference/build-kernel.ts';

export function engine(): AstroIntegration {
  return {
    name: 'engine',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        await writeKernel(fileURLToPath(new URL('.generated/inference/', config.root)));
        // A worker that is one script could not load its rarer parts when they are asked for.
        updateConfig({ vite: { worker: { format: 'es' } } });
      },
    },
  };
}
