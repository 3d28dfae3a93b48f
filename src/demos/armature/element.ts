/** The armature, alive: a pad to draw on, a search that follows the drawing, and the alphabet that comes of it. */
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { Address } from '../base/address.ts';
import type { StateCodec } from '../base/codec.ts';
import { DemoElement } from '../base/demo-element.ts';
import type { Engine } from '../base/engine.ts';
import type { Grid } from '../base/map.ts';
import { readStyle } from '../base/reading.ts';
import { Stage } from '../base/stage.ts';
import { sayIn } from '../base/status.ts';
import { openStudio } from '../base/studio.ts';
import { Surface } from '../base/surface.ts';
import type { Take } from '../base/take-away.ts';
import { readWord } from '../base/words.ts';
import { drawCurve, readMeasures } from './curve.ts';
import type { OwnFont } from './font.ts';
import { openOwn } from './own-font.ts';
import { bindPen } from '../base/pen/pen.ts';
import { bend, unbend } from '../base/pen/field.ts';
import { NIB } from '../base/pen/pad.ts';
import { reportOf, share } from './plan/report.ts';
import type { Measure } from './plan/strength.ts';
import { lineOf, tidy, type Place, type Stroke } from '../base/pen/strokes.ts';
import { Plate } from '../base/pen/plate.ts';
import { print, write } from './print.ts';
import { Search, type Found, type Running } from './search.ts';
import { codecOf, emptyState, LETTERS, shapeOf, SOURCES, type ArmatureState } from './state.ts';
import { Wires, type Wire } from './wire.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
/** The search waits until the hand has rested for so many milliseconds. */
const REST = 140;
/** A search shorter than this, in milliseconds, is not worth a button to call it off. */
const PATIENCE = 500;
/** Lines of the alphabet; the figure has the same. */
const ROWS = ['ABCDEFGHIJKLM', 'NOPQRSTUVWXYZ', 'abcdefghijklm', 'nopqrstuvwxyz'];

/** What needs the model. */
interface Live {
  engine: Engine;
  stage: Stage;
  search: Search;
  wires: Wires;
  plates: { drawn: Plate; fitted: Plate };
  signal: AbortSignal;
  wire: Wire | undefined;
  found: Found | undefined;
}

class Armature extends DemoElement {
  #grid: Grid = { columns: 1, rows: 1 };
  #codec: StateCodec<ArmatureState> = codecOf(this.#grid);
  #start = emptyState;
  #state = emptyState;
  #surface: Surface | undefined;
  #address: Address<ArmatureState> | undefined;
  #live: Live | undefined;
  #old: AbortController | undefined;
  #font: OwnFont | undefined;
  /** Earlier drawings, the last one last. */
  #past: (readonly Stroke[])[] = [];
  #rest = 0;
  #late = 0;
  #turn = 0;
  #sweeping = false;

  protected bind(signal: AbortSignal): void {
    const [columns = 1, rows = 1] = (this.dataset['grid'] ?? '').split(',').map(Number);
    this.#grid = { columns, rows };
    this.#codec = codecOf(this.#grid);
    this.#start = this.#codec.decode(this.dataset['start'] ?? '', emptyState);
    this.#address = new Address(this.#start, this.#codec, signal, (hash) => this.#set(this.#codec.decode(hash, this.#start), false));
    this.#state = this.#codec.decode(window.location.hash, this.#start);
    const map = this.querySelector<HTMLElement>('.demo-map');
    if (map) this.#surface = new Surface(map, this.#grid, signal, (_, at) => this.#change({ at }));
    this.addEventListener('input', (event) => this.#input(event), { signal });
    this.addEventListener('change', (event) => void this.#open(event), { signal });
    this.addEventListener('click', (event) => void this.#click(event), { signal });
    this.addEventListener('keydown', (event) => this.#key(event), { signal });
    const recolour = (): void => {
      this.#live?.stage.recolour();
      for (const plate of Object.values(this.#live?.plates ?? {})) plate.again();
    };
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    signal.addEventListener('abort', () => {
      window.clearTimeout(this.#rest);
      window.clearTimeout(this.#late);
      this.#font?.close();
      this.#font = undefined;
      this.#live = undefined;
    });
    for (const set of this.querySelectorAll('fieldset')) set.disabled = false;
    this.#print();
  }

  protected begin(engine: Engine, outer: AbortSignal): void {
    // After a failure everything is done by a new engine.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    const signal = AbortSignal.any([outer, old.signal]);
    const pad = this.querySelector<HTMLElement>('[data-pad]');
    const box = (name: string): HTMLElement | null => this.querySelector(`[data-plate="${name}"]`);
    const [drawn, fitted] = [box('drawn'), box('fitted')];
    if (!pad || !drawn || !fitted) return;
    const failed = (error: unknown): void => this.fail(error);
    const stage = new Stage(this, engine, { signal, failed, shown: () => this.#draw() });
    const search = new Search(engine, openStudio(signal), { signal, id: stage.id, failed, running: (state) => this.#running(state), found: (found) => this.#found(found) });
    const plates = { drawn: new Plate(drawn), fitted: new Plate(fitted) };
    this.#live = { engine, stage, search, plates, signal, wires: new Wires(engine, this.#grid, stage.id, signal), wire: undefined, found: undefined };
    stage.visible = this.visible;
    const sizes = new ResizeObserver(() => Object.values(plates).forEach((plate) => plate.again()));
    sizes.observe(pad);
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      for (const plate of Object.values(plates)) plate.remove();
    });
    bindPen(pad, signal, {
      inked: (from, [x, y, width]) => plates.drawn.stroke(from, [x, y, NIB * width + 2 * shapeOf(this.#state).weight]),
      dropped: () => plates.drawn.again(),
      done: (places, pressed) => {
        const shape = shapeOf(this.#state);
        const stroke = tidy(places.map(([x, y, width]) => [unbend(x, y, shape), y, width] as const), pressed);
        if (stroke) this.#ink([...(this.#state.by === 'hand' ? this.#state.ink : []), stroke]);
      },
    });
    this.#print();
    this.#aim();
  }

  protected show(visible: boolean): void {
    if (this.#live) this.#live.stage.visible = visible;
  }

  #change(part: Partial<ArmatureState>): void {
    this.#set({ ...this.#state, ...part });
  }

  #set(state: ArmatureState, keep = true): void {
    const before = this.#state;
    this.#state = state;
    this.#print();
    if (keep) this.#address?.keep(state);
    if ((['letter', 'by', 'at', 'ink', 'shape'] as const).some((key) => before[key] !== state[key])) this.#aim();
    else if (before.strength !== state.strength) this.#seek();
    if (before.word !== state.word) this.#draw();
  }

  /** Another drawing; the one before can be had back. */
  #ink(ink: readonly Stroke[]): void {
    this.#past = [...this.#past.slice(-99), this.#state.ink];
    this.#change({ ink, by: 'hand' });
  }

  /** Takes the letter to follow, shows it at once, and looks for the code when the hand rests. */
  #aim(): void {
    const live = this.#live;
    if (!live) return;
    const turn = ++this.#turn;
    live.wires.of(this.#state, this.#font).then((wire) => {
      if (turn !== this.#turn || live.signal.aborted) return;
      live.wire = wire;
      live.search.aim(wire?.target);
      live.found = undefined;
      const { field: geometry } = live.engine.manifest;
      if (this.#state.by !== 'hand' && wire) live.plates.drawn.paint(wire.target.field, 0, geometry);
      else live.plates.drawn.ink(this.#state.by === 'hand' ? this.#lines() : []);
      if (!wire) live.plates.fitted.paint(new Float32Array(geometry.side ** 2).fill(-1), 0, geometry);
      this.#print();
      this.#seek();
    }, (error: unknown) => this.fail(error));
  }

  /** The strokes as they stand on the pad. */
  #lines(): Place[][] {
    const shape = shapeOf(this.#state);
    return this.#state.ink.map((stroke) => lineOf(stroke).map(([x, y, width]): Place => [bend(x, y, shape), y, NIB * width + 2 * shape.weight]));
  }

  #seek(): void {
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => void this.#live?.search.at(this.#state.strength), REST);
  }

  #running(state: Running | undefined): void {
    const [button, bar] = [this.querySelector<HTMLElement>('[data-act="sweep"]'), this.querySelector<HTMLProgressElement>('[data-out="progress"]')];
    if (!button || !bar) return;
    this.#sweeping = state !== undefined;
    const shown = (visible: boolean): void => {
      bar.hidden = !visible;
      button.textContent = (visible ? button.dataset['on'] : button.dataset['off']) ?? '';
    };
    if (!state) {
      window.clearTimeout(this.#late);
      this.#late = 0;
      shown(false);
      return write(this, 'run', '');
    }
    bar.value = state.share;
    if (state.all) shown(true);
    else this.#late ||= window.setTimeout(() => shown(true), PATIENCE);
    if (!bar.hidden) write(this, 'run', `strength ${share(state.strength)}, round ${state.round}`);
  }

  #found(found: Found): void {
    const live = this.#live;
    if (!live) return;
    this.#curve();
    if (found.strength !== this.#state.strength) return;
    live.found = found;
    live.plates.fitted.paint(found.field, -(live.wire?.shift ?? 0), live.engine.manifest.field);
    this.#print();
    this.#draw();
    void this.#report(found);
  }

  /** Draws the word and the alphabet. */
  #draw(): void {
    const { found, stage, engine } = this.#live ?? {};
    if (!found || !stage || !engine) return;
    const { glyphs } = engine.manifest;
    void stage.draw('word', readWord(this.#state.word, glyphs), found.z);
    ROWS.forEach((row, i) => void stage.draw(`row-${i}`, readWord(row, glyphs), found.z));
  }

  async #report(found: Found): Promise<void> {
    const live = this.#live;
    if (!live) return;
    const state = this.#state;
    try {
      const reading = await readStyle(live.engine, found.z, `${live.stage.id}/reading`, live.signal);
      const unseen = await live.wires.unseen(state, found.z, this.#font);
      if (reading === undefined || live.found !== found || live.signal.aborted) return;
      write(this, 'report', reportOf({ ...found, letter: state.letter, drawn: state.by === 'hand', unseen, reading }));
    } catch (error) {
      if (!live.signal.aborted) this.fail(error);
    }
  }

  #curve(): void {
    const svg = this.querySelector('[data-curve]');
    if (!svg) return;
    const sent = this.#asSent() ? readMeasures(this.dataset['measures'] ?? '') : [];
    const found: Measure[] = this.#live?.search.measures ?? [];
    drawCurve(svg, [...sent.filter(({ strength }) => !found.some((each) => each.strength === strength)), ...found], this.#state.strength);
  }

  /** Whether the letter to follow is the one that the figure was sent with, strength and word apart. */
  #asSent(): boolean {
    const { word, strength } = this.#start;
    return this.#codec.same({ ...this.#state, word, strength }, this.#start);
  }

  /** Brings the controls and the numbers up to date. */
  #print(): void {
    this.#surface?.place('at', this.#state.at);
    const { found, engine } = this.#live ?? {};
    print(this, this.#state, {
      found: found?.strength === this.#state.strength ? found : undefined,
      engine,
      font: this.#font,
      // The numbers that were sent along stand until they are measured again.
      sent: this.#asSent() && this.#state.strength === this.#start.strength,
      past: this.#past.length > 0,
      start: this.#codec.same(this.#state, this.#start) && this.#state.by === this.#start.by,
    });
    this.#curve();
  }

  #input({ target }: Event): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const { control, bend } = target.dataset;
    const { value } = target;
    if (bend !== undefined) this.#change({ shape: this.#state.shape.map((each, k) => (k === Number(bend) ? Number(value) : each)) });
    else if (control === 'word') this.#change({ word: value });
    else if (control === 'strength') this.#change({ strength: Number(value) });
    else if (control === 'letter') this.#change({ letter: LETTERS.find((letter) => letter === value) ?? this.#state.letter });
    else if (control === 'by') this.#change({ by: SOURCES.find((source) => source === value) ?? this.#state.by });
  }

  /** Opens a reader’s typeface. */
  async #open({ target }: Event): Promise<void> {
    if (!(target instanceof HTMLInputElement) || target.dataset['control'] !== 'file') return;
    const [file, live] = [target.files?.[0], this.#live];
    if (!file) return;
    const opened = await openOwn(file, live?.engine);
    if (typeof opened === 'string') return write(this, 'note', opened);
    if (!live || live.signal.aborted) return opened.close();
    this.#font?.close();
    this.#font = opened;
    this.#state = { ...this.#state, by: 'hand' };
    this.#change({ by: 'font' });
  }

  #undo(): void {
    const ink = this.#past.pop() ?? this.#state.ink.slice(0, -1);
    this.#change({ ink, by: 'hand' });
  }

  #key(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') return;
    event.preventDefault();
    if (!this.querySelector<HTMLButtonElement>('[data-act="undo"]')?.disabled) this.#undo();
  }

  async #click({ target }: Event): Promise<void> {
    const act = target instanceof Element ? target.closest<HTMLElement>('[data-act]')?.dataset['act'] : undefined;
    if (act === 'undo') this.#undo();
    else if (act === 'clear') this.#ink([]);
    else if (act === 'sweep') {
      if (this.#sweeping) this.#live?.search.cancel();
      else await this.#live?.search.sweep();
    } else if (act === 'reset') {
      this.#past = [];
      this.#set(this.#start);
      this.querySelector<HTMLElement>('[data-control="letter"]')?.focus();
    }
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    const { stage, engine, found } = this.#live ?? {};
    const word = stage?.drawn('word');
    if (!word || !engine || !found) {
      sayIn(this, 'The letters are still being looked for. Ask again when their overlap is told.');
      return undefined;
    }
    const whose = { hand: 'hand-drawn', sheet: 'style’s', font: 'typeface’s' }[this.#state.by];
    const how = `by a code fitted to one ${whose} ${this.#state.letter} (strength ${share(found.strength)}, overlap ${share(found.overlap)})`;
    const reading = (this.querySelector('[data-out="report"]')?.textContent ?? '').replace(/^.*The alphabet: |\.$/g, '');
    return { word, manifest: engine.manifest, how, reading };
  }
}

customElements.define('lc-armature', Armature);
