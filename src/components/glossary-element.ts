/** The instant filter of the glossary: what matches stays, with whatever it is bridged to, and the lines follow. */
import { cross, curve } from '../lib/glossary/banks.ts';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

class GlossaryElement extends HTMLElement {
  #abort: AbortController | undefined;
  #frame = 0;

  connectedCallback(): void {
    const input = this.querySelector('input');
    const form = this.querySelector('form');
    if (!input || !form) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    input.value = new URLSearchParams(location.search).get('q') ?? input.value;
    input.addEventListener('input', () => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#filter(input.value));
    }, { signal });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.querySelector<HTMLAnchorElement>('a.hit:not([hidden]), li.hit:not([hidden]) a')?.focus();
    }, { signal });
    for (const type of ['pointerover', 'focusin'] as const) {
      this.addEventListener(type, (event) => this.#light(event.target), { signal });
    }
    this.#filter(input.value);
  }

  disconnectedCallback(): void {
    this.#abort?.abort();
    cancelAnimationFrame(this.#frame);
  }

  #rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.bank > li')];
  }

  #lines(): SVGGElement[] {
    return [...this.querySelectorAll<SVGGElement>('.bridges g')];
  }

  /** Lights a term, what it is bridged to, and the lines between. */
  #light(target: EventTarget | null): void {
    const id = target instanceof Element ? target.closest<HTMLElement>('.bank > li')?.dataset['id'] : undefined;
    const lit = new Set(id ? [id] : []);
    for (const line of this.#lines()) {
      const on = id !== undefined && (line.dataset['from'] === id || line.dataset['to'] === id);
      line.classList.toggle('lit', on);
      if (on) lit.add(line.dataset['from'] ?? '').add(line.dataset['to'] ?? '');
    }
    for (const row of this.#rows()) row.classList.toggle('lit', lit.has(row.dataset['id'] ?? ''));
  }

  #filter(query: string): void {
    const wanted = fold(query.trim());
    const rows = this.#rows();
    const hits = new Set(rows.filter((row) => fold(row.dataset['labels'] ?? '').includes(wanted)).map((row) => row.dataset['id']));
    const shown = new Set(hits);
    for (const { dataset } of this.#lines()) {
      if (hits.has(dataset['from'])) shown.add(dataset['to']);
      if (hits.has(dataset['to'])) shown.add(dataset['from']);
    }
    const place = new Map<string, number>();
    for (const bank of this.querySelectorAll('.bank')) {
      let next = 0;
      for (const row of bank.querySelectorAll<HTMLElement>('li')) {
        row.hidden = !shown.has(row.dataset['id']);
        row.classList.toggle('hit', wanted !== '' && hits.has(row.dataset['id']));
        if (!row.hidden) place.set(row.dataset['id'] ?? '', next++);
      }
    }
    const common = [...this.querySelectorAll<HTMLElement>('.common > a')];
    for (const link of common) {
      link.hidden = !fold(link.dataset['labels'] ?? '').includes(wanted);
      link.classList.toggle('hit', wanted !== '' && !link.hidden);
    }
    const line = this.querySelector<HTMLElement>('.common');
    if (line) line.hidden = common.every((link) => link.hidden);
    const bridges = this.#redraw(place);
    const both = [...rows, ...common];
    const visible = both.filter((each) => !each.hidden).length;
    const output = this.querySelector('output');
    if (output) output.textContent = `${visible} of ${both.length} terms · ${bridges} bridges`;
    this.querySelector<HTMLElement>('.none')?.toggleAttribute('hidden', visible > 0);
    this.querySelector<HTMLElement>('.banks')?.toggleAttribute('hidden', rows.every((row) => row.hidden));
  }

  /** Draws the lines between the rows that are left; returns how many there are. */
  #redraw(place: ReadonlyMap<string, number>): number {
    const svg = this.querySelector('.bridges');
    const banks = [...this.querySelectorAll('.bank')].map((bank) => bank.querySelectorAll('li:not([hidden])').length);
    svg?.setAttribute('viewBox', `0 0 100 ${Math.max(1, ...banks) * 10}`);
    let count = 0;
    for (const line of this.#lines()) {
      const left = place.get(line.dataset['from'] ?? '');
      const right = place.get(line.dataset['to'] ?? '');
      const there = left !== undefined && right !== undefined;
      line.toggleAttribute('hidden', !there);
      if (there) {
        for (const path of line.querySelectorAll('path:not(.cross)')) path.setAttribute('d', curve(left, right, 10));
        line.querySelector('.cross')?.setAttribute('d', cross(left, right, 10));
      }
      count += there ? 1 : 0;
    }
    return count;
  }
}

customElements.define('lc-glossary', GlossaryElement);
