/** Search: terms at once from the glossary's small file, then the full text. Used by the dialog and by the search page. */
import { loadCards } from '../term-cards/load.ts';
import type { CardFile } from '../term-cards/data.ts';
import { FACETS, FacetsView } from './facets.ts';
import { loadEngine, searchText, type Found } from './pagefind.ts';
import { findTermHits, type TermHit } from './query.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { group, make, pageHit, termHit, type Mode } from './render.ts';

const PAGES = 8;
/** Long enough to skip the letters in the middle of a word, short enough not to be felt. */
const PAUSE = 70;
const base = import.meta.env.BASE_URL.replace(/\/$/, '');

class SearchElement extends HTMLElement {
  #mode: Mode = 'dialog';
  #input: HTMLInputElement | undefined;
  #results: HTMLElement | undefined;
  #status: HTMLElement | undefined;
  #facets: FacetsView | undefined;
  #abort: AbortController | undefined;
  #timer: number | undefined;
  /** Counts searches, so that a slow answer to an old one is dropped. */
  #run = 0;

  connectedCallback(): void {
    this.#mode = this.closest('dialog') ? 'dialog' : 'page';
    if (!this.#input) this.#build();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#input?.addEventListener('input', () => this.#soon(), { signal });
    this.#input?.addEventListener('focus', () => void loadEngine().catch(() => undefined), { signal, once: true });
    this.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.addEventListener('change', (event) => {
      if (event.target !== this.#input) void this.#search();
    }, { signal });
    this.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a.hit')) rememberSearch(this.#input?.value ?? '');
    }, { signal });
    if (this.#mode === 'page' && this.#input) {
      const wanted = new URLSearchParams(location.search);
      this.#input.value = wanted.get('q') ?? '';
      this.#facets?.choose(wanted);
    }
    void this.#search();
  }

  disconnectedCallback(): void {
    this.#abort?.abort();
    window.clearTimeout(this.#timer);
  }

  #build(): void {
    const form = this.querySelector('form') ?? make('form', 'search-form');
    form.setAttribute('role', 'search');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#follow();
    });
    const input = form.querySelector('input') ?? make('input', '');
    Object.assign(input, { type: 'search', name: 'q', autocomplete: 'off', spellcheck: false, placeholder: 'a word, a name, a question' });
    input.setAttribute('aria-label', 'Search');
    if (!input.isConnected) form.append(input);
    this.#input = input;
    this.#results = make('div', 'search-results');
    this.#results.id = `search-results-${this.#mode}`;
    if (this.#mode === 'dialog') {
      input.setAttribute('role', 'combobox');
      input.setAttribute('aria-controls', this.#results.id);
      input.setAttribute('aria-autocomplete', 'list');
      input.setAttribute('aria-expanded', 'false');
    }
    this.#status = make('p', 'label search-status');
    this.#status.setAttribute('role', 'status');
    this.#facets = new FacetsView();
    this.replaceChildren(form, this.#facets.element, this.#status, this.#results);
  }

  #soon(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#search(), PAUSE);
  }

  async #search(): Promise<void> {
    const run = ++this.#run;
    const query = this.#input?.value.trim() ?? '';
    const chosen = this.#facets?.chosen() ?? {};
    this.#remember(query);
    if (query === '') return this.#idle();
    let cards: CardFile | undefined;
    let fault = '';
    try {
      cards = await loadCards();
    } catch {
      fault = 'The list of terms did not load. ';
    }
    if (run !== this.#run) return;
    const hits = cards ? findTermHits(cards, query).filter((hit) => this.#facets?.allows({ kind: 'term', side: hit.term.side })) : [];
    if (cards && hits.length > 0) this.#draw(hits, cards, undefined);
    let found: Found | undefined;
    try {
      found = await searchText(query, chosen, PAGES + hits.length);
    } catch {
      fault += 'The full-text index did not load, so only the names of terms were searched.';
    }
    if (run !== this.#run) return;
    this.#draw(hits, cards, found);
    this.#facets?.count(found?.counts ?? {});
    this.#say(fault || summary(query, hits.length, found?.total ?? 0));
    if (fault) this.#offerRetry();
  }

  /** Before anything is typed: the last searches. */
  #idle(): void {
    const list = recentSearches();
    this.#say('');
    this.#expand(false);
    this.#facets?.count({});
    if (list.length === 0) return this.#results?.replaceChildren();
    const buttons = list.map((text) => {
      const button = make('button', 'recent', text);
      button.type = 'button';
      button.addEventListener('click', () => {
        if (this.#input) this.#input.value = text;
        this.#input?.focus();
        void this.#search();
      });
      return button;
    });
    const forget = make('button', 'label', 'forget these');
    forget.type = 'button';
    forget.addEventListener('click', () => {
      forgetSearches();
      this.#idle();
      this.#input?.focus();
    });
    this.#results?.replaceChildren(make('p', 'label', 'lately '), make('p', 'recents', ...buttons), forget);
    this.#results?.removeAttribute('role');
  }

  #draw(hits: readonly TermHit[], cards: CardFile | undefined, found: Found | undefined): void {
    const groups: HTMLElement[] = [];
    if (cards && hits.length > 0) groups.push(group(this.#mode, 'Terms', hits.map((hit) => termHit(hit, cards, base))));
    const told = new Set(hits.map(({ id }) => `${base}/glossary/${id}/`));
    const pages = (found?.pages ?? []).filter(({ url }) => !told.has(url)).slice(0, PAGES);
    if (pages.length > 0) groups.push(group(this.#mode, 'Pages', pages.map((page) => pageHit(page))));
    this.#results?.replaceChildren(...groups);
    if (this.#mode === 'dialog' && groups.length > 0) {
      this.#results?.setAttribute('role', 'listbox');
      this.#results?.setAttribute('aria-label', 'Results');
    } else this.#results?.removeAttribute('role');
    this.#expand(groups.length > 0);
  }

  #say(text: string): void {
    if (this.#status && this.#status.textContent !== text) this.#status.textContent = text;
  }

  #offerRetry(): void {
    const retry = make('button', 'search-retry', 'Try again');
    retry.type = 'button';
    retry.addEventListener('click', () => void this.#search());
    this.#status?.append(' ', retry);
  }

  #expand(open: boolean): void {
    if (this.#mode === 'dialog') this.#input?.setAttribute('aria-expanded', String(open));
    this.#input?.removeAttribute('aria-activedescendant');
  }

  #options(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('a.hit')];
  }

  #key(event: KeyboardEvent): void {
    if (this.#mode !== 'dialog' || event.target !== this.#input) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const options = this.#options();
    if (step === 0 || options.length === 0) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.ariaSelected === 'true');
    const next = at < 0 ? (step > 0 ? 0 : options.length - 1) : (at + step + options.length) % options.length;
    options.forEach((option, i) => (option.ariaSelected = String(i === next)));
    options[next]?.scrollIntoView({ block: 'nearest' });
    this.#input?.setAttribute('aria-activedescendant', options[next]?.id ?? '');
  }

  /** Enter: the option under the keyboard, else the first. */
  #follow(): void {
    const options = this.#options();
    const target = options.find((option) => option.ariaSelected === 'true') ?? options[0];
    if (this.#mode === 'dialog') target?.click();
    else void this.#search();
  }

  /** On the page the address keeps the search, so that it can be shared. */
  #remember(query: string): void {
    if (this.#mode !== 'page') return;
    const address = new URLSearchParams();
    if (query) address.set('q', query);
    for (const facet of FACETS) for (const value of this.#facets?.chosen()[facet.name] ?? []) address.append(facet.name, value);
    history.replaceState(null, '', address.size > 0 ? `?${address}` : location.pathname);
  }
}

function summary(query: string, terms: number, pages: number): string {
  if (terms + pages === 0) return `Nothing on either side answers to “${query}”. Try one word, or its other name.`;
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  // Two counts of two things: a term found by its name is usually among the pages as well.
  return [terms > 0 ? `${count(terms, 'term')} by name` : '', pages > 0 ? `${count(pages, 'page')} by ${pages === 1 ? 'its' : 'their'} text` : ''].filter(Boolean).join(' · ');
}

customElements.define('lc-search', SearchElement);
