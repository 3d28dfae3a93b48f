/** The conditions themselves: that each is found where it is broken, and where it is broken only by inference. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readTurtle } from '../../../../helpers/rdf.ts';
import { skosFaults, skosManners } from '../../../../helpers/skos.ts';

const read = (body: string): ReturnType<typeof readTurtle> =>
  readTurtle(`@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix : <http://t.test/> .\n${body}`, 'http://t.test/');

describe('an integrity condition of SKOS', () => {
  const cases: [says: string, turtle: string, faults: RegExp[]][] = [
    ['is kept by a plain concept', ':a a skos:Concept ; skos:prefLabel "a"@en ; skos:altLabel "b"@en .', []],
    ['is broken by a concept that is a scheme', ':a a skos:Concept, skos:ConceptScheme .', [/^S9 .*\/a>/]],
    ['is broken by a scheme that has a broader concept', ':a skos:broader :b . :c skos:inScheme :b .', [/^S9 .*\/b>/]],
    ['is broken by a collection that is a concept', ':a a skos:Collection . :b skos:related :a .', [/^S37 .*\/a>/]],
    ['is broken by one label in two roles', ':a skos:prefLabel "x"@en ; skos:hiddenLabel "x"@en .', [/^S13 .*hiddenLabel and prefLabel/]],
    ['is kept by the same words in two languages', ':a skos:prefLabel "x"@en, "x"@de .', []],
    ['is broken by two preferred labels in one language', ':a skos:prefLabel "x"@en, "y"@en .', [/^S14 .*en$/]],
    ['is broken by a neighbour that is broader', ':a skos:related :b ; skos:broader :b .', [/^S27 .*\/a>/]],
    ['is broken by a neighbour that is broader at two removes', ':a skos:broader :b . :c skos:narrower :b . :c skos:related :a .', [/^S27 .*\/a>/]],
    ['is broken by a related match that is broader', ':a skos:relatedMatch :b . :b skos:narrowMatch :a .', [/^S27 .*\/a>/]],
    ['is broken by an exact match that is related', ':a skos:exactMatch :b . :b skos:relatedMatch :a .', [/^S46/, /^S46/]],
    ['is broken by an exact match, at two removes, that is broader', ':a skos:exactMatch :b . :b skos:exactMatch :c . :a skos:broadMatch :c .', [/^S46/, /^S46/]],
    ['is kept by a close match that is exact', ':a skos:exactMatch :b ; skos:closeMatch :b .', []],
  ];
  for (const [says, turtle, expected] of cases) {
    test(says, () => {
      const faults = skosFaults(read(turtle));
      assert.equal(faults.length, expected.length, faults.join('\n'));
      expected.forEach((pattern, n) => assert.match(faults[n] ?? '', pattern));
    });
  }
});

describe('the manners of a publisher', () => {
  const good = ':s a skos:ConceptScheme . :t a skos:ConceptScheme . :a a skos:Concept ; skos:prefLabel "a"@en ; skos:inScheme :s . :b a skos:Concept ; skos:prefLabel "b"@en ; skos:inScheme :t .';
  const cases: [says: string, turtle: string, fault: RegExp][] = [
    ['miss a concept without a label', ':c a skos:Concept ; skos:inScheme :s .', /no preferred label/],
    ['miss a concept without a scheme', ':c a skos:Concept ; skos:prefLabel "c"@en .', /in no scheme/],
    ['miss a match that stays inside', ':c a skos:Concept ; skos:prefLabel "c"@en ; skos:inScheme :s ; skos:closeMatch :a . :a skos:closeMatch :c .', /stays inside/],
    ['miss a relation that leads across', ':a skos:related :b . :b skos:related :a .', /leads across/],
    ['miss what is told in one direction', ':a skos:closeMatch :b .', /one direction/],
    ['miss what leads nowhere', ':a skos:closeMatch :z .', /not described/],
  ];
  test('are kept by two concepts in two schemes', () => assert.deepEqual(skosManners(read(good)), []));
  for (const [says, turtle, fault] of cases) test(says, () => assert.match(skosManners(read(`${good} ${turtle}`)).join('\n'), fault));
});
