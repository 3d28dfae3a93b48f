import { z } from 'astro/zod';
import { line, piece } from './base.ts';

/** A case study: one work, two accounts, and what is not known. */
export const caseStudy = z.strictObject({
  ...piece,
  /** Title of the work. */
  work: line,
  /** Who made it, as they are credited. */
  makers: z.array(line).min(1),
  /** Year or span, as text. */
  year: z.string().regex(/^\d{4}(–\d{4})?$/, 'a year in quotes, "2018" or "2018–2021"'),
  /** Where it was made or shown, if known. */
  place: line.optional(),
  /** The models named by the sources. */
  models: z.array(line).default([]),
  /** The data, in one sentence. */
  data: line,
});
