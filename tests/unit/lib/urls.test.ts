import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { entryPath, withBase } from '../../../src/lib/urls.ts';

describe('withBase', () => {
  const cases: [says: string, base: string, path: string, expected: string][] = [
    ['leaves a path at the root', '/', '/glossary/', '/glossary/'],
    ['puts a sub-path before it', '/commons', '/glossary/', '/commons/glossary/'],
    ['does not double the slash of a base that ends in one', '/commons/', '/glossary/', '/commons/glossary/'],
    ['gives the base itself for the home page', '/commons', '/', '/commons/'],
    ['keeps an anchor', '/commons', '/references/#a', '/commons/references/#a'],
  ];
  for (const [says, base, path, expected] of cases) test(says, () => assert.equal(withBase(base, path), expected));
});

test('every kind of entry has a page', () => {
  assert.equal(entryPath('glossary', 'truncation'), '/glossary/truncation/');
  assert.equal(entryPath('case-studies', 'mosaic-virus'), '/case-studies/mosaic-virus/');
  assert.equal(entryPath('pages', 'faq'), '/faq/');
  assert.equal(entryPath('references', 'karras2019style'), '/references/#karras2019style');
});
