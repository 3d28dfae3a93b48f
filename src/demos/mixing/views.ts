/** Everything the style mixing draws and measures, and when. */
import type { Engine } from '../base/engine.ts';
import type { DrawnWord } from '../base/ink-canvas.ts';
import type { Grid, Point } from '../base/map.ts';
import { measureStyle } from '../base/reading.ts';
import { deviationsOf, scalesOf, type Scale } from '../base/scales.ts';
import { Stage } from '../base/stage.ts';
import { readWord, type Word } from '../base/words.ts';
import { cellWord, changed, codeFor, codeOf, type Codes } from './plan/boxes.ts';
import type { Deviations } from './plan/whose.ts';
import type { MixingState } from './state.ts';

/** What takes long waits until nothing has changed for so many milliseconds. */
const REST = 160;

/** A mix and its parents, measured. */
export interface Seen {
  a: Deviations;
  b: Deviations;
  mix: Deviations;
  /** The cut it was measured at. */
  late: number;
}

/** Until when, and who is told what. */
export interface ViewsOptions {
  signal: AbortSignal;
  failed: (error: unknown) => void;
  seen: (seen: Seen) => void;
}

export class Views {
  readonly #engine: Engine;
  readonly #options: ViewsOptions;
  readonly #codes: Codes;
  readonly #scales: readonly Scale[];
  readonly #stage: Stage;
  readonly #waiting = new Set<string>();
  /** What was last measured of each parent, and where it stood. */
  readonly #parents: Partial<Record<'a' | 'b', { at: Point; values: Deviations }>> = {};
  readonly #measures: boolean;
  #state: MixingState;
  #word: Word;
  #rest = 0;

  /** @param root holds the boxes, elements with `data-view` */
  constructor(root: HTMLElement, engine: Engine, grid: Grid, parents: readonly Point[], state: MixingState, options: ViewsOptions) {
    [this.#engine, this.#state, this.#options] = [engine, state, options];
    this.#word = readWord(state.word, engine.manifest.glyphs);
    this.#codes = { codes: engine.styles.codes, grid, parents };
    this.#scales = scalesOf(engine.styles);
    this.#measures = root.querySelector('[data-out="report"]') !== null;
    const { signal, failed } = options;
    this.#stage = new Stage(root, engine, { signal, failed, shown: () => this.#all() });
    signal.addEventListener('abort', () => window.clearTimeout(this.#rest));
    this.#all();
  }

  /** The word as the model takes it. */
  get word(): Word {
    return this.#word;
  }

  /** Draws only while it can be seen. */
  set visible(visible: boolean) {
    this.#stage.visible = visible;
  }

  /** The ink has changed: everything is painted again. */
  recolour(): void {
    this.#stage.recolour();
  }

  /** The word that was last drawn for a box. */
  drawn(name: string): DrawnWord | undefined {
    return this.#stage.drawn(name);
  }

  /** Draws a state: what the hand is on at once, the rest when it rests. */
  show(state: MixingState): void {
    const before = this.#state;
    this.#state = state;
    if (state.word !== before.word) this.#word = readWord(state.word, this.#engine.manifest.glyphs);
    const { now, later } = changed(before, state, this.#stage.names);
    this.#ask(now);
    for (const name of later) this.#waiting.add(name);
    if (now.length + later.length > 0) this.#settle();
  }

  #all(): void {
    this.#ask(this.#stage.names);
    this.#settle();
  }

  #ask(names: Iterable<string>): void {
    for (const name of names) {
      const z = this.#stage.has(name) ? codeFor(name, this.#state, this.#codes) : undefined;
      if (z) void this.#stage.draw(name, name.startsWith('mix-') ? cellWord(this.#word) : this.#word, z);
    }
  }

  #settle(): void {
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      this.#ask(this.#waiting);
      this.#waiting.clear();
      void this.#measure();
    }, REST);
  }

  async #measure(): Promise<void> {
    if (!this.#measures || !this.#stage.visible) return;
    const state = this.#state;
    try {
      const [a, b] = [await this.#parent('a', state.a), await this.#parent('b', state.b)];
      const z = codeFor('word', state, this.#codes);
      const mix = a && b && z && (await this.#read(z, 'mix'));
      // Whatever has moved on meanwhile will be measured by itself.
      if (mix && state === this.#state) this.#options.seen({ a, b, mix, late: state.late });
    } catch (error) {
      this.#options.failed(error);
    }
  }

  async #parent(name: 'a' | 'b', at: Point): Promise<Deviations | undefined> {
    const known = this.#parents[name];
    if (known?.at === at) return known.values;
    const values = await this.#read(codeOf(at, this.#codes), name);
    if (values) this.#parents[name] = { at, values };
    return values;
  }

  async #read(z: Float32Array, line: string): Promise<Deviations | undefined> {
    const measured = await measureStyle(this.#engine, z, `${this.#stage.id}/measure-${line}`, this.#options.signal);
    return measured && deviationsOf(measured, this.#scales);
  }
}
