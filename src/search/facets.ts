/** The facets of search: any value within one, all of them together, with counts that are true. */
import type { Chosen, Counts } from './pagefind.ts';
import { make } from './render.ts';

/** The facets, in the order they stand. */
export const FACETS = [
  { name: 'kind', legend: 'kind', values: ['term', 'tutorial', 'essay', 'case study', 'demo', 'page'] },
  { name: 'side', legend: 'side', values: ['technical', 'creative', 'both'] },
  { name: 'audience', legend: 'for', values: ['maker', 'engineer', 'both'] },
  { name: 'level', legend: 'level', values: ['introduction', 'intermediate', 'advanced'] },
] as const;

/** Check boxes with counts. */
export class FacetsView {
  readonly element = make('details', 'search-facets label');
  readonly #boxes: { facet: string; input: HTMLInputElement; count: HTMLElement }[] = [];

  constructor() {
    this.element.append(make('summary', '', 'narrow'));
    for (const { name, legend, values } of FACETS) {
      const fields = make('fieldset', '', make('legend', '', legend));
      for (const value of values) {
        const input = make('input', '');
        Object.assign(input, { type: 'checkbox', name, value });
        const count = make('span', 'quiet');
        this.#boxes.push({ facet: name, input, count });
        fields.append(make('label', '', input, value, ' ', count));
      }
      this.element.append(fields);
    }
  }

  /** What is chosen, by facet. */
  chosen(): Chosen {
    const chosen: Record<string, string[]> = {};
    for (const { facet, input } of this.#boxes) if (input.checked) (chosen[facet] ??= []).push(input.value);
    return chosen;
  }

  /** Chooses what an address asks for, and opens if it asks for anything. */
  choose(wanted: URLSearchParams): void {
    for (const { facet, input } of this.#boxes) input.checked = wanted.getAll(facet).includes(input.value);
    this.element.open = this.#boxes.some(({ input }) => input.checked);
  }

  /** Whether something with these values passes; a facet it has no value in lets nothing pass once it is used. */
  allows(values: Readonly<Record<string, string>>): boolean {
    return Object.entries(this.chosen()).every(([facet, list]) => list.includes(values[facet] ?? ''));
  }

  /** Prints the counts; without any, none. */
  count(counts: Counts): void {
    for (const { facet, input, count } of this.#boxes) {
      const known = counts[facet];
      count.textContent = known ? String(known[input.value] ?? 0) : '';
    }
  }
}
