/** The facets as check boxes with counts. */
import { FACETS, type Chosen, type Counts } from './facets.ts';
import { make } from './make.ts';

export class FacetsView {
  readonly element = make('details', 'search-facets label');
  readonly #boxes: { facet: string; input: HTMLInputElement; count: HTMLElement; label: HTMLElement }[] = [];
  readonly #summary = make('summary', '', 'narrow');

  constructor() {
    this.element.append(this.#summary);
    for (const { name, legend, values } of FACETS) {
      const fields = make('fieldset', '', make('legend', '', legend));
      for (const value of values) {
        const input = make('input', '');
        Object.assign(input, { type: 'checkbox', name, value });
        const count = make('span', 'quiet');
        const label = make('label', '', input, value, ' ', count);
        this.#boxes.push({ facet: name, input, count, label });
        fields.append(label);
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

  /** Prints the counts; without any, none. A value that would show nothing steps back, but can still be chosen. */
  count(counts: Counts | undefined): void {
    for (const { facet, input, count, label } of this.#boxes) {
      const number = counts?.[facet]?.[input.value] ?? 0;
      count.textContent = counts ? String(number) : '';
      label.classList.toggle('quiet', counts !== undefined && number === 0 && !input.checked);
    }
    const used = this.#boxes.filter(({ input }) => input.checked).length;
    this.#summary.textContent = used > 0 ? `narrowed by ${used}` : 'narrow';
  }
}
