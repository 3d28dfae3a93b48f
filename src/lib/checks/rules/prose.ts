/** Prose that does not parse, and prose that is code. */
import { fault } from '../fault.ts';
import { placeInBody, placeOfBodyOffset } from '../position.ts';
import { findUnsafe } from '../safe-mdx.ts';
import { treeOf, type CheckedEntry } from '../site.ts';
import type { Fault } from '../types.ts';

/** Rules `mdx-syntax` and `mdx-expression`. */
export function checkProse(entry: CheckedEntry): Fault[] {
  const tree = treeOf(entry);
  if (!entry.source.path.endsWith('.mdx')) return [];
  const broken = entry.prose().faults.map(({ offset, ...saying }) => fault(entry, 'mdx-syntax', placeOfBodyOffset(entry.source, offset), saying));
  if (!tree) return broken;
  const unsafe = findUnsafe(tree).map(({ rule, point, ...saying }) => fault(entry, rule, placeInBody(entry.source, point), saying));
  return [...broken, ...unsafe];
}
