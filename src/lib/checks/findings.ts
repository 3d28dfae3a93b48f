/** What faults and advice share once they are found: their order, and the line they point at. */
import { excerptAt } from './excerpt.ts';
import type { Finding } from './types.ts';

/** By path, line, column, rule and words. */
export function compareFindings(a: Finding<string>, b: Finding<string>): number {
  return order(a.path, b.path) || a.line - b.line || a.column - b.column || order(a.rule, b.rule) || order(a.message, b.message);
}

/** The finding with the source around its place; as it was where there is no text, or nothing to see in it. */
export function withExcerpt<F extends Finding<string>>(finding: F, text: string | undefined): F {
  const excerpt = text === undefined ? undefined : excerptAt(text, finding);
  return excerpt ? { ...finding, excerpt } : finding;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
