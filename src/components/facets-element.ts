/** Narrows a list in place: any value within a facet, all facets together. The choice is kept in the address. */
class FacetsElement extends HTMLElement {
  #abort: AbortController | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const wanted = new URLSearchParams(location.search);
    for (const box of this.#boxes()) box.checked = wanted.getAll(box.name).includes(box.value);
    this.#abort = new AbortController();
    form.addEventListener('change', () => this.#apply(true), { signal: this.#abort.signal });
    form.addEventListener('submit', (event) => event.preventDefault(), { signal: this.#abort.signal });
    this.#apply(false);
  }

  disconnectedCallback(): void {
    this.#abort?.abort();
  }

  #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('form input[type="checkbox"]')];
  }

  #apply(remember: boolean): void {
    const chosen = new Map<string, Set<string>>();
    for (const { name, value, checked } of this.#boxes()) {
      if (checked) chosen.set(name, (chosen.get(name) ?? new Set()).add(value));
    }
    const items = [...this.querySelectorAll<HTMLElement>('.entries > li')];
    for (const item of items) {
      item.hidden = [...chosen].some(([name, values]) => !values.has(item.dataset[name] ?? ''));
    }
    const shown = items.filter((item) => !item.hidden).length;
    const output = this.querySelector('output');
    if (output) output.textContent = shown === items.length ? `${items.length} in all` : `${shown} of ${items.length}`;
    if (!remember) return;
    const query = new URLSearchParams();
    for (const [name, values] of chosen) for (const value of values) query.append(name, value);
    history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  }
}

customElements.define('lc-facets', FacetsElement);
