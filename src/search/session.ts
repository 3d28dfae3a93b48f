/** One reader’s search: what is known so far, and what a query comes to with it. No document; the element draws. */
import { cutExcerpt, hasAny, headingWith, type Excerpt, type PageText } from './excerpt.ts';
import type { SearchIndex } from './index-file.ts';
import { openIndex } from './index-file.ts';
import { loadIndexFile, loadWordsFile } from './load.ts';
import { searchText, textOf } from './pagefind.ts';
import { planSearch, rankAll, type Plan, type Ranked } from './rank.ts';
import { isStopWord, stem, stemsIn, wordsIn } from './text.ts';
import { openWords, shardsOf, type WordIndex } from './words-file.ts';

/** A finished search. */
export interface Outcome {
  plan: Plan;
  /** Every page found, in order, whatever the facets say. */
  ranked: readonly Ranked[];
  excerpts: ReadonlyMap<number, Excerpt>;
  /** Whether the full text could not be had. */
  textFailed: boolean;
}

/** How a reader wants to be understood. */
export interface Wishes {
  /** Go across bridges. */
  widen: boolean;
  /** Search for what was typed, whatever may have been meant. */
  literal: boolean;
}

/** Words known so far, from all files that have come. */
const known = new Map<string, ReadonlyMap<number, number>>();
const asked = new Set<string>();
let opened: Promise<SearchIndex> | undefined;

/** Names and bridges, laid out; a failed attempt is forgotten. */
export function loadIndex(): Promise<SearchIndex> {
  opened ??= loadIndexFile().then(openIndex);
  opened.catch(() => (opened = undefined));
  return opened;
}

/** The words that set pages apart, as far as they have come; none where some of those a query needs have not. */
export function wordsFor(query: string): WordIndex | undefined {
  return shardsOf(query).every((shard) => asked.has(shard)) ? known : undefined;
}

async function loadWords(query: string): Promise<void> {
  // What does not come is done without; the full text may still have it.
  await Promise.all(
    shardsOf(query).filter((shard) => !asked.has(shard)).map(async (shard) => {
      const file = await loadWordsFile(shard).catch(() => undefined);
      if (!file) return;
      for (const [word, weights] of openWords(file)) known.set(word, weights);
      asked.add(shard);
    }),
  );
}

/** What a query comes to with what has come so far; at once. */
export function planNow(index: SearchIndex, query: string, { literal }: Wishes): Plan {
  return planSearch(index, wordsFor(query), query, literal);
}

/**
 * Searches everything.
 * @param shown picks the pages that will be listed with an excerpt: only those have their texts fetched
 */
export async function searchAll(index: SearchIndex, query: string, wishes: Wishes, shown: (plan: Plan, ranked: readonly Ranked[]) => readonly number[]): Promise<Outcome> {
  await loadWords(query);
  let plan = planNow(index, query, wishes);
  if (plan.query !== query) {
    await loadWords(plan.query);
    plan = planNow(index, query, wishes);
  }
  const across = wishes.widen ? plan.widenings.flatMap(({ to }) => index.pages[to]?.title ?? []) : [];
  const sought = {
    asked: new Set(stemsIn(plan.about)),
    widened: new Set(across.flatMap(stemsIn)),
    begun: wordsIn(plan.about).at(-1),
  };
  let textFailed = false;
  let found: number[] = [];
  try {
    // Our own words tell who has those of the other side, for a tenth of what the engine would fetch to say the same.
    [found] = await Promise.all([searchText(engineQuery(plan.about)), ...across.map(loadWords)]);
  } catch {
    textFailed = true;
  }
  const widened = [...new Set(across.flatMap((title) => withEvery(title)))];
  const evidence = { found: narrowed(found, plan.about), widened, headed: new Set<number>() };
  let ranked = rankAll(plan, evidence);
  const texts = new Map<number, PageText>();
  if (!textFailed) {
    await Promise.all(shown(plan, ranked).map(async (page) => {
      const text = await textOf(page).catch(() => undefined);
      if (text) texts.set(page, text);
    }));
    const headed = new Set([...texts].filter(([, text]) => headingWith(text, sought.asked)).map(([page]) => page));
    ranked = rankAll(plan, { ...evidence, found: vouchedFor(evidence.found, plan.about, texts), headed });
  }
  return { plan, ranked, excerpts: new Map([...texts].map(([page, text]) => [page, cutExcerpt(text, sought, index.pages[page]?.title)])), textFailed };
}

/** Pages that have every subject word of a name, the weightiest first. */
function withEvery(name: string): number[] {
  const [first, ...others] = stemsIn(name).map((each) => known.get(each) ?? new Map<number, number>());
  if (!first) return [];
  const weight = (page: number): number => [first, ...others].reduce((sum, pages) => sum + (pages.get(page) ?? 0), 0);
  return [...first.keys()].filter((page) => others.every((pages) => pages.has(page))).sort((a, b) => weight(b) - weight(a) || a - b);
}

/** What the engine found for the rarest word, less what our own words say lacks another one; all of it where that would be nothing. */
function narrowed(found: readonly number[], query: string): number[] {
  const lists = stemsIn(query).flatMap((each) => known.get(each) ?? []);
  const all = found.filter((page) => lists.every((pages) => pages.has(page)));
  return all.length > 0 ? all : [...found];
}

/**
 * What the engine found, less what it found for a mere beginning of a word: it takes ever shorter ones, down to a letter. Our own
 * words vouch for most pages; for the rest, those whose text has come.
 */
function vouchedFor(found: readonly number[], query: string, texts: ReadonlyMap<number, PageText>): number[] {
  const stems = stemsIn(query);
  const last = stems.at(-1) ?? '';
  const vouched = new Set(stems.flatMap((each) => [...(known.get(each)?.keys() ?? [])]));
  if (last.length > 2) for (const [word, pages] of known) if (word.startsWith(last)) for (const page of pages.keys()) vouched.add(page);
  const doubtful = found.filter((page) => !vouched.has(page));
  // Half a word, and three letters at least, is enough of it.
  const begun = wordsIn(query).filter((word) => !isStopWord(word)).map((word) => word.slice(0, Math.max(3, Math.ceil(word.length / 2))));
  const holds = (page: number): boolean => {
    const text = texts.get(page);
    return text !== undefined && begun.some((start) => hasAny(text, { asked: new Set(), widened: new Set(), begun: start }));
  };
  return doubtful.some(holds) ? [...found] : found.filter((page) => vouched.has(page));
}

/** The subject word that is rarest on the site: each word costs the engine a file, and our own words know who has the others. */
export function engineQuery(query: string): string {
  const words = wordsIn(query).filter((word) => !isStopWord(word));
  const rarity = (word: string): number => known.get(stem(word))?.size ?? Infinity;
  return words.reduce((rarest, word) => (rarity(word) < rarity(rarest) ? word : rarest), words[0] ?? query);
}
