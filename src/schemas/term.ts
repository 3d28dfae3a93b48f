import { z } from 'astro/zod';
import { demos } from '../demos/registry.ts';
import { isDemoState } from '../demos/showing.ts';
import { day, disclosure, line, review, slug } from './base.ts';

/** How close two terms are, from swapping freely to being misled. */
export const relation = z.enum(['exact', 'close', 'partial', 'false-friend']);

/** What a term is about: the glossary's facets. */
export const topic = z.enum([
  'spaces', 'sampling', 'conditioning', 'models', 'data', 'evaluation', 'type', 'practice', 'authorship',
]);

/** A bridge to a term of the other vocabulary. Declared in one of the two files; the graph gives both directions. */
export const bridge = z.strictObject({
  /** Id of the term on the other bank. */
  to: slug,
  /** How close the two are. */
  relation,
  /** One sentence: where the comparison breaks. */
  breaks: line,
  /** A sentence an engineer can say to a maker. */
  sayToMakers: line,
  /** A sentence a maker can say to an engineer. */
  sayToEngineers: line,
});

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** A glossary entry. */
export const term = z.strictObject({
  /** The label, as it is said. */
  term: line,
  /** Ids the entry had before, oldest first. Their addresses lead here for good, and no other entry can have them. */
  formerly: z.array(slug).default([]),
  /** The vocabulary it belongs to. */
  side: z.enum(['technical', 'creative', 'both']),
  /** The plain line: at most 30 words, no other jargon. */
  plain: line.refine((text) => words(text) <= 30, 'at most 30 words'),
  /** Other names that find and link the entry. Plurals come by themselves. */
  aliases: z.array(line).default([]),
  /** The word is also an everyday one (“take”, “setting”): alone it is linked only where the writer asks, with `<Term>`. */
  everyday: z.boolean().default(false),
  /** Wrong spellings that search should forgive. Never linked in prose. */
  misspellings: z.array(line).default([]),
  /** One or two subjects. */
  topics: z.array(topic).min(1).max(2),
  /** Bridges to the other vocabulary. */
  bridges: z.array(bridge).default([]),
  /** Wider terms of the same vocabulary. */
  broader: z.array(slug).default([]),
  /** Neighbours in the same vocabulary. */
  related: z.array(slug).default([]),
  /** Sources, as ids of reference files. */
  references: z.array(slug).default([]),
  /** Instead of a source: one sentence saying that this is a usage of this site. */
  usage: line.optional(),
  /** A demo that shows the term, in the state that shows it: its id and, after `#`, the end of its permalink. */
  demo: line.refine(isDemoState, `the id of a demo (${demos.map(({ id }) => id).join(', ')}), and after # the end of its permalink`).optional(),
  /** Handles of author files. */
  authors: z.array(slug).min(1),
  /** Readings so far. */
  reviews: z.array(review).default([]),
  /** What AI did. */
  disclosure,
  /** First day on the site. */
  published: day,
  /** Day of the last change of substance. */
  updated: day.optional(),
  /** `draft` is built only while writing. */
  status: z.enum(['draft', 'published']).default('published'),
});
