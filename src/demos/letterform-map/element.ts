/** The letterform map, alive: binds the controls the server sent to the state, and the state to what is drawn. */
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { DemoElement } from '../base/demo-element.ts';
import type { Engine } from '../base/engine.ts';
import { Address } from '../base/address.ts';
import type { Take } from '../base/take-away.ts';
import { Journey } from '../base/journey.ts';
import { swingFrom, walkFrom, type Grid } from '../base/map.ts';
import { codecOf, emptyState, modes, type MapState } from './state.ts';
import type { StateCodec } from '../base/codec.ts';
import { Surface } from '../base/surface.ts';
import { Views } from './views.ts';
import { aboutWord } from '../base/words.ts';

const still = window.matchMedia('(prefers-reduced-motion: reduce)');
const dark = window.matchMedia('(prefers-color-scheme: dark)');

class LetterformMap extends DemoElement {
  #grid: Grid = { columns: 1, rows: 1 };
  #codec: StateCodec<MapState> = codecOf(this.#grid);
  #base: MapState | undefined;
  #state: MapState | undefined;
  #surface: Surface | undefined;
  #address: Address<MapState> | undefined;
  #views: Views | undefined;
  #engine: Engine | undefined;
  #old: AbortController | undefined;
  /** The walk of the hand, or the swing of the plates; none while they rest. */
  #journey: Journey | undefined;
  #touched = false;

  protected bind(signal: AbortSignal): void {
    const [columns = 1, rows = 1] = (this.dataset['grid'] ?? '').split(',').map(Number);
    this.#grid = { columns, rows };
    this.#codec = codecOf(this.#grid);
    this.#base = this.#codec.decode(this.dataset['start'] ?? '', emptyState);
    this.#state = this.#base;
    if (this.dataset['part'] === 'all') {
      this.#address = new Address(this.#base, this.#codec, signal, (hash) => this.#base && this.#set(this.#codec.decode(hash, this.#base), false));
      this.#state = this.#codec.decode(window.location.hash, this.#base);
    }
    const map = this.querySelector<HTMLElement>('.demo-map');
    if (map) {
      this.#surface = new Surface(map, this.#grid, signal, (name, point) => {
        this.#rest();
        this.#change({ [name]: point });
      });
    }
    this.addEventListener('input', (event) => this.#input(event), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    this.#bindPlates(signal);
    const recolour = (): void => this.#views?.recolour();
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    still.addEventListener('change', () => (still.matches ? this.#rest() : undefined), { signal });
    signal.addEventListener('abort', () => {
      this.#rest();
      this.#views = undefined;
    });
    for (const set of this.querySelectorAll('fieldset')) set.disabled = false;
    this.#print();
  }

  protected begin(engine: Engine, signal: AbortSignal): void {
    if (!this.#state) return;
    this.#engine = engine;
    // After a failure everything is drawn by a new engine.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    this.#views = new Views(this, engine, this.#grid, this.#state, AbortSignal.any([signal, old.signal]), (error) => this.fail(error), this.querySelector('[data-out="reading"]') ? (text) => this.#say(text) : undefined);
    this.#views.visible = this.visible;
    this.#print();
    // What moves by itself moves only on the home page, until it is touched, and never for readers who asked for stillness.
    if (this.dataset['part'] === 'hero' && !still.matches && !this.#touched) this.#setOut();
  }

  protected show(visible: boolean): void {
    if (this.#views) this.#views.visible = visible;
    if (visible) this.#journey?.resume();
    else this.#journey?.pause();
  }

  #change(part: Partial<MapState>): void {
    if (this.#state) this.#set({ ...this.#state, ...part });
  }

  #set(state: MapState, keep = true): void {
    this.#state = state;
    this.#views?.show(state);
    this.#print();
    if (keep) this.#address?.keep(state);
  }

  /** Brings controls, marks and readings up to date. */
  #print(): void {
    const state = this.#state;
    if (!state || !this.#base) return;
    for (const name of ['a', 'b', 'at'] as const) this.#surface?.place(name, state[name]);
    const word = this.querySelector<HTMLInputElement>('[data-control="word"]');
    if (word && word.value !== state.word) word.value = state.word;
    const t = this.querySelector<HTMLInputElement>('[data-control="t"]');
    if (t) {
      t.value = String(state.t);
      t.setAttribute('aria-valuetext', reading(state.t, this.dataset['part'] === 'hero'));
    }
    for (const mode of modes) {
      const input = this.querySelector<HTMLInputElement>(`[data-control="mode"][value="${mode}"]`);
      if (input) input.checked = mode === state.mode;
    }
    this.#write('t', reading(state.t, this.dataset['part'] === 'hero'));
    if (this.#views) this.#write('word', aboutWord(this.#views.word));
    const reset = this.querySelector<HTMLButtonElement>('[data-act="reset"]');
    if (reset) reset.disabled = this.#codec.same(state, this.#base);
    const full = this.querySelector<HTMLAnchorElement>('[data-full]');
    if (full) full.hash = this.#codec.encode(state, this.#base);
  }

  #write(name: string, text: string): void {
    const output = this.querySelector(`[data-out="${name}"]`);
    if (output && output.textContent !== text) output.textContent = text;
  }

  /** Writes the reading, each part of it unbroken; said aloud once, when it has changed. */
  #say(text: string): void {
    const output = this.querySelector('[data-out="reading"]');
    if (!output || output.textContent === text) return;
    const parts = text.split(', ').map((part, i, all) => {
      const span = document.createElement('span');
      span.textContent = i < all.length - 1 ? `${part},` : part;
      return span;
    });
    output.replaceChildren(...parts.flatMap((part, i) => (i > 0 ? [' ', part] : [part])));
  }

  #input(event: Event): void {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const control = input.dataset['control'];
    if (control === undefined) return;
    this.#rest();
    const mode = modes.find((each) => each === input.value);
    if (control === 'word') this.#change({ word: input.value });
    else if (control === 't') this.#change({ t: input.valueAsNumber });
    else if (control === 'mode' && mode) this.#change({ mode });
  }

  #click(event: Event): void {
    const act = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]')?.dataset['act'] : undefined;
    if (act === 'walk') {
      if (this.#journey) this.#rest();
      else this.#setOut();
    } else if (act === 'reset' && this.#base) {
      this.#rest();
      this.#set(this.#base);
      this.querySelector<HTMLElement>('[data-control="word"]')?.focus();
    }
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    this.#rest();
    const [views, word] = [this.#views, this.#views?.drawn('word')];
    if (!views || !word || !this.#engine || !this.#state) return undefined;
    const reading = this.querySelector('[data-out="reading"]')?.textContent ?? '';
    const { u, v } = this.#state.at;
    return { word, manifest: this.#engine.manifest, how: `at column ${(u + 1).toFixed(1)}, row ${(v + 1).toFixed(1)} of its map`, reading, film: views.film() };
  }

  /** The home page's word can be dragged itself. */
  #bindPlates(signal: AbortSignal): void {
    const plates = this.querySelector<HTMLElement>('.lm-plates');
    if (!plates) return;
    const drag = (event: PointerEvent): void => {
      const { left, width } = plates.getBoundingClientRect();
      this.#rest();
      this.#change({ t: Math.min(Math.max((event.clientX - left) / width, 0), 1) });
    };
    plates.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      plates.setPointerCapture(event.pointerId);
      drag(event);
    }, { signal });
    plates.addEventListener('pointermove', (event) => {
      if (plates.hasPointerCapture(event.pointerId)) drag(event);
    }, { signal });
  }

  #setOut(): void {
    if (!this.#state || !this.#views || still.matches) return;
    const { at, t } = this.#state;
    const swings = this.dataset['part'] === 'hero';
    this.#journey = new Journey((seconds) => this.#change(swings ? { t: swingFrom(t, seconds) } : { at: walkFrom(at, seconds, this.#grid) }));
    if (!this.visible) this.#journey.pause();
    this.#pressed(true);
  }

  /** Ends the walk, for good. */
  #rest(): void {
    this.#touched = true;
    if (!this.#journey) return;
    this.#journey.stop();
    this.#journey = undefined;
    this.#pressed(false);
  }

  #pressed(walking: boolean): void {
    const button = this.querySelector<HTMLElement>('[data-act="walk"]');
    if (!button) return;
    button.dataset['walking'] = String(walking);
    const { on = '', off = '' } = button.dataset;
    button.textContent = walking ? on : off;
  }
}

/** What `t` means, in words. */
function reading(t: number, plates: boolean): string {
  if (!plates) return `t = ${t.toFixed(2)}`;
  const apart = Math.abs(0.5 - t);
  return `t = ${t.toFixed(2)} · ${apart < 0.015 ? 'they agree' : apart < 0.12 ? 'nearly one word' : apart < 0.3 ? 'closing' : 'two words'}`;
}

customElements.define('lc-letterform-map', LetterformMap);
