/** The regions, alive: a mask that is dragged over a word, two marks on the sheet, and what is measured of the join. */
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { Address } from '../base/address.ts';
import type { StateCodec } from '../base/codec.ts';
import { DemoElement } from '../base/demo-element.ts';
import { fitWord, type Fit } from '../base/draw.ts';
import type { Engine } from '../base/engine.ts';
import type { Grid, Point } from '../base/map.ts';
import { Surface } from '../base/surface.ts';
import type { Take } from '../base/take-away.ts';
import { aboutWord } from '../base/words.ts';
import { bindHand, type Grip } from './hand.ts';
import { handlesOf, maskOf, turnedTo, type Mask } from './plan/mask.ts';
import { reportOf, saidCount, saidMask, SAYS, type Seen, type WayName } from './plan/say.ts';
import { BOX, overlayOf, toBox, toLine } from './plan/screen.ts';
import { codecOf, emptyState, ENDS, SHAPES, type RegionsState } from './state.ts';
import { Views } from './views.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
type Setting = keyof typeof ENDS;
const SETTINGS = Object.keys(ENDS) as Setting[];

class Regions extends DemoElement {
  #grid: Grid = { columns: 1, rows: 1 };
  #codec: StateCodec<RegionsState> = codecOf(this.#grid);
  #start = emptyState;
  #state = emptyState;
  /** The word as it is drawn, and the length it is set for. */
  #text = '';
  #room = 1;
  #surface: Surface | undefined;
  #address: Address<RegionsState> | undefined;
  #engine: Engine | undefined;
  #views: Views | undefined;
  #old: AbortController | undefined;
  #frame = 0;

  protected bind(signal: AbortSignal): void {
    const { grid = '', start = '', room = '1', text = '', part } = this.dataset;
    const [columns = 1, rows = 1] = grid.split(',').map(Number);
    this.#grid = { columns, rows };
    this.#codec = codecOf(this.#grid);
    this.#state = this.#start = this.#codec.decode(start, emptyState);
    [this.#room, this.#text] = [Number(room), text];
    if (part === 'all') {
      this.#address = new Address(this.#start, this.#codec, signal, (hash) => this.#set(this.#codec.decode(hash, this.#start), false));
      this.#state = this.#codec.decode(window.location.hash, this.#start);
    }
    const [map, stage] = [this.querySelector<HTMLElement>('.demo-map'), this.querySelector<HTMLElement>('[data-stage]')];
    if (map) this.#surface = new Surface(map, this.#grid, signal, (name, point) => name !== 'at' && this.#change({ [name]: point }));
    if (stage) bindHand(stage, { signal, taken: (grip) => this.#input(this.#settingOf(grip))?.focus({ preventScroll: true }), pulled: (grip, x, y) => this.#pull(grip, x, y) });
    this.addEventListener('input', (event) => this.#type(event), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    const recolour = (): void => this.#views?.recolour();
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#views = undefined;
    });
    for (const set of this.querySelectorAll('fieldset')) set.disabled = false;
    this.#print();
  }

  protected begin(engine: Engine, outer: AbortSignal): void {
    // After a failure everything is drawn by a new engine.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    this.#engine = engine;
    this.#views = new Views(this, engine, this.#grid, this.#state, {
      signal: AbortSignal.any([outer, old.signal]),
      failed: (error) => this.fail(error),
      room: (room) => {
        this.#room = room;
        this.#text = this.#views?.word.text ?? this.#text;
        this.#lay();
      },
      seen: (seen, broken) => this.#say(seen, broken),
    });
    this.#views.visible = this.visible;
    this.#print();
  }

  protected show(visible: boolean): void {
    if (this.#views) this.#views.visible = visible;
  }

  #change(part: Partial<RegionsState>): void {
    this.#set({ ...this.#state, ...part });
  }

  #set(state: RegionsState, keep = true): void {
    this.#state = state;
    this.#views?.show(state);
    this.#print();
    if (keep) this.#address?.keep(state);
  }

  get #mask(): Mask {
    return maskOf(this.#state, this.#room);
  }

  get #fit(): Fit {
    return fitWord(this.#text, this.#room, BOX);
  }

  /** The setting that a handle stands for. */
  #settingOf(grip: Grip): Setting {
    return grip === 'move' ? 'x' : this.#state.shape === 'pool' ? 'size' : 'angle';
  }

  #pull(grip: Grip, x: number, y: number): void {
    const [px, py] = toLine([x * BOX.width, y * BOX.height], this.#fit);
    const moved: Partial<Record<Setting, number>> = grip === 'turn' ? turnedTo(this.#mask, [px, py]) : { x: px / this.#room, y: py };
    for (const name of SETTINGS) {
      const value = moved[name];
      if (value !== undefined) moved[name] = Math.round(Math.min(Math.max(value, ENDS[name][0]), ENDS[name][1]) * 1000) / 1000;
    }
    this.#change(moved);
  }

  #say(seen: Seen, broken: Record<WayName, number>): void {
    this.#write('report', reportOf(seen));
    for (const way of Object.keys(broken) as WayName[]) this.#write(`way-${way}`, saidCount(broken[way], seen.letters));
  }

  /** Lays the mask over the word, once a frame. */
  #lay(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const [mask, fit] = [this.#mask, this.#fit];
      for (const [name, d] of Object.entries(overlayOf(mask, fit).paths)) for (const path of this.querySelectorAll(`[data-lay="${name}"]`)) path.setAttribute('d', d);
      for (const [grip, spot] of Object.entries(handlesOf(mask))) {
        const [x, y] = toBox(spot, fit);
        const mark = this.querySelector(`[data-grip="${grip}"]`);
        mark?.setAttribute('x', `${(100 * x) / BOX.width}%`);
        mark?.setAttribute('y', `${(100 * y) / BOX.height}%`);
      }
    });
  }

  /** Brings the controls up to date. */
  #print(): void {
    const { word, a, b, shape } = this.#state;
    this.#surface?.place('a', a);
    this.#surface?.place('b', b);
    for (const each of SHAPES) {
      const input = this.querySelector<HTMLInputElement>(`[data-control="shape"][value="${each}"]`);
      if (input) input.checked = each === shape;
    }
    for (const name of SETTINGS) {
      const input = this.#input(name);
      if (!input) continue;
      input.value = String(this.#state[name]);
      const said = SAYS[name](this.#state[name]);
      input.setAttribute('aria-valuetext', said);
      this.#write(name, said);
    }
    for (const row of this.querySelectorAll<HTMLElement>('[data-for]')) {
      row.hidden = row.dataset['for'] !== shape;
    }
    const typed = this.querySelector<HTMLInputElement>('[data-control="word"]');
    if (typed && typed.value !== word) typed.value = word;
    if (this.#views) {
      this.#text = this.#views.word.text;
      this.#write('word', aboutWord(this.#views.word));
    }
    const reset = this.querySelector<HTMLButtonElement>('[data-act="reset"]');
    if (reset) reset.disabled = this.#codec.same(this.#state, this.#start);
    const full = this.querySelector<HTMLAnchorElement>('[data-full]');
    if (full) full.hash = this.#codec.encode(this.#state, this.#start);
    this.#lay();
  }

  #input(name: Setting): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`[data-control="${name}"]`);
  }

  #write(name: string, text: string): void {
    const output = this.querySelector(`[data-out="${name}"]`);
    if (output && output.textContent !== text) output.textContent = text;
  }

  #type({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const { control } = target.dataset;
    const setting = SETTINGS.find((name) => name === control);
    const shape = SHAPES.find((each) => each === target.value);
    if (control === 'word') this.#change({ word: target.value });
    else if (control === 'shape' && shape) this.#change({ shape });
    else if (setting) this.#change({ [setting]: target.valueAsNumber });
  }

  #click({ target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
    const act = button?.dataset['act'];
    if (act === 'reset') {
      this.#set(this.#start);
      this.#input('x')?.focus();
    } else if (act === 'swap') this.#change({ a: this.#state.b, b: this.#state.a });
    else if (act === 'try') this.#set({ ...this.#codec.decode(button?.dataset['hash'] ?? '', this.#start), word: this.#state.word });
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    const word = this.#views?.drawn('word');
    if (!word || !this.#engine) return undefined;
    const { a, b } = this.#state;
    const at = ({ u, v }: Point): string => `column ${(u + 1).toFixed(1)}, row ${(v + 1).toFixed(1)}`;
    const reading = (this.querySelector('[data-out="report"]')?.textContent ?? '').trim().replace(/\.$/, '');
    return { word, manifest: this.#engine.manifest, how: `in two styles, A at ${at(a)} of its map and B at ${at(b)}; ${saidMask(this.#state)}`, reading };
  }
}

customElements.define('lc-regions', Regions);
