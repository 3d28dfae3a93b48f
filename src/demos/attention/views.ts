/** Everything the demonstration draws: both words, the attention of one of them, and what is measured of the difference. */
import { describe } from '../../drawing/describe.ts';
import type { Studio } from '../../inference/studio/client.ts';
import type { Trace } from '../../inference/studio/trace.ts';
import type { Engine } from '../base/engine.ts';
import type { DrawnWord } from '../base/ink-canvas.ts';
import { measureStyle } from '../base/reading.ts';
import { deviationsOf, scalesOf } from '../base/scales.ts';
import { Stage } from '../base/stage.ts';
import { readWord, type Word } from '../base/words.ts';
import { columnsOf, percent } from './plan/columns.ts';
import { sayChange } from './plan/say.ts';
import { STEPS, turnOf, weightsOf, type AttentionState } from './state.ts';

/** What is seen is told when nothing has changed for so many milliseconds. */
const REST = 220;
/** Strength of the guidance: as out of the noise. */
const GUIDANCE = 2;

/** What the views tell. */
export interface Told {
  failed: (error: unknown) => void;
  write: (name: string, text: string) => void;
}

type Way = 'written' | 'weighted';
const WAYS: readonly Way[] = ['written', 'weighted'];

/** What a sample depends on. */
const keyOf = (state: AttentionState, way: Way): string => `${state.seed} ${state.ask.join(' ')} ${way === 'written' ? '' : JSON.stringify(state.turns)}`;

export class Views {
  readonly #root: HTMLElement;
  readonly #engine: Engine;
  readonly #studio: Studio;
  readonly #signal: AbortSignal;
  readonly #told: Told;
  readonly #stage: Stage;
  /** All words of the prior, the one that stands for none first. */
  readonly #known: readonly string[];
  readonly #traces = new Map<Way, { key: string; trace: Trace }>();
  #state: AttentionState;
  #word: Word;
  #sampling = false;
  #rest = 0;

  constructor(root: HTMLElement, engine: Engine, studio: Studio, words: readonly string[], state: AttentionState, signal: AbortSignal, told: Told) {
    [this.#root, this.#engine, this.#studio, this.#state, this.#signal, this.#told] = [root, engine, studio, state, signal, told];
    this.#known = ['', ...words];
    this.#word = readWord(state.word, engine.manifest.glyphs);
    this.#stage = new Stage(root, engine, { signal, failed: told.failed, shown: () => this.#again() });
    signal.addEventListener('abort', () => window.clearTimeout(this.#rest));
    void this.#sample();
  }

  get word(): Word {
    return this.#word;
  }

  set visible(visible: boolean) {
    this.#stage.visible = visible;
  }

  recolour(): void {
    this.#stage.recolour();
  }

  /** The weighted word, as it was last drawn. */
  drawn(): DrawnWord | undefined {
    return this.#stage.drawn('weighted');
  }

  show(state: AttentionState): void {
    const before = this.#state;
    this.#state = state;
    if (state.word !== before.word) {
      this.#word = readWord(state.word, this.#engine.manifest.glyphs);
      this.#draw();
    }
    if (state.step !== before.step) this.#hear();
    this.#settle();
    void this.#sample();
  }

  /** Samples what is asked for now as soon as the one before is done. */
  async #sample(): Promise<void> {
    if (this.#sampling) return;
    this.#sampling = true;
    const stale = (): Way | undefined => WAYS.find((way) => this.#traces.get(way)?.key !== keyOf(this.#state, way));
    try {
      for (let way = stale(); way && !this.#signal.aborted; way = stale()) {
        const [state, key] = [this.#state, keyOf(this.#state, way)];
        const words = state.ask.map((word) => (way === 'written' ? { word } : { word, weight: weightsOf(turnOf(state, word)) }));
        const [trace] = (await this.#studio.trace([{ words, guidance: GUIDANCE, seed: state.seed, steps: STEPS, attention: true }], { signal: this.#signal })) ?? [];
        if (!trace || this.#signal.aborted) return;
        this.#traces.set(way, { key, trace });
        void this.#stage.draw(way, this.#word, trace.z);
        if (way === 'weighted') this.#hear();
        this.#settle();
      }
    } catch (error) {
      this.#told.failed(error);
    } finally {
      this.#sampling = false;
    }
  }

  #again(): void {
    this.#draw();
    this.#hear();
    this.#settle();
  }

  #draw(): void {
    for (const way of WAYS) {
      const z = this.#traces.get(way)?.trace.z;
      if (z) void this.#stage.draw(way, this.#word, z);
    }
  }

  /** The table and the chart, of the weighted sample. */
  #hear(): void {
    const { trace, key } = this.#traces.get('weighted') ?? {};
    // While another is sampled, its words are not those of the state.
    if (!trace?.attention || key !== keyOf(this.#state, 'weighted')) return;
    const words = this.#known.length;
    const columns = columnsOf(this.#state, { attention: trace.attention, steps: STEPS, parts: trace.attention.length / STEPS / words, words }, this.#known);
    for (const row of this.#root.querySelectorAll<HTMLElement>('[data-column]')) {
      const column = columns[Number(row.dataset['column'])];
      row.hidden = !column;
      if (!column) continue;
      put(row.querySelector('[data-name]'), column.word ?? 'no word');
      put(row.querySelector('[data-mean]'), percent(column.mean));
      row.querySelectorAll<HTMLElement>('[data-part]').forEach((cell, part) => {
        cell.querySelector('rect')?.setAttribute('fill-opacity', (column.parts[part] ?? 0).toFixed(3));
        put(cell.querySelector('[data-share]'), percent(column.parts[part] ?? 0));
      });
    }
    for (const line of this.#root.querySelectorAll<SVGElement>('[data-line]')) line.setAttribute('points', columns[Number(line.dataset['line'])]?.line ?? '');
    for (const item of this.#root.querySelectorAll<HTMLElement>('[data-legend]')) {
      const column = columns[Number(item.dataset['legend'])];
      item.hidden = !column;
      put(item.querySelector('[data-name]'), column ? column.word ?? 'no word' : '');
      put(item.querySelector('[data-all]'), `${percent(column?.all ?? 0)} in all`);
    }
  }

  #settle(): void {
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => void this.#read().catch(this.#told.failed), REST);
  }

  async #read(): Promise<void> {
    const state = this.#state;
    const [first, second] = WAYS.map((way) => this.#traces.get(way));
    if (!this.#stage.visible || first?.key !== keyOf(state, 'written') || second?.key !== keyOf(state, 'weighted')) return;
    const written = await measureStyle(this.#engine, first.trace.z, `${this.#stage.id}/read`, this.#signal);
    const weighted = written && (await measureStyle(this.#engine, second.trace.z, `${this.#stage.id}/read`, this.#signal));
    if (!written || !weighted || this.#signal.aborted || state !== this.#state) return;
    const scales = scalesOf(this.#engine.styles);
    this.#told.write('written', describe(written));
    this.#told.write('weighted', describe(weighted));
    this.#told.write('change', sayChange(deviationsOf(written, scales), deviationsOf(weighted, scales), state.turns.length > 0));
  }
}

function put(place: Element | null, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}
