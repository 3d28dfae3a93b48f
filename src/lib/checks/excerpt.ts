/** Cuts the piece of source that a fault points at. */
import type { Excerpt, Place } from './types.ts';

const WIDTH = 100;
const BEFORE = 48;

/**
 * The source line at `place`, cut to about 100 characters around it, and where the caret goes.
 * `undefined` where there is nothing worth showing: a blank line, a `---`, or no such line.
 */
export function excerptAt(text: string, place: Place): Excerpt | undefined {
  const line = text.replace(/^\uFEFF/, '').split('\n')[place.line - 1]?.replace(/\r$/, '');
  if (line === undefined || /^\s*(---)?\s*$/.test(line)) return undefined;
  // One tab, one space: the caret line below is made of spaces.
  const plain = line.replaceAll('\t', ' ');
  const at = Math.min(Math.max(place.column - 1, 0), plain.length);
  const start = Math.max(0, Math.min(at - BEFORE, plain.length - WIDTH));
  const end = Math.min(plain.length, start + WIDTH);
  const head = start > 0 ? '…' : '';
  const tail = end < plain.length ? '…' : '';
  return { text: `${head}${plain.slice(start, end)}${tail}`.trimEnd(), caret: at - start + head.length };
}
