import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { reportGithub, reportJson, reportText, type Fault } from '../../../../src/lib/checks/index.ts';

const full: Fault = {
  rule: 'schema-choice',
  path: 'content/essays/grain/index.mdx',
  line: 12,
  column: 8,
  message: '`level` cannot be “intro”',
  expected: 'introduction, intermediate or advanced',
  nearest: 'introduction',
  fix: 'level: introduction',
  excerpt: { text: 'level: intro', caret: 7 },
};
const bare: Fault = { rule: 'file-place', path: 'content/a,b: 100%.txt', line: 1, column: 1, message: 'half of it\r\nis 50%, or so' };

describe('the text report', () => {
  test('says only what there is to say', () => {
    const expected = [
      'content/essays/grain/index.mdx:12:8  schema-choice  `level` cannot be “intro”',
      '    expected: introduction, intermediate or advanced',
      '    nearest:  introduction',
      '    fix:      level: introduction',
      '',
      '    12 | level: intro',
      '       |        ^',
      '',
      'content/plain.txt:1:1  file-place  it lies in no collection',
      '',
      '2 faults in 2 files.',
      '',
    ];
    const short: Fault = { rule: 'file-place', path: 'content/plain.txt', line: 1, column: 1, message: 'it lies in no collection' };
    assert.equal(reportText([full, short], 9), expected.join('\n'));
  });
  test('counts one as one', () => assert.match(reportText([full], 9), /^1 fault in 1 file\.$/m));
  test('counts files once', () => assert.match(reportText([full, full], 9), /^2 faults in 1 file\.$/m));
  test('says how many files are without faults', () => assert.equal(reportText([], 9), 'No faults in 9 files.\n'));
  test('says so for one file', () => assert.equal(reportText([], 1), 'No faults in 1 file.\n'));
});

describe('the JSON report', () => {
  test('has a version, a summary and the faults, with nothing for parts that say nothing', () => {
    const report: unknown = JSON.parse(reportJson([full, bare], 9));
    assert.deepEqual(report, { version: 1, summary: { faults: 2, files: 2, checked: 9, advice: 0 }, faults: [full, bare], advice: [] });
  });
  test('keeps the order of fields', () => assert.ok(reportJson([full], 1).indexOf('"rule"') < reportJson([full], 1).indexOf('"excerpt"')));
  test('is there without faults', () => assert.deepEqual(JSON.parse(reportJson([], 2)), { version: 1, summary: { faults: 0, files: 0, checked: 2, advice: 0 }, faults: [], advice: [] }));
});

describe('the GitHub report', () => {
  test('is one annotation a line, with the advice on lines of its own', () => {
    const [line] = reportGithub([full], 9).split('\n');
    assert.equal(
      line,
      '::error file=content/essays/grain/index.mdx,line=12,col=8,title=schema-choice::`level` cannot be “intro”%0Aexpected: introduction, intermediate or advanced%0Anearest: introduction%0Afix: level: introduction',
    );
  });
  test('escapes what would end a property or a line', () => {
    const [line] = reportGithub([bare], 9).split('\n');
    assert.equal(line, '::error file=content/a%2Cb%3A 100%25.txt,line=1,col=1,title=file-place::half of it%0D%0Ais 50%25, or so');
  });
  test('ends with the summary', () => assert.equal(reportGithub([], 3), 'No faults in 3 files.\n'));
});
