/** Pace, alive: binds the controls the server sent to the state, and the state to what is drawn and, when asked, measured. */
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { Address } from '../base/address.ts';
import { DemoElement } from '../base/demo-element.ts';
import type { Engine } from '../base/engine.ts';
import { Journey } from '../base/journey.ts';
import { openStudio } from '../base/studio.ts';
import type { Take } from '../base/take-away.ts';
import { aboutWord } from '../base/words.ts';
import type { Band, Bands } from '../base/prior/obey.ts';
import type { Known } from './cost.ts';
import { GUIDANCE, nameOf, PROMPTS } from './plan/ladder.ts';
import { sayPlace, sayPush } from './plan/say.ts';
import { FRAMES, placeAfter, RATE } from './plan/strip.ts';
import { codec, emptyState, MOST_TAKES, type PaceState } from './state.ts';
import { Views } from './views.ts';

const still = window.matchMedia('(prefers-reduced-motion: reduce)');
const dark = window.matchMedia('(prefers-color-scheme: dark)');

class Pace extends DemoElement {
  #base: PaceState = emptyState;
  #state: PaceState = emptyState;
  #address: Address<PaceState> | undefined;
  #views: Views | undefined;
  #engine: Engine | undefined;
  #old: AbortController | undefined;
  #journey: Journey | undefined;
  #measuring: AbortController | undefined;

  protected bind(signal: AbortSignal): void {
    this.#base = this.#state = codec.decode(this.dataset['start'] ?? '', emptyState);
    if (this.dataset['part'] === 'all') {
      this.#address = new Address(this.#base, codec, signal, (hash) => this.#set(codec.decode(hash, this.#base), false));
      this.#state = codec.decode(window.location.hash, this.#base);
    }
    this.addEventListener('input', (event) => this.#input(event), { signal });
    this.addEventListener('click', (event) => void this.#click(event), { signal });
    const recolour = (): void => this.#views?.recolour();
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    still.addEventListener('change', () => this.#stop(), { signal });
    signal.addEventListener('abort', () => {
      this.#stop();
      this.#views = undefined;
    });
    for (const set of this.querySelectorAll<HTMLFieldSetElement | HTMLButtonElement>('fieldset, .pc-pick')) set.disabled = false;
    this.#print();
  }

  protected begin(engine: Engine, signal: AbortSignal): void {
    this.#engine = engine;
    // After a failure everything is drawn by a new engine and a new studio.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    const own = AbortSignal.any([signal, old.signal]);
    const { each, ends, strip, bands } = this.dataset;
    const known: Bands = new Map((JSON.parse(bands ?? '[]') as (Band & { word: string })[]).map(({ word, ...band }) => [word, band]));
    this.#views = new Views({
      root: this, engine, studio: openStudio(own), bands: known, signal: own, strip,
      each: each === undefined ? undefined : (JSON.parse(each) as Record<string, Known>),
      ends: ends?.split(',').map(Number),
      failed: (error) => this.fail(error),
      write: (name, text) => this.#write(name, text),
    }, this.#state);
    this.#views.stage.visible = this.visible;
    this.#print();
  }

  protected show(visible: boolean): void {
    if (this.#views) this.#views.stage.visible = visible;
    if (visible) this.#journey?.resume();
    else this.#journey?.pause();
  }

  #change(part: Partial<PaceState>, keep = true): void {
    this.#set({ ...this.#state, ...part }, keep);
  }

  #set(state: PaceState, keep = true): void {
    this.#state = state;
    this.#views?.show(state);
    this.#print();
    if (keep) this.#address?.keep(state);
  }

  /** Brings controls and readings up to date. */
  #print(): void {
    const { word, ask, seed, steps, t, push } = this.#state;
    for (const [name, value] of Object.entries({ word, seed: String(seed), t: String(t), push: String(push) })) {
      const input = this.querySelector<HTMLInputElement>(`[data-control="${name}"]`);
      // A number that is being typed is left alone.
      if (input && input.value !== value && !(name === 'seed' && input === document.activeElement && input.validity.badInput)) input.value = value;
    }
    for (const input of this.querySelectorAll<HTMLInputElement>('[data-control="ask"]')) input.checked = input.value === ask;
    for (const rung of this.querySelectorAll<HTMLElement>('[data-steps]')) {
      const current = Number(rung.dataset['steps']) === steps;
      rung.toggleAttribute('data-current', current);
      rung.querySelector('button')?.setAttribute('aria-pressed', String(current));
    }
    const [place, off] = [sayPlace(t, FRAMES), sayPush(push)];
    this.querySelector('[data-control="t"]')?.setAttribute('aria-valuetext', place);
    this.querySelector('[data-control="push"]')?.setAttribute('aria-valuetext', off);
    this.#write('place', place);
    this.#write('push', off);
    this.#write('rung', `${steps} ${steps === 1 ? 'step' : 'steps'}`);
    if (this.#views) this.#write('word', aboutWord(this.#views.word));
    const reset = this.querySelector<HTMLButtonElement>('[data-act="reset"]');
    if (reset) reset.disabled = codec.same(this.#state, this.#base);
    const full = this.querySelector<HTMLAnchorElement>('[data-full]');
    if (full) full.hash = codec.encode(this.#state, this.#base);
  }

  #write(name: string, text: string): void {
    const output = this.querySelector(`[data-out="${name}"]`);
    if (output && output.textContent !== text) output.textContent = text;
  }

  #input(event: Event): void {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const { control } = input.dataset;
    const value = input.valueAsNumber;
    if (control === 'word') this.#change({ word: input.value });
    else if (control === 'ask') this.#change({ ask: PROMPTS.find((ask) => ask === input.value) ?? '' });
    // An emptied field is a number on its way.
    else if (control === 'seed' && Number.isFinite(value)) this.#take(value);
    // A hand on the walk takes it over; a hand on the weight goes along with it.
    else if (control === 't') {
      this.#stop();
      this.#change({ t: value });
    } else if (control === 'push') this.#change({ push: value });
  }

  async #click(event: Event): Promise<void> {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : undefined;
    const act = target?.dataset['act'];
    const { seed } = this.#state;
    if (act === 'walk') {
      if (this.#journey) this.#stop();
      else this.#play();
    } else if (act === 'before' || act === 'next') this.#take(seed + (act === 'next' ? 1 : -1));
    else if (act === 'rung') this.#change({ steps: Number(target?.parentElement?.dataset['steps']) });
    else if (act === 'measure') await this.#measure();
    else if (act === 'reset') {
      this.#stop();
      this.#set(this.#base);
      this.querySelector<HTMLElement>('[data-control="word"]')?.focus();
    }
  }

  #take(seed: number): void {
    this.#change({ seed: Math.min(Math.max(Math.round(seed), 1), MOST_TAKES) });
  }

  /** Measures on this device, or stops measuring. */
  async #measure(): Promise<void> {
    if (this.#measuring) return this.#measuring.abort();
    const views = this.#views;
    if (!views || !this.#old) return;
    this.#stop();
    const own = (this.#measuring = new AbortController());
    const bar = this.querySelector<HTMLProgressElement>('[data-out="progress"]');
    this.#pressed('measure', true);
    this.#write('measured', 'Measuring.');
    try {
      const done = await views.measure(AbortSignal.any([own.signal, this.#old.signal]), (share) => bar && (bar.value = share));
      if (!done) this.#write('measured', 'Stopped. No time was taken.');
    } catch (error) {
      if (own.signal.aborted) this.#write('measured', 'Stopped. No time was taken.');
      else this.fail(error);
    } finally {
      this.#measuring = undefined;
      if (bar) bar.value = 0;
      this.#pressed('measure', false);
    }
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    const [views, word] = [this.#views, this.#views?.stage.drawn('word')];
    if (!views || !word || !this.#engine) return undefined;
    const { seed, ask, steps } = this.#state;
    const how = `in ${steps} ${steps === 1 ? 'step' : 'steps'} out of the noise of take ${seed}, asked for ${nameOf(ask)} at guidance ${GUIDANCE}`;
    const [reading, film] = [(this.querySelector('[data-out="reading"]')?.textContent ?? '').replace(/\.$/, ''), views.film()];
    return { word, manifest: this.#engine.manifest, how, reading, ...(film && { film }) };
  }

  /** Plays the walk there and back, live and on the strip. */
  #play(): void {
    if (!this.#views || still.matches) return;
    const from = this.#state.t;
    let shown = -1;
    this.#journey = new Journey((seconds) => {
      const frame = Math.floor(seconds * RATE);
      if (frame === shown) return;
      shown = frame;
      this.#change({ t: placeAfter(frame, from) }, false);
    });
    if (!this.visible) this.#journey.pause();
    this.#pressed('walk', true);
  }

  #stop(): void {
    if (!this.#journey) return;
    this.#journey.stop();
    this.#journey = undefined;
    this.#pressed('walk', false);
    this.#address?.keep(this.#state);
  }

  #pressed(act: string, running: boolean): void {
    const button = this.querySelector<HTMLElement>(`[data-act="${act}"]`);
    const { on = '', off = '' } = button?.dataset ?? {};
    if (button) button.textContent = running ? on : off;
  }
}

customElements.define('lc-pace', Pace);
