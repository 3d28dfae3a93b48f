/** Pieces of schema that more than one collection uses. Each field's sentence says what a reader sees. */
import { z } from 'astro/zod';

/** A day written `YYYY-MM-DD`, quoted in YAML so that no time zone can move it. */
export const day = z
  .string({ error: 'a day in quotes, such as "2026-11-23"' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day written "YYYY-MM-DD"');

/** A name in URLs and file names: lower-case ASCII words joined by hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters and digits joined by hyphens');

/** One plain sentence or a short line of text; never empty. */
export const line = z.string().trim().min(1, 'some text');

/** Which vocabulary a piece is written for: shown on lists and in the piece's head. */
export const audience = z.enum(['maker', 'engineer', 'both']);

/** How much a reader should already know. */
export const level = z.enum(['introduction', 'intermediate', 'advanced']);

/** What generative AI did for this text or picture, as the disclosure line prints it. */
export const disclosure = z.strictObject({
  /** The kinds of help; `none` stands alone. */
  ai: z
    .array(z.enum(['none', 'editing', 'drafting', 'images']))
    .min(1)
    .refine((list) => !list.includes('none') || list.length === 1, '"none" alone, or the kinds of help'),
  /** One sentence that tells the reader what was done. */
  note: line,
});

/** A reading by somebody of one of the two halves; an empty list prints "not yet". */
export const review = z.strictObject({
  /** Which of the two keys this reading turns. */
  role: z.enum(['technical', 'creative']),
  /** Handle of an author file. */
  by: slug,
  /** Day of the reading. */
  on: day,
  /** Where the notes of the reading can be read. */
  url: z.url().optional(),
});

/** A picture that stands beside the piece, with the words that stand in for it. */
export const cover = z.strictObject({
  /** File name inside the piece's own folder, `./name.ext`. */
  src: z.string().regex(/^\.\/[^/]+$/, 'a file beside the piece, "./name.png"'),
  /** What a person who cannot see the picture is told. */
  alt: line,
  /** Who made the picture. */
  credit: line,
  /** Licence of the picture, as an SPDX id or a URL. */
  licence: line,
});

/** Fields every tutorial, essay and case study has. */
export const piece = {
  /** Headline, without markup. */
  title: line,
  /** Words of the title to set in the technical and the creative voice. */
  inks: z.strictObject({ technical: line.optional(), creative: line.optional() }).optional(),
  /** One plain sentence for lists, search and feeds. */
  summary: line,
  /** For whom it is written. */
  audience,
  /** How much it asks for. */
  level,
  /** Honest minutes, exercises included. */
  minutes: z.number().int().min(1).max(180),
  /** Terms (`latent-space`) or pieces (`tutorials/what-a-latent-space-is`) to know first. */
  prerequisites: z.array(line).default([]),
  /** Handles of author files, printed as the byline. */
  authors: z.array(slug).min(1),
  /** Readings so far; empty is honest and prints "not yet". */
  reviews: z.array(review).default([]),
  /** What AI did. */
  disclosure,
  /** Licence of the text. */
  licence: z.enum(['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0']).default('CC-BY-4.0'),
  /** First day on the site. */
  published: day,
  /** Day of the last change of substance. */
  updated: day.optional(),
  /** Day after which the piece asks to be read again. */
  reviewBy: day,
  /** `draft` is built only while writing; `retired` stays, and says why. */
  status: z.enum(['draft', 'published', 'retired']).default('draft'),
  /** Why a retired piece was retired. */
  retired: line.optional(),
  /** Lead picture. */
  cover: cover.optional(),
} as const;
