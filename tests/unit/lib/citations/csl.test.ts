import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { authorYear, toCsl } from '../../../../src/lib/citations/csl.ts';
import type { Reference } from '../../../../src/schemas/index.ts';

const reference = (data: Partial<Reference>): Reference => ({
  type: 'article', title: 'A Title', URL: 'https://example.org/', accessed: '2026-11-23', checked: 'against itself', ...data,
});

describe('authorYear', () => {
  const cases: [says: string, data: Partial<Reference>, expected: string][] = [
    ['one author', { author: [{ family: 'Ridler', given: 'Anna' }], issued: '2018-03' }, 'Ridler 2018'],
    ['two authors', { author: [{ family: 'Elgammal' }, { family: 'Liu' }], issued: '2017' }, 'Elgammal and Liu 2017'],
    ['three authors', { author: [{ family: 'Karras' }, { family: 'Laine' }, { family: 'Aila' }], issued: '2019' }, 'Karras et al. 2019'],
    ['a body', { author: [{ literal: 'NVIDIA' }], issued: '2019' }, 'NVIDIA 2019'],
    ['editors where no author signs', { editor: [{ family: 'Williams' }], issued: '2010' }, 'Williams 2010'],
    ['no date', { author: [{ family: 'Penna' }] }, 'Penna n.d.'],
    ['a short title where nobody signs', { title: 'Mannerism', issued: '1913' }, 'Mannerism 1913'],
    ['the start of a long title', { title: 'Stability AI releases its latest model: again', issued: '2023' }, 'Stability AI releases its… 2023'],
  ];
  for (const [says, data, expected] of cases) test(says, () => assert.equal(authorYear(reference(data)), expected));
});

describe('toCsl', () => {
  test('keeps what is known, in CSL’s shapes', () => {
    const author = [{ family: 'Karras', given: 'Tero' }];
    assert.deepEqual(toCsl('k', reference({ type: 'article-journal', author, issued: '2019-06', volume: '3', note: 'Read it.' })), {
      id: 'k', type: 'article-journal', title: 'A Title', URL: 'https://example.org/', author, volume: '3',
      issued: { 'date-parts': [[2019, 6]] }, accessed: { 'date-parts': [[2026, 11, 23]] }, note: 'Read it.',
    });
  });
  test('gives a preprint its number and arXiv for a publisher', () => {
    const item = toCsl('k', reference({ arxiv: '1809.11096', 'container-title': 'arXiv preprint' }));
    assert.deepEqual([item.number, item.publisher, item['container-title'], item.note], ['arXiv:1809.11096', 'arXiv', undefined, undefined]);
  });
  test('notes the arXiv number of a work that came out elsewhere', () => {
    const item = toCsl('k', reference({ type: 'paper-conference', arxiv: '1809.11096', note: 'Read it.' }));
    assert.deepEqual([item.number, item.note], [undefined, 'Read it.\narXiv:1809.11096']);
  });
});
