/** The collections of `content/`: where each one's files lie and what their data must look like. */
import type { z } from 'astro/zod';
import { author } from './author.ts';
import { caseStudy } from './case-study.ts';
import { demo } from './demo.ts';
import { essay } from './essay.ts';
import { page } from './page.ts';
import { reference } from './reference.ts';
import { term } from './term.ts';
import { tutorial } from './tutorial.ts';

/**
 * Folder, file pattern, and schema by collection. `slug/index.mdx` has the id `slug`;
 * names that begin with `_` are never read.
 */
export const collections = {
  tutorials: { folder: 'tutorials', shape: 'folder', extension: 'mdx', schema: tutorial },
  essays: { folder: 'essays', shape: 'folder', extension: 'mdx', schema: essay },
  'case-studies': { folder: 'case-studies', shape: 'folder', extension: 'mdx', schema: caseStudy },
  glossary: { folder: 'glossary', shape: 'file', extension: 'mdx', schema: term },
  demos: { folder: 'demos', shape: 'file', extension: 'mdx', schema: demo },
  pages: { folder: 'pages', shape: 'file', extension: 'mdx', schema: page },
  references: { folder: 'references', shape: 'file', extension: 'yaml', schema: reference },
  authors: { folder: 'authors', shape: 'file', extension: 'yaml', schema: author },
} as const;

/** Name of a collection. */
export type CollectionName = keyof typeof collections;
/** Data of an entry of collection `C`, after defaults. */
export type DataOf<C extends CollectionName> = z.output<(typeof collections)[C]['schema']>;

/** The collections whose entries are pieces: things a reader reads from start to end. */
export const pieceCollections = ['tutorials', 'essays', 'case-studies'] as const;
/** Name of a collection of pieces. */
export type PieceCollection = (typeof pieceCollections)[number];

export type Term = DataOf<'glossary'>;
export type Reference = DataOf<'references'>;
export type Author = DataOf<'authors'>;
export type Relation = Term['bridges'][number]['relation'];
export type Side = Term['side'];
export type Audience = DataOf<'essays'>['audience'];
export type Piece = DataOf<PieceCollection>;
