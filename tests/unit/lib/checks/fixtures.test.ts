/**
 * Every fault the checker can find, as its exact text. A folder of `tests/fixtures/checks` is a small site with that
 * fault and an `expected.txt`. `UPDATE=1` writes the expectations anew; read the difference before keeping it.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { checkContent, reportText, rules, type Fault } from '../../../../src/lib/checks/index.ts';
import { listFiles, parseEntry, readContent, type ContentSource } from '../../../../src/lib/content/source.ts';

const folder = path.resolve(import.meta.dirname, '../../../fixtures/checks');
const sites = readdirSync(folder, { withFileTypes: true })
  .filter((item) => item.isDirectory())
  .map(({ name }) => name)
  .sort();
const update = process.env['UPDATE'] === '1';

function check(source: ContentSource): Fault[] {
  const files = listFiles(source.root);
  return checkContent(source, { assets: { files: () => files } });
}

/** The same site with every text changed, as another editor would have saved it. */
function resaved(source: ContentSource, change: (text: string) => string): ContentSource {
  return { ...source, entries: source.entries.map((entry) => parseEntry(entry.collection, entry.id, entry.path, change(entry.text))) };
}

test('expectations are not written where they are tested', () => {
  assert.ok(!(update && process.env['CI']), 'UPDATE=1 is for people, not for CI');
});

describe('faults are reported in exact words', () => {
  for (const name of sites) {
    const root = path.join(folder, name);
    const file = path.join(root, 'expected.txt');
    test(name, () => {
      const source = readContent(root);
      const report = reportText(check(source), source.entries.length);
      if (update && !process.env['CI']) writeFileSync(file, report);
      assert.equal(report, existsSync(file) ? readFileSync(file, 'utf8') : 'no expected.txt; run with UPDATE=1');
    });
  }
});

describe('faults are found at the same places however the file was saved', () => {
  for (const name of sites) {
    const source = readContent(path.join(folder, name));
    const faults = check(source);
    test(`${name}, with CRLF line ends`, () => {
      assert.deepEqual(check(resaved(source, (text) => text.replaceAll('\n', '\r\n'))), faults);
    });
    test(`${name}, with a byte order mark`, () => {
      assert.deepEqual(check(resaved(source, (text) => `\uFEFF${text}`)), faults);
    });
  }
});

describe('the table of rules and the fixtures agree', () => {
  // `internal` needs a broken checker, not broken content: see run.test.ts.
  for (const rule of Object.keys(rules).filter((id) => id !== 'internal')) {
    test(`${rule} has a fixture that shows it`, () => {
      assert.ok(sites.includes(rule), `tests/fixtures/checks/${rule}/ is missing`);
      assert.ok(check(readContent(path.join(folder, rule))).some((fault) => fault.rule === rule));
    });
  }

  test('a fixture shows its own rule and no other', () => {
    for (const name of sites.filter((site) => site in rules)) {
      const others = check(readContent(path.join(folder, name))).filter((fault) => fault.rule !== name);
      assert.deepEqual(others, [], name);
    }
  });

  test('the clean site has no faults', () => {
    assert.deepEqual(check(readContent(path.join(folder, 'clean'))), []);
  });
});
