/** The plugins that prose passes through, in order. Astro's configuration and the tests use the same lists. */
import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import { rehypeTableAlign } from './rehype-table-align.ts';
import { remarkBaseLinks } from './remark-base-links.ts';
import { remarkCitations, type CitationOptions } from './remark-citations.ts';
import { remarkNotes } from './remark-notes.ts';
import { remarkTermHalves } from './remark-term-halves.ts';
import { remarkTermLinks, type TermLinkOptions } from './remark-term-links.ts';

/** What the plugins know of the site. */
export interface ProseData {
  /** The site's base, `/` or a sub-path. */
  base: string;
  terms: TermLinkOptions;
  citations: CitationOptions;
}

/** Plugins for the Markdown tree. */
export function proseRemarkPlugins({ base, terms, citations }: ProseData): RemarkPlugins {
  return [
    // First: it extends the parser, and the later ones must see tables and footnotes as such.
    remarkGfm,
    // Before the terms, which then find the marks as nodes of their own: a locator (“p. 4, on style”) is no prose.
    [remarkCitations, citations],
    // Before the terms, whose links have the base already.
    [remarkBaseLinks, { base }],
    // After everything that reads words: it only adds links, and nothing after it may look for words in text it has cut.
    [remarkTermLinks, terms],
    // Last, the two that only wrap blocks; before the links, the wrappers would hide which section a block is in.
    remarkNotes,
    remarkTermHalves,
  ];
}

/** Plugins for the HTML tree. Heading ids come from Astro, after these. */
export function proseRehypePlugins(): RehypePlugins {
  return [
    // Anywhere before the tree becomes JavaScript, where `align` would become `style`.
    rehypeTableAlign,
  ];
}
