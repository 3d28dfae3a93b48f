/** Makes the two files of search from the site’s content, at build time. Pure. */
import type { Bridge } from '../lib/glossary/graph.ts';
import type { Audience, Term } from '../schemas/index.ts';
import { buildWords, type Field } from './build-words.ts';
import { AUDIENCES, KINDS, LEVELS, RELATIONS, SIDES, openIndex, type IndexFile } from './index-file.ts';
import { planSearch } from './rank.ts';
import { SHARDS, closeWords, shardOf, type WordIndex, type WordsFile } from './words-file.ts';

/** A page that is no term’s. */
export interface SitePage {
  /** Below the site’s base, without a slash in front. */
  path: string;
  title: string;
  kind: Exclude<(typeof KINDS)[number], 'term'>;
  audience?: Audience | undefined;
  level?: (typeof LEVELS)[number] | undefined;
  /** The one-sentence promise of lists and feeds. */
  summary?: string | undefined;
  /** MDX without front matter. */
  body?: string | undefined;
}

/** What the files are made from. */
export interface SiteContent {
  terms: readonly { id: string; data: Term; body: string }[];
  /** Each once, seen from its technical end, closest relation first. */
  bridges: readonly Bridge[];
  pages: readonly SitePage[];
}

/** The file of names and bridges. A misspelling that is near enough to its name to be recognised without it is left out. */
export function indexFile({ terms, bridges, pages }: SiteContent): IndexFile {
  const number = new Map(terms.map(({ id }, n) => [id, n]));
  const file: IndexFile = {
    terms: terms.map(({ id, data }) => {
      const label = data.term === id.replaceAll('-', ' ') ? '' : data.term;
      const names = [id, label, SIDES.indexOf(data.side), data.aliases, []] as const;
      return data.everyday ? [...names, 1] : names;
    }),
    pages: pages.map(({ path, title, kind, audience, level }) => [path, title, KINDS.indexOf(kind), place(AUDIENCES, audience), place(LEVELS, level)]),
    bridges: RELATIONS.map((relation) => {
      const ends = bridges.filter((bridge) => bridge.relation === relation).map(({ from, to }) => [number.get(from) ?? -1, number.get(to) ?? -1] as const);
      let before = 0;
      return ends.sort((a, b) => a[0] - b[0]).flatMap(([from, to]) => [from - before, (before = from, to)]);
    }),
  };
  const index = openIndex(file);
  const needed = (misspelling: string, n: number): boolean => planSearch(index, undefined, misspelling).answers[0] !== n;
  return {
    ...file,
    terms: file.terms.map(([id, label, side, aliases, , everyday], n) => {
      const names = [id, label, side, aliases, terms[n]?.data.misspellings.filter((each) => needed(each, n)) ?? []] as const;
      return everyday ? [...names, everyday] : names;
    }),
  };
}

const place = (list: readonly string[], value: string | undefined): number => (value === undefined ? 0 : list.indexOf(value) + 1);

/** The files of words that set pages apart, by their first letters. Pages are numbered as in the file of names. */
export function wordsFiles(content: SiteContent): Map<string, WordsFile> {
  const shards = new Map(SHARDS.map((letter) => [letter, new Map<string, ReadonlyMap<number, number>>()]));
  for (const [word, weights] of wordIndex(content)) shards.get(shardOf(word))?.set(word, weights);
  return new Map([...shards].map(([letter, index]) => [letter, closeWords(index)]));
}

function wordIndex({ terms, bridges, pages }: SiteContent): WordIndex {
  const labels = new Map(terms.map(({ id, data }) => [id, data.term]));
  const ofTerms = terms.map(({ id, data, body }): Field[] => [
    { text: [data.term, ...data.aliases].join(' · '), weight: 5 },
    { text: data.plain, weight: 3 },
    ...bridges.flatMap(({ from, to, breaks, sayToMakers, sayToEngineers }): Field[] => {
      if (from !== id && to !== id) return [];
      return [
        { text: labels.get(from === id ? to : from) ?? '', weight: 2 },
        { text: [breaks, sayToMakers, sayToEngineers].join(' · '), weight: 1 },
      ];
    }),
    ...proseFields(body),
  ]);
  const ofPages = pages.map(({ title, summary = '', body = '' }): Field[] => [{ text: title, weight: 5 }, { text: summary, weight: 3 }, ...proseFields(body)]);
  return buildWords([...ofTerms, ...ofPages]);
}

/** The running text of an MDX body first, then its headings, one field each. */
function proseFields(body: string): Field[] {
  const headings: string[] = [];
  const text = body
    .replace(/^#{2,4} +(.*)$/gm, (_, heading: string) => {
      headings.push(heading);
      return '';
    })
    // Attributes of components, citations and addresses of links are no prose.
    .replace(/<[^>]*>|\[[^\]]*@[^\]]*\]|\]\([^)]*\)/g, ' ');
  return [{ text, weight: 1 }, ...headings.map((heading) => ({ text: heading, weight: 2.5 }))];
}
