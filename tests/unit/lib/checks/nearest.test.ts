import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { choices, nearest } from '../../../../src/lib/checks/nearest.ts';

const ids = ['attention-model', 'attention-viewer', 'fid', 'grain', 'introduction', 'mode-collapse', 'take', 'truncation'];

const cases: [name: string, value: string, expected: string | undefined][] = [
  ['a letter left out', 'truncaton', 'truncation'],
  ['two letters that changed places in a short word', 'grian', 'grain'],
  ['capitals', 'FID', 'fid'],
  ['white space around it', ' fid ', 'fid'],
  ['a beginning', 'intro', 'introduction'],
  ['a beginning that two share gives the first', 'attention', 'attention-model'],
  ['one part of an id', 'collapse', 'mode-collapse'],
  ['another word', 'zymurgy', undefined],
  ['a word too far off', 'trunk', undefined],
  ['two letters, which are not enough to guess from', 'mo', undefined],
  ['nothing', '', undefined],
];

describe('the nearest value is the one that was meant', () => {
  for (const [name, value, expected] of cases) test(name, () => assert.equal(nearest(value, ids), expected));
  test('among nothing there is no nearest', () => assert.equal(nearest('grain', []), undefined));
  test('the order of candidates does not matter', () => assert.equal(nearest('attention', ids.toReversed()), 'attention-model'));
});

describe('values are listed as a sentence lists them', () => {
  test('none', () => assert.equal(choices([]), ''));
  test('one', () => assert.equal(choices(['a']), 'a'));
  test('three', () => assert.equal(choices(['a', 'b', 'c']), 'a, b or c'));
});
