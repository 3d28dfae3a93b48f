/**
 * All advice the checker gives, as its exact text. A folder of `tests/fixtures/advice` is a small site without faults and an
 * `expected.txt`. `UPDATE=1` writes the expectations anew; read the difference before keeping it.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { adviceKinds, adviseSite, buildSite, checkSite, reportGithub, reportJson, reportText, type Advice } from '../../../../src/lib/checks/index.ts';
import { listFiles, parseEntry, readContent, type ContentSource } from '../../../../src/lib/content/source.ts';

const folder = path.resolve(import.meta.dirname, '../../../fixtures/advice');
const sites = readdirSync(folder).sort();
const update = process.env['UPDATE'] === '1' && !process.env['CI'];

function advise(source: ContentSource, files?: readonly string[]): Advice[] {
  const present = listFiles(source.root);
  const site = buildSite(source, { files: () => present });
  assert.deepEqual(checkSite(site), []);
  return adviseSite(site, source, files);
}

describe('advice is given in exact words', () => {
  for (const name of sites) {
    test(name, () => {
      const root = path.join(folder, name);
      const file = path.join(root, 'expected.txt');
      const source = readContent(root);
      const report = reportText([], source.entries.length, { advice: advise(source), full: true });
      if (update) writeFileSync(file, report);
      assert.equal(report, existsSync(file) ? readFileSync(file, 'utf8') : 'no expected.txt; run with UPDATE=1');
    });
    test(`${name}, at the same places with CRLF line ends`, () => {
      const source = readContent(path.join(folder, name));
      const resaved = { ...source, entries: source.entries.map((entry) => parseEntry(entry.collection, entry.id, entry.path, entry.text.replaceAll('\n', '\r\n'))) };
      assert.deepEqual(advise(resaved), advise(source));
    });
  }
});

describe('the table of advice and the fixtures agree', () => {
  for (const kind of Object.keys(adviceKinds)) {
    test(`${kind} has a fixture that shows it, and no other kind`, () => {
      const found = advise(readContent(path.join(folder, kind)));
      assert.deepEqual([...new Set(found.map(({ rule }) => rule))], [kind]);
    });
  }
});

describe('a report', () => {
  const source = readContent(path.join(folder, 'orphan-term'));
  const advice = advise(source);
  test('counts advice in one line where it is not asked for', () => {
    assert.equal(reportText([], 5, { advice, full: false }), 'No faults in 5 files.\nAdvice, none of it binding: 2 terms that no text speaks of. All of it: npm run check -- --advice\n');
  });
  test('says nothing of advice where there is none', () => assert.equal(reportText([], 5, { advice: [], full: true }), 'No faults in 5 files.\n'));
  test('as JSON has all of it, counted', () => {
    const report = JSON.parse(reportJson([], 5, { advice })) as { summary: { advice: number; faults: number }; advice: Advice[] };
    assert.deepEqual(report.advice, JSON.parse(JSON.stringify(advice)));
    assert.deepEqual([report.summary.advice, report.summary.faults], [2, 0]);
  });
  test('for GitHub makes notices of it where it is asked for, and counts it otherwise', () => {
    const full = reportGithub([], 5, { advice, full: true }).split('\n');
    assert.match(full[0] ?? '', /^::notice file=content\/glossary\/restraint\.mdx,line=2,col=7,title=orphan-term::/);
    assert.equal(reportGithub([], 5, { advice, full: false }), 'No faults in 5 files.\nAdvice, none of it binding: 2 terms that no text speaks of.\n');
  });
  test('of one file has the advice on that file and no other', () => {
    const file = 'content/glossary/restraint.mdx';
    assert.deepEqual(advise(source, [file]), advice.filter(({ path: at }) => at === file));
  });
});
