import { z } from 'astro/zod';
import { day, line } from './base.ts';

/** A name as CSL knows it: a person, or a body that signs as one. */
export const name = z.union([
  z.strictObject({ family: line, given: line.optional() }),
  z.strictObject({ literal: line }),
]);

/** A source: CSL fields, plus when and how it was checked. */
export const reference = z.strictObject({
  /** CSL item type. */
  type: z.enum([
    'article', 'article-journal', 'article-magazine', 'article-newspaper', 'book', 'chapter', 'dataset', 'entry-dictionary',
    'entry-encyclopedia', 'legal_case', 'motion_picture', 'paper-conference', 'personal_communication', 'post',
    'post-weblog', 'report', 'software', 'speech', 'standard', 'thesis', 'webpage',
  ]),
  /** Title, as printed. */
  title: line,
  /** Authors, in order. */
  author: z.array(name).optional(),
  /** Editors, in order. */
  editor: z.array(name).optional(),
  /** Year, month or day of issue, quoted. */
  issued: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a quoted date, "2019", "2019-06" or "2019-06-18"').optional(),
  /** Journal, proceedings, book or site it stands in. */
  'container-title': line.optional(),
  publisher: line.optional(),
  volume: line.optional(),
  issue: line.optional(),
  page: line.optional(),
  edition: line.optional(),
  DOI: line.optional(),
  ISBN: line.optional(),
  /** arXiv identifier, without a version. */
  arxiv: z.string().regex(/^\d{4}\.\d{4,5}$|^[a-z-]+\/\d{7}$/, 'an arXiv id, "1912.04958"').optional(),
  /** Where it can be read. */
  URL: z.url('a full URL, "https://…"'),
  /** A stored copy, where one is known. */
  archived: z.url().optional(),
  /** Day somebody last looked. */
  accessed: day,
  /** What was compared with what. */
  checked: line,
  /** A remark for readers. */
  note: line.optional(),
});
