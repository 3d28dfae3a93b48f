/** What plugins leave for pages: Astro hands `file.data.astro.frontmatter` on as `remarkPluginFrontmatter`. */
import type { VFile } from 'vfile';

/** The record of a file that pages will see; made where there is none. */
export function frontmatterOf(file: VFile): Record<string, unknown> {
  const data = file.data as { astro?: { frontmatter?: Record<string, unknown> } };
  data.astro ??= {};
  return (data.astro.frontmatter ??= {});
}
