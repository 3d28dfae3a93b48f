/**
 * Times `findTerms` on 10,000 words against 1,000 terms, beside one regular expression of all labels.
 * Prints milliseconds; exits 1 when the median is over the budget of 50 ms.
 */
import { findTerms } from '../src/lib/glossary/find-terms.ts';
import { buildTermIndex, type TermEntry } from '../src/lib/glossary/term-index.ts';
import { plural } from '../src/lib/glossary/words.ts';

const WORDS = 10_000;
const TERMS = 1_000;
const BUDGET = 50;

/** A linear congruential generator: the same numbers on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pick = generator(1);
const SYLLABLES = ['la', 'tent', 'mo', 'de', 'gra', 'in', 'fri', 'sket', 'no', 'ise', 'ar', 'ti', 'fact', 'é', 'cu', 'ra', 'tion'];
const word = (): string => Array.from({ length: 2 + pick(3) }, () => SYLLABLES[pick(SYLLABLES.length)]).join('');
const vocabulary = Array.from({ length: 3_000 }, word);
const anyWord = (): string => vocabulary[pick(vocabulary.length)] ?? '';
const labels = [...new Set(Array.from({ length: TERMS * 3 }, () => Array.from({ length: 1 + pick(3) }, anyWord).join(' ')))];

const terms: TermEntry[] = labels.slice(0, TERMS).map((term, n) => ({
  id: `term-${n}`,
  data: {
    term, formerly: [], side: 'technical', plain: term, aliases: n % 2 === 0 ? [labels[TERMS + n] ?? term] : [], everyday: false, misspellings: [], topics: ['models'],
    bridges: [], broader: [], related: [], references: [], authors: ['latent-commons'], reviews: [],
    disclosure: { ai: ['none'], note: '–' }, published: '2026-01-01', status: 'published',
  },
}));

const prose: string[] = [];
while (prose.length < WORDS) {
  const said = pick(12) === 0 ? (labels[pick(TERMS)] ?? '') : anyWord();
  prose.push(...said.split(' ').map((each, n, all) => (n === all.length - 1 && pick(9) === 0 ? `${each}.` : each)));
}
const text = prose.slice(0, WORDS).join(' ');

function time(run: () => number, rounds: number): { min: number; median: number; found: number } {
  let found = 0;
  const taken = Array.from({ length: rounds }, () => {
    const start = performance.now();
    found = run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { min: taken[0] ?? 0, median: taken[Math.floor(rounds / 2)] ?? 0, found };
}

const started = performance.now();
const { index } = buildTermIndex(terms);
const building = performance.now() - started;

const every = terms.flatMap(({ data }) => [data.term, ...data.aliases]).flatMap((label) => [label, plural(label) ?? label]);
const longestFirst = [...new Set(every)].sort((a, b) => b.length - a.length);
// The same job as far as one expression can: hyphens for spaces and case forgiven, then the label looked up.
const naive = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${longestFirst.join('|').replaceAll(' ', '[\\s-]')})(?![\\p{L}\\p{N}-])`, 'giu');
const known = new Set(longestFirst.map((label) => label.toLowerCase()));

const ours = time(() => findTerms(text, index).length, 25);
const theirs = time(() => [...text.matchAll(naive)].filter(([found]) => known.has(found.toLowerCase().replace(/[\s-]/g, ' '))).length, 25);
const ms = (value: number): string => `${value.toFixed(1)} ms`;
console.log(`${WORDS} words, ${TERMS} terms, ${every.length} labels; index built in ${ms(building)}`);
console.log(`findTerms    min ${ms(ours.min)}   median ${ms(ours.median)}   ${ours.found} mentions`);
console.log(`one regex    min ${ms(theirs.min)}   median ${ms(theirs.median)}   ${theirs.found} matches`);
console.log(`ratio        findTerms takes ${(ours.median / theirs.median).toFixed(2)} times as long (medians)`);
if (ours.median > BUDGET) {
  console.error(`over the budget of ${BUDGET} ms`);
  process.exitCode = 1;
}
