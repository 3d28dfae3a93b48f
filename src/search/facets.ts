/** The facets of search: any value within one, all of them together, with counts that are true. Pure. */
import { AUDIENCES, KINDS, LEVELS, SIDES } from './index-file.ts';

/** The facets, in the order they stand. */
export const FACETS = [
  { name: 'kind', legend: 'kind', values: KINDS },
  { name: 'side', legend: 'side', values: SIDES },
  { name: 'audience', legend: 'for', values: AUDIENCES },
  { name: 'level', legend: 'level', values: LEVELS },
] as const;

/** What a page has in each facet; none in some. */
export type FacetValues = Readonly<Partial<Record<string, string>>>;
/** Values chosen within each facet; an empty list chooses nothing. */
export type Chosen = Readonly<Partial<Record<string, readonly string[]>>>;
/** How many pages each value of each facet would show. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * Whether a page with these values passes: one of the chosen values in every facet that is used.
 * @param except a facet to take no notice of
 */
export function passes(values: FacetValues, chosen: Chosen, except?: string): boolean {
  return Object.entries(chosen).every(([facet, list = []]) => facet === except || list.length === 0 || list.includes(values[facet] ?? ''));
}

/**
 * For every value of every facet, how many of the pages it has that pass in all other facets: what ticking it alone, among the
 * values of its facet, would show.
 */
export function countFacets(pages: readonly FacetValues[], chosen: Chosen): Counts {
  const counts: Record<string, Record<string, number>> = {};
  for (const { name, values } of FACETS) {
    const open = pages.filter((page) => passes(page, chosen, name));
    counts[name] = Object.fromEntries(values.map((value) => [value, open.filter((page) => page[name] === value).length]));
  }
  return counts;
}
