import { z } from 'astro/zod';
import { line, piece } from './base.ts';

/** A tutorial: something a reader can do afterwards, told in both vocabularies. */
export const tutorial = z.strictObject({
  ...piece,
  /** "After this you can …", once for each side. */
  outcomes: z.strictObject({
    /** In the maker's words. */
    maker: z.array(line).min(1),
    /** In the engineer's words. */
    engineer: z.array(line).min(1),
  }),
});
