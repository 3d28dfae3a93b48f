import { z } from 'astro/zod';
import { line, slug } from './base.ts';

/** What is written about a demonstration; its id is the demonstration's. The body stands under it. */
export const demo = z.strictObject({
  /** Headline. */
  title: line,
  /** Words of the title to set in the technical and the creative voice. */
  inks: z.strictObject({ technical: line.optional(), creative: line.optional() }).optional(),
  /** One plain sentence: what a reader does with it. */
  summary: line,
  /** The pair of words it teaches: a term of each side. */
  teaches: z.strictObject({ technical: slug, creative: slug }),
  /** Terms it lets a reader handle; their pages lead here. */
  terms: z.array(slug).min(2),
  /** Piece to read with it: `tutorials/what-a-latent-space-is`. */
  readWith: z.array(line).default([]),
});
