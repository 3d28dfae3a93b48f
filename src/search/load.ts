/** Fetches the files of search, each once; a failed attempt is forgotten, so that the next one tries again. */
import type { IndexFile } from './index-file.ts';
import type { WordsFile } from './words-file.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');
const asked = new Map<string, Promise<unknown>>();

function load<T>(path: string): Promise<T> {
  let answer = asked.get(path) as Promise<T> | undefined;
  if (!answer) {
    answer = fetch(`${base}/${path}`).then(async (response) => {
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      // Written by this very build.
      return (await response.json()) as T;
    });
    answer.catch(() => asked.delete(path));
    asked.set(path, answer);
  }
  return answer;
}

/** Names and bridges. */
export const loadIndexFile = (): Promise<IndexFile> => load('search.json');

/** Words by their first letters. */
export const loadWordsFile = (shard: string): Promise<WordsFile> => load(`search/words/${shard}.json`);

/** The full-text engine’s name for each page, in the order of the index; empty where it does not have the page. */
export const loadTextIds = (): Promise<readonly string[]> => load('pagefind/pages.json');
