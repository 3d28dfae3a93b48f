/** Puts what was found in order: the term itself, its other names, titles, what it is bridged to, headings, text. Pure. */
import type { Side } from '../schemas/index.ts';
import { crossingOf } from './crossing.ts';
import { RELATIONS, type IndexedBridge, type SearchIndex } from './index-file.ts';
import { matchNames, namesWithin, type How } from './match.ts';
import { nearestQuery, type Nearest } from './nearest.ts';
import { wordsIn } from './text.ts';
import { knowsWord, scoreWords, type WordIndex } from './words-file.ts';

/** Why a page stands where it stands, best first. */
export type Tier = 'term' | 'alias' | 'title' | 'bridged' | 'heading' | 'text';

/** A page, in its place. */
export interface Ranked {
  page: number;
  tier: Tier;
  score: number;
}

/** A bridge that a search goes across. */
export interface Widening {
  from: number;
  to: number;
  relation: IndexedBridge['relation'];
}

/** What a query comes to before any text is searched. */
export interface Plan {
  /** What is searched: as typed, or mended. */
  query: string;
  /** What the text is searched for: the same, less the words that only ask for the other side’s word. */
  about: string;
  /** What was mended, if anything was. */
  nearest: Nearest | undefined;
  /** Terms that are the answer, at most three: their cards are pinned. */
  answers: readonly number[];
  /** The side whose word was asked for, if one was. */
  asked: Side | undefined;
  /** Bridges that the text is searched across as well, if the reader wants that. */
  widenings: readonly Widening[];
  /** Pages found without the text, in order. */
  ranked: readonly Ranked[];
}

/** What the text said of the pages. */
export interface TextEvidence {
  /** Pages in the order of the full-text engine. */
  found: readonly number[];
  /** The same for the words across the bridges. */
  widened: readonly number[];
  /** Pages with a heading that has every subject word of the query. */
  headed: ReadonlySet<number>;
}

const TIERS: readonly Tier[] = ['term', 'alias', 'title', 'bridged', 'heading', 'text'];
const TIER_OF: Readonly<Record<How, Tier>> = { term: 'term', alias: 'alias', misspelling: 'alias', start: 'title', title: 'title', part: 'title' };
/** Weights of evidence, beside a word that sets a page apart, which counts up to 26. */
const WEIGHT = { within: 20, everyday: 6, neighbour: 0.6, text: 8, widened: 3 };
/** Below this part of the best score a page that only shares words is left out. */
const FLOOR = 0.25;
const ANSWERS = 3;
const WIDENINGS = 3;

/**
 * Plans a search.
 * @param words the words that set pages apart, once they have come
 * @param literal search for what was typed, whatever may have been meant
 */
export function planSearch(index: SearchIndex, words: WordIndex | undefined, query: string, literal = false): Plan {
  const known = (word: string): boolean => words !== undefined && knowsWord(words, word);
  let read = query;
  let nearest: Nearest | undefined;
  let named = matchNames(index, query);
  const [first] = named;
  if (!literal && first?.how === 'misspelling') nearest = { query: index.pages[first.page]?.title ?? query, whole: true };
  else if (!literal && !first) nearest = nearestQuery(index, query, known);
  if (nearest) {
    read = nearest.query;
    named = matchNames(index, read);
  }
  const scores = new Map<number, Ranked>();
  const put = (page: number, tier: Tier, score: number): void => {
    const before = scores.get(page);
    if (!before || TIERS.indexOf(tier) < TIERS.indexOf(before.tier) || (tier === before.tier && score > before.score)) scores.set(page, { page, tier, score });
  };
  named.forEach(({ page, how }, i) => put(page, TIER_OF[how], -i));
  let answers = named.filter(({ page, how }) => (how === 'term' || how === 'alias') && index.pages[page]?.term).map(({ page }) => page);
  const wanted = answers.length === 0 ? askedFor(index, read) : undefined;
  if (wanted) {
    wanted.theirs.forEach((page, i) => put(page, 'term', -i));
    wanted.own.forEach((page, i) => put(page, 'alias', -i));
    answers = wanted.theirs.slice(0, 1);
  }
  for (const page of answers) (index.bridges[page] ?? []).forEach(({ to, relation }) => put(to, 'bridged', -RELATIONS.indexOf(relation)));
  const about = wanted?.rest ?? read;
  for (const [page, score] of evidenceOf(index, words, about)) put(page, 'text', score);
  return {
    query: read,
    about,
    nearest,
    answers: answers.slice(0, ANSWERS),
    asked: wanted?.side,
    // A false friend is another thing under a like name: to search for it as well would mislead.
    widenings: answers
      .flatMap((from) => (index.bridges[from] ?? []).filter(({ relation }) => relation !== 'false-friend').map(({ to, relation }): Widening => ({ from, to, relation })))
      .filter(({ to }, i, all) => !answers.includes(to) && all.findIndex((other) => other.to === to) === i)
      .slice(0, WIDENINGS),
    ranked: inOrder([...scores.values()]),
  };
}

/** Adds what the text said. */
export function rankAll(plan: Plan, { found, widened, headed }: TextEvidence): Ranked[] {
  const all = new Map(plan.ranked.map((each) => [each.page, each]));
  const add = (page: number, tier: Tier, score: number): void => {
    const before = all.get(page);
    if (!before) all.set(page, { page, tier, score });
    else if (before.tier === 'text' || before.tier === 'heading') all.set(page, { page, tier: before.tier === 'heading' ? 'heading' : tier, score: before.score + score });
  };
  // The engine's scores cannot be compared from query to query; its order can.
  found.forEach((page, i) => add(page, headed.has(page) ? 'heading' : 'text', WEIGHT.text / (i + 2)));
  widened.forEach((page, i) => add(page, 'text', WEIGHT.widened / (i + 2)));
  return inOrder([...all.values()], new Set([...found, ...widened]));
}

/** Terms on the side whose word was asked for, and those asked about. */
function askedFor(index: SearchIndex, query: string): { side: Side; rest: string; theirs: number[]; own: number[] } | undefined {
  const places = namesWithin(index, query).flatMap(({ at }) => (at.length > 1 ? at : []));
  const crossing = crossingOf(query, new Set(places));
  if (!crossing) return undefined;
  const { side, rest, asks } = crossing;
  const names = matchNames(index, rest);
  const exact = names.filter(({ how }) => how === 'term' || how === 'alias' || how === 'misspelling').map(({ page }) => page);
  // “Mannered” begins one term's name and no other's.
  const begun = [...new Set(names.filter(({ how }) => how === 'start').map(({ page }) => page))];
  const whole = exact.length > 0 || begun.length > 1 ? exact : begun;
  const about = whole.length > 0 ? whole : asks ? (namesWithin(index, rest)[0]?.pages ?? []) : [];
  const holders = about.filter((page) => index.pages[page]?.term);
  const isTheirs = (page: number): boolean => index.pages[page]?.term?.side === side;
  const across = holders.flatMap((page) => (isTheirs(page) ? [] : (index.bridges[page] ?? []).map(({ to }) => to)));
  const theirs = [...new Set([...holders.filter(isTheirs), ...across.filter(isTheirs)])];
  return theirs.length > 0 ? { side, rest, theirs, own: holders.filter((page) => !isTheirs(page)) } : undefined;
}

/** What names inside the query, their bridges, and single words say of pages. */
function evidenceOf(index: SearchIndex, words: WordIndex | undefined, query: string): Map<number, number> {
  const scores = words ? scoreWords(words, query) : new Map<number, number>();
  const add = (page: number, score: number): void => void scores.set(page, (scores.get(page) ?? 0) + score);
  const length = Math.max(1, wordsIn(query).length);
  for (const { pages, at } of namesWithin(index, query)) {
    for (const page of pages) {
      // “Take”, “copy” and “hand” are names of terms and stand in every other sentence.
      const weight = at.length === 1 && index.pages[page]?.term?.everyday ? WEIGHT.everyday : WEIGHT.within * Math.min(1.5, 0.6 + at.length / length);
      add(page, weight);
      for (const { to } of index.bridges[page] ?? []) if (scores.has(to)) add(to, weight * WEIGHT.neighbour);
    }
  }
  return scores;
}

/** Sorts, and leaves out what has a common word of a long question and little else. */
function inOrder(all: readonly Ranked[], found: ReadonlySet<number> = new Set()): Ranked[] {
  const best = Math.max(0, ...all.map(({ tier, score }) => (tier === 'text' || tier === 'heading' ? score : 0)));
  return all
    .filter(({ page, tier, score }) => tier !== 'text' || score >= best * FLOOR || found.has(page))
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.score - a.score || a.page - b.page);
}
