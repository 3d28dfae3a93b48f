/** Everything that is drawn and measured: the wall, the chosen one and its ladder, the shelf; and how far the draws lie apart. */
import type { Attributes } from '../../drawing/attributes.ts';
import type { Studio } from '../../inference/studio/client.ts';
import type { Engine } from '../base/engine.ts';
import type { DrawnWord } from '../base/ink-canvas.ts';
import type { Film } from '../base/motion.ts';
import { Stage } from '../base/stage.ts';
import { openStudio } from '../base/studio.ts';
import { readWord, type Word } from '../base/words.ts';
import { boxes, boxOf, changed, deal, heldBack, letterOf, STATIONS } from './plan/draws.ts';
import { inkBits, meanDifference } from './plan/spread.ts';
import { DRAWS, PLACES, type RestraintState } from './state.ts';

/** Everything is measured in full when nothing has changed for so many milliseconds. */
const REST = 220;
/** What the dots need: the stems of H, the bowl of O. The rest waits. */
const QUICK = 'HO';

/** What the wall tells. */
export interface Heard {
  failed: (error: unknown) => void;
  /** How different two letters are, on average; `undefined` where there are none. */
  apart: (share: number | undefined) => void;
  /** One draw, measured as far as the chart needs it. */
  dot: (index: number, attributes: Attributes) => void;
  /** How many draws have been measured in full; `undefined` when that is over. */
  busy: (done: number | undefined) => void;
  /** All draws, measured in full. */
  measured: (all: readonly Attributes[]) => void;
}

export class Wall {
  readonly #engine: Engine;
  readonly #signal: AbortSignal;
  readonly #heard: Heard;
  readonly #stage: Stage;
  readonly #studio: Studio;
  /** Which samples of each cell are ink. */
  readonly #bits: Uint32Array[];
  #state: RestraintState;
  #word: Word;
  /** The seed whose draws are at hand, and they. */
  #dealt: { seed: number; draws: Float32Array[] };
  #frame = 0;
  #rest = 0;
  /** The dots are behind the slider; a job that brings them up to date is under way. */
  #stale = false;
  #quick = false;
  /** Whether the chart, or anything else, needs measuring. */
  readonly #charts: boolean;
  #full: AbortController | undefined;

  constructor(root: HTMLElement, engine: Engine, state: RestraintState, signal: AbortSignal, heard: Heard) {
    [this.#engine, this.#state, this.#signal, this.#heard] = [engine, state, signal, heard];
    this.#word = readWord(state.word, engine.manifest.glyphs);
    this.#dealt = { seed: state.seed, draws: deal(engine.styles.gaussian, state.seed) };
    const { side } = engine.manifest.field;
    this.#bits = Array.from({ length: DRAWS }, () => new Uint32Array(Math.ceil((side * side) / 32)));
    this.#charts = root.querySelector('[data-dot]') !== null;
    this.#studio = openStudio(signal);
    this.#stage = new Stage(root, engine, { signal, failed: heard.failed, shown: () => this.#all() });
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#frame);
      window.clearTimeout(this.#rest);
      this.#full?.abort();
    });
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

  recolour(): void {
    this.#stage.recolour();
  }

  /** The word that was last drawn for a box. */
  drawn(name: string): DrawnWord | undefined {
    return this.#stage.drawn(name);
  }

  /** The chosen draw on its way out from the mean, which stands still under it. */
  film(): Film {
    const { gaussian } = this.#engine.styles;
    const draw = this.#dealt.draws[this.#state.pick] ?? gaussian.mean;
    return { at: (share) => [heldBack(draw, gaussian, share), gaussian.mean], says: 'the way of this draw from the mean, which stands still under it, to full voice' };
  }

  /** Draws a state: what has changed at once, what takes long when it rests. */
  show(state: RestraintState): void {
    const kinds = changed(this.#state, state);
    const reach = kinds.has('cell');
    if (state.word !== this.#state.word) this.#word = readWord(state.word, this.#engine.manifest.glyphs);
    if (state.seed !== this.#state.seed) this.#dealt = { seed: state.seed, draws: deal(this.#engine.styles.gaussian, state.seed) };
    const moved = state.seed !== this.#state.seed || state.psi !== this.#state.psi;
    this.#state = state;
    this.#draw(kinds);
    if (moved) this.#dots();
    if (reach) this.#settle();
  }

  #all(): void {
    this.#draw(new Set(['cell', 'word', 'rung', 'mean', 'kept']));
    this.#dots();
    this.#settle();
  }

  #draw(kinds: ReadonlySet<string>): void {
    const counts = { cell: DRAWS, rung: STATIONS.length, mean: STATIONS.length, kept: PLACES } as const;
    for (const kind of ['cell', 'rung', 'mean', 'kept'] as const) {
      if (kinds.has(kind)) for (const name of boxes(kind, counts[kind])) this.#ask(name);
    }
    if (kinds.has('word')) this.#ask('word');
  }

  #ask(name: string): void {
    if (!this.#stage.has(name)) return;
    const { gaussian } = this.#engine.styles;
    const { pick, psi, kept } = this.#state;
    const { kind, index } = boxOf(name);
    const letter = letterOf(this.#word);
    const draw = (at: number, share: number): Float32Array => heldBack(this.#dealt.draws[at] ?? gaussian.mean, gaussian, share);
    if (kind === 'cell') void this.#stage.draw(name, letter, draw(index, psi)).then(() => this.#took(name, index));
    else if (kind === 'word') void this.#stage.draw(name, this.#word, draw(pick, psi));
    else if (kind === 'rung') void this.#stage.draw(name, letter, draw(pick, STATIONS[index] ?? 0));
    else if (kind === 'mean') void this.#stage.draw(name, letter, gaussian.mean);
    else if (kind === 'kept') {
      const one = kept[index];
      const z = one ? heldBack(deal(gaussian, one.seed, one.pick + 1)[one.pick] ?? gaussian.mean, gaussian, one.psi) : gaussian.mean;
      // An empty place is a word without letters.
      void this.#stage.draw(name, one ? this.#word : { text: '', glyphs: [], unknown: [], left: 0 }, z);
    }
  }

  /** A cell has been drawn: the wall is compared anew in the next frame. */
  #took(name: string, index: number): void {
    const word = this.#stage.drawn(name);
    const bits = this.#bits[index];
    if (!word || !bits || this.#signal.aborted) return;
    inkBits(word.fields, bits);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#heard.apart(this.#apart());
    });
  }

  #apart(): number | undefined {
    return this.#word.glyphs.length > 0 ? meanDifference(this.#bits) : undefined;
  }

  /** All draws as they are held back now, one after another. */
  #codes(): Float32Array {
    const { gaussian } = this.#engine.styles;
    const size = gaussian.mean.length;
    const codes = new Float32Array(DRAWS * size);
    this.#dealt.draws.forEach((draw, i) => codes.set(heldBack(draw, gaussian, this.#state.psi), i * size));
    return codes;
  }

  /** Brings the dots up to date; while the hand moves, as often as it can be done. */
  #dots(): void {
    if (!this.#charts || !this.#stage.visible) return;
    this.#stale = true;
    if (this.#quick) return;
    void this.#follow();
  }

  async #follow(): Promise<void> {
    this.#quick = true;
    try {
      while (this.#stale && !this.#signal.aborted) {
        this.#stale = false;
        await this.#studio.measure({ codes: this.#codes(), letters: QUICK }, { signal: this.#signal, onMeasured: this.#heard.dot });
      }
    } catch (error) {
      this.#heard.failed(error);
    } finally {
      this.#quick = false;
    }
  }

  /** Measures everything, once the hand rests; a hand that moves again calls it off. */
  #settle(): void {
    this.#full?.abort();
    window.clearTimeout(this.#rest);
    this.#heard.busy(undefined);
    if (!this.#stage.visible) return;
    this.#rest = window.setTimeout(() => void this.#measure(), REST);
  }

  async #measure(): Promise<void> {
    const off = (this.#full = new AbortController());
    const onMeasured = (index: number): void => this.#heard.busy(index + 1);
    try {
      const all = await this.#studio.measure({ codes: this.#codes() }, { signal: AbortSignal.any([this.#signal, off.signal]), onMeasured });
      if (!all || off.signal.aborted) return;
      this.#heard.busy(undefined);
      this.#heard.apart(this.#apart());
      this.#heard.measured(all);
    } catch (error) {
      this.#heard.failed(error);
    }
  }
}
