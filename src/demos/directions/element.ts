/** Named directions, alive: sliders bound to the state, the state to the word, and the needles to what is measured of it. */
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { ATTRIBUTES } from '../../drawing/attributes.ts';
import { Address } from '../base/address.ts';
import type { StateCodec } from '../base/codec.ts';
import { DemoElement } from '../base/demo-element.ts';
import type { Engine } from '../base/engine.ts';
import { codeAt, type Grid } from '../base/map.ts';
import { pointNeedle } from '../base/needle.ts';
import { measureStyle } from '../base/reading.ts';
import { Stage } from '../base/stage.ts';
import { Surface } from '../base/surface.ts';
import type { Take } from '../base/take-away.ts';
import { aboutWord, readWord } from '../base/words.ts';
import { changes, knockedOn, reportOf, signed } from './report.ts';
import { createSpace, type Space } from './space.ts';
import { codecOf, emptyState, type DirectionsState } from './state.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
/** Words wait until nothing has changed for so many milliseconds; needles follow the hand. */
const REST = 250;

/** What needs the model. */
interface Live {
  engine: Engine;
  stage: Stage;
  space: Space;
  /** The code before and after the move. */
  base: Float32Array;
  code: Float32Array;
  /** Deviations of the base, once measured, and where it was. */
  before: { at: string; values: (number | undefined)[] } | undefined;
}

class Directions extends DemoElement {
  #grid: Grid = { columns: 1, rows: 1 };
  #codec: StateCodec<DirectionsState> = codecOf(this.#grid);
  #start = emptyState;
  #state = emptyState;
  #surface: Surface | undefined;
  #address: Address<DirectionsState> | undefined;
  #live: Live | undefined;
  #old: AbortController | undefined;
  #rest = 0;

  protected bind(signal: AbortSignal): void {
    const [columns = 1, rows = 1] = (this.dataset['grid'] ?? '').split(',').map(Number);
    this.#grid = { columns, rows };
    this.#codec = codecOf(this.#grid);
    this.#state = this.#start = this.#codec.decode(this.dataset['start'] ?? '', emptyState);
    if (this.dataset['part'] === 'all') {
      this.#address = new Address(this.#start, this.#codec, signal, (hash) => this.#set(this.#codec.decode(hash, this.#start), false));
      this.#state = this.#codec.decode(window.location.hash, this.#start);
    }
    const map = this.querySelector<HTMLElement>('.demo-map');
    if (map) this.#surface = new Surface(map, this.#grid, signal, (_, at) => this.#set({ ...this.#state, at }));
    this.addEventListener('input', (event) => this.#input(event), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    const recolour = (): void => this.#live?.stage.recolour();
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    signal.addEventListener('abort', () => {
      window.clearTimeout(this.#rest);
      this.#live = undefined;
    });
    for (const set of this.querySelectorAll('fieldset')) set.disabled = false;
    this.#print();
  }

  protected begin(engine: Engine, outer: AbortSignal): void {
    // After a failure everything is drawn by a new engine.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    const signal = AbortSignal.any([outer, old.signal]);
    const size = engine.manifest.latent.bones + engine.manifest.latent.finish;
    const stage = new Stage(this, engine, { signal, failed: (error) => this.fail(error), shown: () => this.#draw() });
    this.#live = { engine, stage, space: createSpace(engine.styles), base: new Float32Array(size), code: new Float32Array(size), before: undefined };
    stage.visible = this.visible;
    this.#draw();
    this.#print();
  }

  protected show(visible: boolean): void {
    if (this.#live) this.#live.stage.visible = visible;
  }

  #set(state: DirectionsState, keep = true): void {
    this.#state = state;
    this.#draw();
    this.#print();
    if (keep) this.#address?.keep(state);
  }

  /** Draws both words and measures; says it when the hand rests. */
  #draw(): void {
    const live = this.#live;
    if (!live) return;
    const { engine, stage, space, base, code } = live;
    const { word: typed, at, amounts, held } = this.#state;
    const word = readWord(typed, engine.manifest.glyphs);
    codeAt(at, this.#grid, engine.styles.codes, base);
    space.move(base, space.steps(amounts, held), code);
    void stage.draw('before', word, base);
    void stage.draw('word', word, code);
    void this.#measure(live);
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.#say(), REST);
  }

  #moved: (number | undefined)[] = [];

  async #measure(live: Live): Promise<void> {
    const { engine, stage, space, base, code } = live;
    const at = `${this.#state.at.u},${this.#state.at.v}`;
    const { signal } = this.#old ?? {};
    if (!stage.visible || !signal) return;
    try {
      if (live.before?.at !== at) {
        const measured = await measureStyle(engine, base, `${stage.id}/before`, signal);
        if (!measured) return;
        live.before = { at, values: space.deviations(measured) };
      }
      const measured = await measureStyle(engine, code, `${stage.id}/now`, signal);
      if (!measured || live.before?.at !== at) return;
      const now = space.deviations(measured);
      this.#moved = changes(live.before.values, now);
      this.#point(live.before.values, now);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Moves the needles. */
  #point(before: readonly (number | undefined)[], now: readonly (number | undefined)[]): void {
    const others = new Set(knockedOn(this.#state.amounts, this.#moved));
    ATTRIBUTES.forEach((name, k) => {
      const row = this.querySelector<HTMLElement>(`[data-row="${k}"]`);
      row?.toggleAttribute('data-knocked', others.has(name));
      pointNeedle(row, 'before', before[k]);
      pointNeedle(row, 'now', now[k]);
    });
  }

  #say(): void {
    const { amounts, held } = this.#state;
    const output = this.querySelector('[data-out="report"]');
    const { space } = this.#live ?? {};
    if (!output || !space) return;
    const text = reportOf(amounts, this.#moved, space.distance(space.steps(amounts, held)));
    if (output.textContent !== text) output.textContent = text;
  }

  /** Brings the controls up to date. */
  #print(): void {
    const { word, at, amounts, held } = this.#state;
    this.#surface?.place('at', at);
    ATTRIBUTES.forEach((name, k) => {
      const [input, output] = [this.querySelector<HTMLInputElement>(`[data-control="${name}"]`), this.querySelector(`[data-out="${name}"]`)];
      if (input) {
        input.value = String(amounts[k]);
        input.setAttribute('aria-valuetext', `${signed(amounts[k] ?? 0)} deviations asked`);
      }
      if (output) output.textContent = signed(amounts[k] ?? 0);
      this.querySelector(`[data-row="${k}"]`)?.toggleAttribute('data-asked', amounts[k] !== 0);
    });
    const typed = this.querySelector<HTMLInputElement>('[data-control="word"]');
    if (typed && typed.value !== word) typed.value = word;
    const about = this.querySelector('[data-out="word"]');
    if (about && this.#live) about.textContent = aboutWord(readWord(word, this.#live.engine.manifest.glyphs));
    const hold = this.querySelector<HTMLInputElement>('[data-control="held"]');
    if (hold) hold.checked = held;
    const reset = this.querySelector<HTMLButtonElement>('[data-act="reset"]');
    if (reset) reset.disabled = this.#codec.same(this.#state, this.#start);
    const full = this.querySelector<HTMLAnchorElement>('[data-full]');
    if (full) full.hash = this.#codec.encode(this.#state, this.#start);
  }

  #input({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const control = target.dataset['control'];
    const k = ATTRIBUTES.findIndex((name) => name === control);
    if (control === 'word') this.#set({ ...this.#state, word: target.value });
    else if (control === 'held') this.#set({ ...this.#state, held: target.checked });
    else if (k >= 0) this.#set({ ...this.#state, amounts: this.#state.amounts.map((amount, i) => (i === k ? target.valueAsNumber : amount)) });
  }

  #click({ target }: Event): void {
    const act = target instanceof Element ? target.closest<HTMLElement>('[data-act]')?.dataset['act'] : undefined;
    if (act === 'reset') {
      this.#set(this.#start);
      this.querySelector<HTMLElement>('[data-control="word"]')?.focus();
    }
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    const word = this.#live?.stage.drawn('word');
    if (!word || !this.#live) return undefined;
    const asked = ATTRIBUTES.flatMap((name, k) => (this.#state.amounts[k] ? [`${name} ${signed(this.#state.amounts[k] ?? 0)}`] : []));
    const how = asked.length > 0 ? `moved along its directions (${asked.join(', ')}${this.#state.held ? '; the others held' : ''})` : 'before any move';
    return { word, manifest: this.#live.engine.manifest, how, reading: (this.querySelector('[data-out="report"]')?.textContent ?? '').replace(/\.$/, '') };
  }
}

customElements.define('lc-directions', Directions);
