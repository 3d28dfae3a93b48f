import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressesOf } from '../../../../../src/lib/glossary/forms/addresses.ts';

describe('addresses', () => {
  const cases: [says: string, origin: string | undefined, base: string, root: string][] = [
    ['of a site at a domain’s root', 'https://t.test', '/', 'https://t.test/'],
    ['of a site under a sub-path', 'https://t.test', '/sub/path', 'https://t.test/sub/path/'],
    ['of a site under a sub-path with a slash', 'https://t.test/', '/sub/path/', 'https://t.test/sub/path/'],
    ['of a site that does not know its origin are paths', undefined, '/sub/path', '/sub/path/'],
  ];
  for (const [says, origin, base, root] of cases) {
    test(says, () => {
      const { root: start, term, bridge, vocabulary, namespace, of } = addressesOf(origin, base);
      assert.deepEqual([start, term('grain'), bridge('noise', 'grain'), vocabulary('Bridge'), namespace, of('/glossary/')], [
        root, `${root}glossary/grain/#term`, `${root}glossary/noise/#bridge-grain`, `${root}ns/#Bridge`, `${root}ns/#`, `${root}glossary/`,
      ]);
    });
  }
  test('of a term and of its page differ', () => {
    const { term, of } = addressesOf('https://t.test', '/');
    assert.notEqual(term('grain'), of('/glossary/grain/'));
  });
});
