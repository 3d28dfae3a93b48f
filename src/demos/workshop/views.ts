/** What the chain has put down, shown in the page: the cards, the rounds and the book. */
import { describe } from '../../drawing/describe.ts';
import type { Engine } from '../base/engine.ts';
import { deviationsOf, outlineOf, stripOf, tilesOf } from './plan/pictures.ts';
import { STAGES, type Stage, type Step } from './plan/chain.ts';
import { sayDecision, WHO, type Entry } from './plan/say.ts';
import { MOST_ROUNDS } from './state.ts';

export class Views {
  readonly #root: HTMLElement;
  readonly #engine: Engine;
  readonly #deviations: readonly number[];

  constructor(root: HTMLElement, engine: Engine) {
    const { mean, chol } = engine.styles.gaussian;
    [this.#root, this.#engine, this.#deviations] = [root, engine, deviationsOf(chol, mean.length)];
  }

  /** Shows what a hand has put down. */
  put({ stage, round }: Step): void {
    const { field: geometry } = this.#engine.manifest;
    if (stage === 'sampler' && round.z) this.#path('[data-strip]', stripOf(round.z, this.#engine.styles.gaussian.mean, this.#deviations));
    if (stage === 'decoder' && round.drawn) tilesOf(round.drawn.fields.subarray(0, geometry.side ** 2), geometry).forEach((d, i) => this.#path(`[data-tone="${i}"]`, d));
    if (stage === 'outliner') {
      const { d, dots } = outlineOf(round.outlines?.[0] ?? [], geometry);
      this.#path('[data-outline]', d);
      this.#path('[data-dots]', dots);
    }
    if (stage === 'reader' && round.outcome) {
      const { letters, attributes } = round.outcome;
      this.#list('[data-reads]', letters.map(({ letter, as, share, right }) => {
        const item = document.createElement('li');
        const name = document.createElement('b');
        name.textContent = letter;
        item.dataset['right'] = right ? 'yes' : 'no';
        item.append(name, ` ${right ? '' : `as ${as[0]} `}${Math.round(share * 100)}\u00a0%`);
        return item;
      }));
      this.write('measured', describe(attributes));
    }
    if (stage === 'verdict' && round.outcome) {
      this.#list('[data-verdicts]', round.outcome.words.map(({ word, verdict }) => {
        const item = document.createElement('li');
        [item.textContent, item.dataset['verdict']] = [word, verdict];
        return item;
      }));
      this.write('decision', sayDecision(round));
    }
  }

  /** Marks where the chain stands: whose turn it was, and who still waits. Nothing is marked where it does not run. */
  mark(at: Stage | undefined): void {
    for (const card of this.#root.querySelectorAll<HTMLElement>('[data-stage]')) {
      const place = STAGES.indexOf(card.dataset['stage'] as Stage);
      card.toggleAttribute('data-now', at !== undefined && STAGES[place] === at);
      card.toggleAttribute('data-waits', at !== undefined && place > STAGES.indexOf(at));
    }
  }

  /** Shows which rounds there are. */
  rounds(count: number): void {
    for (let no = 1; no <= MOST_ROUNDS; no++) {
      const item = this.#root.querySelector<HTMLElement>(`[data-round="${no}"]`);
      item?.toggleAttribute('data-empty', no > count);
      const order = item?.querySelector('[data-order]');
      if (order) order.textContent = no > count ? `no round ${no}` : `round ${no}`;
    }
  }

  /** Writes the book. */
  book(entries: readonly Entry[]): void {
    this.#list('[data-book]', entries.map(({ round, who, said }) => {
      const row = document.createElement('tr');
      row.dataset['who'] = who;
      const [no, name, what] = [document.createElement('td'), document.createElement('th'), document.createElement('td')];
      name.scope = 'row';
      [no.textContent, name.textContent, what.textContent] = [String(round), WHO[who], said];
      row.append(no, name, what);
      return row;
    }));
  }

  /** Writes into an output. */
  write(name: string, text: string): void {
    const output = this.#root.querySelector(`[data-out="${name}"]`);
    if (output && output.textContent !== text) output.textContent = text;
  }

  #path(selector: string, d: string): void {
    this.#root.querySelector(selector)?.setAttribute('d', d);
  }

  #list(selector: string, items: readonly HTMLElement[]): void {
    this.#root.querySelector(selector)?.replaceChildren(...items);
  }
}
