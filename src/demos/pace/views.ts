/** Everything the demonstration draws, and what it measures when it is asked to. */
import { describe } from '../../drawing/describe.ts';
import type { Studio } from '../../inference/studio/client.ts';
import type { Engine } from '../base/engine.ts';
import type { Film } from '../base/motion.ts';
import { measureStyle } from '../base/reading.ts';
import { Stage } from '../base/stage.ts';
import { readWord, type Word } from '../base/words.ts';
import { obeysAll, type Bands } from '../base/prior/obey.ts';
import { endOf } from '../base/prior/way.ts';
import { Sampler } from '../base/prior/sampler.ts';
import { Cost, type Known } from './cost.ts';
import { Strip, timePainting, Walk } from './live.ts';
import { GUIDANCE, overlap, quartilesOf, STEPS, wordsOf } from './plan/ladder.ts';
import { sayBusy, sayMeasured, sayReading, sayRung, sayTime } from './plan/say.ts';
import { RATE } from './plan/strip.ts';
import type { PaceState } from './state.ts';

/** Readings wait until nothing has changed for so many milliseconds. */
const REST = 160;
/** Runs of each that are timed. */
const REPEATS = 7;
const LAST = STEPS.length - 1;

/** What the views need. */
export interface ViewsOptions {
  root: HTMLElement;
  engine: Engine;
  studio: Studio;
  bands: Bands;
  /** Of the chart and the walk, where they are shown. */
  each?: Readonly<Record<string, Known>> | undefined;
  ends?: readonly number[] | undefined;
  strip?: string | undefined;
  signal: AbortSignal;
  failed: (error: unknown) => void;
  write: (name: string, text: string) => void;
}

export class Views {
  readonly stage: Stage;
  readonly #options: ViewsOptions;
  readonly #sampler: Sampler;
  readonly #walk: Walk | undefined;
  readonly #cost: Cost | undefined;
  #strip: Strip | undefined;
  #state: PaceState;
  #word: Word;
  /** The codes of every rung, and the order they are of; shares and obedience as far as they are known. */
  #codes: Float32Array[] = [];
  #sampled = '';
  #sampling = false;
  #shares: number[] = [];
  #rest = 0;
  #turn = 0;

  constructor(options: ViewsOptions, state: PaceState) {
    const { root, engine, studio, signal, failed, each, ends, strip, write } = options;
    [this.#options, this.#state] = [options, state];
    this.#word = readWord(state.word, engine.manifest.glyphs);
    this.#sampler = new Sampler(studio, engine.styles.gaussian.mean.length);
    this.stage = new Stage(root, engine, { signal, failed, shown: () => this.#again() });
    this.#walk = ends && new Walk(engine.styles, ends);
    this.#cost = each && new Cost(root, each, write);
    signal.addEventListener('abort', () => {
      window.clearTimeout(this.#rest);
      this.#strip?.remove();
    });
    if (strip) void this.#openStrip(strip).catch((error: unknown) => (signal.aborted ? undefined : failed(error)));
    this.#again();
  }

  get word(): Word {
    return this.#word;
  }

  /** The walk as it would go with and without the hand on it. */
  film(): Film | undefined {
    const [walk, { push }] = [this.#walk, this.#state];
    return walk && { at: (share) => [walk.at(share, 0), walk.at(share, push)], says: 'the walk from one style to the other' };
  }

  recolour(): void {
    this.stage.recolour();
    this.#strip?.recolour();
  }

  /** Draws a state: what has changed at once, and readings when it rests. */
  show(state: PaceState): void {
    const before = this.#state;
    this.#state = state;
    if (state.word !== before.word) this.#word = readWord(state.word, this.#options.engine.manifest.glyphs);
    if (state.word !== before.word || state.t !== before.t || state.push !== before.push) this.#move();
    if (state.ask !== before.ask || state.steps !== before.steps) this.#cost?.show(state.ask, state.steps);
    if (state.word !== before.word) this.#ladder();
    else if (state.steps !== before.steps) this.#large();
    if (state.word !== before.word || state.steps !== before.steps) this.#settle();
    void this.#sample();
  }

  /**
   * Times sampling and drawing in the studio, painting on the page.
   * @returns whether it came to its end
   */
  async measure(signal: AbortSignal, progress: (share: number) => void): Promise<boolean> {
    const { studio, engine: { manifest: { field: geometry, space } }, write, root, strip: url } = this.#options;
    const [{ ask, seed }, word] = [this.#state, this.#word];
    // Nothing else is at work meanwhile.
    const drawn = this.stage.drawn('live');
    const request = { words: wordsOf(ask).map((each) => ({ word: each })), seed, guidance: GUIDANCE };
    const timing = await studio.time({ request, steps: STEPS, glyphs: word.glyphs, repeats: REPEATS }, { signal, onTimed: (done, of) => progress((0.9 * done) / of) });
    if (!timing || signal.aborted) return false;
    const { resolution, opening, rows } = timing;
    const turn = async (): Promise<boolean> => {
      await new Promise((resolve) => window.setTimeout(resolve));
      return !signal.aborted;
    };
    const drawing = quartilesOf(rows.flatMap((row) => row.drawing));
    const live = root.querySelector<HTMLElement>('[data-view="live"]');
    const painting = drawn && live ? await timePainting(drawn, live, { geometry, space, align: 'middle' }, resolution, turn) : undefined;
    const frame = await this.#strip?.time(resolution, turn);
    if (painting === undefined || frame === undefined || !url) return false;
    const begun = performance.now();
    const sheet = await Strip.open(url, signal);
    const first = performance.now() - begun + frame;
    sheet.close();
    if (signal.aborted) return false;
    progress(1);
    this.#cost?.timed(timing);
    write('measured', sayMeasured(resolution, REPEATS, word.glyphs.length, drawing));
    write('first-live', `${sayTime(opening + painting)} ms`);
    write('first-strip', `${sayTime(first)} ms`);
    write('busy-live', sayBusy(drawing.median + painting, RATE));
    write('busy-strip', sayBusy(frame, RATE));
    return true;
  }

  async #openStrip(url: string): Promise<void> {
    const { root, signal } = this.#options;
    const box = root.querySelector<HTMLElement>('[data-strip]');
    const sheet = await Strip.open(url, signal);
    if (!box || signal.aborted) return sheet.close();
    this.#strip = new Strip(box, sheet);
    this.#strip.show(this.#state.t);
  }

  /** The walk, live and on the strip. */
  #move(): void {
    const { t, push } = this.#state;
    if (this.#walk) void this.stage.draw('live', this.#word, this.#walk.at(t, push));
    this.#strip?.show(t);
  }

  #key({ ask, seed }: PaceState): string {
    return `${seed} ${ask}`;
  }

  /** Samples every rung of the newest order as soon as the one before is done. */
  async #sample(): Promise<void> {
    if (this.#sampling) return;
    const { signal, failed } = this.#options;
    this.#sampling = true;
    try {
      for (let key = this.#key(this.#state); key !== this.#sampled && !signal.aborted; key = this.#key(this.#state)) {
        const { ask, seed } = this.#state;
        const codes: Float32Array[] = [];
        for (const steps of STEPS) {
          const way = await this.#sampler.way({ ask: wordsOf(ask), seed, steps, guidance: GUIDANCE }, signal);
          if (!way) return;
          if (key !== this.#key(this.#state)) break;
          codes.push(endOf(way));
        }
        if (codes.length < STEPS.length) continue;
        [this.#codes, this.#sampled] = [codes, key];
        this.#ladder();
        this.#settle();
      }
    } catch (error) {
      failed(error);
    } finally {
      this.#sampling = false;
    }
  }

  #again(): void {
    this.#move();
    this.#cost?.show(this.#state.ask, this.#state.steps);
    this.#ladder();
    this.#settle();
    void this.#sample();
  }

  #large(): void {
    const [code, last] = [this.#codes[this.#index], this.#codes[LAST]];
    if (!code || !last) return;
    void this.stage.draw('word', this.#word, code);
    void this.stage.draw('last', this.#word, last);
  }

  get #index(): number {
    return STEPS.findIndex((steps) => steps === this.#state.steps);
  }

  #ladder(): void {
    this.#large();
    this.#codes.forEach((code, i) => void this.stage.draw(`rung-${i}`, this.#word, code));
  }

  #settle(): void {
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => void this.#rested().catch(this.#options.failed), REST);
  }

  /** Compares and measures what has come to rest. */
  async #rested(): Promise<void> {
    const { engine, bands, signal, write } = this.#options;
    const [{ ask, steps }, codes, word, turn, index] = [this.#state, this.#codes, this.#word, ++this.#turn, this.#index];
    const on = (): boolean => turn === this.#turn && this.stage.visible && !signal.aborted;
    if (codes.length === 0 || this.#key(this.#state) !== this.#sampled || !on()) return;
    const inked: (Float32Array | undefined)[] = [];
    for (const code of codes) {
      const drawn = await engine.client.draw({ z: code, glyphs: word.glyphs, channel: `${this.stage.id}/compare`, signal });
      if (!drawn || !on()) return;
      inked.push(drawn.fields.slice());
    }
    this.#shares = inked.map((fields) => overlap(fields!, inked[LAST]!));
    this.#cost?.own(this.#shares);
    const words = wordsOf(ask);
    for (const [i, code] of codes.entries()) {
      const seen = await measureStyle(engine, code, `${this.stage.id}/reading`, signal);
      if (!seen || !on()) return;
      const obeyed = words.length > 0 ? obeysAll(words, bands, seen) : undefined;
      write(`rung-${i}`, sayRung(STEPS[i]!, this.#shares[i]!, obeyed));
      if (i === index) write('reading', sayReading(steps, this.#shares[i]!, describe(seen), obeyed));
    }
  }
}
