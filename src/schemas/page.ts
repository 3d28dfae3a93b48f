import { z } from 'astro/zod';
import { line } from './base.ts';

/** A standing page such as About or the FAQ. */
export const page = z.strictObject({
  /** Headline. */
  title: line,
  /** One plain sentence for search and feeds. */
  summary: line,
});
