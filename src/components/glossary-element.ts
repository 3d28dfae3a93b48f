/**
 * The instant filter of the glossary: what matches stays, with whatever it is bridged to, and the lines follow. It knows terms by
 * what stands on the page, and by all their names once search’s file of names has come.
 */
import { cross, curve } from '../lib/glossary/banks.ts';
import { openIndex, type SearchIndex } from '../search/index-file.ts';
import { loadIndexFile } from '../search/load.ts';
import { matchNames } from '../search/match.ts';
import { nearestQuery } from '../search/nearest.ts';

/** A row of a bank, or a term held in common. */
interface Row {
  id: string;
  element: HTMLElement;
  /** Whether it is shown, as last drawn. */
  shown: boolean;
  hit: boolean;
}

/** A line between the banks. */
interface Line {
  from: string;
  to: string;
  element: SVGGElement;
  paths: readonly SVGPathElement[];
  cross: SVGPathElement | undefined;
  /** Rows it was last drawn between; none while it is hidden. */
  ends: [left: number, right: number] | undefined;
}

/** Rows from the top that are drawn at once: more than the tallest screen shows. */
const NEAR = 60;
/** Milliseconds after which the rest is drawn: a frame and a half. */
const AFTER = 24;

class GlossaryElement extends HTMLElement {
  #abort: AbortController | undefined;
  #index: SearchIndex | undefined;
  #asked = false;
  #input: HTMLInputElement | undefined;
  #banks: readonly (readonly Row[])[] = [];
  #common: readonly Row[] = [];
  #lines: readonly Line[] = [];
  #lit: readonly Element[] = [];
  #later: number | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input');
    const form = this.querySelector('form');
    if (!input || !form) return;
    this.#input = input;
    this.#read();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    input.value = new URLSearchParams(location.search).get('q') ?? input.value;
    input.addEventListener('input', () => this.#filter(), { signal });
    for (const type of ['focus', 'pointerenter'] as const) input.addEventListener(type, () => void this.#fetch(), { signal });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.querySelector<HTMLAnchorElement>('a.hit:not([hidden]), li.hit:not([hidden]) a')?.focus();
    }, { signal });
    for (const type of ['pointerover', 'focusin'] as const) {
      this.addEventListener(type, (event) => this.#light(event.target), { signal });
    }
    if (input.value) {
      this.#filter();
      void this.#fetch();
    }
  }

  disconnectedCallback(): void {
    this.#abort?.abort();
    window.clearTimeout(this.#later);
  }

  /** The page as it was served, read once. */
  #read(): void {
    const endsOf = ({ from = '', to = '' }: DOMStringMap): Line['ends'] => {
      const [left, right] = [place.get(from), place.get(to)];
      return left === undefined || right === undefined ? undefined : [left, right];
    };
    const row = (element: HTMLElement, id: string): Row => ({ id, element, shown: true, hit: false });
    this.#banks = [...this.querySelectorAll('.bank')].map((bank) => [...bank.querySelectorAll<HTMLElement>(':scope > li')].map((each) => row(each, each.dataset['id'] ?? '')));
    const place = new Map(this.#banks.flatMap((bank) => bank.map(({ id }, n): [string, number] => [id, n])));
    this.#common = [...this.querySelectorAll<HTMLElement>('.common > a')].map((each) => row(each, each.dataset['term'] ?? ''));
    this.#lines = [...this.querySelectorAll<SVGGElement>('.bridges g')].map((element) => ({
      from: element.dataset['from'] ?? '',
      to: element.dataset['to'] ?? '',
      element,
      paths: [...element.querySelectorAll<SVGPathElement>('path:not(.cross)')],
      cross: element.querySelector<SVGPathElement>('.cross') ?? undefined,
      ends: endsOf(element.dataset),
    }));
    const labels = (row: Row): readonly [string, string, number, string[], string[]] => [row.id, row.element.textContent.trim(), 0, [], []];
    this.#index = openIndex({ terms: [...this.#banks.flat(), ...this.#common].map(labels), pages: [], bridges: [] });
  }

  /** The other names, at the first sign of interest. */
  async #fetch(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      const { terms } = await loadIndexFile();
      this.#index = openIndex({ terms, pages: [], bridges: [] });
      if (this.#input?.value) this.#filter();
    } catch {
      // The names on the page do; the next sign of interest asks again.
      this.#asked = false;
    }
  }

  /** Lights a term, what it is bridged to, and the lines between. */
  #light(target: EventTarget | null): void {
    const id = target instanceof Element ? target.closest<HTMLElement>('.bank > li')?.dataset['id'] : undefined;
    const lines = id === undefined ? [] : this.#lines.filter(({ from, to }) => from === id || to === id);
    const ids = new Set([...(id === undefined ? [] : [id]), ...lines.flatMap(({ from, to }) => [from, to])]);
    for (const element of this.#lit) element.classList.remove('lit');
    this.#lit = [...lines.map(({ element }) => element), ...this.#banks.flat().filter((row) => ids.has(row.id)).map(({ element }) => element)];
    for (const element of this.#lit) element.classList.add('lit');
  }

  #filter(): void {
    const query = this.#input?.value.trim() ?? '';
    const index = this.#index;
    const hits = new Set(query === '' || !index ? [] : matchNames(index, query).map(({ page }) => index.pages[page]?.term?.id));
    const shown = new Set(hits);
    for (const { from, to } of this.#lines) {
      if (hits.has(from)) shown.add(to);
      if (hits.has(to)) shown.add(from);
    }
    let visible = 0;
    const set = (row: Row, on: boolean): void => {
      const hit = hits.has(row.id);
      // Only what changes is touched: every touch is paid for in style and layout.
      if (row.shown !== on) row.element.hidden = !(row.shown = on);
      if (row.hit !== hit) row.element.classList.toggle('hit', (row.hit = hit));
      visible += on ? 1 : 0;
    };
    const place = new Map<string, number>();
    for (const bank of this.#banks) {
      let next = 0;
      for (const row of bank) {
        set(row, query === '' || shown.has(row.id));
        if (row.shown) place.set(row.id, next++);
      }
    }
    for (const row of this.#common) set(row, query === '' || hits.has(row.id));
    const line = this.querySelector<HTMLElement>('.common');
    if (line) line.hidden = this.#common.every((row) => !row.shown);
    const bridges = this.#redraw(place);
    const all = this.#banks.flat().length + this.#common.length;
    const output = this.querySelector('output');
    if (output) output.textContent = `${visible} of ${all} terms · ${bridges} ${bridges === 1 ? 'bridge' : 'bridges'}`;
    this.#suggest(visible > 0 || !index ? undefined : nearestQuery(index, query, () => false)?.query);
    this.querySelector<HTMLElement>('.none')?.toggleAttribute('hidden', visible > 0);
    this.querySelector<HTMLElement>('.banks')?.toggleAttribute('hidden', place.size === 0);
  }

  /** Offers the name that may have been meant, in the line that says that nothing reads as it was typed. */
  #suggest(name: string | undefined): void {
    const line = this.querySelector<HTMLElement>('.none');
    line?.querySelector('button')?.remove();
    if (!line || name === undefined) return;
    const offer = document.createElement('button');
    offer.type = 'button';
    offer.textContent = `Did you mean “${name}”?`;
    offer.addEventListener('click', () => {
      if (!this.#input) return;
      this.#input.value = name;
      this.#input.focus();
      this.#filter();
    });
    line.append(' ', offer);
  }

  /** Draws the lines between the rows that are left; returns how many there are. What is far down the page is drawn after the frame. */
  #redraw(place: ReadonlyMap<string, number>): number {
    const rows = Math.max(1, ...this.#banks.map((bank) => bank.filter((row) => row.shown).length));
    this.querySelector('.bridges')?.setAttribute('viewBox', `0 0 100 ${rows * 10}`);
    let count = 0;
    const later: (() => void)[] = [];
    for (const line of this.#lines) {
      const [left, right] = [place.get(line.from), place.get(line.to)];
      const ends: Line['ends'] = left === undefined || right === undefined ? undefined : [left, right];
      count += ends ? 1 : 0;
      if (line.ends?.[0] === ends?.[0] && line.ends?.[1] === ends?.[1]) continue;
      if (isNear(line.ends) || isNear(ends)) draw(line, ends);
      else later.push(() => draw(line, ends));
    }
    window.clearTimeout(this.#later);
    if (later.length > 0) this.#later = window.setTimeout(() => later.forEach((each) => each()), AFTER);
    return count;
  }
}

/** Whether a line touches a row that can be on the screen while somebody types at the head of the page. */
const isNear = (ends: Line['ends']): boolean => ends !== undefined && Math.min(...ends) < NEAR;

function draw(line: Line, ends: Line['ends']): void {
  if ((line.ends === undefined) !== (ends === undefined)) line.element.toggleAttribute('hidden', ends === undefined);
  line.ends = ends;
  if (!ends) return;
  for (const path of line.paths) path.setAttribute('d', curve(...ends, 10));
  line.cross?.setAttribute('d', cross(...ends, 10));
}

customElements.define('lc-glossary', GlossaryElement);
