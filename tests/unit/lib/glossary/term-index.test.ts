import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildTermIndex, labelKey } from '../../../../src/lib/glossary/term-index.ts';
import { plural } from '../../../../src/lib/glossary/words.ts';
import { bridge, entry } from '../../../helpers/terms.ts';

describe('plurals', () => {
  const cases: [says: string, label: string, expected: string | undefined][] = [
    ['a plain word takes s', 'mask', 'masks'],
    ['a hiss takes es', 'bias', 'biases'],
    ['sh takes es', 'brush', 'brushes'],
    ['y after a consonant becomes ies', 'forgery', 'forgeries'],
    ['y after a vowel stays', 'essay', 'essays'],
    ['only the last word of several changes', 'latent space', 'latent spaces'],
    ['the last word of a compound changes', 'in-betweening', 'in-betweenings'],
    ['an acronym takes s even after a hiss', 'GPS', 'GPSs'],
    ['a word with inner capitals takes s', 'LoRA', 'LoRAs'],
    ['a label that ends in a figure has none', 'StyleGAN 2', undefined],
    ['a label in -ics has none', 'AI aesthetics', undefined],
  ];
  for (const [says, label, expected] of cases) test(says, () => assert.equal(plural(label), expected));
});

describe('collisions', () => {
  test('two entries with one term collide, and the claims say where each is written', () => {
    const { collisions } = buildTermIndex([entry('mask'), entry('frisket', { side: 'creative', aliases: ['liquid frisket', 'Mask'] })]);
    assert.deepEqual(collisions.map(({ label, claims }) => [label, claims.map(({ id, field, plural: many }) => [id, ...field, many])]), [
      ['mask', [['frisket', 'aliases', 1, false], ['mask', 'term', false]]],
      ['masks', [['frisket', 'aliases', 1, true], ['mask', 'term', true]]],
    ]);
  });
  test('a plural that another entry writes out collides, and says so', () => {
    const { collisions } = buildTermIndex([entry('setting'), entry('dials', { aliases: ['settings'] })]);
    assert.deepEqual(collisions[0]?.claims.map(({ id, plural: many }) => [id, many]), [['dials', false], ['setting', true]]);
  });
  test('a hyphen and a space make one label', () => {
    const { collisions } = buildTermIndex([entry('in-betweening', { term: 'in-betweening' }), entry('tweening', { aliases: ['in betweening'] })]);
    assert.deepEqual(collisions.map(({ label }) => label), ['in betweening', 'in betweenings']);
  });
  test('an acronym and a common word in the same letters do not collide', () => {
    const { collisions } = buildTermIndex([entry('clip-model', { term: 'CLIP' }), entry('clip', { side: 'creative' })]);
    assert.deepEqual(collisions, []);
  });
  test('an entry may write its own plural', () => {
    assert.deepEqual(buildTermIndex([entry('mask', { aliases: ['masks'] })]).collisions, []);
  });
});

describe('ambiguous labels', () => {
  const style = (relation: 'false-friend' | 'close') => [
    entry('style-model', { term: 'style', bridges: [bridge('style-tradition', relation)] }),
    entry('style-tradition', { term: 'style', side: 'creative' }),
  ];
  test('one label on both sides of a false-friend bridge is ambiguous, not a collision', () => {
    const { index, collisions } = buildTermIndex(style('false-friend'));
    assert.deepEqual(collisions, []);
    assert.deepEqual(index.ambiguous.get(labelKey('style')), ['style-model', 'style-tradition']);
    assert.deepEqual(index.ambiguous.get(labelKey('Styles')), ['style-model', 'style-tradition']);
  });
  test('a bridge of another relation does not excuse it', () => {
    assert.deepEqual(buildTermIndex(style('close')).collisions.map(({ label }) => label), ['style', 'styles']);
  });
  test('a third entry makes it a collision', () => {
    assert.equal(buildTermIndex([...style('false-friend'), entry('house-style', { term: 'style', side: 'creative' })]).collisions[0]?.claims.length, 3);
  });
});

test('misspellings are kept for search and only there', () => {
  const { index, collisions } = buildTermIndex([entry('truncation', { misspellings: ['truncaton'] }), entry('other', { term: 'truncaton' })]);
  assert.deepEqual(collisions, []);
  assert.deepEqual(index.search.filter(({ id }) => id === 'truncation'), [
    { id: 'truncation', text: 'truncation', kind: 'term' },
    { id: 'truncation', text: 'truncaton', kind: 'misspelling' },
  ]);
});
