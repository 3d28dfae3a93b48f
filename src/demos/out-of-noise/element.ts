/** Out of noise, alive: binds the controls the server sent to the state, and the state to what is drawn. */
import type { AttributeName } from '../../drawing/attributes.ts';
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { Address } from '../base/address.ts';
import type { StateCodec } from '../base/codec.ts';
import { DemoElement } from '../base/demo-element.ts';
import type { Engine } from '../base/engine.ts';
import { Journey } from '../base/journey.ts';
import { openStudio } from '../base/studio.ts';
import type { Take } from '../base/take-away.ts';
import { aboutWord } from '../base/words.ts';
import type { Band, Bands } from '../base/prior/obey.ts';
import { sayGuidance, sayPass } from './plan/say.ts';
import { sayAsk, MOST_TAKES } from '../base/prior/brief.ts';
import { codecOf, emptyState, type NoiseState } from './state.ts';
import { Views } from './views.ts';

const still = window.matchMedia('(prefers-reduced-motion: reduce)');
const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** Seconds that all passes take when they are watched. */
const WATCH = 5;

class OutOfNoise extends DemoElement {
  #words: readonly string[] = [];
  #codec: StateCodec<NoiseState> = codecOf([]);
  #base: NoiseState = emptyState;
  #state: NoiseState = emptyState;
  /** What the controls show. */
  #printed: NoiseState | undefined;
  #address: Address<NoiseState> | undefined;
  #views: Views | undefined;
  #engine: Engine | undefined;
  #old: AbortController | undefined;
  /** The passes, being watched. */
  #journey: Journey | undefined;

  protected bind(signal: AbortSignal): void {
    this.#words = (this.dataset['words'] ?? '').split(' ');
    this.#codec = codecOf(this.#words);
    this.#base = this.#state = this.#codec.decode(this.dataset['start'] ?? '', emptyState);
    if (this.dataset['part'] === 'all') {
      this.#address = new Address(this.#base, this.#codec, signal, (hash) => this.#set(this.#codec.decode(hash, this.#base), false));
      this.#state = this.#codec.decode(window.location.hash, this.#base);
    }
    this.addEventListener('input', (event) => this.#input(event), { signal });
    this.addEventListener('click', (event) => void this.#click(event), { signal });
    this.addEventListener('keydown', (event) => this.#key(event), { signal });
    const recolour = (): void => this.#views?.stage.recolour();
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    still.addEventListener('change', () => this.#stop(), { signal });
    signal.addEventListener('abort', () => {
      this.#stop();
      this.#views = undefined;
    });
    for (const set of this.querySelectorAll<HTMLFieldSetElement | HTMLButtonElement>('fieldset, .on-pick')) set.disabled = false;
    this.#print();
  }

  protected begin(engine: Engine, signal: AbortSignal): void {
    this.#engine = engine;
    // After a failure everything is drawn by a new engine and a new studio.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    const own = AbortSignal.any([signal, old.signal]);
    this.#views = new Views(this, engine, openStudio(own), this.#bands(), this.#base, this.#state, own, {
      failed: (error) => this.fail(error),
      judged: (each) => this.querySelectorAll<HTMLElement>('[data-word]').forEach((chip) => (chip.dataset['verdict'] = each.get(chip.dataset['word'] ?? '') ?? '')),
      write: (name, text) => this.#write(name, text),
    });
    this.#views.stage.visible = this.visible;
    this.#print();
  }

  protected show(visible: boolean): void {
    if (this.#views) this.#views.stage.visible = visible;
    if (visible) this.#journey?.resume();
    else this.#journey?.pause();
  }

  /** What the words mean, as it stands on their buttons. */
  #bands(): Bands {
    return new Map([...this.querySelectorAll<HTMLElement>('[data-word][data-attribute]')].map(({ dataset: { word = '', attribute, least, most } }): [string, Band] => [
      word, { attribute: attribute as AttributeName, least: least === undefined ? undefined : Number(least), most: most === undefined ? undefined : Number(most) },
    ]));
  }

  #change(part: Partial<NoiseState>, keep = true): void {
    this.#set({ ...this.#state, ...part }, keep);
  }

  #set(state: NoiseState, keep = true): void {
    this.#state = state;
    this.#views?.show(state);
    this.#print();
    if (keep) this.#address?.keep(state);
  }

  /** Brings controls and readings up to date. */
  #print(): void {
    const { word, ask, seed, steps, guidance, t } = this.#state;
    for (const [name, value] of Object.entries({ word, seed: String(seed), steps: String(steps), guidance: String(guidance), t: String(t) })) {
      const input = this.querySelector<HTMLInputElement>(`[data-control="${name}"]`);
      // A number that is being typed is left alone.
      if (input && input.value !== value && !(name === 'seed' && input === document.activeElement && input.validity.badInput)) input.value = value;
    }
    const before = this.#printed;
    this.#printed = this.#state;
    if (before?.ask !== ask) for (const chip of this.querySelectorAll<HTMLElement>('[data-word]')) chip.setAttribute('aria-pressed', String(ask.includes(chip.dataset['word'] ?? '')));
    for (const name of ['guidance', 'seed'] as const) {
      if (before?.[name] === this.#state[name]) continue;
      for (const box of this.querySelectorAll<HTMLElement>(`[data-${name}]`)) box.toggleAttribute('data-current', Number(box.dataset[name]) === this.#state[name]);
    }
    const pass = sayPass(t, steps);
    this.querySelector('[data-control="t"]')?.setAttribute('aria-valuetext', pass);
    this.querySelector('[data-control="guidance"]')?.setAttribute('aria-valuetext', sayGuidance(guidance));
    this.#write('pass', pass);
    this.#write('guidance', sayGuidance(guidance));
    this.#write('steps', String(steps));
    if (this.#views) this.#write('word', aboutWord(this.#views.word));
    const reset = this.querySelector<HTMLButtonElement>('[data-act="reset"]');
    if (reset) reset.disabled = this.#codec.same(this.#state, this.#base);
    const full = this.querySelector<HTMLAnchorElement>('[data-full]');
    if (full) full.hash = this.#codec.encode(this.#state, this.#base);
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
    if (control === undefined) return;
    this.#stop();
    if (control === 'word') this.#change({ word: input.value });
    // An emptied field is a number on its way.
    else if (control === 'seed' && Number.isFinite(value)) this.#take(value);
    else if (control === 'steps' || control === 'guidance' || control === 't') this.#change({ [control]: value });
  }

  /** Arrows go from pass to pass; with Shift a tenth of that. */
  #key(event: KeyboardEvent): void {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.dataset['control'] !== 't') return;
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    this.#stop();
    const { t, steps } = this.#state;
    const step = (event.shiftKey ? 0.1 : 1) * way;
    const at = t * steps + step;
    this.#change({ t: Math.min(Math.max((event.shiftKey ? at : Math.round(at)) / steps, 0), 1) });
  }

  async #click(event: Event): Promise<void> {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act], [data-word]') : undefined;
    if (!target) return;
    const { act, word } = target.dataset;
    const { ask, seed, t } = this.#state;
    const box = target.parentElement;
    if (act === 'walk') {
      if (this.#journey) this.#stop();
      else this.#watch(t < 1 ? t : 0);
      return;
    }
    if (act !== 'run') this.#stop();
    if (word !== undefined) this.#change({ ask: this.#words.filter((each) => (each === word ? !ask.includes(word) : ask.includes(each))) });
    else if (act === 'before' || act === 'next') this.#take(seed + (act === 'next' ? 1 : -1));
    else if (act === 'frame') this.#change({ t: Number(box?.dataset['at']) });
    else if (act === 'guidance') this.#change({ guidance: Number(box?.dataset['guidance']) });
    else if (act === 'take') this.#take(Number(box?.dataset['seed']));
    else if (act === 'run') await this.#count();
    else if (act === 'reset') {
      this.#set(this.#base);
      this.querySelector<HTMLElement>('[data-control="word"]')?.focus();
    }
  }

  async #count(): Promise<void> {
    const views = this.#views;
    try {
      await views?.count.toggle(this.#state, () => views.word);
      views?.count.compare(this.#state);
    } catch (error) {
      this.fail(error);
    }
  }

  #take(seed: number): void {
    this.#change({ seed: Math.min(Math.max(Math.round(seed), 1), MOST_TAKES) });
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    const [views, word] = [this.#views, this.#views?.stage.drawn('word')];
    if (!views || !word || !this.#engine) return undefined;
    const { seed, ask, guidance, t, steps } = this.#state;
    const how = `out of the noise of take ${seed}, asked for ${sayAsk(ask)} at guidance ${guidance}, ${sayPass(t, steps)}`;
    const [reading, film] = [this.querySelector('[data-out="reading"]')?.textContent ?? '', views.film()];
    return { word, manifest: this.#engine.manifest, how, reading, ...(film && { film }) };
  }

  /** Watches the passes from a share of the way to the end. */
  #watch(from: number): void {
    if (!this.#views || still.matches) return;
    this.#journey = new Journey((seconds) => {
      const t = Math.min(from + seconds / WATCH, 1);
      this.#change({ t }, false);
      if (t === 1) this.#stop();
    });
    if (!this.visible) this.#journey.pause();
    this.#pressed(true);
  }

  #stop(): void {
    if (!this.#journey) return;
    this.#journey.stop();
    this.#journey = undefined;
    this.#pressed(false);
    this.#address?.keep(this.#state);
  }

  #pressed(watching: boolean): void {
    const button = this.querySelector<HTMLElement>('[data-act="walk"]');
    const { on = '', off = '' } = button?.dataset ?? {};
    if (button) button.textContent = watching ? on : off;
  }
}

customElements.define('lc-out-of-noise', OutOfNoise);
