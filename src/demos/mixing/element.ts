/** Style mixing, alive: a cut, two marks and a table bound to the state, the state to the letters, the needles to what is measured of them. */
import { ATTRIBUTES } from '../../drawing/attributes.ts';
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { Address } from '../base/address.ts';
import type { StateCodec } from '../base/codec.ts';
import { DemoElement } from '../base/demo-element.ts';
import type { Engine } from '../base/engine.ts';
import type { Grid, Point } from '../base/map.ts';
import { pointNeedle } from '../base/needle.ts';
import { Surface } from '../base/surface.ts';
import type { Take } from '../base/take-away.ts';
import { aboutWord } from '../base/words.ts';
import { chosenCell } from './plan/boxes.ts';
import { says } from './plan/says.ts';
import { partsOf, reportOf, whose } from './plan/whose.ts';
import { codecOf, emptyState, type MixingState } from './state.ts';
import { Views, type Seen } from './views.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

class Mixing extends DemoElement {
  #grid: Grid = { columns: 1, rows: 1 };
  #codec: StateCodec<MixingState> = codecOf(this.#grid);
  #parents: Point[] = [];
  #start = emptyState;
  #state = emptyState;
  #surface: Surface | undefined;
  #address: Address<MixingState> | undefined;
  #engine: Engine | undefined;
  #views: Views | undefined;
  #old: AbortController | undefined;

  protected bind(signal: AbortSignal): void {
    const [columns = 1, rows = 1] = (this.dataset['grid'] ?? '').split(',').map(Number);
    this.#grid = { columns, rows };
    this.#codec = codecOf(this.#grid);
    this.#parents = (this.dataset['parents'] ?? '').split(' ').map((place) => {
      const [u = 0, v = 0] = place.split(',').map(Number);
      return { u, v };
    });
    this.#state = this.#start = this.#codec.decode(this.dataset['start'] ?? '', emptyState);
    if (this.dataset['part'] === 'all') {
      this.#address = new Address(this.#start, this.#codec, signal, (hash) => this.#set(this.#codec.decode(hash, this.#start), false));
      this.#state = this.#codec.decode(window.location.hash, this.#start);
    }
    const map = this.querySelector<HTMLElement>('.demo-map');
    if (map) this.#surface = new Surface(map, this.#grid, signal, (name, point) => name !== 'at' && this.#set({ ...this.#state, [name]: point }));
    this.addEventListener('input', (event) => this.#input(event), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    const recolour = (): void => this.#views?.recolour();
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    signal.addEventListener('abort', () => (this.#views = undefined));
    for (const control of this.querySelectorAll<HTMLInputElement | HTMLButtonElement | HTMLFieldSetElement>('fieldset, .mx-cell, [data-control="late"]')) control.disabled = false;
    this.#print();
  }

  protected begin(engine: Engine, outer: AbortSignal): void {
    // After a failure everything is drawn by a new engine.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    this.#engine = engine;
    this.#views = new Views(this, engine, this.#grid, this.#parents, this.#state, { signal: AbortSignal.any([outer, old.signal]), failed: (error) => this.fail(error), seen: (seen) => this.#point(seen) });
    this.#views.visible = this.visible;
    this.#print();
  }

  protected show(visible: boolean): void {
    if (this.#views) this.#views.visible = visible;
  }

  #set(state: MixingState, keep = true): void {
    this.#state = state;
    this.#views?.show(state);
    this.#print();
    if (keep) this.#address?.keep(state);
  }

  /** Moves the needles, and says what they say. */
  #point({ a, b, mix, late }: Seen): void {
    ATTRIBUTES.forEach((_, k) => {
      const row = this.querySelector<HTMLElement>(`[data-row="${k}"]`);
      if (!row) return;
      pointNeedle(row, 'a', a[k]);
      pointNeedle(row, 'b', b[k]);
      pointNeedle(row, 'now', mix[k]);
      const verdict = whose(a[k], b[k], mix[k]);
      row.dataset['whose'] = verdict;
      this.#write('whose', says[verdict], row);
    });
    this.#write('report', reportOf(late, a, b, mix));
  }

  /** Brings the controls up to date. */
  #print(): void {
    const { word, a, b, late } = this.#state;
    this.#surface?.place('a', a);
    this.#surface?.place('b', b);
    for (const input of this.querySelectorAll<HTMLInputElement>('[data-control="late"]')) input.checked = Number(input.value) === late;
    const chosen = chosenCell(this.#state, this.#parents);
    for (const cell of this.querySelectorAll<HTMLElement>('[data-cell]')) cell.setAttribute('aria-pressed', String(cell.dataset['cell'] === chosen));
    const typed = this.querySelector<HTMLInputElement>('[data-control="word"]');
    if (typed && typed.value !== word) typed.value = word;
    if (this.#views) this.#write('word', aboutWord(this.#views.word));
    const reset = this.querySelector<HTMLButtonElement>('[data-act="reset"]');
    if (reset) reset.disabled = this.#codec.same(this.#state, this.#start);
    const full = this.querySelector<HTMLAnchorElement>('[data-full]');
    if (full) full.hash = this.#codec.encode(this.#state, this.#start);
  }

  #write(name: string, text: string, root: ParentNode = this): void {
    const output = root.querySelector(`[data-out="${name}"]`);
    if (output && output.textContent !== text) output.textContent = text;
  }

  #input({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const control = target.dataset['control'];
    if (control === 'word') this.#set({ ...this.#state, word: target.value });
    else if (control === 'late') this.#set({ ...this.#state, late: Number(target.value) });
  }

  #click({ target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
    const act = button?.dataset['act'];
    if (act === 'reset') {
      this.#set(this.#start);
      this.querySelector<HTMLElement>('[data-control="word"]')?.focus();
    } else if (act === 'swap') {
      this.#set({ ...this.#state, a: this.#state.b, b: this.#state.a });
    } else if (act === 'cell') {
      const [row = 0, column = 0] = (button?.dataset['cell'] ?? '').split('-').map(Number);
      const [a, b] = [this.#parents[row], this.#parents[column]];
      if (a && b) this.#set({ ...this.#state, a, b });
    }
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    const word = this.#views?.drawn('word');
    if (!word || !this.#engine) return undefined;
    const { a, b, late } = this.#state;
    const at = ({ u, v }: Point): string => `column ${(u + 1).toFixed(1)}, row ${(v + 1).toFixed(1)}`;
    // The report begins with the cut, which the caption has told by then.
    const reading = (this.querySelector('[data-out="report"]')?.textContent ?? '').replace(partsOf(late), '').trim().replace(/\.$/, '');
    return { word, manifest: this.#engine.manifest, how: `as a mix of A, at ${at(a)} of its map, and B, at ${at(b)}. ${partsOf(late).replace(/\.$/, '')}`, reading };
  }
}

customElements.define('lc-mixing', Mixing);
