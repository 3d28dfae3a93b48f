/**
 * The files behind questions: for every word, the pages it sets apart, and by how much. Many small files, by the first two letters,
 * so that a question costs what its words cost. Pure.
 */
import { stem, stemsIn } from './text.ts';

/** Stems, joined by spaces; and for each of them, as often in a row, pages and weights: `3a12c` is page 3 by a, page 12 by c. */
export interface WordsFile {
  stems: string;
  /** One string a stem, joined by spaces. Pages are counted from the one before, in base 10; weights are letters, a to z. */
  pages: string;
}

/** Weight by page. */
export type WordIndex = ReadonlyMap<string, ReadonlyMap<number, number>>;

const A = 'a'.charCodeAt(0);
/** Heaviest weight in the file. */
export const HEAVIEST = 26;

/** Second letters that share a file; the groups are about equally full. */
const SECOND = ['abcd', 'efgh', 'ijklmn', 'opq', 'rstuvwxyz'];

/** Every file there is: a letter with the number of a group of second letters, and one for words that begin with anything else. */
export const SHARDS: readonly string[] = [...[...'abcdefghijklmnopqrstuvwxyz'].flatMap((letter) => SECOND.map((_, i) => `${letter}${i}`)), '0'];

/** Opens the file. */
export function openWords({ stems, pages }: WordsFile): WordIndex {
  if (stems === '') return new Map();
  const lists = pages.split(' ');
  return new Map(
    stems.split(' ').map((word, i) => {
      let page = 0;
      const weights = new Map<number, number>();
      for (const [, step = '0', letter = 'a'] of (lists[i] ?? '').matchAll(/(\d+)([a-z])/g)) {
        page += Number(step);
        weights.set(page, letter.charCodeAt(0) - A + 1);
      }
      return [word, weights];
    }),
  );
}

/** Closes an index into a file; stems in alphabetical order, so that like beginnings stand together and compress. */
export function closeWords(index: WordIndex): WordsFile {
  const stems = [...index.keys()].sort();
  const pages = stems.map((word) => {
    let before = 0;
    return [...(index.get(word) ?? [])]
      .sort(([a], [b]) => a - b)
      .map(([page, weight]) => {
        const step = page - before;
        before = page;
        return `${step}${String.fromCharCode(A + Math.min(HEAVIEST, Math.max(1, Math.round(weight))) - 1)}`;
      })
      .join('');
  });
  return { stems: stems.join(' '), pages: pages.join(' ') };
}

/** The files that a text’s subject words are in. */
export function shardsOf(text: string): string[] {
  return [...new Set(stemsIn(text).map(shardOf))];
}

/** The file a stem is kept in. */
export function shardOf(word: string): string {
  const [first = '', second = ''] = word;
  return /[a-z]/.test(first) ? `${first}${Math.max(0, SECOND.findIndex((group) => group.includes(second)))}` : '0';
}

/** How much it counts to have many of the words, beside having one of them often. */
const BREADTH = 0.3;

/**
 * How well each page answers the subject words of a text: the sum of its weights, less where it has few of the words.
 * @returns pages that have at least one of them
 */
export function scoreWords(index: WordIndex, text: string): Map<number, number> {
  const stems = stemsIn(text);
  const sums = new Map<number, { weight: number; words: number }>();
  for (const each of stems) {
    for (const [page, weight] of index.get(each) ?? []) {
      const sum = sums.get(page);
      if (!sum) sums.set(page, { weight, words: 1 });
      else {
        sum.weight += weight;
        sum.words += 1;
      }
    }
  }
  return new Map([...sums].map(([page, { weight, words }]) => [page, weight * (words / stems.length) ** BREADTH]));
}

/** Whether a folded word is among the words that set a page apart. */
export function knowsWord(index: WordIndex, word: string): boolean {
  return index.has(stem(word));
}
