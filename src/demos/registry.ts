/** The demonstrations there are: one table for pages, prose, the checker and the sitemap. Plain data; loads nothing. */

/** A demonstration. */
export interface DemoEntry {
  id: string;
  /** Its name, as a headline; `inks` sets parts of it in the two voices. */
  title: string;
  inks: { technical?: string; creative?: string };
  /** One plain sentence: what a reader does with it. */
  summary: string;
  /** Which parts of it may stand in a text by themselves, the whole first. */
  parts: readonly string[];
  /** Glossary terms it lets a reader handle. */
  terms: readonly string[];
}

/** Every demonstration, in the order of the list. */
export const demos = [
  {
    id: 'letterform-map',
    title: 'The letterform map',
    inks: { technical: 'map', creative: 'letterform' },
    summary: 'Drag through a space of typefaces that nobody drew, and watch a word of your own change under the hand.',
    parts: ['all', 'map', 'between'],
    terms: ['latent-space', 'latent-code', 'latent-interpolation', 'in-betweening', 'sample-grid', 'contact-sheet', 'design-space', 'training-data'],
  },
] as const satisfies readonly DemoEntry[];

/** Id of a demonstration. */
export type DemoId = (typeof demos)[number]['id'];

/** Where a demonstration stands full size, below the site's base. */
export function demoPath(id: DemoId): string {
  return `/demos/${id}/`;
}
