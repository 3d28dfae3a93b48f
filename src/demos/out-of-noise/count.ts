/** How often the prior obeys: takes sampled, drawn, measured and counted, one after the other, until the reader stops it. */
import type { AttributeName, Attributes } from '../../drawing/attributes.ts';
import type { Engine } from '../base/engine.ts';
import { measureStyle } from '../base/reading.ts';
import type { Stage } from '../base/stage.ts';
import type { Word } from '../base/words.ts';
import { obeysAll, tally, type Bands, type Tally } from '../base/prior/obey.ts';
import { ticksOf, type Ends } from './plan/rule.ts';
import { sayAll, sayRun, sayTally } from './plan/say.ts';
import { endOf } from '../base/prior/way.ts';
import { keyOf, type Order, type Sampler } from '../base/prior/sampler.ts';

/** What is counted: a brief, without the take. */
type Brief = Omit<Order, 'seed'>;

/** What a count needs. */
export interface CountOptions {
  root: HTMLElement;
  engine: Engine;
  stage: Stage;
  sampler: Sampler;
  bands: Bands;
  signal: AbortSignal;
  /** Something to be written in an output. */
  write: (name: string, text: string) => void;
}

export class Count {
  readonly #options: CountOptions;
  readonly #cells: ReadonlyMap<number, HTMLElement>;
  /** What the sheet shows. */
  #brief: Brief;
  /** The word that is on it. */
  #word: string;
  #job: AbortController | undefined;
  /** Ends a redrawing that a newer one has overtaken. */
  #turn = 0;

  /** @param shown what the server's sheet shows */
  constructor(options: CountOptions, { word, ...brief }: Brief & { word: string }) {
    [this.#options, this.#brief, this.#word] = [options, brief, word];
    this.#cells = new Map([...options.root.querySelectorAll<HTMLElement>('[data-seed]')].map((cell) => [Number(cell.dataset['seed']), cell]));
  }

  /** Begins to count, or stops counting. */
  async toggle({ ask, steps, guidance }: Brief, word: () => Word): Promise<void> {
    if (this.#job) return this.#job.abort();
    const { signal } = (this.#job = new AbortController());
    this.#pressed(true);
    try {
      const brief = { ask, steps, guidance };
      if (await this.#run(brief, AbortSignal.any([signal, this.#options.signal]))) this.#brief = brief;
    } finally {
      this.#job = undefined;
      this.#pressed(false);
      this.#options.write('running', signal.aborted ? 'stopped; the sheet is as it was' : '');
      this.#progress(0);
    }
    if (!signal.aborted) await this.draw(word(), true);
  }

  /** Says whether the sheet is still of the brief that stands. */
  compare(brief: Brief): void {
    this.#options.write('stale', keyOf({ ...brief, seed: 1 }) === keyOf({ ...this.#brief, seed: 1 }) ? '' : 'What is asked has changed since.');
  }

  /** Draws the sheet in another word, or anew. */
  async draw(word: Word, anew = false): Promise<void> {
    const { sampler, stage, signal } = this.#options;
    if (!anew && word.text === this.#word) return;
    const turn = ++this.#turn;
    for (const seed of this.#cells.keys()) {
      const way = await sampler.way({ ...this.#brief, seed }, signal);
      if (!way || turn !== this.#turn || !stage.visible) return;
      void stage.draw(`take-${seed}`, word, endOf(way));
    }
    this.#word = word.text;
  }

  async #run(brief: Brief, signal: AbortSignal): Promise<boolean> {
    const { bands, write } = this.#options;
    const takes = new Map<number, { told: Attributes; untold: Attributes }>();
    for (const seed of this.#cells.keys()) {
      write('running', `take ${takes.size + 1} of ${this.#cells.size}`);
      const told = await this.#measure({ ...brief, seed }, signal);
      const untold = await this.#measure({ ...brief, seed, ask: [] }, signal);
      if (!told || !untold) return false;
      takes.set(seed, { told, untold });
      this.#progress(takes.size / this.#cells.size);
    }
    const all = [...takes.values()];
    for (const [seed, cell] of this.#cells) cell.toggleAttribute('data-obeyed', obeysAll(brief.ask, bands, takes.get(seed)!.told));
    const tallies = tally(brief.ask, bands, all.map(({ told }) => told), all.map(({ untold }) => untold));
    write('run', sayRun(all.length, brief.ask, brief.guidance, brief.steps));
    write('all', sayAll(all.filter(({ told }) => obeysAll(brief.ask, bands, told)).length, all.length, tallies.length));
    this.#print(tallies);
    return true;
  }

  async #measure(order: Order, signal: AbortSignal): Promise<Attributes | undefined> {
    const way = await this.#options.sampler.way(order, signal);
    return way && measureStyle(this.#options.engine, endOf(way), `${this.#options.stage.id}/count`, signal);
  }

  /** Shows the rulers of the words that were asked for, with the ticks of this count. */
  #print(tallies: readonly Tally[]): void {
    for (const row of this.#options.root.querySelectorAll<HTMLElement>('[data-tally]')) {
      const each = tallies.find(({ word }) => word === row.dataset['tally']);
      row.hidden = !each;
      if (!each) continue;
      const ends = (row.dataset['ends'] ?? '').split(' ').map(Number) as unknown as Ends;
      const attribute: AttributeName = each.band.attribute;
      row.querySelector('.on-tick-told')?.setAttribute('d', ticksOf(attribute, ends, each.told));
      row.querySelector('.on-tick-untold')?.setAttribute('d', ticksOf(attribute, ends, each.untold));
      this.#options.write(`tally-${each.word}`, sayTally(each));
    }
  }

  #pressed(running: boolean): void {
    const button = this.#options.root.querySelector<HTMLElement>('[data-act="run"]');
    const { on = '', off = '' } = button?.dataset ?? {};
    if (button) button.textContent = running ? on : off;
  }

  #progress(value: number): void {
    const bar = this.#options.root.querySelector<HTMLProgressElement>('[data-out="progress"]');
    if (bar) bar.value = value;
  }
}
