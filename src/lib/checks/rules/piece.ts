/** One piece by itself: its status, its inked words, its headings. */
import { toString } from 'mdast-util-to-string';
import { fault } from '../fault.ts';
import { placeInBody, placeOfPath } from '../position.ts';
import { isPiece, treeOf, type CheckedEntry } from '../site.ts';
import type { Fault } from '../types.ts';
import { text, texts } from '../values.ts';
import { walk } from '../walk.ts';

/** Rules `piece-retired`, `piece-inks` and `heading-level`. */
export function checkPiece(entry: CheckedEntry): Fault[] {
  return [...(isPiece(entry) ? [...checkRetired(entry), ...checkInks(entry)] : []), ...checkHeadings(entry)];
}

function checkRetired(entry: CheckedEntry): Fault[] {
  const retired = text(entry, ['status']) === 'retired';
  const reason = text(entry, ['retired']);
  if (retired && reason === undefined) {
    const saying = { message: 'the piece is retired, and does not say why', fix: 'add a line such as: retired: The interface it describes no longer exists.' };
    return [fault(entry, 'piece-retired', placeOfPath(entry.source, ['status']), saying)];
  }
  if (!retired && reason !== undefined) {
    const saying = { message: 'the piece says why it was retired, and is not retired', fix: 'write status: retired, or take `retired` away' };
    return [fault(entry, 'piece-retired', placeOfPath(entry.source, ['retired'], 'key'), saying)];
  }
  return [];
}

function checkInks(entry: CheckedEntry): Fault[] {
  const title = text(entry, ['title']);
  if (title === undefined) return [];
  return ['technical', 'creative'].flatMap((side) =>
    texts(entry, ['inks', side]).flatMap(({ value, path }) => {
      if (title.includes(value)) return [];
      const at = title.toLowerCase().indexOf(value.toLowerCase());
      const near = at < 0 ? undefined : title.slice(at, at + value.length);
      const saying = { message: `“${value}” does not stand in the title`, expected: near ? undefined : `words of “${title}”`, nearest: near };
      return [fault(entry, 'piece-inks', placeOfPath(entry.source, path), saying)];
    }),
  );
}

function checkHeadings(entry: CheckedEntry): Fault[] {
  const tree = treeOf(entry);
  // The two headings of a term are fixed, and have a rule of their own.
  if (!tree || entry.source.collection === 'glossary') return [];
  const faults: Fault[] = [];
  let above = 1;
  walk(tree, (node) => {
    if (node.type !== 'heading') return;
    const place = placeInBody(entry.source, node.position?.start ?? { line: 1, column: 1 });
    const report = (message: string, level: number): number => faults.push(fault(entry, 'heading-level', place, { message, fix: `${'#'.repeat(level)} ${toString(node)}` }));
    if (node.depth === 1) report('the title of the page is its only heading of the first level', 2);
    else if (node.depth > above + 1) report(`the heading is ${node.depth - above} levels below the one before it`, above + 1);
    above = Math.max(2, node.depth);
  });
  return faults;
}
