/**
 * The two-bank map, alive: lights a term with its bridges, says where they break, narrows by relation and topic.
 *
 * The names on the banks are links in the order of the drawing, so that whoever sees it can walk it with the keyboard; the lines
 * are hidden from screen readers, because what they say is said in the list below, item by item. What is lit is copied from there.
 */
import { heightAt, ROW, rowHeight, thread } from '../../lib/glossary/thread.ts';
import type { Relation } from '../../schemas/index.ts';

interface Crossing {
  number: string;
  from: string;
  to: string;
  relation: Relation;
  topics: readonly string[];
  item: HTMLElement;
  shown: boolean;
}

/** How near to a line the pointer must be, in pixels. */
const NEAR = 9;
const FACETS = ['relation', 'topic'] as const;

class BridgesElement extends HTMLElement {
  #abort: AbortController | undefined;
  #crossings: Crossing[] = [];
  /** Whether a finger or a pen came last: it lights a term first and follows its link at the second tap. */
  #touched = false;
  /** What was tapped once. */
  #held: Element | undefined;
  /** Numbers of the bridges that are lit. */
  #lit: string | undefined = '';

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const form = this.querySelector('form');
    const map = this.querySelector<HTMLElement>('.map');
    if (!form || !map) return;
    this.#crossings = [...this.querySelectorAll<HTMLElement>('.in-words [data-n]')].map((item) => {
      const { n = '', from = '', to = '', relation, topic = '' } = item.dataset;
      return { number: n, from, to, relation: relation as Relation, topics: topic.split(' '), item, shown: true };
    });

    form.addEventListener('change', () => this.#narrow(true), { signal });
    form.addEventListener('reset', () => setTimeout(() => this.#narrow(true)), { signal });
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    map.addEventListener('pointerover', (event) => {
      if (event.pointerType === 'mouse') this.#light(this.#under(event.target));
    }, { signal });
    map.addEventListener('pointermove', (event) => this.#nearLine(event), { signal });
    map.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse' && !map.contains(document.activeElement) && !(event.relatedTarget instanceof Element && event.relatedTarget.closest('.reading'))) this.#light([]);
    }, { signal });
    map.addEventListener('pointerdown', (event) => (this.#touched = event.pointerType !== 'mouse'), { signal });
    map.addEventListener('click', (event) => this.#tap(event), { signal });
    map.addEventListener('focusin', (event) => {
      this.#light(this.#under(event.target));
      if (event.target instanceof HTMLElement) this.#uncover(event.target);
    }, { signal });
    map.addEventListener('keydown', (event) => this.#walk(event), { signal });
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#light([]);
    }, { signal });
    this.querySelector('.reading-close')?.addEventListener('click', () => this.#light([]), { signal });
    this.querySelector('[data-print]')?.addEventListener('click', () => window.print(), { signal });
    window.addEventListener('hashchange', () => this.#arrive(), { signal });

    const wanted = new URLSearchParams(location.search);
    for (const box of this.#boxes()) box.checked = wanted.getAll(box.name).includes(box.value);
    this.#narrow(false);
    this.#arrive();
  }

  disconnectedCallback(): void {
    this.#abort?.abort();
  }

  #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('form input')];
  }

  #name(id: string): HTMLAnchorElement | null {
    return this.querySelector<HTMLAnchorElement>(`#${CSS.escape(`at-${id}`)}`);
  }

  /** The bridges of the name under the pointer or the keyboard; undefined where there is none. */
  #under(target: EventTarget | null): Crossing[] | undefined {
    const id = target instanceof Element ? target.closest('.bank a')?.id.slice(3) : undefined;
    return id === undefined ? undefined : this.#crossings.filter(({ shown, from, to }) => shown && (from === id || to === id));
  }

  /** An address may name a term: `#at-mode-collapse`. */
  #arrive(): void {
    const target = location.hash.startsWith('#at-') ? this.#name(decodeURIComponent(location.hash.slice(4))) : null;
    if (target) this.#light(this.#under(target));
  }

  /** The foot grows with what it has to say: what has the keyboard must not lie under it. */
  #uncover(focused: HTMLElement): void {
    if (!focused.matches(':focus-visible')) return;
    const foot = this.querySelector('.reading')?.getBoundingClientRect().top ?? Infinity;
    const under = focused.getBoundingClientRect().bottom - foot;
    if (under > 0) window.scrollBy({ top: under + 8, behavior: 'instant' });
  }

  /** Lights some bridges and both their ends, and copies what the list says of them to the foot of the window. */
  #light(crossings: readonly Crossing[] | undefined): void {
    const key = crossings?.map(({ number }) => number).join(' ');
    if (!crossings || key === this.#lit) return;
    this.#lit = key;
    this.#held = undefined;
    const numbers = new Set(crossings.map(({ number }) => number));
    const ends = new Set(crossings.flatMap(({ from, to }) => [`at-${from}`, `at-${to}`]));
    this.toggleAttribute('data-lit', numbers.size > 0);
    for (const part of this.querySelectorAll<SVGElement>('.weave [data-n]')) part.classList.toggle('lit', numbers.has(part.dataset['n'] ?? ''));
    for (const link of this.querySelectorAll('.bank a')) link.classList.toggle('lit', ends.has(link.id));
    const list = this.querySelector<HTMLElement>('.reading-list');
    if (list) {
      list.replaceChildren(...crossings.map(({ item }) => item.cloneNode(true)));
      list.toggleAttribute('data-many', crossings.length > 1);
      list.dataset['side'] = crossings.every(({ from }) => from === crossings[0]?.from) ? 'technical' : 'creative';
      list.parentElement?.scrollTo(0, 0);
    }
    this.querySelector('.reading-close')?.toggleAttribute('hidden', numbers.size === 0);
  }

  /** Between the banks the nearest line is meant. */
  #nearLine(event: PointerEvent): void {
    const weave = event.target instanceof Element ? event.target.closest('.weave') : null;
    if (weave && event.pointerType === 'mouse') {
      const near = this.#nearest(weave, event);
      if (near) this.#light([near]);
    }
  }

  #nearest(weave: Element, { clientX, clientY }: MouseEvent): Crossing | undefined {
    const box = weave.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * 100;
    let nearest: Crossing | undefined;
    let least = NEAR;
    for (const { crossing, left, right, rows } of this.#ends(weave)) {
      const distance = Math.abs((heightAt(x, left, right) * box.height) / (rows * ROW) - (clientY - box.top));
      if (distance < least) [nearest, least] = [crossing, distance];
    }
    return nearest;
  }

  #tap(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.bank a') : null;
    const weave = event.target instanceof Element ? event.target.closest('.weave') : null;
    if (link && this.#touched && event.detail > 0 && link !== this.#held) {
      event.preventDefault();
      this.#light(this.#under(link));
      this.#held = link;
      link.scrollIntoView({ block: 'nearest' });
    } else if (weave && this.#touched) {
      const near = this.#nearest(weave, event);
      this.#light(near ? [near] : []);
    } else if (!link && !weave) this.#light([]);
  }

  /** Up and down a bank, left and right across a bridge. */
  #walk(event: KeyboardEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.bank a') : null;
    if (!link || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const side = link.closest('.bank.technical') ? 'technical' : 'creative';
    const names = [...this.querySelectorAll<HTMLAnchorElement>(`.bank.${side} li:not([hidden]) a`)];
    const across = (): HTMLAnchorElement | null => {
      const [first] = this.#under(link) ?? [];
      return first ? this.#name(side === 'technical' ? first.to : first.from) : null;
    };
    const next = {
      ArrowUp: () => names[names.indexOf(link) - 1],
      ArrowDown: () => names[names.indexOf(link) + 1],
      ArrowLeft: () => (side === 'creative' ? across() : undefined),
      ArrowRight: () => (side === 'technical' ? across() : undefined),
    }[event.key];
    if (!next) return;
    event.preventDefault();
    next()?.focus();
  }

  /** Shows what is chosen: any value within a facet, both facets together. */
  #narrow(remember: boolean): void {
    const chosen = new Map(FACETS.map((facet) => [facet, this.#boxes().filter(({ name, checked }) => name === facet && checked).map(({ value }) => value)]));
    const passes = (facet: (typeof FACETS)[number], values: readonly string[]): boolean => {
      const wanted = chosen.get(facet) ?? [];
      return wanted.length === 0 || values.some((value) => wanted.includes(value));
    };
    const ends = new Set<string>();
    for (const crossing of this.#crossings) {
      crossing.shown = passes('relation', [crossing.relation]) && passes('topic', crossing.topics);
      crossing.item.hidden = !crossing.shown;
      if (crossing.shown) ends.add(crossing.from).add(crossing.to);
    }
    for (const link of this.querySelectorAll('.bank a')) link.closest('li')?.toggleAttribute('hidden', !ends.has(link.id.slice(3)));
    for (const weave of this.querySelectorAll('.map .weave')) this.#redraw(weave);
    for (const part of this.querySelectorAll('.stanza, .band, .words')) part.toggleAttribute('hidden', !part.querySelector('li:not([hidden])'));
    this.#light([]);
    this.#tell([...chosen]);
    if (!remember) return;
    const query = new URLSearchParams([...chosen].flatMap(([facet, values]) => values.map((value) => [facet, value])));
    history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  }

  #tell(chosen: readonly (readonly [string, readonly string[]])[]): void {
    const [shown, all] = [this.#crossings.filter((crossing) => crossing.shown).length, this.#crossings.length];
    const output = this.querySelector('output');
    if (output) output.textContent = shown === all ? `${all} bridges` : `${shown} of ${all} bridges`;
    this.querySelector('.none')?.toggleAttribute('hidden', shown > 0);
    this.querySelector('button[type="reset"]')?.toggleAttribute('hidden', chosen.every(([, values]) => values.length === 0));
  }

  /** The bridges of a stanza that are shown, with the heights of their ends. */
  #ends(weave: Element): { crossing: Crossing; left: number; right: number; rows: number }[] {
    const [lefts = [], rights = []] = ['technical', 'creative'].map((side) =>
      [...(weave.parentElement?.querySelectorAll(`.bank.${side} li:not([hidden]) a`) ?? [])].map(({ id }) => id.slice(3)));
    const rows = Math.max(lefts.length, rights.length);
    return this.#crossings.flatMap((crossing) => {
      const [left, right] = [lefts.indexOf(crossing.from), rights.indexOf(crossing.to)];
      if (!crossing.shown || left < 0 || right < 0) return [];
      return [{ crossing, left: rowHeight(left, lefts.length, rows), right: rowHeight(right, rights.length, rows), rows }];
    });
  }

  #redraw(weave: Element): void {
    const drawn = new Map(this.#ends(weave).map((ends) => [ends.crossing.number, ends]));
    for (const part of weave.querySelectorAll<SVGElement>('[data-n]')) {
      const ends = drawn.get(part.dataset['n'] ?? '');
      part.toggleAttribute('hidden', !ends);
      if (!ends) continue;
      const { technical, creative, middle } = thread(ends.left, ends.right, ends.crossing.relation);
      weave.querySelector('svg')?.setAttribute('viewBox', `0 0 100 ${ends.rows * ROW}`);
      if (part.localName === 'use') part.setAttribute('y', `${(middle * 100) / (ends.rows * ROW)}%`);
      else part.setAttribute('d', part.closest('.plate.creative') ? creative : technical);
    }
  }
}

customElements.define('lc-bridges', BridgesElement);
