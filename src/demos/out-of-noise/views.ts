/** Everything the demonstration draws: which words, in which boxes, and when. */
import { describe } from '../../drawing/describe.ts';
import type { Studio } from '../../inference/studio/client.ts';
import type { Engine } from '../base/engine.ts';
import { measureStyle } from '../base/reading.ts';
import type { Film } from '../base/motion.ts';
import { Stage } from '../base/stage.ts';
import { readWord, type Word } from '../base/words.ts';
import { Count } from './count.ts';
import { judge, type Bands, type Verdict } from '../base/prior/obey.ts';
import { farOut } from './plan/plane.ts';
import { sayEnds, sayStrength, sayVerdicts } from './plan/say.ts';
import { codeOn, endOf, frameAt, frames, guessAt, stepsOf, type Way } from '../base/prior/way.ts';
import { keyOf, Sampler } from '../base/prior/sampler.ts';
import type { NoiseState } from './state.ts';
import { WaysMap } from './ways.ts';

/** What takes long, and readings, wait until nothing has changed for so many milliseconds. */
const REST = 160;

/** What the views tell the page. */
export interface Told {
  /** What stopped the model. */
  failed: (error: unknown) => void;
  /** The verdict on each word that can be measured. */
  judged: (each: ReadonlyMap<string, Verdict>) => void;
  /** Something to be written in an output. */
  write: (name: string, text: string) => void;
}

export class Views {
  readonly stage: Stage;
  readonly count: Count;
  readonly #root: HTMLElement;
  readonly #engine: Engine;
  readonly #sampler: Sampler;
  readonly #bands: Bands;
  readonly #signal: AbortSignal;
  readonly #told: Told;
  readonly #map: WaysMap | undefined;
  /** Pictures of the strip. */
  readonly #frames: readonly HTMLElement[];
  #state: NoiseState;
  #word: Word;
  #way: Way | undefined;
  /** The order whose way that is, and whether another is being sampled. */
  #sampled = '';
  #sampling = false;
  #rest = 0;
  /** What the strengths side by side and the map of ways are of. */
  #settled = '';
  /** Ends long drawing that something newer has overtaken. */
  #turn = 0;

  /** @param base what the server drew */
  constructor(root: HTMLElement, engine: Engine, studio: Studio, bands: Bands, base: NoiseState, state: NoiseState, signal: AbortSignal, told: Told) {
    [this.#root, this.#engine, this.#bands, this.#state, this.#signal, this.#told] = [root, engine, bands, state, signal, told];
    this.#word = readWord(state.word, engine.manifest.glyphs);
    this.#sampler = new Sampler(studio, engine.styles.gaussian.mean.length);
    this.stage = new Stage(root, engine, { signal, failed: told.failed, shown: () => this.#again() });
    this.count = new Count({ root, engine, bands, signal, stage: this.stage, sampler: this.#sampler, write: told.write }, base);
    this.#frames = [...root.querySelectorAll<HTMLElement>('[data-frame]')];
    const svg = root.querySelector<SVGElement>('[data-plane]');
    this.#map = svg ? new WaysMap(svg) : undefined;
    signal.addEventListener('abort', () => window.clearTimeout(this.#rest));
    this.count.compare(state);
    void this.#sample();
  }

  /** The word as the model takes it. */
  get word(): Word {
    return this.#word;
  }

  /** The sample on its way out of the noise, over what it expects to become; none while it is being sampled. */
  film(): Film | undefined {
    const way = keyOf(this.#state) === this.#sampled ? this.#way : undefined;
    return way && { at: (share) => [codeOn(way, share), guessAt(way, Math.floor(share * stepsOf(way)))], says: 'the way out of the noise, with what is expected at each pass under it' };
  }

  /** Draws a state: what has changed at once, and what takes long when it rests. */
  show(state: NoiseState): void {
    const before = this.#state;
    this.#state = state;
    if (state.word !== before.word) {
      this.#word = readWord(state.word, this.#engine.manifest.glyphs);
      this.#film();
    }
    this.count.compare(state);
    this.#large();
    this.#settle();
    void this.#sample();
  }

  /** Samples the newest order as soon as the one before is done: a hand that never rests sees something all the same. */
  async #sample(): Promise<void> {
    if (this.#sampling) return;
    this.#sampling = true;
    try {
      for (let key = keyOf(this.#state); key !== this.#sampled && !this.#signal.aborted; key = keyOf(this.#state)) {
        const way = await this.#sampler.way(this.#state, this.#signal);
        if (!way) return;
        [this.#way, this.#sampled] = [way, key];
        this.#large();
        this.#film();
        this.#settle();
      }
    } catch (error) {
      this.#told.failed(error);
    } finally {
      this.#sampling = false;
    }
  }

  /** The large word, where it is on the map, and which picture of the strip is nearest. */
  #large(): void {
    const [way, { t }] = [this.#way, this.#state];
    if (!way) return;
    const z = codeOn(way, t);
    void this.stage.draw('word', this.#word, z);
    this.#map?.here(z);
    const nearest = frameAt(frames(stepsOf(way), this.#frames.length), t, stepsOf(way));
    this.#frames.forEach((box, i) => box.toggleAttribute('data-current', i === nearest));
  }

  /** The strip: where the sample lies before a pass, and where it expects to end. */
  #film(): void {
    const way = this.#way;
    if (!way) return;
    const steps = stepsOf(way);
    const shown = frames(steps, this.#frames.length);
    this.#frames.forEach((box, i) => {
      const pass = shown[i];
      box.hidden = pass === undefined;
      if (pass === undefined) return;
      box.dataset['at'] = String(pass / steps);
      box.querySelector('.label')!.textContent = String(pass);
      box.querySelector('button')!.ariaLabel = pass === 0 ? 'noise, before pass 1' : `pass ${pass}`;
      void this.stage.draw(`lies-${i}`, this.#word, codeOn(way, pass / steps));
      void this.stage.draw(`expects-${i}`, this.#word, guessAt(way, pass));
    });
  }

  /** It has come into view: whatever may have changed meanwhile is drawn. */
  #again(): void {
    this.#settled = '';
    this.#large();
    this.#film();
    this.#settle();
  }

  #settle(): void {
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => void this.#rested().catch(this.#told.failed), REST);
  }

  /** Measures what is seen, then brings the rest of the figure up to date, step by step, as long as nothing newer has come. */
  async #rested(): Promise<void> {
    const [way, state, turn] = [this.#way, this.#state, ++this.#turn];
    const on = (): boolean => turn === this.#turn && this.stage.visible && !this.#signal.aborted;
    if (!way || keyOf(state) !== this.#sampled || !on()) return;
    await this.#read(state, codeOn(way, state.t));
    const key = `${keyOf(state)} ${state.ask} ${this.#word.text}`;
    if (key !== this.#settled && on() && (await this.#louder(state, on)) && (await this.#ways(state, on))) this.#settled = key;
    if (on()) await this.count.draw(this.#word);
  }

  async #read({ ask }: NoiseState, z: Float32Array): Promise<void> {
    const measured = await measureStyle(this.#engine, z, `${this.stage.id}/reading`, this.#signal);
    if (!measured) return;
    this.#told.write('reading', describe(measured));
    this.#told.write('verdicts', sayVerdicts(ask, this.#bands, measured));
    this.#told.judged(new Map(ask.flatMap((word) => (this.#bands.has(word) ? [[word, judge(this.#bands.get(word)!, measured)] as const] : []))));
  }

  /** The take at several strengths. */
  async #louder(state: NoiseState, on: () => boolean): Promise<boolean> {
    for (const [i, box] of this.#root.querySelectorAll<HTMLElement>('[data-guidance]').entries()) {
      const way = await this.#sampler.way({ ...state, guidance: Number(box.dataset['guidance']) }, this.#signal);
      if (!way || !on()) return false;
      void this.stage.draw(`row-${i}`, this.#word, endOf(way));
      const measured = await measureStyle(this.#engine, endOf(way), `${this.stage.id}/row`, this.#signal);
      if (!measured || !on()) return false;
      this.#told.write(`row-${i}`, sayStrength(state.ask, this.#bands, measured, farOut(this.#engine.styles.gaussian, endOf(way))));
    }
    return true;
  }

  /** The ways of this take and the next ones. */
  async #ways(state: NoiseState, on: () => boolean): Promise<boolean> {
    for (let i = 0; i < (this.#map?.count ?? 0); i++) {
      const seed = state.seed + i;
      const told = await this.#sampler.way({ ...state, seed }, this.#signal);
      const untold = await this.#sampler.way({ ...state, seed, ask: [] }, this.#signal);
      if (!told || !untold || !on()) return false;
      this.#map?.draw(i, 'told', told);
      this.#map?.draw(i, 'untold', untold);
      if (i > 0) continue;
      const { gaussian } = this.#engine.styles;
      this.#told.write('first', String(seed));
      this.#told.write('ends', sayEnds(seed, farOut(gaussian, endOf(told)), farOut(gaussian, endOf(untold))));
    }
    return true;
  }
}
