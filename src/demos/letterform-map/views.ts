/** Everything the letterform map draws: words asked of the engine and painted in turn, a little in each frame. */
import type { Engine } from '../engine.ts';
import { offRegister } from './draw.ts';
import { InkCanvas, type DrawnWord } from './ink-canvas.ts';
import type { Grid } from './map.ts';
import { changed, codeFor, fadeIn, stationOf, type Codes } from './plan.ts';
import { readStyle } from './reading.ts';
import type { MapState } from './state.ts';
import { readWord, type Word } from './words.ts';

/** Milliseconds of a frame that painting may take; what is left over is painted in the next. */
const BUDGET = 5;
/** Words that take long, and readings, wait until nothing has changed for so many milliseconds. */
const REST = 160;

/** Lines of one demonstration are its own: two on one page would take each other's turns. */
let count = 0;

export class Views {
  readonly #engine: Engine;
  readonly #codes: Codes;
  readonly #signal: AbortSignal;
  readonly #views = new Map<string, InkCanvas>();
  readonly #id = `letterform-map-${count++}`;
  readonly #due = new Set<string>();
  readonly #words = new Map<string, DrawnWord>();
  readonly #boxes: ResizeObserver;
  readonly #failed: (error: unknown) => void;
  readonly #read: ((text: string) => void) | undefined;
  #state: MapState;
  #word: Word;
  #frame = 0;
  #rest = 0;
  #visible = true;

  /**
   * @param root holds the boxes, elements with `data-view`
   * @param failed told what stopped the engine
   * @param read told in words what is seen, if anybody wants to know
   */
  constructor(root: HTMLElement, engine: Engine, grid: Grid, state: MapState, signal: AbortSignal, failed: (error: unknown) => void, read: ((text: string) => void) | undefined) {
    [this.#engine, this.#state, this.#signal, this.#failed, this.#read] = [engine, state, signal, failed, read];
    this.#word = readWord(state.word, engine.manifest.glyphs);
    const { field: geometry, space } = engine.manifest;
    this.#boxes = new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) {
        const name = (target as HTMLElement).dataset['view'] ?? '';
        if (this.#views.get(name)?.resize(contentRect)) this.#paintSoon(name);
      }
    });
    for (const box of root.querySelectorAll<HTMLElement>('[data-view]')) {
      const name = box.dataset['view'] ?? '';
      const canvas = new InkCanvas(box, { geometry, space, align: box.dataset['align'] === 'middle' ? 'middle' : 'start' });
      this.#views.set(name, canvas);
      canvas.resize({ width: box.clientWidth, height: box.clientHeight });
      this.#boxes.observe(box);
    }
    this.#codes = { codes: engine.styles.codes, grid, stations: [...this.#views.keys()].filter((name) => stationOf(name) !== undefined).length };
    signal.addEventListener('abort', () => {
      this.#boxes.disconnect();
      cancelAnimationFrame(this.#frame);
      window.clearTimeout(this.#rest);
      for (const canvas of this.#views.values()) canvas.remove();
    });
    this.#ask([...this.#views.keys()]);
    this.#settle();
  }

  /** The word as the model takes it. */
  get word(): Word {
    return this.#word;
  }

  /** Draws a state: what has changed at once, and what takes long when it rests. */
  show(state: MapState): void {
    const before = this.#state;
    this.#state = state;
    if (state.word !== before.word) this.#word = readWord(state.word, this.#engine.manifest.glyphs);
    const { names, strip } = changed(before, state);
    this.#ask(names);
    if (names.length > 0 || strip) this.#settle(strip);
  }

  /** Paints only while it can be seen. */
  set visible(visible: boolean) {
    this.#visible = visible;
    if (visible) this.#ask([...this.#views.keys()]);
  }

  /** The ink has changed: everything is painted again. */
  recolour(): void {
    for (const canvas of this.#views.values()) canvas.readInk();
    for (const canvas of this.#views.values()) canvas.again();
  }

  /** The word that was last drawn for a box. */
  drawn(name: string): DrawnWord | undefined {
    return this.#words.get(name);
  }

  /** Asks the engine for words. */
  #ask(names: readonly string[]): void {
    if (!this.#visible) return;
    for (const name of names) {
      // A cross-fade needs both its ends, shown or not.
      if (!this.#views.has(name) && !(this.#views.has('fade') && (name === 'a' || name === 'b'))) continue;
      const z = codeFor(name, this.#state, this.#codes);
      if (!z) this.#paintSoon(name);
      else void this.#draw(name, z);
    }
  }

  async #draw(name: string, z: Float32Array): Promise<void> {
    const { text, glyphs } = this.#word;
    try {
      const drawn = await this.#engine.client.draw({ z, glyphs, channel: `${this.#id}/${name}`, signal: this.#signal });
      if (!drawn || this.#signal.aborted) return;
      this.#words.set(name, { text, fields: drawn.fields, advances: drawn.advances });
      this.#paintSoon(name);
      if (name === 'a' || name === 'b') this.#paintSoon('fade');
    } catch (error) {
      this.#failed(error);
    }
  }

  #paintSoon(name: string): void {
    if (!this.#views.has(name)) return;
    this.#due.add(name);
    this.#frame ||= requestAnimationFrame(() => this.#flush());
  }

  #flush(): void {
    const start = performance.now();
    this.#frame = 0;
    for (const name of this.#due) {
      this.#due.delete(name);
      this.#paint(name);
      if (performance.now() - start > BUDGET) break;
    }
    if (this.#due.size > 0) this.#frame = requestAnimationFrame(() => this.#flush());
  }

  #paint(name: string): void {
    const canvas = this.#views.get(name);
    const share = fadeIn(name, this.#state, this.#codes.stations);
    if (share !== undefined) {
      const [a, b] = [this.#words.get('a'), this.#words.get('b')];
      // While one of the two is still of another word, there is nothing to fade.
      if (a && b && a.text === b.text) canvas?.paintFade(a, b, share);
      return;
    }
    const word = this.#words.get(name);
    const side = { 'plate-a': -1, 'plate-b': 1 }[name] ?? 0;
    const off = side * offRegister(this.#state.t);
    if (word) canvas?.paintWord(word, [off, -0.6 * off]);
  }

  /** What waits for a rest: the strip, if it has changed, and the reading. */
  #settle(strip = true): void {
    this.#stale ||= strip;
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      if (this.#stale) this.#ask([...this.#views.keys()].filter((name) => stationOf(name) !== undefined));
      this.#stale = false;
      void this.#measure();
    }, REST);
  }
  #stale = false;

  async #measure(): Promise<void> {
    const z = codeFor('word', this.#state, this.#codes);
    if (!z || !this.#visible || !this.#read) return;
    try {
      const text = await readStyle(this.#engine, z, `${this.#id}/reading`, this.#signal);
      if (text !== undefined) this.#read(text);
    } catch (error) {
      this.#failed(error);
    }
  }
}
