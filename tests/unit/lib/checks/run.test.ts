import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { collections, type CollectionName } from '../../../../src/schemas/index.ts';
import { checkContent, reportText, type Fault } from '../../../../src/lib/checks/index.ts';
import { fieldAt } from '../../../../src/lib/checks/fields.ts';
import { keysAt, requiredKeys } from '../../../../src/lib/checks/schema-keys.ts';
import { listFiles, parseEntry, readContent, type ContentSource } from '../../../../src/lib/content/source.ts';

const folder = path.resolve(import.meta.dirname, '../../../fixtures/checks');
const assetsOf = (root: string): { files: () => string[] } => ({ files: () => listFiles(root) });
const check = (site: string, files?: string[]): Fault[] => checkContent(readContent(path.join(folder, site)), { files, assets: assetsOf(path.join(folder, site)) });

describe('a run', () => {
  test('is sorted by path, line and column', () => {
    const places = check('mdx-syntax').map(({ path: file, line, column }) => `${file} ${String(line).padStart(4, '0')} ${String(column).padStart(4, '0')}`);
    assert.deepEqual(places, places.toSorted());
  });
  test('of one file has the faults of that file and no other', () => {
    const file = 'content/glossary/style-model.mdx';
    const all = check('label-collision').filter((fault) => fault.path === file);
    assert.ok(all.length > 0);
    assert.deepEqual(check('label-collision', [file]), all);
  });
  test('of one file knows the ids of the others', () => assert.deepEqual(check('clean', ['content/essays/grain/index.mdx']), []));
  test('of a bridge declared twice shows it in either file', () => {
    for (const name of ['restraint', 'truncation']) assert.ok(check('bridge-twice', [`content/glossary/${name}.mdx`]).some(({ rule }) => rule === 'bridge-twice'), name);
  });
  test('without content has no faults', () => assert.deepEqual(checkContent({ root: '/nowhere', base: 'content', entries: [] }, { assets: { files: () => [] } }), []));
});

describe('a check that fails', () => {
  const broken = (): ContentSource => {
    const source = readContent(path.join(folder, 'clean'));
    const prose = source.entries.find(({ path: file }) => file.endsWith('.mdx'));
    assert.ok(prose);
    Object.defineProperty(prose, 'body', { get: () => { throw new Error('no body today\n    at somewhere'); } });
    return source;
  };
  const faults = checkContent(broken(), { assets: assetsOf(path.join(folder, 'clean')) });
  test('becomes a fault that names the check and the file', () => {
    assert.ok(faults.length > 0);
    assert.ok(faults.every(({ rule, path: file }) => rule === 'internal' && file.startsWith('content')));
    assert.match(reportText(faults, 1), /internal {2}the check “[a-z-]+” failed here: no body today\n/);
  });
  test('shows no stack trace', () => assert.doesNotMatch(reportText(faults, 1), /somewhere/));
});

describe('front matter', () => {
  test('may hold three hyphens in a value', () => {
    const entry = parseEntry('pages', 'about', 'content/pages/about.mdx', '---\ntitle: About ---\nsummary: A page.\n---\n\nProse.\n');
    assert.deepEqual(entry.yaml?.toJS(), { title: 'About ---', summary: 'A page.' });
    assert.equal(entry.bodyLine, 5);
  });
});

describe('every field that a schema requires has a purpose and an example', () => {
  for (const name of Object.keys(collections) as CollectionName[]) {
    for (const key of requiredKeys(collections[name].schema)) {
      test(`${name}: ${key}`, () => assert.ok(fieldAt(name, key.split('.'))));
    }
  }
});

describe('the fields of a schema', () => {
  test('at the top', () => assert.deepEqual(keysAt(collections.pages.schema, []), ['title', 'summary']));
  test('of an item of an optional list', () => assert.deepEqual(keysAt(collections.glossary.schema, ['bridges', 3]), ['to', 'relation', 'breaks', 'sayToMakers', 'sayToEngineers']));
  test('of a choice between shapes are those of both', () => assert.deepEqual(keysAt(collections.references.schema, ['author', 0]), ['family', 'given', 'literal']));
  test('of a text are none', () => assert.deepEqual(keysAt(collections.pages.schema, ['title']), []));
});
