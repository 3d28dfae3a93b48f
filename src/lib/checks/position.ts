/** Where things are: paths of YAML nodes and points of MDX trees, as lines and columns of the file. */
import { isMap, isPair, isScalar, isSeq, type Node } from 'yaml';
import type { SourceEntry } from '../content/source.ts';
import type { Place } from './types.ts';

/** Keys and indexes from the top of a YAML document: `['bridges', 0, 'to']`. */
export type YamlPath = readonly (string | number)[];

/** The first line of the file: where faults of the whole file are reported. */
export const fileStart: Place = { line: 1, column: 1 };

/** Place of an offset of the entry's YAML. */
export function placeOfOffset(entry: SourceEntry, offset: number): Place {
  const { line, col } = entry.yamlLines.linePos(offset);
  const before = entry.text.slice(0, entry.yamlOffset).split('\n').length - 1;
  // `yaml` counts a byte order mark as a character of the first line; editors do not show it.
  const mark = before === 0 && line === 1 && entry.text.startsWith('\uFEFF') ? 1 : 0;
  return { line: Math.max(1, line) + before, column: Math.max(1, col - mark) };
}

/**
 * Place of the value at `path` in the entry's YAML, or of its key.
 * Where the path leads to nothing, the place of the deepest part that exists; with no YAML at all, the file's start.
 */
export function placeOfPath(entry: SourceEntry, path: YamlPath, part: 'key' | 'value' = 'value'): Place {
  let node: unknown = entry.yaml?.contents;
  let offset = rangeStart(node);
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) break;
      const keyAt = rangeStart(pair.key);
      const value: unknown = pair.value;
      // An empty value has no place of its own that a reader could see: point at its key.
      const empty = value === null || (isScalar(value) && value.value === null && value.source === '');
      offset = (last && part === 'key') || empty ? keyAt : (rangeStart(value) ?? keyAt);
      node = value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (item === undefined) break;
      offset = rangeStart(item) ?? offset;
      node = item;
    } else break;
  }
  return offset === undefined || path.length === 0 ? fileStart : placeOfOffset(entry, offset);
}

/** Place in the file of a point that counts from the start of the entry's body. */
export function placeInBody(entry: SourceEntry, point: Place): Place {
  return { line: entry.bodyLine + point.line - 1, column: point.column };
}

/** The line on which the body starts. */
export function bodyStart(entry: SourceEntry): Place {
  const blank = /^(?:[ \t]*\r?\n)*/.exec(entry.body)?.[0].split('\n').length ?? 1;
  const lines = entry.text.split('\n').length;
  return { line: Math.min(entry.bodyLine + blank - 1, lines), column: 1 };
}

/** Place in the file of an offset of the entry's body. */
export function placeOfBodyOffset(entry: SourceEntry, offset: number): Place {
  const before = entry.body.slice(0, offset);
  const lines = before.split('\n');
  return placeInBody(entry, { line: lines.length, column: (lines.at(-1)?.replace(/^\uFEFF/, '').length ?? 0) + 1 });
}

function rangeStart(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
