import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseCitations, strayCitations } from '../../../../src/lib/citations/parse.ts';

describe('parseCitations', () => {
  const cases: [says: string, text: string, expected: [id: string, locator?: string][][]][] = [
    ['reads one source', 'So [@karras2019style].', [[['karras2019style']]]],
    ['reads a locator', '[@karras2019style, p. 4]', [[['karras2019style', 'p. 4']]]],
    ['reads a locator with commas', '[@a, ch. 2, fig. 3]', [[['a', 'ch. 2, fig. 3']]]],
    ['reads several sources', '[@a; @b, p. 2;@c]', [[['a'], ['b', 'p. 2'], ['c']]]],
    ['reads several citations', '[@a] and [@b][@a]', [[['a']], [['b']], [['a']]]],
    ['reads across a line break', '[@a,\np.\n4]', [[['a', 'p. 4']]]],
    ['reads ids that cannot exist, for the checker to report', '[@Karras_2019; @böhme2020]', [[['Karras_2019'], ['böhme2020']]]],
    ['takes an empty locator for none', '[@a, ]', [[['a']]]],
    ['ignores an @ without brackets', 'me@example.org @a', []],
    ['ignores brackets without an @', '[a] [see @a]', []],
    ['ignores an open bracket', '[@a and then', []],
    ['ignores a missing comma', '[@a p. 4]', []],
    ['ignores a second @ in a locator', '[@a, see me@example.org]', []],
  ];
  for (const [says, text, expected] of cases) {
    test(says, () => assert.deepEqual(parseCitations(text).map(({ sources }) => sources.map(({ id, locator }) => (locator === undefined ? [id] : [id, locator]))), expected));
  }

  test('offsets lead to the brackets and the ids', () => {
    const text = 'So [@a; @bc, p. 4].';
    const [citation] = parseCitations(text);
    assert.equal(text.slice(citation?.start, citation?.end), '[@a; @bc, p. 4]');
    assert.deepEqual(citation?.sources.map(({ id, offset }) => text.slice(offset, offset + id.length)), ['a', 'bc']);
  });
  test('a long line of brackets takes no time', () => {
    const start = performance.now();
    parseCitations(`[@a${', '.repeat(20_000)}`.repeat(3));
    parseCitations('[@a;'.repeat(20_000));
    assert.ok(performance.now() - start < 500);
  });
});

test('what begins like a citation and is none is reported by offset', () => {
  assert.deepEqual(strayCitations('[@a] [@b p. 4] and [@c'), [5, 19]);
});
