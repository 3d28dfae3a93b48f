/** The chart and its table: brought up to date with the take, the prompt, and what was measured on this device. */
import type { Timing } from '../../inference/studio/clock.ts';
import { bandOf, lineOf, placesOf, yOf } from './plan/chart.ts';
import { nameOf, quartilesOf, STEPS, wordsOf, type Ask, type Quartiles } from './plan/ladder.ts';
import { sayShare, saySpread, sayTime, sayTimes } from './plan/say.ts';

/** What the page was sent of each prompt. */
export interface Known {
  asked: number;
  obeyed: number[];
  shares: Quartiles[];
}

export class Cost {
  readonly #root: HTMLElement;
  readonly #each: Readonly<Record<string, Known>>;
  readonly #write: (name: string, text: string) => void;
  #places = placesOf(STEPS);
  #own: readonly number[] = [];
  #steps = 0;
  #ask: Ask = '';

  constructor(root: HTMLElement, each: Readonly<Record<string, Known>>, write: (name: string, text: string) => void) {
    [this.#root, this.#each, this.#write] = [root, each, write];
  }

  /** Shows what is known of a prompt, and which rung is large. */
  show(ask: Ask, steps: number): void {
    [this.#ask, this.#steps] = [ask, steps];
    const known = this.#each[ask];
    if (!known) return;
    known.shares.forEach((share, i) => {
      this.#write(`shares-${i}`, saySpread(share));
      this.#write(`obey-${i}`, wordsOf(ask).length > 0 ? String(known.obeyed[i]) : '–');
    });
    this.#write('asked', nameOf(ask));
    for (const [i, row] of this.#root.querySelectorAll('[data-row]').entries()) row.toggleAttribute('data-current', STEPS[i] === steps);
    this.#draw();
  }

  /** Shows how the reader’s take fares on each rung. */
  own(shares: readonly number[]): void {
    this.#own = shares;
    shares.forEach((share, i) => this.#write(`own-${i}`, sayShare(share)));
    this.#draw();
  }

  /** Shows what was measured. */
  timed({ rows }: Timing): void {
    const times = rows.map(({ sampling }) => quartilesOf(sampling));
    times.forEach((time, i) => this.#write(`ms-${i}`, sayTimes(time)));
    this.#places = placesOf(times.map(({ median }) => median));
    for (const [i, label] of this.#root.querySelectorAll('[data-x]').entries()) label.textContent = sayTime(times[i]?.median ?? NaN);
    const axis = this.#root.querySelector('[data-axis]');
    if (axis) axis.textContent = `milliseconds to sample, ${STEPS[0]} to ${STEPS.at(-1)} steps`;
    this.#draw();
  }

  #draw(): void {
    const shares = this.#each[this.#ask]?.shares;
    if (!shares) return;
    const places = this.#places;
    this.#set('[data-band]', { d: bandOf(places, shares) });
    this.#set('[data-middle]', { d: lineOf(places, shares.map(({ median }) => median)) });
    this.#own.forEach((share, i) => this.#set(`[data-point="${i}"]`, { cx: String(places[i]), cy: String(yOf(share)) }));
    const here = STEPS.findIndex((steps) => steps === this.#steps);
    this.#set('[data-here]', { cx: String(places[here]), ...(this.#own[here] !== undefined && { cy: String(yOf(this.#own[here])) }) });
    places.forEach((place, i) => this.#set(`[data-x="${i}"]`, { x: String(place) }));
  }

  #set(selector: string, attributes: Readonly<Record<string, string>>): void {
    const element = this.#root.querySelector(selector);
    for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, value);
  }
}
