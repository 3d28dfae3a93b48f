import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { excerptAt } from '../../../../src/lib/checks/excerpt.ts';

const long = `${'a'.repeat(150)}X${'b'.repeat(150)}`;

describe('an excerpt shows the line and points at the place', () => {
  test('a short line is shown whole', () => assert.deepEqual(excerptAt('one\ntwo three\n', { line: 2, column: 5 }), { text: 'two three', caret: 4 }));
  test('a long line is cut around the place', () => {
    const excerpt = excerptAt(long, { line: 1, column: 151 });
    assert.equal(excerpt?.text.length, 102);
    assert.equal(excerpt?.text[excerpt.caret], 'X');
    assert.match(excerpt?.text ?? '', /^….*…$/);
  });
  test('a long line is shown from its start when the place is near it', () => assert.deepEqual(excerptAt(long, { line: 1, column: 3 }), { text: `${'a'.repeat(100)}…`, caret: 2 }));
  test('a long line is shown to its end when the place is near it', () => assert.deepEqual(excerptAt(long, { line: 1, column: 301 }), { text: `…${'b'.repeat(100)}`, caret: 100 }));
  test('a tab is one column wide', () => assert.deepEqual(excerptAt('\tx', { line: 1, column: 2 }), { text: ' x', caret: 1 }));
  test('a carriage return and a byte order mark are not shown', () => assert.deepEqual(excerptAt('\uFEFFab\r\n', { line: 1, column: 2 }), { text: 'ab', caret: 1 }));
  test('a place after the end is the end', () => assert.deepEqual(excerptAt('ab', { line: 1, column: 9 }), { text: 'ab', caret: 2 }));
});

describe('there is no excerpt where there is nothing to show', () => {
  for (const [name, text] of [['a blank line', ' \n'], ['a line of ---', '---\n'], ['no such line', '']] as const) {
    test(name, () => assert.equal(excerptAt(text, { line: 1, column: 1 }), undefined));
  }
});
