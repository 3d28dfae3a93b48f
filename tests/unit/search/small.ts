/** A small glossary for the tests of search. */
import { openIndex, type IndexFile, type SearchIndex } from '../../../src/search/index-file.ts';

const [technical, creative, both] = [0, 1, 2];

export const file: IndexFile = {
  terms: [
    ['mode-collapse', '', technical, ['Helvetica scenario'], ['mowed collapse']],
    ['mannerism', '', creative, ['mannered style'], []],
    ['truncation', '', technical, ['truncation trick'], []],
    ['restraint', '', creative, ['holding back'], []],
    ['style-model', 'style', technical, ['style code'], []],
    ['style-tradition', 'style', creative, [], []],
    ['house-style', '', creative, ['company manner'], []],
    ['in-betweening', 'in-betweening', creative, ['tweening'], []],
    ['latent-interpolation', '', technical, ['latent walk'], []],
    ['lora', 'LoRA', technical, ['low-rank adaptation'], []],
    ['art-direction', '', creative, [], []],
    ['resume', 'résumé', creative, [], []],
    ['evaluation-gap', '', both, [], []],
    ['copy', '', creative, [], [], 1],
    ['noise', '', technical, [], []],
    ['grain', '', creative, ['film grain'], []],
  ],
  pages: [
    ['tutorials/what-a-latent-space-is/', 'What a latent space is (and is not), with letters', 1, 3, 1],
    ['essays/the-instrument-and-the-ear/', 'The instrument and the ear', 2, 1, 2],
    ['faq/', 'Questions people ask', 5, 0, 0],
  ],
  // Exact, close, partial, false friend; from 0 to 1, from 2 to 3, from 8 to 7, and so on.
  bridges: [[], [0, 1, 2, 3, 6, 7], [2, 6], [4, 5, 10, 15]],
};

export const index: SearchIndex = openIndex(file);

/** Names of pages, shorter: ids of terms, paths of the rest. */
export const nameOf = (n: number): string => index.pages[n]?.term?.id ?? index.pages[n]?.path ?? '?';
