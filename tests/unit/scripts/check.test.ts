import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

const project = path.resolve(import.meta.dirname, '../../..');
const fixtures = path.join(project, 'tests/fixtures/checks');

function check(args: string[], env: Record<string, string> = {}): { code: number | null; out: string; err: string } {
  const { GITHUB_ACTIONS: _, ...clean } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(project, 'scripts/check.ts'), ...args], { encoding: 'utf8', env: { ...clean, ...env } });
  return { code: status, out: stdout, err: stderr };
}
const advised = (site: string): string[] => ['--root', path.join(fixtures, '../advice', site)];
const on = (site: string, ...args: string[]): string[] => ['--root', path.join(fixtures, site), ...args];

describe('npm run check', () => {
  test('ends with 0 and says so when there is no fault', () => {
    const { code, out, err } = check(on('clean'));
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.ok(out.startsWith(readFileSync(path.join(fixtures, 'clean/expected.txt'), 'utf8')), out);
  });
  test('shows a little advice unasked, after what it found, and ends with 0', () => {
    const { code, out } = check(advised('inflection'));
    assert.deepEqual({ code, out }, { code: 0, out: readFileSync(path.join(fixtures, '../advice/inflection/expected.txt'), 'utf8') });
  });
  test('keeps its advice to itself while there are faults, unless it is asked', () => {
    assert.doesNotMatch(check(on('term-formerly')).out, /Advice/);
    const { code, out } = check(on('term-formerly', '--advice'));
    assert.equal(code, 1);
    assert.match(out, /^6 faults in 3 files\.\n\nAdvice, none of it binding:\n\n.* orphan-term /m);
  });
  test('ends with 1 and the report when there are faults', () => {
    assert.deepEqual(check(on('piece-inks')), { code: 1, out: readFileSync(path.join(fixtures, 'piece-inks/expected.txt'), 'utf8'), err: '' });
  });
  test('reports one file when asked for one', () => {
    const { code, out } = check(on('bridge-both-sides', 'content/glossary/truncation.mdx'));
    assert.equal(code, 1);
    assert.match(out, /^1 fault in 1 file\.$/m);
  });
  test('reports a folder when asked for one', () => {
    assert.match(check(on('clean', 'content/glossary')).out, /^No faults in 2 files\.\n/);
  });
  test('writes JSON when asked', () => {
    const { code, out } = check(on('piece-inks', '--json'));
    assert.equal(code, 1);
    assert.equal((JSON.parse(out) as { version: number }).version, 1);
  });
  test('annotates on GitHub by itself', () => assert.match(check(on('piece-inks'), { GITHUB_ACTIONS: 'true' }).out, /^::error file=content\/essays/));
  test('writes JSON on GitHub when asked', () => assert.match(check(on('piece-inks', '--json'), { GITHUB_ACTIONS: 'true' }).out, /^\{/));
  test('explains itself', () => assert.equal(check(['--help']).code, 0));
});

describe('npm run check ends with 2 and a plain sentence', () => {
  const cases: [name: string, args: string[], message: RegExp][] = [
    ['for a file that does not exist, with the nearest one', on('clean', 'content/glossary/truncaton.mdx'), /no file content\/glossary\/truncaton\.mdx\n {4}nearest: {2}content\/glossary\/truncation\.mdx/],
    ['for a file without its content/', on('clean', 'glossary/restraint.mdx'), /nearest: {2}content\/glossary\/restraint\.mdx/],
    ['for a file that nothing resembles', on('clean', 'zymurgy'), /no file zymurgy under content\//],
    ['for an option there is not', on('clean', '--jsn'), /Unknown option '--jsn'/],
    ['for two formats at once', on('clean', '--json', '--github'), /exclude each other/],
    ['for a folder without content', ['--root', fixtures], /no content folder/],
  ];
  for (const [name, args, message] of cases) {
    test(name, () => {
      const { code, out, err } = check(args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
      assert.doesNotMatch(err, /^\s+at /m);
    });
  }
});
