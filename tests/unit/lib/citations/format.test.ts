import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { toBibtex } from '../../../../src/lib/citations/bibtex.ts';
import { formatReference } from '../../../../src/lib/citations/format.ts';
import { reference, type Reference } from '../../../helpers/references.ts';

const fixtures = new URL('../../../fixtures/citations/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, fixtures), 'utf8');
const all = Object.entries(JSON.parse(read('references.json')) as Record<string, unknown>).map(([id, data]): [string, Reference] => [id, reference(data)]);

test('references in APA style are as in apa.html', () => {
  assert.equal(all.map(([id, ref]) => `<!-- ${id} -->\n${formatReference(id, ref).html}\n`).join(''), read('apa.html'));
});
test('references as text are as in apa.txt', () => {
  assert.equal(all.map(([id, ref]) => `${formatReference(id, ref).text}\n`).join(''), read('apa.txt'));
});
test('references as BibTeX are as in references.bib', () => {
  assert.equal(all.map(([id, ref]) => toBibtex(id, ref)).join('\n'), read('references.bib'));
});

describe('what comes from a file', () => {
  const html = all.map(([id, ref]) => formatReference(id, ref).html).join('\n');
  test('makes no element but italics and links', () => {
    assert.deepEqual([...new Set([...html.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name))].sort(), ['a', 'i']);
  });
  test('makes no attribute but href, and that to the web', () => {
    for (const [tag] of html.matchAll(/<a[^>]*>/g)) assert.match(tag, /^<a href="https?:[^"<>]*">$/);
  });
});

test('a reference does not change with its company', () => {
  const [[id, ref] = assert.fail()] = all;
  const alone = formatReference(id, ref);
  formatReference('brock2019other', { ...ref, title: 'Another Title' });
  assert.deepEqual(formatReference(id, ref), alone);
});

test('formatting prints nothing and opens no connection', () => {
  const script = `
    const net = await import('node:net');
    net.Socket.prototype.connect = () => { throw new Error('connected'); };
    globalThis.fetch = () => { throw new Error('fetched'); };
    const { formatReference } = await import(${JSON.stringify(new URL('../../../../src/lib/citations/format.ts', import.meta.url).href)});
    formatReference('a', ${JSON.stringify(all[0]?.[1])});`;
  assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', `${script}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }), '');
});
