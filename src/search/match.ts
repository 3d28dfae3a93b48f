/** Finds pages by their names: what is typed is a name, begins one, or holds one. Pure. */
import type { IndexedLabel, SearchIndex } from './index-file.ts';
import { baseForm, isStopWord, stem, stemsIn, wordsIn } from './text.ts';

/** How a page was found by name, best first. */
export type How = 'term' | 'alias' | 'misspelling' | 'start' | 'title' | 'part';

/** A page found by one of its names. */
export interface Named {
  page: number;
  how: How;
  label: IndexedLabel;
}

/** A name that stands inside a longer query. */
export interface Within {
  /** Whose name it is; several where two sides share a word. */
  pages: readonly number[];
  /** Words of the query it takes up, by their place. */
  at: readonly number[];
}

const ORDER: readonly How[] = ['term', 'alias', 'misspelling', 'start', 'title', 'part'];

/** What is asked about, without the words that only ask: “what is a latent space” asks about a latent space. */
export function coreOf(query: string): string[] {
  const words = wordsIn(query);
  let [from, to] = [0, words.length];
  while (from < to && isStopWord(words[from] ?? '')) from++;
  while (to > from && isStopWord(words[to - 1] ?? '')) to--;
  return from < to ? words.slice(from, to) : words;
}

/** Pages whose name answers a query, each once by its best name: best first, then shortest name, then in the order of the index. */
export function matchNames(index: SearchIndex, query: string): Named[] {
  const best = new Map<number, Named>();
  const all = wordsIn(query);
  const core = coreOf(query);
  // “In-betweening” begins with a word that elsewhere only asks.
  for (const words of all.length > core.length ? [all, core] : [core]) {
    const typed = words.join(' ');
    if (typed === '') continue;
    const form = words.map(baseForm).join(' ');
    const squashed = typed.replaceAll(' ', '');
    const stems = stemsIn(typed);
    for (const label of index.labels) {
      const how = label.kind === 'title' ? titleMatch(label, typed, stems, words.at(-1) ?? '') : labelMatch(label, typed, form, squashed);
      if (how === undefined) continue;
      const before = best.get(label.page);
      if (!before || ORDER.indexOf(how) < ORDER.indexOf(before.how)) best.set(label.page, { page: label.page, how, label });
    }
  }
  return [...best.values()].sort((a, b) => ORDER.indexOf(a.how) - ORDER.indexOf(b.how) || a.label.folded.length - b.label.folded.length || a.page - b.page);
}

function labelMatch({ folded, form, kind }: IndexedLabel, typed: string, wanted: string, squashed: string): How | undefined {
  if (form === wanted || folded === typed) return kind === 'title' ? 'term' : kind;
  // “dream booth” and “contactsheet”: where a word ends is the commonest slip of all.
  if (squashed.length > 4 && folded.length - squashed.length < 3 && folded.replaceAll(' ', '') === squashed) return kind === 'term' ? 'alias' : kind === 'title' ? 'term' : kind;
  // Half a misspelling is nobody's name.
  if (kind === 'misspelling') return undefined;
  if (folded.startsWith(typed)) return 'start';
  return typed.length > 1 && folded.includes(` ${typed}`) ? 'part' : undefined;
}

/** A title answers when it is what was typed, begins with it, or has every word of it, the last of them perhaps half typed. */
function titleMatch({ folded }: IndexedLabel, typed: string, stems: readonly string[], begun: string): How | undefined {
  if (folded === typed) return 'term';
  if (folded.startsWith(typed)) return 'start';
  if (typed.length < 3) return undefined;
  const words = folded.split(' ');
  const found = new Set(words.map(stem));
  const all = stems.every((each, i) => found.has(each) || (i === stems.length - 1 && words.some((word) => word.startsWith(begun))));
  return all ? 'title' : undefined;
}

type Finder = ReadonlyMap<string, readonly { words: readonly string[]; page: number }[]>;
const finders = new WeakMap<SearchIndex, Finder>();

/** Names of terms that stand word by word inside a query, the longest first, none inside another. */
export function namesWithin(index: SearchIndex, query: string): Within[] {
  const words = wordsIn(query).map(baseForm);
  const finder = finderOf(index);
  const found: (Within & { length: number })[] = [];
  words.forEach((word, start) => {
    const byLength = new Map<number, Set<number>>();
    for (const label of finder.get(word) ?? []) {
      if (label.words.every((each, i) => words[start + i] === each)) {
        byLength.set(label.words.length, (byLength.get(label.words.length) ?? new Set()).add(label.page));
      }
    }
    for (const [length, pages] of byLength) found.push({ pages: [...pages], at: Array.from({ length }, (_, i) => start + i), length });
  });
  found.sort((a, b) => b.length - a.length);
  const taken = new Set<number>();
  return found.filter(({ at }) => {
    if (at.some((place) => taken.has(place))) return false;
    for (const place of at) taken.add(place);
    return true;
  });
}

function finderOf(index: SearchIndex): Finder {
  const known = finders.get(index);
  if (known) return known;
  const finder = new Map<string, { words: readonly string[]; page: number }[]>();
  for (const { form, kind, page } of index.labels) {
    if (kind === 'title' || form === '') continue;
    const words = form.split(' ');
    const [first = ''] = words;
    finder.set(first, [...(finder.get(first) ?? []), { words, page }]);
  }
  finders.set(index, finder);
  return finder;
}
