/** One glossary entry by itself: its evidence and its body. */
import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { fault } from '../fault.ts';
import { bodyStart, placeInBody, placeOfPath } from '../position.ts';
import { treeOf, type CheckedEntry } from '../site.ts';
import type { Fault, Place } from '../types.ts';
import { text, texts } from '../values.ts';
import { countWords } from '../walk.ts';

const parts = ['For makers', 'For engineers'] as const;
/** What writers are asked for, and what is refused: the gap between is their slack. */
const words = { asked: '120–250 words in all', least: 100, most: 280 } as const;

/** Rules `term-source`, `label-twice` and `term-body`. */
export function checkTerm(entry: CheckedEntry): Fault[] {
  if (entry.source.collection !== 'glossary') return [];
  return [...checkSource(entry), ...checkNames(entry), ...checkBody(entry)];
}

function checkSource(entry: CheckedEntry): Fault[] {
  if (!entry.data || texts(entry, ['references', '*']).length > 0 || text(entry, ['usage']) !== undefined) return [];
  const place = placeOfPath(entry.source, ['references'], 'key');
  const expected = '`references` with at least one id, or `usage` with one sentence';
  return [fault(entry, 'term-source', place, { message: 'the term has no source', expected, fix: 'usage: A working name of this site for …' })];
}

/** Neither search nor links tell a name by its capitals here, and SKOS (condition S13) allows it one role only. Apostrophes do make two. */
function checkNames(entry: CheckedEntry): Fault[] {
  const seen = new Map<string, string>();
  return [['term'], ['aliases', '*'], ['misspellings', '*']].flatMap((field) =>
    texts(entry, field).flatMap(({ value, path }) => {
      const name = value.normalize('NFC').toLowerCase();
      const first = seen.get(name);
      if (first === undefined) seen.set(name, String(path[0]));
      if (first === undefined) return [];
      return [fault(entry, 'label-twice', placeOfPath(entry.source, path), { message: `“${value}” stands in \`${first}\` already`, fix: 'keep one of the two' })];
    }),
  );
}

function checkBody(entry: CheckedEntry): Fault[] {
  const tree = treeOf(entry);
  if (!tree) return [];
  const report = (place: Place, message: string, expected: string): Fault => fault(entry, 'term-body', place, { message, expected });
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading');
  const faults: Fault[] = [];
  const found: string[] = [];
  for (const heading of headings) {
    const title = toString(heading).trim();
    const place = placeInBody(entry.source, heading.position?.start ?? { line: 1, column: 1 });
    const part = parts.find((name) => name === title);
    if (!part || heading.depth !== 2) {
      const right = parts.find((name) => name.toLowerCase() === title.toLowerCase());
      faults.push(report(place, `a term has no heading “${title}”`, right ? `## ${right}` : '## For makers and ## For engineers, and no other heading'));
      if (right) found.push(right);
    } else if (found.includes(part)) faults.push(report(place, `“${part}” stands twice`, 'each part once'));
    else {
      found.push(part);
      if (part === 'For makers' && found.length === 2) faults.push(report(place, '“For makers” stands after “For engineers”', 'makers first, in every entry'));
    }
  }
  const start = bodyStart(entry.source);
  for (const part of parts) if (!found.includes(part)) faults.push(report(start, `the part “${part}” is missing`, `## ${part}`));
  const count = wordsOf(tree);
  if (count < words.least) faults.push(report(start, `the body has ${count} words, which is too short`, words.asked));
  if (count > words.most) faults.push(report(start, `the body has ${count} words, which is too long`, words.asked));
  return faults;
}

/** Words a reader reads: without headings and citations. */
function wordsOf(tree: Root): number {
  const prose = tree.children.filter(({ type }) => type !== 'heading' && type !== 'definition');
  return countWords(prose.map((node) => toString(node).replace(/\[\s*@[^\]]*\]/g, '')).join('\n'));
}
