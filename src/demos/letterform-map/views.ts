/** Everything the letterform map draws: which words, in which boxes, and when. */
import type { Engine } from '../base/engine.ts';
import type { DrawnWord, InkCanvas } from '../base/ink-canvas.ts';
import { readStyle } from '../base/reading.ts';
import type { Film } from '../base/motion.ts';
import { Stage } from '../base/stage.ts';
import { readWord, type Word } from '../base/words.ts';
import type { Grid } from '../base/map.ts';
import { changed, codeFor, filmOf, fadeIn, offRegister, stationOf, type Codes } from './plan.ts';
import type { MapState } from './state.ts';

/** Words that take long, and readings, wait until nothing has changed for so many milliseconds. */
const REST = 160;

export class Views {
  readonly #engine: Engine;
  readonly #codes: Codes;
  readonly #signal: AbortSignal;
  readonly #stage: Stage;
  readonly #failed: (error: unknown) => void;
  readonly #read: ((text: string) => void) | undefined;
  #state: MapState;
  #word: Word;
  #rest = 0;
  /** The strip waits to be drawn. */
  #stale = false;

  /**
   * @param root holds the boxes, elements with `data-view`
   * @param failed told what stopped the engine
   * @param read told in words what is seen, if anybody wants to know
   */
  constructor(root: HTMLElement, engine: Engine, grid: Grid, state: MapState, signal: AbortSignal, failed: (error: unknown) => void, read: ((text: string) => void) | undefined) {
    [this.#engine, this.#state, this.#signal, this.#failed, this.#read] = [engine, state, signal, failed, read];
    this.#word = readWord(state.word, engine.manifest.glyphs);
    this.#stage = new Stage(root, engine, { signal, failed, paint: (name, canvas) => this.#paint(name, canvas), shown: () => this.#ask(this.#stage.names) });
    this.#codes = { codes: engine.styles.codes, grid, stations: this.#stage.names.filter((name) => stationOf(name) !== undefined).length };
    signal.addEventListener('abort', () => window.clearTimeout(this.#rest));
    this.#ask(this.#stage.names);
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
    this.#stage.visible = visible;
  }

  /** The ink has changed: everything is painted again. */
  recolour(): void {
    this.#stage.recolour();
  }

  /** The two plates on their ways between A and B. */
  film(): Film {
    return filmOf(this.#state, this.#codes);
  }

  /** The word that was last drawn for a box. */
  drawn(name: string): DrawnWord | undefined {
    return this.#stage.drawn(name);
  }

  /** Asks the engine for words. */
  #ask(names: readonly string[]): void {
    for (const name of names) {
      const end = name === 'a' || name === 'b';
      // A cross-fade needs both its ends, shown or not.
      if (!this.#stage.has(name) && !(end && this.#stage.has('fade'))) continue;
      const z = codeFor(name, this.#state, this.#codes);
      if (!z) this.#stage.paintSoon(name);
      else void this.#stage.draw(name, this.#word, z).then(() => (end ? this.#stage.paintSoon('fade') : undefined));
    }
  }

  #paint(name: string, canvas: InkCanvas): boolean {
    const share = fadeIn(name, this.#state, this.#codes.stations);
    if (share !== undefined) {
      const [a, b] = [this.#stage.drawn('a'), this.#stage.drawn('b')];
      // While one of the two is still of another word, there is nothing to fade.
      if (a && b && a.text === b.text) canvas.paintFade(a, b, share);
      return true;
    }
    const side = { 'plate-a': -1, 'plate-b': 1 }[name];
    const word = this.#stage.drawn(name);
    if (!side || !word) return false;
    const off = side * offRegister(this.#state.t);
    canvas.paintWord(word, [off, -0.6 * off]);
    return true;
  }

  /** What waits for a rest: the strip, if it has changed, and the reading. */
  #settle(strip = true): void {
    this.#stale ||= strip;
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      if (this.#stale) this.#ask(this.#stage.names.filter((name) => stationOf(name) !== undefined));
      this.#stale = false;
      void this.#measure();
    }, REST);
  }

  async #measure(): Promise<void> {
    const z = codeFor('word', this.#state, this.#codes);
    if (!z || !this.#stage.visible || !this.#read) return;
    try {
      const text = await readStyle(this.#engine, z, `${this.#stage.id}/reading`, this.#signal);
      if (text !== undefined) this.#read(text);
    } catch (error) {
      this.#failed(error);
    }
  }
}
