/** What the site publishes as RDF, read by libraries that others keep, and held to the integrity conditions of SKOS. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildAtlas } from '../../../../../src/lib/content/atlas.ts';
import { readContent } from '../../../../../src/lib/content/source.ts';
import { addressesOf, type Addresses } from '../../../../../src/lib/glossary/forms/addresses.ts';
import { toJsonLd } from '../../../../../src/lib/glossary/forms/json-ld.ts';
import { glossaryResources, type Glossary } from '../../../../../src/lib/glossary/forms/skos.ts';
import { toTurtle } from '../../../../../src/lib/glossary/forms/turtle.ts';
import { buildGraph } from '../../../../../src/lib/glossary/graph.ts';
import { renamedTerms } from '../../../../../src/lib/glossary/renamed.ts';
import type { TermEntry } from '../../../../../src/lib/glossary/term-index.ts';
import { linesOf, readJsonLd, readTurtle, type Triple } from '../../../../helpers/rdf.ts';
import { mappedPairs, skosFaults, skosManners } from '../../../../helpers/skos.ts';
import { bridge, entry } from '../../../../helpers/terms.ts';

const HOME = 'https://latent-commons.test/sub/path/';
const known = addressesOf('https://latent-commons.test', '/sub/path');
const unknown = addressesOf(undefined, '/sub/path');
const SKOS = 'http://www.w3.org/2004/02/skos/core#';

const glossaryOf = (...terms: TermEntry[]): Glossary => ({ terms, graph: buildGraph(terms), renamed: renamedTerms(terms.map(({ id, data }) => ({ id, ...data }))) });
const turtle = (glossary: Glossary, addresses: Addresses = known): string => toTurtle(glossaryResources(glossary, addresses), addresses);
const triplesOf = (glossary: Glossary): Triple[] => readTurtle(turtle(glossary), `${HOME}glossary.ttl`);

const { terms, graph, renamed } = buildAtlas(readContent(process.cwd()));
const real: Glossary = { terms: [...terms.values()], graph, renamed };
/** One of everything, with texts that are hard to write. */
const hard = glossaryOf(
  entry('mask', { term: 'mask', aliases: ['a "quoted" mask', 'back\\slash'], misspellings: ['maks'], plain: 'Line one.\nLine two, with a tab\tand “quotes”.', bridges: [bridge('frisket', 'exact'), bridge('stencil', 'partial')], usage: 'A usage <of this site> & no other.', updated: '2026-12-01' }),
  entry('frisket', { side: 'creative', formerly: ['masking-film', 'film'], related: ['stencil'] }),
  entry('stencil', { side: 'creative', topics: ['practice', 'type'] }),
  entry('style-model', { term: 'style', bridges: [bridge('style-tradition', 'false-friend')], broader: ['mask'], related: ['gap'], references: ['brock2019large'] }),
  entry('style-tradition', { term: 'style', side: 'creative' }),
  entry('gap', { side: 'both' }),
);

for (const [name, glossary] of [['the real glossary', real], ['a glossary with one of everything', hard]] as const) {
  describe(name, () => {
    const triples = triplesOf(glossary);
    test('keeps the integrity conditions of SKOS', () => assert.deepEqual(skosFaults(triples), []));
    test('keeps the manners of a careful publisher', () => assert.deepEqual(skosManners(triples), []));
    test('says in JSON-LD what it says in Turtle', async () => {
      const other = await readJsonLd(toJsonLd(glossaryResources(glossary, known), known), `${HOME}glossary.jsonld`);
      assert.deepEqual(linesOf(other), linesOf(triples));
    });
    test('says the same where the site does not know its own address', async () => {
      const resources = glossaryResources(glossary, unknown);
      assert.deepEqual(linesOf(readTurtle(toTurtle(resources, unknown), `${HOME}glossary.ttl`)), linesOf(triples));
      assert.deepEqual(linesOf(await readJsonLd(toJsonLd(resources, unknown), `${HOME}glossary.jsonld`)), linesOf(triples));
    });
    test('says nothing twice', () => assert.equal(linesOf(triples).length, triples.length));
    test('has no false friend among the matches', () => {
      const mapped = mappedPairs(triples);
      const friends = triples.filter(({ predicate }) => predicate === known.vocabulary('falseFriend'));
      assert.ok(friends.length > 0);
      assert.deepEqual(friends.filter(({ subject, object }) => mapped.has(`${subject} ${object}`)), []);
    });
    test('has every text in English', () => {
      const texts = triples.filter(({ kind }) => kind !== undefined && !kind.startsWith('http'));
      assert.ok(texts.length > 0 && texts.every(({ kind }) => kind === '@en'));
    });
    test('explains every word of its own that it uses', () => {
      const own = new Set(triples.flatMap(({ predicate, object, kind }) => [predicate, ...(kind === undefined ? [object] : [])]).filter((address) => address.startsWith(known.namespace)));
      const labelled = new Set(triples.filter(({ predicate }) => /#label$|\/title$|#prefLabel$/.test(predicate)).map(({ subject }) => subject));
      assert.deepEqual([...own].filter((address) => !labelled.has(address)), []);
    });
  });
}

describe('a bridge', () => {
  const triples = triplesOf(hard);
  const says = (subject: string, property: string): string[] => triples.filter((triple) => triple.subject === subject && triple.predicate === property).map(({ object }) => object);
  const skos = (id: string, property: string): string[] => says(known.term(id), SKOS + property);
  test('of each relation has its property, told from both ends', () => {
    assert.deepEqual(skos('mask', 'exactMatch'), [known.term('frisket')]);
    assert.deepEqual(skos('frisket', 'exactMatch'), [known.term('mask')]);
    assert.deepEqual(skos('stencil', 'relatedMatch'), [known.term('mask')]);
    assert.deepEqual(says(known.term('stencil'), known.vocabulary('partialMatch')), [known.term('mask')]);
    assert.deepEqual(says(known.term('style-tradition'), known.vocabulary('falseFriend')), [known.term('style-model')]);
  });
  test('has an address, ends, a relation and its sentences', () => {
    const address = known.bridge('mask', 'stencil');
    assert.equal(address, `${HOME}glossary/mask/#bridge-stencil`);
    assert.deepEqual(says(address, known.vocabulary('technicalEnd')), [known.term('mask')]);
    assert.deepEqual(says(address, known.vocabulary('creativeEnd')), [known.term('stencil')]);
    assert.deepEqual(says(address, known.vocabulary('relation')), [known.vocabulary('partialMatch')]);
    assert.deepEqual(says(address, known.vocabulary('whereItBreaks')), ['Breaks at stencil.']);
  });
  test('declared from the creative end is the same bridge', () => {
    const turned = glossaryOf(entry('frisket', { side: 'creative', bridges: [bridge('mask', 'exact')] }), entry('mask'));
    assert.ok(triplesOf(turned).some(({ subject }) => subject === known.bridge('mask', 'frisket')));
  });
});

describe('a term', () => {
  const triples = triplesOf(hard);
  const values = (id: string, property: string): string[] => triples.filter(({ subject, predicate }) => subject === known.term(id) && predicate === property).map(({ object }) => object);
  test('has its names as labels, misspellings hidden', () => {
    assert.deepEqual(values('mask', `${SKOS}prefLabel`), ['mask']);
    assert.deepEqual(values('mask', `${SKOS}altLabel`), ['a "quoted" mask', 'back\\slash']);
    assert.deepEqual(values('mask', `${SKOS}hiddenLabel`), ['maks']);
  });
  test('keeps line breaks, tabs and signs as they are written', () => assert.deepEqual(values('mask', `${SKOS}definition`), ['Line one.\nLine two, with a tab\tand “quotes”.']));
  test('held in common is in both schemes', () => assert.deepEqual(values('gap', `${SKOS}inScheme`), [known.vocabulary('technical'), known.vocabulary('creative')]));
  test('is a top concept where nothing is wider', () => {
    assert.deepEqual(values('mask', `${SKOS}topConceptOf`), [known.vocabulary('technical')]);
    assert.deepEqual(values('style-model', `${SKOS}topConceptOf`), []);
  });
  test('that was renamed is found from its old address, which says what replaces it', () => {
    for (const former of ['film', 'masking-film']) {
      assert.deepEqual(values(former, 'http://purl.org/dc/terms/isReplacedBy'), [known.term('frisket')]);
      assert.deepEqual(values(former, 'http://www.w3.org/2002/07/owl#deprecated'), ['true']);
    }
  });
  test('belongs to its subjects', () => {
    assert.ok(triples.some(({ subject, object }) => subject === known.vocabulary('topic-type') && object === known.term('stencil')));
  });
});

test('the same content gives the same bytes, in whichever order it is read', () => {
  assert.equal(turtle(glossaryOf(...[...hard.terms].reverse())), turtle(hard));
});
