/** The forms without RDF: spreadsheets, flash cards, a term's file, schema.org. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildAtlas } from '../../../../../src/lib/content/atlas.ts';
import { readContent } from '../../../../../src/lib/content/source.ts';
import { addressesOf } from '../../../../../src/lib/glossary/forms/addresses.ts';
import { bridgesCsv, termsCsv } from '../../../../../src/lib/glossary/forms/csv.ts';
import { cardsOf, toDeck } from '../../../../../src/lib/glossary/forms/deck.ts';
import { dataFiles } from '../../../../../src/lib/glossary/forms/files.ts';
import { definedTerm, definedTermSet } from '../../../../../src/lib/glossary/forms/schema-org.ts';
import type { Glossary } from '../../../../../src/lib/glossary/forms/skos.ts';
import { termFile } from '../../../../../src/lib/glossary/forms/term-file.ts';
import { buildGraph } from '../../../../../src/lib/glossary/graph.ts';
import { bridge, entry } from '../../../../helpers/terms.ts';

const addresses = addressesOf('https://t.test', '/');
const terms = [
  entry('take', { side: 'creative', formerly: ['try', 'attempt'], plain: 'One of several goes, "kept" or not.' }),
  entry('seed', { aliases: ['random seed', 'start'], plain: 'A number < 10 & > 1,\nor so.', bridges: [bridge('take'), bridge('school', 'false-friend')], related: ['gap'] }),
  entry('school', { side: 'creative' }),
  entry('gap', { side: 'both', misspellings: ['gaap'], references: ['a2019b', 'c2020d'], usage: 'Ours.', updated: '2026-12-01' }),
];
const glossary: Glossary = { terms, graph: buildGraph(terms), renamed: new Map([['try', 'take'], ['attempt', 'take']]) };
const { terms: real, graph, renamed } = buildAtlas(readContent(process.cwd()));
const whole: Glossary = { terms: [...real.values()], graph, renamed };

/** Reads RFC 4180, for a comparison with what was written. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  assert.deepEqual(rows.pop(), []);
  return rows;
}

const records = (text: string): Record<string, string>[] => {
  const [head = [], ...rows] = parseCsv(text);
  return rows.map((row) => {
    assert.equal(row.length, head.length);
    return Object.fromEntries(row.map((value, n) => [head[n] ?? '', value]));
  });
};

describe('the table of terms', () => {
  const rows = records(termsCsv(glossary, addresses));
  test('has a row for each, by id', () => assert.deepEqual(rows.map((row) => row['id']), ['gap', 'school', 'seed', 'take']));
  test('keeps quotation marks, commas and line breaks', () => {
    assert.equal(rows[3]?.['plain'], 'One of several goes, "kept" or not.');
    assert.equal(rows[2]?.['plain'], 'A number < 10 & > 1,\nor so.');
  });
  test('has the bridges from both ends, by relation', () => {
    assert.deepEqual([rows[2]?.['close'], rows[2]?.['false-friend'], rows[3]?.['close'], rows[3]?.['exact']], ['take', 'school', 'seed', '']);
  });
  test('has several values in one cell', () => assert.deepEqual([rows[2]?.['aliases'], rows[0]?.['references'], rows[3]?.['formerly']], ['random seed; start', 'a2019b; c2020d', 'try; attempt']));
  test('has the address of each page', () => assert.equal(rows[0]?.['address'], 'https://t.test/glossary/gap/'));
  test('of the real glossary has every term', () => assert.equal(records(termsCsv(whole, addresses)).length, real.size));
});

describe('the table of bridges', () => {
  const rows = records(bridgesCsv(glossary, addresses));
  test('has a row for each, closest first', () => assert.deepEqual(rows.map((row) => `${row['technical']} ${row['relation']} ${row['creative']}`), ['seed close take', 'seed false-friend school']));
  test('has the sentences', () => assert.deepEqual([rows[0]?.['breaks'], rows[0]?.['say to makers'], rows[0]?.['say to engineers']], ['Breaks at take.', 'To makers.', 'To engineers.']));
  test('of the real glossary has every bridge', () => assert.equal(records(bridgesCsv(whole, addresses)).length, graph.bridges.length));
});

describe('the flash cards', () => {
  const deck = toDeck(glossary, 'A deck');
  const cards = cardsOf(glossary);
  test('begin with the header that Anki reads', () => {
    assert.deepEqual(deck.split('\n').slice(0, 7), ['#separator:tab', '#html:true', '#notetype:Basic', '#deck:A deck', '#columns:ID\tFront\tBack\tTags', '#guid column:1', '#tags column:4']);
  });
  test('have four fields a line, and no line of anything else', () => {
    const lines = toDeck(whole, 'A deck').trimEnd().split('\n').filter((line) => !line.startsWith('#'));
    assert.equal(lines.length, cardsOf(whole).length);
    assert.deepEqual(lines.filter((line) => line.split('\t').length !== 4), []);
  });
  test('are two for a term without bridges, three for one with bridges', () => {
    const count = (id: string): number => cards.filter((card) => card.tags.length > 0 && card.id.startsWith(`latent-commons/${id}/`)).length;
    assert.deepEqual([count('gap'), count('seed')], [2, 3]);
  });
  test('cross every bridge of a term on one card, with the relation and where it breaks', () => {
    const back = cards.find(({ id }) => id === 'latent-commons/seed/crossing')?.back ?? '';
    assert.match(back, /<b>take<\/b>, in the studio \(close: .*Breaks at take\..*<b>school<\/b>, in the studio \(false friend: .*Breaks at school\./);
  });
  test('escape what HTML would read, and stay on their line', () => {
    const card = cards.find(({ id }) => id === 'latent-commons/seed/word');
    assert.match(card?.back ?? '', /^A number &lt; 10 &amp; &gt; 1,/);
    assert.ok(deck.includes('A number &lt; 10 &amp; &gt; 1, or so.'));
    assert.ok(deck.includes('\t"One of several goes, ""kept"" or not."\t'));
  });
  test('keep their ids when a term is renamed', () => {
    assert.ok(cards.some(({ id }) => id === 'latent-commons/try/word') && !cards.some(({ id }) => id.includes('/take/')));
  });
  test('of the real glossary have ids and fronts of their own', () => {
    const all = cardsOf(whole);
    for (const key of ['id', 'front'] as const) assert.equal(new Set(all.map((card) => card[key])).size, all.length, key);
    assert.ok(all.length >= real.size * 2);
  });
  test('have tags without spaces', () => assert.ok(cards.every(({ tags }) => tags.every((tag) => !/\s/.test(tag)))));
});

describe('the file of a term', () => {
  const around = {
    explanations: { makers: ['Go again.'], engineers: ['A start.'] },
    references: [{ id: 'a2019b', text: 'A. (2019). B.', url: 'https://a.test/' }],
    demos: [{ title: 'A map', page: '/demos/map/#t=1' }],
    usedIn: [{ title: 'An essay', page: '/essays/one/', sentences: 3 }],
  };
  const file = termFile('seed', glossary, around, addresses);
  test('has its addresses, and those of the pages that show and use it', () => {
    assert.deepEqual([file?.address, file?.page], ['https://t.test/glossary/seed/#term', 'https://t.test/glossary/seed/']);
    assert.deepEqual(file?.demos, [{ title: 'A map', page: 'https://t.test/demos/map/#t=1' }]);
    assert.deepEqual(file?.usedIn, [{ title: 'An essay', page: 'https://t.test/essays/one/', sentences: 3 }]);
  });
  test('has every bridge with its sentences and the other end by name', () => {
    assert.deepEqual(file?.bridges[0], { id: 'take', term: 'take', page: 'https://t.test/glossary/take/', relation: 'close', breaks: 'Breaks at take.', sayToMakers: 'To makers.', sayToEngineers: 'To engineers.' });
  });
  test('has its neighbours from either side', () => assert.deepEqual(file?.related.map(({ id }) => id), ['gap']));
  test('has no fields that say nothing', () => assert.ok(file && !('usage' in file) && !('updated' in file)));
  test('has them where they say something', () => {
    const gap = termFile('gap', glossary, around, addresses);
    assert.deepEqual([gap?.usage, gap?.updated], ['Ours.', '2026-12-01']);
  });
  test('is none where there is no such term', () => assert.equal(termFile('nobody', glossary, around, addresses), undefined));
  test('is JSON', () => assert.deepEqual(JSON.parse(JSON.stringify(file)), file));
});

describe('schema.org', () => {
  test('a term has the address it has in SKOS, its names and its set', () => {
    assert.deepEqual(definedTerm(terms[1] ?? entry('seed'), addresses), {
      '@context': 'https://schema.org', '@type': 'DefinedTerm', '@id': 'https://t.test/glossary/seed/#term', name: 'seed',
      alternateName: ['random seed', 'start'], description: 'A number < 10 & > 1,\nor so.', termCode: 'seed',
      url: 'https://t.test/glossary/seed/', inDefinedTermSet: 'https://t.test/glossary/',
    });
  });
  test('a term without other names says nothing of them', () => assert.ok(!('alternateName' in definedTerm(entry('gap'), addresses))));
  test('the set is where its terms say it is, with its licence and its files', () => {
    const set = definedTermSet('A glossary', dataFiles, addresses) as { '@id': string; license: string; encoding: { contentUrl: string }[] };
    assert.deepEqual([set['@id'], set.license], ['https://t.test/glossary/', 'https://creativecommons.org/licenses/by/4.0/']);
    assert.deepEqual(set.encoding.map(({ contentUrl }) => contentUrl), dataFiles.map(({ path }) => `https://t.test${path}`));
  });
});
