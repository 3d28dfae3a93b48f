import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { documentLimit, limits, weigh } from '../../../scripts/budget.ts';
import { differences } from '../../../scripts/same-bytes.ts';

const home = mkdtempSync(path.join(tmpdir(), 'budget-'));
after(() => rmSync(home, { recursive: true, force: true }));

function site(name: string, files: Readonly<Record<string, string>>): string {
  const folder = path.join(home, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** Text that does not compress. */
function noise(length: number): string {
  let text = '';
  for (let i = 0; text.length < length; i++) text += createHash('sha512').update(String(i)).digest('base64');
  return text.slice(0, length);
}

describe('weigh', () => {
  const folder = site('weigh', {
    'index.html': '<script type="module" src="/base/a.js"></script><link rel="stylesheet" href="/base/a.css"><main>Three <b>words</b> here <svg><path d="M0 0"/></svg></main>',
    'essays/one/index.html': `<main>${noise(40_000)}</main>`,
    'slow/index.html': '<script src="/base/d.js"></script><main></main>',
    'a.js': 'import{b}from"./b.js";import("./later.js")',
    'b.js': 'import"./c.js";export const b=1',
    'c.js': 'import"./b.js";',
    'd.js': 'alert()',
    'later.js': noise(90_000),
    'a.css': 'a{color:red}',
  });
  const weights = new Map(weigh(folder, '/base').map((weight) => [weight.path, weight]));

  test('counts the words of a page, not its pictures', () => assert.equal(weights.get('/')?.words, 3));
  test('adds what a script imports, once, and leaves out what it imports later', () => {
    const script = weights.get('/')?.script ?? 0;
    assert.ok(script > 60 && script < 300, String(script));
  });
  test('adds the style sheets a page names', () => assert.ok((weights.get('/')?.css ?? 0) > 5));
  test('names an article that is too heavy', () => assert.match(weights.get('/essays/one/')?.faults.join() ?? '', /^HTML and CSS \d+\.\d KB of/));
  test('names a script that holds up the first paint', () => assert.deepEqual(weights.get('/slow/')?.faults, ['held up by /base/d.js']));
  test('finds no fault in a light page', () => assert.deepEqual(weights.get('/')?.faults, []));
});

test('a long article may weigh more, a short one as much as one of ordinary length', () => {
  assert.equal(documentLimit(100), limits.document);
  assert.equal(documentLimit(limits.words), limits.document);
  assert.equal(documentLimit(limits.words * 2), limits.document * 2);
});

test('differences names every file that is not the same twice', async () => {
  const first = site('first', { 'same.txt': 'a', 'deep/changed.txt': 'abc', 'gone.txt': '', 'longer.txt': 'ab' });
  const second = site('second', { 'same.txt': 'a', 'deep/changed.txt': 'abd', 'new.txt': '', 'longer.txt': 'abc' });
  assert.deepEqual(await differences(first, second), [
    'deep/changed.txt: byte 2 differs',
    'gone.txt: only in the first',
    'longer.txt: byte 2 differs',
    'new.txt: only in the second',
  ]);
  assert.deepEqual(await differences(first, first), []);
});
