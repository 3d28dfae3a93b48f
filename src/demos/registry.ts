/** The demonstrations there are: one table for pages, prose, the checker and the sitemap. What is written about them is in `content/demos`. */

/** A demonstration. */
export interface DemoEntry {
  id: string;
  /** Which parts of it may stand in a text by themselves, the whole first. */
  parts: readonly string[];
}

/** Every demonstration, in the order of the list. */
export const demos = [
  { id: 'letterform-map', parts: ['all', 'map', 'between'] },
  { id: 'directions', parts: ['all', 'sliders'] },
  { id: 'mixing', parts: ['all', 'table'] },
  { id: 'restraint', parts: ['all', 'wall'] },
  { id: 'out-of-noise', parts: ['all', 'guidance'] },
  { id: 'armature', parts: ['all'] },
  { id: 'regions', parts: ['all', 'seam'] },
  { id: 'patches', parts: ['all'] },
  { id: 'attention', parts: ['all'] },
  { id: 'loop', parts: ['all'] },
  { id: 'pace', parts: ['all', 'ladder'] },
  { id: 'mirror', parts: ['all'] },
  { id: 'workshop', parts: ['all'] },
] as const satisfies readonly DemoEntry[];

/** Id of a demonstration. */
export type DemoId = (typeof demos)[number]['id'];

/** Where a demonstration stands full size, below the site's base. */
export function demoPath(id: DemoId): string {
  return `/demos/${id}/`;
}
