/** The name somebody may have meant. Offered in so many words, never taken silently. Pure. */
import type { IndexedLabel, SearchIndex } from './index-file.ts';
import { baseForm, isStopWord, wordsIn } from './text.ts';

/** What a query may have been meant to be. */
export interface Nearest {
  /** The query with its slips mended, as it would be typed. */
  query: string;
  /** Whether that is a name by itself. */
  whole: boolean;
}

interface Names {
  labels: readonly IndexedLabel[];
  /** Every word of every label. */
  words: readonly string[];
  bases: ReadonlySet<string>;
}

const names = new WeakMap<SearchIndex, Names>();

/** Edits that may lie between what is typed and what was meant: none in three letters, one in five, two in eleven, then three. */
export function tolerance(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3;
}

/**
 * The nearest name of a term, or the query with each unknown word replaced by the nearest word of such names.
 * @param known whether a folded word is known to stand on the site, so that it is no slip
 * @returns undefined where nothing is near
 */
export function nearestQuery(index: SearchIndex, query: string, known: (word: string) => boolean): Nearest | undefined {
  const typed = wordsIn(query);
  const joined = typed.join(' ');
  const { labels, words, bases } = namesOf(index);
  // A single word that the site has is hardly a slip, unless it is long and one letter off; its stem may be all that is known.
  const most = typed.length > 1 || !known(joined) ? tolerance(joined.length) : joined.length < 8 ? 0 : 1;
  const whole = closest(joined, labels.map(({ folded }) => folded), most);
  if (whole !== undefined) return { query: labels.find(({ folded }) => folded === whole)?.text ?? whole, whole: true };
  let mended = false;
  const better = typed.map((word) => {
    if (word.length < 5 || isStopWord(word) || bases.has(baseForm(word)) || known(word) || words.some((other) => other.startsWith(word))) return word;
    // Between other words a slip is less likely than a word that no name has, so less is forgiven.
    const other = closest(word, words, word.length < 8 ? 1 : 2);
    mended ||= other !== undefined;
    return other ?? word;
  });
  return mended ? { query: better.join(' '), whole: false } : undefined;
}

function namesOf(index: SearchIndex): Names {
  const found = names.get(index);
  if (found) return found;
  const labels = index.labels.filter(({ kind }) => kind === 'term' || kind === 'alias');
  const words = [...new Set(labels.flatMap(({ folded }) => folded.split(' ')))];
  const made = { labels, words, bases: new Set(words.map(baseForm)) };
  names.set(index, made);
  return made;
}

function closest(typed: string, candidates: readonly string[], most: number): string | undefined {
  let best: string | undefined;
  let least = most + 0.5;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) >= least) continue;
    // A slip in the first letter is rare, so it weighs a little more and settles ties.
    const apart = edits(typed, candidate) + (candidate[0] === typed[0] ? 0 : 0.4);
    if (apart > 0 && apart < least) [best, least] = [candidate, apart];
  }
  return best;
}

/** Letters put in, left out, replaced, or swapped with their neighbour: the optimal string alignment distance (Boytsov 2011). */
export function edits(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
