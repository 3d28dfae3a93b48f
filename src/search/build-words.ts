/** Makes the file behind questions, at build time. Pure. */
import { HEAVIEST, type WordIndex } from './words-file.ts';
import { isStopWord, stem, wordsIn } from './text.ts';

/** A stretch of a page’s text. */
export interface Field {
  text: string;
  /** How much a word counts here, beside one in running text, which counts 1. */
  weight: number;
}

/** Saturation and length normalisation of BM25 (Robertson and Zaragoza 2009), here with weighted fields. */
const K1 = 1.2;
const B = 0.4;

/**
 * Weighs every subject word of every page.
 * @param pages the text of each, in the order of the index
 * @returns weights from 1 to 26
 */
export function buildWords(pages: readonly (readonly Field[])[]): WordIndex {
  const counts = pages.map(countWords);
  const lengths = counts.map((words) => [...words.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, pages.length);
  const holders = new Map<string, number>();
  for (const words of counts) for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const weighed = counts.map((words, n) => {
    const norm = K1 * (1 - B + (B * (lengths[n] ?? 0)) / average);
    return [...words].map(([word, count]): [string, number] => {
      const held = holders.get(word) ?? 1;
      const rarity = Math.log(1 + (pages.length - held + 0.5) / (held + 0.5));
      return [word, (rarity * count * (K1 + 1)) / (count + norm)];
    });
  });
  let heaviest = 1e-9;
  for (const list of weighed) for (const [, weight] of list) heaviest = Math.max(heaviest, weight);
  const index = new Map<string, Map<number, number>>();
  weighed.forEach((list, n) => {
    for (const [word, weight] of list) {
      const byPage = index.get(word) ?? new Map<number, number>();
      byPage.set(n, Math.max(1, Math.round((weight / heaviest) * HEAVIEST)));
      index.set(word, byPage);
    }
  });
  return index;
}

function countWords(fields: readonly Field[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text, weight } of fields) {
    for (const word of wordsIn(text)) {
      if (isStopWord(word) || word.length < 2 || /^\d+$/.test(word)) continue;
      const key = stem(word);
      counts.set(key, (counts.get(key) ?? 0) + weight);
    }
  }
  return counts;
}
