import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pieceBibtex, pieceCitation, pieceJsonLd, type PieceRecord } from '../../../src/lib/piece-records.ts';

const piece: PieceRecord = {
  title: 'The instrument and the ear', summary: 'A summary.', kind: 'essay', audience: 'both', level: 'introduction', minutes: 14,
  authors: ['Latent Commons'], published: '2026-11-23', licence: 'CC-BY-4.0', path: '/essays/the-instrument-and-the-ear/',
  url: 'https://latent-commons.test/essays/the-instrument-and-the-ear/',
};

test('a citation names author, title, day and address', () => {
  assert.equal(pieceCitation(piece), 'Latent Commons. “The instrument and the ear.” Latent Commons, 23 November 2026. https://latent-commons.test/essays/the-instrument-and-the-ear/');
});
test('without a known address a citation has none', () => assert.doesNotMatch(pieceCitation({ ...piece, url: undefined }), /http|undefined/));
test('a changed piece is cited by the day of its change', () => assert.match(pieceCitation({ ...piece, updated: '2027-01-02' }), /2 January 2027/));
test('BibTeX protects a collective author from being read as a family name', () => {
  assert.equal(pieceBibtex(piece), '@misc{latentcommons-the-instrument-and-the-ear,\n  author = {{Latent Commons}},\n  title = {The instrument and the ear},\n  year = {2026},\n  howpublished = {Latent Commons},\n  url = {https://latent-commons.test/essays/the-instrument-and-the-ear/}\n}');
});
test('only a tutorial is a learning resource', () => {
  assert.deepEqual((pieceJsonLd(piece) as { '@type': unknown })['@type'], 'Article');
  assert.deepEqual((pieceJsonLd({ ...piece, kind: 'tutorial' }) as { '@type': unknown })['@type'], ['Article', 'LearningResource']);
});
