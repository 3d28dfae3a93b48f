/** Search: names at once, then words and the full text, across the bridges. Used by the dialog and by the search page. */
import { answerBoxes } from './answer.ts';
import { countFacets, FACETS, passes } from './facets.ts';
import { FacetsView } from './facets-view.ts';
import type { SearchIndex } from './index-file.ts';
import { forgetSearches, recentSearches, rememberSearch, rememberWidening, widens } from './kept.ts';
import { button, make } from './make.ts';
import { nearestQuery } from './nearest.ts';
import { notesFor } from './notes.ts';
import { loadText } from './pagefind.ts';
import type { Plan, Ranked, Tier } from './rank.ts';
import { asOptions, group, hit, type Mode } from './render.ts';
import { loadIndex, planNow, searchAll, type Outcome, type Wishes } from './session.ts';
import { say, type Said } from './say.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');
/** The text is searched when the fingers rest this long, in ms; names are looked up at every key. */
const REST = 90;
/** A result is said when no key has come for this long, in ms: nobody wants to hear what half a word finds. */
const HUSH = 500;
/** Results shown at first, the answer’s among them, and how many more at a time. */
const FIRST = { dialog: 8, page: 10 };
const MORE = 20;
const NOTHING_SAID: Said = { answer: '', count: '' };

class SearchElement extends HTMLElement {
  #mode: Mode = 'dialog';
  #input: HTMLInputElement = make('input', '');
  readonly #results = make('div', 'search-results');
  readonly #notes = make('div', 'search-notes');
  readonly #status = make('p', 'label search-status');
  readonly #facets = new FacetsView();
  #abort: AbortController | undefined;
  #timer: number | undefined;
  #lastKey = -HUSH;
  #index: SearchIndex | undefined;
  #outcome: Outcome | undefined;
  #wishes: Wishes = { widen: widens(), literal: false };
  #shown = FIRST.dialog;
  /** The cards that stand, and what they were made for. */
  #cards: { key: string; nodes: HTMLElement[] } = { key: '', nodes: [] };
  /** Counts searches, so that a slow answer to an old one is dropped. */
  #run = 0;
  /** Enter came before there was anything to follow. */
  #following = false;

  connectedCallback(): void {
    this.#mode = this.closest('dialog') ? 'dialog' : 'page';
    this.#shown = FIRST[this.#mode];
    if (!this.#input.isConnected) this.#build();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#input.addEventListener('input', () => this.#typed(), { signal });
    this.#input.addEventListener('focus', () => void this.#prepare(), { signal });
    this.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.#facets.element.addEventListener('change', () => void this.#search(0), { signal });
    this.addEventListener('answer-grown', () => this.#mark(), { signal });
    this.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a.hit')) rememberSearch(this.#input.value);
    }, { signal });
    if (this.#mode === 'page') {
      const wanted = new URLSearchParams(location.search);
      this.#input.value = wanted.get('q') ?? '';
      this.#facets.choose(wanted);
    }
    void this.#search(0);
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
    this.#input = form.querySelector('input') ?? this.#input;
    Object.assign(this.#input, { type: 'search', name: 'q', autocomplete: 'off', spellcheck: false, placeholder: 'a word, a name, a question' });
    this.#input.setAttribute('aria-label', 'Search');
    if (!this.#input.isConnected) form.append(this.#input);
    this.#results.id = `search-results-${this.#mode}`;
    if (this.#mode === 'dialog') {
      this.#input.setAttribute('role', 'combobox');
      this.#input.setAttribute('aria-controls', this.#results.id);
      this.#input.setAttribute('aria-autocomplete', 'list');
      this.#input.setAttribute('aria-expanded', 'false');
    }
    this.#status.setAttribute('role', 'status');
    this.replaceChildren(form, make('div', 'search-head', this.#facets.element, this.#status), this.#notes, this.#results);
  }

  #typed(): void {
    this.#lastKey = performance.now();
    this.#wishes = { ...this.#wishes, literal: false };
    this.#shown = FIRST[this.#mode];
    void this.#search(REST);
  }

  /**
   * Looks names up at once, and everything else after a rest.
   * @param rest milliseconds without a key
   */
  async #search(rest: number): Promise<void> {
    const run = ++this.#run;
    const query = this.#input.value.trim();
    window.clearTimeout(this.#timer);
    this.#status.ariaBusy = 'true';
    this.#remember();
    if (query === '') {
      this.#idle();
      return this.#prepare();
    }
    try {
      this.#index ??= await loadIndex();
    } catch {
      if (run !== this.#run) return;
      this.#say(NOTHING_SAID);
      this.#fail('The list of names did not load.');
      return;
    }
    if (run !== this.#run) return;
    const index = this.#index;
    const plan = planNow(index, query, this.#wishes);
    const excerpts = this.#outcome?.plan.query === plan.query ? this.#outcome.excerpts : new Map();
    this.#draw(index, { plan, ranked: plan.ranked, excerpts, textFailed: false }, false);
    const wishes = this.#wishes;
    this.#timer = window.setTimeout(() => {
      void searchAll(index, query, wishes, (...found) => this.#listed(index, ...found).list).then((outcome) => {
        if (run === this.#run) this.#draw(index, outcome, true);
      });
    }, rest);
  }

  /** Fetches ahead once somebody is about to type: the names, then the engine, which is the heaviest part. */
  async #prepare(): Promise<void> {
    if (!this.contains(document.activeElement)) return;
    this.#index ??= await loadIndex().catch(() => undefined);
    if (this.#index) await loadText().catch(() => undefined);
  }

  #shows(index: SearchIndex, page: number): boolean {
    return passes(index.pages[page]?.facets ?? {}, this.#facets.chosen());
  }

  /** What there is room for: the answers with what their cards name, then a list. */
  #listed(index: SearchIndex, { answers }: Plan, ranked: readonly Ranked[]): { all: number; answers: number[]; list: number[]; left: number } {
    const passing = ranked.map(({ page }) => page).filter((page) => this.#shows(index, page));
    const pinned = answers.filter((page) => this.#shows(index, page));
    const told = new Set([...pinned, ...pinned.flatMap((page) => (index.bridges[page] ?? []).map(({ to }) => to))]);
    const rest = passing.filter((page) => !told.has(page));
    const room = Math.max(0, this.#shown - passing.length + rest.length);
    return { all: passing.length, answers: pinned, list: rest.slice(0, room), left: Math.max(0, rest.length - room) };
  }

  #draw(index: SearchIndex, outcome: Outcome, settled: boolean): void {
    this.#outcome = outcome;
    const { plan, ranked } = outcome;
    const typed = this.#input.value.trim();
    const chosen = this.#facets.chosen();
    const { all, answers, list, left } = this.#listed(index, plan, ranked);
    const groups = [...this.#answers(index, answers, plan.asked), ...this.#groups(index, ranked.filter(({ page }) => list.includes(page)), outcome)];
    if (left > 0) groups.push(this.#more(left, all));
    const before = this.querySelector<HTMLAnchorElement>('[aria-selected="true"]')?.href;
    this.#results.replaceChildren(...groups);
    if (this.#mode === 'dialog' && groups.length > 0) {
      this.#results.setAttribute('role', 'listbox');
      this.#results.setAttribute('aria-label', 'Results');
    } else this.#results.removeAttribute('role');
    this.#mark(before);
    this.#expand(groups.length > 0);
    const suggestion = this.#wishes.literal ? nearestQuery(index, typed, () => false)?.query : undefined;
    this.#notes.replaceChildren(...notesFor(index, typed, plan, this.#wishes, suggestion, {
      literal: (literal) => this.#wish({ literal }),
      widen: (widen) => {
        rememberWidening(widen);
        this.#wish({ widen });
      },
    }));
    this.#facets.count(countFacets(ranked.map(({ page }) => index.pages[page]?.facets ?? {}), chosen));
    if (this.#following && (settled || groups.length > 0)) this.#follow();
    this.#results.ariaBusy = String(!settled);
    if (!settled) return;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#say(say(index, typed, plan, answers, all));
      if (outcome.textFailed) this.#fail('The full-text index did not load, so only names and single words were searched.');
    }, Math.max(0, this.#lastKey + HUSH - performance.now()));
  }

  /** The pinned cards; kept as they are while the answer stays the same. */
  #answers(index: SearchIndex, shown: readonly number[], asked: Plan['asked']): HTMLElement[] {
    const key = `${shown.join()} ${asked ?? ''} ${JSON.stringify(this.#facets.chosen())}`;
    if (key !== this.#cards.key) {
      const shows = (page: number): boolean => this.#shows(index, page) && !shown.includes(page);
      this.#cards = { key, nodes: answerBoxes(shown, { index, mode: this.#mode, base, shows }, asked) };
    }
    return this.#cards.nodes;
  }

  #groups(index: SearchIndex, list: readonly Ranked[], { excerpts }: Outcome): HTMLElement[] {
    const titles: [title: string, tiers: readonly Tier[]][] = [['by name', ['term', 'alias', 'title']], ['across a bridge', ['bridged']], ['in the text', ['heading', 'text']]];
    return titles.flatMap(([title, tiers]) => {
      const links = list.filter(({ tier }) => tiers.includes(tier)).flatMap(({ page }) => {
        const found = index.pages[page];
        return found ? [hit(found, index, base, excerpts.get(page))] : [];
      });
      return links.length > 0 ? [group(this.#mode, title, links)] : [];
    });
  }

  /** The way to what is left: in the dialog it leads to the page. */
  #more(left: number, all: number): HTMLElement {
    if (this.#mode === 'page') {
      return button('button', `${Math.min(left, MORE)} more of ${all}`, () => {
        this.#shown += MORE;
        void this.#search(0);
      });
    }
    const link = make('a', 'hit search-all label', `all ${all} on one page`);
    link.href = `${base}/search/${this.#address()}`;
    return link;
  }

  #wish(wish: Partial<Wishes>): void {
    this.#wishes = { ...this.#wishes, ...wish };
    void this.#search(0);
    this.#input.focus();
  }

  /** Before anything is typed: the last searches. */
  #idle(): void {
    this.#say(NOTHING_SAID);
    this.#expand(false);
    this.#facets.count(undefined);
    this.#notes.replaceChildren();
    this.#results.removeAttribute('role');
    this.#cards = { key: '', nodes: [] };
    this.#outcome = undefined;
    const list = recentSearches();
    if (list.length === 0) return this.#results.replaceChildren();
    const buttons = list.map((text) => button('recent', text, () => {
      this.#input.value = text;
      this.#input.focus();
      void this.#search(0);
    }));
    const forget = button('label', 'forget these', () => {
      forgetSearches();
      this.#idle();
      this.#input.focus();
    });
    this.#results.replaceChildren(make('p', 'label', 'lately '), make('p', 'recents', ...buttons), forget);
  }

  /** The one place that is read out: once for a search, when nothing more will change. */
  #say({ answer, count }: Said): void {
    this.#status.ariaBusy = 'false';
    if (this.#status.textContent === `${answer}${count}`) return;
    this.#status.replaceChildren(...(answer ? [make('span', 'visually-hidden', answer)] : []), count);
  }

  #fail(text: string): void {
    this.#status.append(' ', text, ' ', button('search-retry', 'Try again', () => void this.#search(0)));
  }

  #expand(open: boolean): void {
    if (this.#mode === 'dialog') this.#input.setAttribute('aria-expanded', String(open));
  }

  #options(): HTMLAnchorElement[] {
    return [...this.#results.querySelectorAll<HTMLAnchorElement>('a.hit')];
  }

  /** Numbers the options of the list box again, and keeps the chosen one chosen. */
  #mark(href = this.querySelector<HTMLAnchorElement>('[aria-selected="true"]')?.href): void {
    if (this.#mode !== 'dialog') return;
    const options = this.#options();
    asOptions(options);
    this.#choose(options, href === undefined ? -1 : options.findIndex((option) => option.href === href));
  }

  #choose(options: readonly HTMLAnchorElement[], at: number): void {
    options.forEach((option, i) => (option.ariaSelected = String(i === at)));
    const chosen = options[at];
    if (chosen) this.#input.setAttribute('aria-activedescendant', chosen.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #key(event: KeyboardEvent): void {
    if (this.#mode !== 'dialog' || event.target !== this.#input) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const options = this.#options();
    if (step === 0 || options.length === 0) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.ariaSelected === 'true');
    const next = at < 0 ? (step > 0 ? 0 : options.length - 1) : (at + step + options.length) % options.length;
    this.#choose(options, next);
    options[next]?.scrollIntoView({ block: 'nearest' });
  }

  /** Enter: the option under the keyboard, else the first, as soon as there is one. */
  #follow(): void {
    if (this.#mode === 'page') return void this.#search(0);
    const options = this.#options();
    const target = options.find((option) => option.ariaSelected === 'true') ?? options[0];
    this.#following = target === undefined && this.#outcome === undefined && this.#input.value.trim() !== '';
    target?.click();
  }

  /** What an address needs to ask the same. */
  #address(): string {
    const address = new URLSearchParams();
    const query = this.#input.value.trim();
    if (query) address.set('q', query);
    for (const { name } of FACETS) for (const value of this.#facets.chosen()[name] ?? []) address.append(name, value);
    return address.size > 0 ? `?${address}` : '';
  }

  /** On the page the address keeps the search, so that it can be shared. */
  #remember(): void {
    if (this.#mode !== 'page') return;
    history.replaceState(null, '', this.#address() || location.pathname);
  }
}

customElements.define('lc-search', SearchElement);
