import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countFacets, FACETS, passes, type Chosen, type FacetValues } from '../../../src/search/facets.ts';

/** A linear congruential generator: the same numbers on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What would be shown if, in one facet, this value alone were chosen: by trying. */
function byTrying(pages: readonly FacetValues[], chosen: Chosen, facet: string, value: string): number {
  let shown = 0;
  for (const page of pages) {
    let all = page[facet] === value;
    for (const { name } of FACETS) {
      const list = chosen[name] ?? [];
      if (name === facet || list.length === 0) continue;
      let any = false;
      for (const each of list) if (page[name] === each) any = true;
      all &&= any;
    }
    if (all) shown += 1;
  }
  return shown;
}

test('counts are what trying would show, for every value under any choice', () => {
  const pick = generator(7);
  for (let round = 0; round < 400; round++) {
    const pages = Array.from({ length: pick(60) }, (): FacetValues =>
      Object.fromEntries(FACETS.flatMap(({ name, values }) => (pick(4) === 0 ? [] : [[name, values[pick(values.length)] ?? '']]))));
    const chosen: Chosen = Object.fromEntries(FACETS.map(({ name, values }) => [name, values.filter(() => pick(3) === 0)]));
    const counts = countFacets(pages, chosen);
    for (const { name, values } of FACETS) {
      for (const value of values) assert.equal(counts[name]?.[value], byTrying(pages, chosen, name, value), `${name}: ${value}, ${JSON.stringify(chosen)}`);
      // Ticking several values of one facet shows the sum of their counts: a page has one value at most.
      const list = chosen[name] ?? [];
      const sum = list.reduce((total, value) => total + (counts[name]?.[value] ?? 0), 0);
      if (list.length > 0) assert.equal(pages.filter((page) => passes(page, chosen)).length, sum);
    }
  }
});

describe('what passes', () => {
  const essay: FacetValues = { kind: 'essay', audience: 'both' };
  const cases: [says: string, chosen: Chosen, expected: boolean][] = [
    ['everything, when nothing is chosen', {}, true],
    ['everything, when lists are empty', { kind: [], side: [] }, true],
    ['a page with one of the values', { kind: ['tutorial', 'essay'] }, true],
    ['a page with another value', { kind: ['tutorial'] }, false],
    ['only what passes in every facet', { kind: ['essay'], audience: ['maker'] }, false],
    ['nothing without a value in a facet that is used', { side: ['technical'] }, false],
  ];
  for (const [says, chosen, expected] of cases) test(says, () => assert.equal(passes(essay, chosen), expected));
});
