import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { falseFriends, imposeCards } from '../../../../src/lib/glossary/false-friends.ts';
import { buildGraph } from '../../../../src/lib/glossary/graph.ts';
import { bridge, entry } from '../../../helpers/terms.ts';

describe('falseFriends', () => {
  const entries = [
    entry('noise', { bridges: [bridge('grain', 'false-friend')] }),
    entry('truncation', { bridges: [bridge('restraint')] }),
    entry('style-model', { term: 'style', plain: 'A vector.', bridges: [bridge('style-tradition', 'false-friend')] }),
    entry('bias-canon', { term: 'Bias', side: 'creative', bridges: [bridge('bias-model', 'false-friend')] }),
    entry('bias-model', { term: 'bias' }),
    entry('grain', { side: 'creative' }), entry('restraint', { side: 'creative' }),
    entry('style-tradition', { term: 'style', side: 'creative', plain: 'A manner.' }),
  ];
  const cards = falseFriends(new Map(entries.map((each) => [each.id, each])), buildGraph(entries).bridges);

  test('are the words both sides share, then the other pairs, each from A to Z', () => {
    assert.deepEqual(cards.map(({ technical, creative, shared }) => [technical.word, creative.word, shared]), [['bias', 'Bias', true], ['style', 'style', true], ['noise', 'grain', false]]);
  });
  test('have what each side means and says, whichever file declares the bridge', () => {
    const [, style] = cards;
    assert.deepEqual(style, {
      technical: { id: 'style-model', word: 'style', plain: 'A vector.', say: 'To makers.' },
      creative: { id: 'style-tradition', word: 'style', plain: 'A manner.', say: 'To engineers.' },
      breaks: 'Breaks at style-tradition.', shared: true,
    });
    assert.equal(cards[0]?.technical.id, 'bias-model');
  });
});

describe('imposeCards', () => {
  test('mirrors each row of backs, so that they meet their fronts', () => {
    assert.deepEqual(imposeCards([1, 2, 3, 4, 5, 6], 2, 3), [{ fronts: [1, 2, 3, 4, 5, 6], backs: [2, 1, 4, 3, 6, 5] }]);
  });
  test('keeps the places of a last sheet that is not full', () => {
    const [, last] = imposeCards([1, 2, 3, 4, 5], 2, 2);
    assert.deepEqual(last, { fronts: [5, undefined, undefined, undefined], backs: [undefined, 5, undefined, undefined] });
  });
  test('mirrors three columns around the middle one', () => assert.deepEqual(imposeCards(['a', 'b', 'c'], 3, 1)[0]?.backs, ['c', 'b', 'a']));
  test('has no sheet without a card', () => assert.deepEqual(imposeCards([], 2, 3), []));
});
