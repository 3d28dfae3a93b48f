import { z } from 'astro/zod';
import { line } from './base.ts';

/** A byline: a person or a body that signs pieces or reviews. */
export const author = z.strictObject({
  /** Name as printed. */
  name: line,
  /** A person, or a body. */
  kind: z.enum(['person', 'organisation']),
  /** One sentence: what qualifies them, or what the byline stands for. */
  about: line,
  /** Where they can be found. */
  url: z.url().optional(),
});
