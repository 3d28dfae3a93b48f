/** Cuts the font files before Vite looks for them. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeFonts } from '../type/fonts.ts';

export function typefaces(): AstroIntegration {
  return {
    name: 'typefaces',
    hooks: {
      'astro:config:setup': async ({ config }) => {
        await writeFonts(fileURLToPath(new URL('.generated/fonts/', config.root)));
      },
    },
  };
}
