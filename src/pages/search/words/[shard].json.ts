/** The words that set pages apart, by their first letters: what search answers questions with. */
import type { APIRoute } from 'astro';
import { wordsFiles } from '../../../search/build-index.ts';
import { siteContent } from '../../../search/site-content.ts';
import type { WordsFile } from '../../../search/words-file.ts';

export async function getStaticPaths() {
  return [...wordsFiles(await siteContent())].map(([shard, words]) => ({ params: { shard }, props: { words } }));
}

export const GET: APIRoute<{ words: WordsFile }> = ({ props: { words } }) => Response.json(words);
