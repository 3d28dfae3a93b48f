/** The fixed parts of a case study. */
import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { fault } from '../fault.ts';
import { nearest } from '../nearest.ts';
import { bodyStart, placeInBody } from '../position.ts';
import { treeOf, type CheckedEntry } from '../site.ts';
import type { Fault } from '../types.ts';
import { countWords } from '../walk.ts';

/** The parts in order, and what each is for. */
const parts: readonly { heading: string; purpose: string }[] = [
  { heading: 'The work', purpose: 'what there was to see or hear' },
  { heading: 'The question', purpose: 'why the work is worth studying here' },
  { heading: 'Technical account', purpose: 'how it was made, in the engineers’ words' },
  { heading: 'Creative account', purpose: 'how it was made, in the makers’ words' },
  { heading: 'Who decided what', purpose: 'which choices were made by whom, as a Ledger' },
  { heading: 'Data and consent', purpose: 'where the data came from and who agreed' },
  { heading: 'How it was judged', purpose: 'by whom, and by which measure' },
  { heading: 'Disclosure as made', purpose: 'what the makers said about the machine at the time' },
  { heading: 'What is not known', purpose: 'the gaps in the record' },
  { heading: 'Sources, with date seen', purpose: 'what the study rests on' },
];

/** The two accounts are of equal length: the longer has at most this many times the words of the shorter. */
const mostUneven = 1.5;

/** Rule `case-study-sections`. */
export function checkCaseStudy(entry: CheckedEntry): Fault[] {
  const tree = treeOf(entry);
  if (!tree || entry.source.collection !== 'case-studies') return [];
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading' && node.depth === 2);
  const titles = headings.map((heading) => toString(heading).trim());
  const places = headings.map((heading) => placeInBody(entry.source, heading.position?.start ?? { line: 1, column: 1 }));
  const report = (at: number, message: string, more: { expected?: string; fix?: string } = {}): Fault =>
    fault(entry, 'case-study-sections', places[at] ?? bodyStart(entry.source), { message, ...more });
  const faults: Fault[] = [];
  const free = titles.filter((title) => !parts.some(({ heading }) => heading === title));
  let last = -1;
  for (const { heading, purpose } of parts) {
    const at = titles.indexOf(heading);
    if (at >= 0) {
      if (at < last) faults.push(report(at, `“${heading}” stands too early`, { expected: `it after “${titles[last] ?? ''}”` }));
      last = Math.max(last, at);
      continue;
    }
    const near = nearest(heading, free);
    if (near === undefined) faults.push(report(-1, `the part “${heading}” is missing`, { expected: purpose, fix: `## ${heading}` }));
    else faults.push(report(titles.indexOf(near), `the part “${heading}” is called “${near}”`, { fix: `## ${heading}` }));
  }

  const length = (title: string): number => {
    const at = titles.indexOf(title);
    const [from, to] = [headings[at], headings[at + 1]];
    if (!from) return 0;
    const inner = tree.children.slice(tree.children.indexOf(from) + 1, to ? tree.children.indexOf(to) : undefined);
    return countWords(inner.map((node) => toString(node)).join('\n'));
  };
  const [technical, creative] = [length('Technical account'), length('Creative account')];
  const [shorter, longer] = [Math.min(technical, creative), Math.max(technical, creative)];
  if (shorter > 0 && longer > shorter * mostUneven) {
    const name = creative < technical ? 'Creative account' : 'Technical account';
    faults.push(report(titles.indexOf(name), `the ${name.toLowerCase()} has ${shorter} words, and the other has ${longer}`, { expected: 'two accounts of about equal length' }));
  }
  return faults;
}
