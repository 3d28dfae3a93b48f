/** Pagefind's engine, as far as this site uses it. */
import { answers } from './query.ts';

/** Values chosen within each facet. */
export type Chosen = Readonly<Record<string, readonly string[]>>;
/** How many pages each value of each facet has. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** One page of a result. */
export interface Fragment {
  url: string;
  excerpt: string;
  meta: Readonly<Record<string, string>>;
  filters: Readonly<Record<string, readonly string[]>>;
  sub_results: readonly { title: string; url: string; excerpt: string; anchor?: unknown }[];
}

interface Results {
  results: readonly { id: string; data(): Promise<Fragment> }[];
  filters: Counts;
}

interface Engine {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Counts>;
  search(query: string | null, options: { filters: Record<string, { any: readonly string[] }> }): Promise<Results>;
}

let engine: Promise<Engine> | undefined;
let failures = 0;

/** Loads the engine; a failed attempt is forgotten, so that the next one tries again. */
export function loadEngine(): Promise<Engine> {
  engine ??= (async () => {
    // Some browsers remember that a module failed, by its address.
    const url = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/pagefind/pagefind.js${failures > 0 ? `?retry=${failures}` : ''}`;
    const loaded: Engine = await import(/* @vite-ignore */ url);
    // Titles and counterparts say what a page is about; the same word deep in a text says less.
    await loaded.options({ excerptLength: 24, ranking: { metaWeights: { title: 8, counterparts: 3 } } });
    await loaded.init();
    // Results carry counts only after the filters have been asked for once.
    await loaded.filters();
    return loaded;
  })();
  engine.catch(() => {
    engine = undefined;
    failures++;
  });
  return engine;
}

const any = (chosen: Chosen, except?: string): Record<string, { any: readonly string[] }> =>
  Object.fromEntries(Object.entries(chosen).flatMap(([facet, values]) => (values.length > 0 && facet !== except ? [[facet, { any: values }]] : [])));

/** A finished search. */
export interface Found {
  /** How many pages answer. */
  total: number;
  pages: Fragment[];
  /** How many pages each value would show, given what is chosen in the other facets. */
  counts: Counts;
}

/**
 * Searches the full text: any value within a facet, all facets together.
 * @param limit how many pages to fetch
 */
export async function searchText(query: string, chosen: Chosen, limit: number): Promise<Found> {
  const { search } = await loadEngine();
  const { results, filters } = await search(query, { filters: any(chosen) });
  const counts: Record<string, Record<string, number>> = Object.fromEntries(Object.entries(filters).map(([facet, values]) => [facet, { ...values }]));
  // Inside a facet that is in use, the other values count as if it were not.
  for (const facet of Object.keys(chosen)) {
    if ((chosen[facet] ?? []).length === 0) continue;
    const open = await search(query, { filters: any(chosen, facet) });
    counts[facet] = { ...open.filters[facet] };
  }
  const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  // A word that stands nowhere makes Pagefind fall back to ever shorter beginnings of it, down to one letter.
  if (pages.length > 0 && !pages.some(({ excerpt, meta }) => answers(excerpt, [meta['title'] ?? '', meta['counterparts'] ?? ''], query))) return { total: 0, pages: [], counts: {} };
  return { total: results.length, pages, counts };
}
