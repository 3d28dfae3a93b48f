import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bodyStart, placeInBody, placeOfBodyOffset, placeOfPath, type YamlPath } from '../../../../src/lib/checks/position.ts';
import { parseEntry, type SourceEntry } from '../../../../src/lib/content/source.ts';

const mdx = ['---', 'term: truncation', 'aliases: [cut, "cut off"]', 'bridges:', '  - to: restraint', '    relation: close', '  - { to: take, relation: exact }', 'usage:', '---', '', 'Body here.', ''].join('\n');
const yaml = ['name: Ada', 'reviews:', '  - by: bob', ''].join('\n');
const term = (text: string): SourceEntry => parseEntry('glossary', 'truncation', 'content/glossary/truncation.mdx', text);
const author = (text: string): SourceEntry => parseEntry('authors', 'ada', 'content/authors/ada.yaml', text);
const at = ({ line, column }: { line: number; column: number }): string => `${line}:${column}`;

const cases: { name: string; path: YamlPath; part?: 'key'; expected: string }[] = [
  { name: 'a value after its key', path: ['term'], expected: '2:7' },
  { name: 'a key', path: ['aliases'], part: 'key', expected: '3:1' },
  { name: 'an item of a list in brackets', path: ['aliases', 1], expected: '3:16' },
  { name: 'a field of an item', path: ['bridges', 0, 'relation'], expected: '6:15' },
  { name: 'a field of an item in braces', path: ['bridges', 1, 'to'], expected: '7:11' },
  { name: 'an empty value, which is its key', path: ['usage'], expected: '8:1' },
  { name: 'a field that is not there, which is what it would be in', path: ['bridges', 0, 'breaks'], expected: '5:5' },
  { name: 'a path that leads into a text, which is the text', path: ['term', 'label'], expected: '2:7' },
  { name: 'the whole, which is the start of the file', path: [], expected: '1:1' },
];

describe('a path of front matter has a place in the file', () => {
  for (const { name, path, part, expected } of cases) {
    test(name, () => assert.equal(at(placeOfPath(term(mdx), path, part)), expected));
    test(`${name}, with CRLF line ends`, () => assert.equal(at(placeOfPath(term(mdx.replaceAll('\n', '\r\n')), path, part)), expected));
    test(`${name}, with a byte order mark`, () => assert.equal(at(placeOfPath(term(`\uFEFF${mdx}`), path, part)), expected));
  }
});

describe('a path of a YAML file has a place in the file', () => {
  test('on the first line', () => assert.equal(at(placeOfPath(author(yaml), ['name'])), '1:7'));
  test('on the first line after a byte order mark, which is not counted', () => assert.equal(at(placeOfPath(author(`\uFEFF${yaml}`), ['name'])), '1:7'));
  test('on a later line', () => assert.equal(at(placeOfPath(author(yaml), ['reviews', 0, 'by'])), '3:9'));
});

describe('a point of prose has a place in the file', () => {
  test('lines count from the start of the file', () => assert.equal(at(placeInBody(term(mdx), { line: 2, column: 6 })), '11:6'));
  test('an offset of the body', () => assert.equal(at(placeOfBodyOffset(term(mdx), '\nBody '.length)), '11:6'));
  test('an offset of a body with CRLF line ends', () => assert.equal(at(placeOfBodyOffset(term(mdx.replaceAll('\n', '\r\n')), '\r\nBody '.length)), '11:6'));
  test('the body starts at its first line with words', () => assert.equal(at(bodyStart(term(mdx))), '11:1'));
  test('a body without words starts at the end of the file', () => assert.equal(at(bodyStart(term('---\nterm: x\n---\n'))), '4:1'));
  test('a file without front matter is all body', () => assert.equal(at(placeInBody(term('Body.\n'), { line: 1, column: 3 })), '1:3'));
});
