import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crossingsOf, type CardFile, type CardTerm } from '../../../src/term-cards/data.ts';

const term = (label: string, side: CardTerm['side']): CardTerm => ({ term: label, side, plain: '', labels: [] });
const file: CardFile = {
  terms: { truncation: term('truncation', 'technical'), restraint: term('restraint', 'creative') },
  bridges: [
    { from: 'truncation', to: 'restraint', relation: 'close', breaks: 'Somewhere.' },
    { from: 'truncation', to: 'gone', relation: 'exact', breaks: 'Nowhere.' },
  ],
};

test('a bridge is seen from both ends', () => {
  assert.deepEqual(crossingsOf(file, 'truncation').map(({ id }) => id), ['restraint']);
  assert.deepEqual(crossingsOf(file, 'restraint').map(({ id }) => id), ['truncation']);
});
test('a bridge to a term that is not there is left out', () => assert.equal(crossingsOf(file, 'truncation').length, 1));
