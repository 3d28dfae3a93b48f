/** Parses prose the way the build does, without running anything: for the checker, backlinks and tests. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

/**
 * Syntax tree of an MDX body (front matter already removed). Positions count from the body's start.
 * @throws VFileMessage with `line`, `column` and `reason` where the MDX is not well formed
 */
export function parseProse(body: string): Root {
  return processor.parse(body);
}
