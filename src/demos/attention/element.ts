/** Where the words fall, alive: chips, weights and passes, and the two samples they lead to. */
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { Address } from '../base/address.ts';
import type { StateCodec } from '../base/codec.ts';
import { DemoElement } from '../base/demo-element.ts';
import type { Engine } from '../base/engine.ts';
import { sayIn } from '../base/status.ts';
import { openStudio } from '../base/studio.ts';
import type { Take } from '../base/take-away.ts';
import { aboutWord } from '../base/words.ts';
import { acrossAt } from './plan/shares.ts';
import { sayPasses, sayWeight } from './plan/say.ts';
import { codecOf, emptyState, MOST_TAKES, MOST_WORDS, STEPS, tidy, turn, turnOf, type AttentionState } from './state.ts';
import { Views } from './views.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

class Attention extends DemoElement {
  #words: readonly string[] = [];
  #codec: StateCodec<AttentionState> = codecOf([]);
  #start = emptyState;
  #state = emptyState;
  #address: Address<AttentionState> | undefined;
  #engine: Engine | undefined;
  #views: Views | undefined;
  #old: AbortController | undefined;

  protected bind(signal: AbortSignal): void {
    this.#words = (this.dataset['words'] ?? '').split(' ');
    this.#codec = codecOf(this.#words);
    this.#start = this.#codec.decode(this.dataset['start'] ?? '', emptyState);
    this.#address = new Address(this.#start, this.#codec, signal, (hash) => this.#set(this.#codec.decode(hash, this.#start), false));
    this.#state = this.#codec.decode(window.location.hash, this.#start);
    this.addEventListener('input', (event) => this.#input(event), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    const recolour = (): void => this.#views?.recolour();
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    signal.addEventListener('abort', () => (this.#views = undefined));
    for (const set of this.querySelectorAll('fieldset')) set.disabled = false;
    this.#print();
  }

  protected begin(engine: Engine, outer: AbortSignal): void {
    // After a failure everything is drawn by a new engine.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    const signal = AbortSignal.any([outer, old.signal]);
    this.#engine = engine;
    this.#views = new Views(this, engine, openStudio(signal), this.#words, this.#state, signal, {
      failed: (error) => this.fail(error),
      write: (name, text) => this.#write(name, text),
    });
    this.#views.visible = this.visible;
    this.#print();
  }

  protected show(visible: boolean): void {
    if (this.#views) this.#views.visible = visible;
  }

  #set(state: AttentionState, keeps = true): void {
    this.#state = state;
    this.#views?.show(state);
    this.#print();
    if (keeps) this.#address?.keep(state);
  }

  #print(): void {
    const { ask, word, seed, step } = this.#state;
    for (const chip of this.querySelectorAll<HTMLElement>('[data-word]')) chip.setAttribute('aria-pressed', String(ask.includes(chip.dataset['word'] ?? '')));
    for (const slot of this.querySelectorAll<HTMLElement>('[data-slot]')) {
      const own = ask[Number(slot.dataset['slot'])];
      slot.hidden = own === undefined;
      if (own === undefined) continue;
      const now = turnOf(this.#state, own);
      const name = slot.querySelector('[data-name]');
      if (name && name.textContent !== own) name.textContent = own;
      for (const control of ['weight', 'from', 'to'] as const) {
        const input = slot.querySelector<HTMLInputElement>(`[data-control="${control}"]`);
        // What is being typed is left as it is.
        if (input && Number(input.value) !== now[control] && !(input.type === 'number' && document.activeElement === input)) input.value = String(now[control]);
        if (control === 'weight') input?.setAttribute('aria-valuetext', sayWeight(now.weight));
      }
      const said = slot.querySelector('[data-said]');
      if (said) said.textContent = `${sayWeight(now.weight)} ${sayPasses(now)}`;
    }
    const values: Readonly<Record<string, string>> = { word, seed: String(seed), step: String(step) };
    for (const [name, value] of Object.entries(values)) {
      const input = this.querySelector<HTMLInputElement>(`[data-control="${name}"]`);
      if (input && input.value !== value && !(input.type === 'number' && document.activeElement === input)) input.value = value;
    }
    this.#write('step', `${step} of ${STEPS}`);
    this.#write('at', `at pass ${step}`);
    const here = this.querySelector('[data-here]');
    for (const end of ['x1', 'x2']) here?.setAttribute(end, String(acrossAt(step - 1, STEPS)));
    if (this.#views) this.#write('word', aboutWord(this.#views.word));
    const reset = this.querySelector<HTMLButtonElement>('[data-act="reset"]');
    if (reset) reset.disabled = this.#codec.same(this.#state, this.#start);
    const full = this.querySelector<HTMLAnchorElement>('[data-full]');
    if (full) full.hash = this.#codec.encode(this.#state, this.#start);
  }

  #write(name: string, text: string): void {
    const output = this.querySelector(`[data-out="${name}"]`);
    if (output && output.textContent !== text) output.textContent = text;
  }

  #input({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const { control } = target.dataset;
    const own = this.#state.ask[Number(target.closest<HTMLElement>('[data-slot]')?.dataset['slot'])];
    const value = target.valueAsNumber;
    if (control === 'word') this.#set({ ...this.#state, word: target.value });
    // As the address reads it: what is no seed changes nothing.
    else if (control === 'seed') this.#set(this.#codec.decode(`take=${target.value}`, this.#state));
    else if (control === 'step') this.#set({ ...this.#state, step: value });
    else if (control === 'weight' && own) this.#set(turn(this.#state, own, { weight: value }));
    else if ((control === 'from' || control === 'to') && own && Number.isInteger(value) && value >= 1 && value <= STEPS) this.#set(turn(this.#state, own, { [control]: value }));
  }

  #click({ target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act], [data-word]') : null;
    const [act, word] = [button?.dataset['act'], button?.dataset['word']];
    const { ask, seed } = this.#state;
    if (word) {
      if (!ask.includes(word) && ask.length >= MOST_WORDS) return sayIn(this, `No more than ${MOST_WORDS} words are heard at a time. Take one away first.`);
      sayIn(this, '');
      this.#set(tidy({ ...this.#state, ask: this.#words.filter((each) => (each === word ? !ask.includes(word) : ask.includes(each))) }));
    } else if (act === 'before') this.#set({ ...this.#state, seed: seed > 1 ? seed - 1 : MOST_TAKES });
    else if (act === 'next') this.#set({ ...this.#state, seed: (seed % MOST_TAKES) + 1 });
    else if (act === 'reset') {
      this.#set(this.#start);
      this.querySelector<HTMLElement>('[data-control="weight"]')?.focus();
    }
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    const word = this.#views?.drawn();
    if (!word || !this.#engine) return undefined;
    const { ask, seed } = this.#state;
    const said = ask.map((each) => `${each} ${sayWeight(turnOf(this.#state, each).weight)} ${sayPasses(turnOf(this.#state, each))}`);
    const reading = this.querySelector('[data-out="weighted"]')?.textContent ?? '';
    return { word, manifest: this.#engine.manifest, how: `from take ${seed}, ${said.length > 0 ? `asked for ${said.join('; ')}` : 'asked for nothing'}`, reading };
  }
}

customElements.define('lc-attention', Attention);
