import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renamedTerms, type RenamedTerm } from '../../../../src/lib/glossary/renamed.ts';

describe('a former id', () => {
  const cases: [says: string, terms: RenamedTerm[], expected: [string, string][]][] = [
    ['leads to the term that had it', [{ id: 'new', formerly: ['old'] }], [['old', 'new']]],
    ['may be one of several', [{ id: 'new', formerly: ['older', 'old'] }], [['old', 'new'], ['older', 'new']]],
    ['leads nowhere else while a living term has it', [{ id: 'new', formerly: ['old'] }, { id: 'old', formerly: [] }], []],
    ['that two terms claim belongs to the first', [{ id: 'a', formerly: ['old'] }, { id: 'b', formerly: ['old'] }], [['old', 'a']]],
  ];
  for (const [says, terms, expected] of cases) test(says, () => assert.deepEqual([...renamedTerms(terms)], expected));
});
