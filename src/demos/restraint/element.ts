/** Restraint, alive: binds the controls the server sent to the state, and the state to the wall. */
import { ATTRIBUTES, type Attributes } from '../../drawing/attributes.ts';
import { describe } from '../../drawing/describe.ts';
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { Address } from '../base/address.ts';
import { DemoElement } from '../base/demo-element.ts';
import type { Engine } from '../base/engine.ts';
import { Journey } from '../base/journey.ts';
import { deviationsOf, scalesOf, type Scale } from '../base/scales.ts';
import { sayIn } from '../base/status.ts';
import type { Take } from '../base/take-away.ts';
import { aboutWord } from '../base/words.ts';
import { barOf, CHOSEN, DOT, dotAt } from './plan/chart.ts';
import { breathe } from './plan/draws.ts';
import { percent, psiInWords, readingOf, spreadOf } from './plan/spread.ts';
import { nameOf, printShelf } from './shelf.ts';
import { chosen, codec, dealAgain, DRAWS, emptyState, keep, letGo, PLACES, type RestraintState } from './state.ts';
import { Wall } from './wall.ts';

const still = window.matchMedia('(prefers-reduced-motion: reduce)');
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const [WEIGHT, CONTRAST] = [ATTRIBUTES.indexOf('weight'), ATTRIBUTES.indexOf('contrast')];

class Restraint extends DemoElement {
  #start = emptyState;
  #state = emptyState;
  #address: Address<RestraintState> | undefined;
  #wall: Wall | undefined;
  #engine: Engine | undefined;
  #scales: Scale[] = [];
  #old: AbortController | undefined;
  #journey: Journey | undefined;
  #apart: number | undefined;
  /** All draws as last measured in full. */
  #measured: readonly Attributes[] = [];

  protected bind(signal: AbortSignal): void {
    this.#state = this.#start = codec.decode(this.dataset['start'] ?? '', emptyState);
    if (this.dataset['part'] === 'all') {
      this.#address = new Address(this.#start, codec, signal, (hash) => this.#set(codec.decode(hash, this.#start), false));
      this.#state = codec.decode(window.location.hash, this.#start);
    }
    this.addEventListener('input', (event) => this.#input(event), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    this.querySelector<HTMLElement>('.rs-wall')?.addEventListener('keydown', (event) => this.#key(event), { signal });
    const recolour = (): void => this.#wall?.recolour();
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    still.addEventListener('change', () => (still.matches ? this.#rest() : undefined), { signal });
    signal.addEventListener('abort', () => {
      this.#rest();
      this.#wall = undefined;
    });
    for (const control of this.querySelectorAll<HTMLFieldSetElement | HTMLInputElement>('fieldset, .rs-cell input')) control.disabled = false;
    this.#print();
  }

  protected begin(engine: Engine, outer: AbortSignal): void {
    this.#engine = engine;
    this.#scales = scalesOf(engine.styles);
    // After a failure everything is drawn by a new engine.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    this.#wall = new Wall(this, engine, this.#state, AbortSignal.any([outer, old.signal]), {
      failed: (error) => this.fail(error),
      apart: (share) => {
        this.#apart = share;
        this.#write('apart', share === undefined ? '–' : percent(share));
      },
      dot: (index, attributes) => this.#dot(index, attributes),
      busy: (done) => this.#write('busy', done === undefined ? '' : `measured ${done} of ${DRAWS}`),
      measured: (all) => this.#read(all),
    });
    this.#wall.visible = this.visible;
    this.#print();
  }

  protected show(visible: boolean): void {
    if (this.#wall) this.#wall.visible = visible;
    if (visible) this.#journey?.resume();
    else this.#journey?.pause();
  }

  #set(state: RestraintState, keeps = true): void {
    const before = this.#state;
    this.#state = state;
    this.#wall?.show(state);
    // Another of the same draws has been measured with the others.
    if (before.pick !== state.pick && before.seed === state.seed && before.psi === state.psi) this.#see();
    this.#print();
    if (keeps) this.#address?.keep(state);
  }

  /** Everything has been measured. */
  #read(all: readonly Attributes[]): void {
    this.#measured = all;
    all.forEach((attributes, i) => this.#dot(i, attributes));
    const spread = spreadOf(all, this.#scales);
    spread.each.forEach((value, k) => {
      this.querySelector(`[data-bar="${k}"]`)?.setAttribute('width', barOf(value));
      this.#write(`spread-${k}`, value?.toFixed(2) ?? '–');
    });
    this.#write('reading', readingOf(this.#wall?.word.text.slice(0, 1) ?? '', this.#apart, spread, all[0] ? describe(all[0]) : ''));
    this.#see();
  }

  /** Says what is seen of the chosen one. */
  #see(): void {
    const attributes = this.#measured[this.#state.pick];
    if (attributes) this.#write('seen', describe(attributes));
  }

  #dot(index: number, attributes: Attributes): void {
    const dot = this.querySelector(`[data-dot="${index}"]`);
    if (!dot) return;
    const row = deviationsOf(attributes, this.#scales);
    const at = dotAt(row[WEIGHT], row[CONTRAST]);
    dot.setAttribute('visibility', at ? 'visible' : 'hidden');
    if (!at) return;
    dot.setAttribute('cx', String(at.x));
    dot.setAttribute('cy', String(at.y));
  }

  /** Brings controls and labels up to date. */
  #print(): void {
    const { word, seed, psi, pick, kept } = this.#state;
    this.#value('word', word);
    this.#value('seed', String(seed));
    this.#value('psi', String(psi));
    this.querySelector('[data-control="psi"]')?.setAttribute('aria-valuetext', psiInWords(psi));
    this.#write('psi', `ψ = ${psi.toFixed(2)}`);
    for (const stop of this.querySelectorAll<HTMLElement>('[data-psi]')) {
      if (Number(stop.dataset['psi']) === psi) stop.setAttribute('aria-current', 'true');
      else stop.removeAttribute('aria-current');
    }
    this.#write('which', `no. ${pick + 1} of take ${seed}`);
    if (this.#wall) this.#write('word', aboutWord(this.#wall.word));
    this.querySelectorAll<HTMLElement>('.rs-cell').forEach((cell, i) => {
      const input = cell.querySelector('input');
      if (input && i === pick && !input.checked) input.checked = true;
      const on = kept.some((each) => each.seed === seed && each.pick === i);
      if (cell.hasAttribute('data-kept') === on) return;
      cell.toggleAttribute('data-kept', on);
      input?.setAttribute('aria-label', `Draw ${i + 1}${on ? ', kept' : ''}`);
    });
    this.#mark(pick);
    printShelf(this, this.#state);
    const reset = this.querySelector<HTMLButtonElement>('[data-act="reset"]');
    if (reset) reset.disabled = codec.same(this.#state, this.#start);
    const full = this.querySelector<HTMLAnchorElement>('[data-full]');
    if (full) full.hash = codec.encode(this.#state, this.#start);
  }

  /** The dot of the chosen one lies on top of the others. */
  #mark(pick: number): void {
    const dot = this.querySelector(`[data-dot="${pick}"]`);
    if (!dot || dot === dot.parentNode?.lastChild) return;
    for (const other of this.querySelectorAll('.rs-dot-chosen')) {
      other.classList.remove('rs-dot-chosen');
      other.setAttribute('r', String(DOT));
    }
    dot.classList.add('rs-dot-chosen');
    dot.setAttribute('r', String(CHOSEN));
    dot.parentNode?.append(dot);
  }

  #value(control: string, value: string): void {
    const input = this.querySelector<HTMLInputElement>(`[data-control="${control}"]`);
    // What is being typed is left as it is.
    if (input && input.value !== value && !(input.type === 'number' && document.activeElement === input)) input.value = value;
  }

  #write(name: string, text: string): void {
    const output = this.querySelector(`[data-out="${name}"]`);
    if (output && output.textContent !== text) output.textContent = text;
  }

  #input({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const { control } = target.dataset;
    if (control === undefined) return;
    this.#rest();
    if (control === 'word') this.#set({ ...this.#state, word: target.value });
    else if (control === 'psi') this.#set({ ...this.#state, psi: target.valueAsNumber });
    else if (control === 'pick') this.#set({ ...this.#state, pick: Number(target.value) });
    // As the address reads it: what is no seed changes nothing.
    else if (control === 'seed') this.#set(codec.decode(`seed=${target.value}`, this.#state));
  }

  /** Up and down go from row to row, however many columns there are room for. */
  #key(event: KeyboardEvent): void {
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const wall = event.currentTarget;
    if (!way || !(wall instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const tops = [...wall.querySelectorAll<HTMLElement>('.rs-cell')].map((cell) => cell.offsetTop);
    const pick = this.#state.pick + way * tops.filter((top) => top === tops[0]).length;
    const input = this.querySelector<HTMLInputElement>(`[data-control="pick"][value="${pick}"]`);
    if (!input) return;
    this.#rest();
    this.#set({ ...this.#state, pick });
    input.focus();
  }

  #click({ target }: Event): void {
    // The chosen one, chosen once more.
    if (target instanceof HTMLInputElement && target.dataset['control'] === 'pick' && Number(target.value) === this.#state.pick) return this.#keep();
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : undefined;
    const act = button?.dataset['act'];
    if (!button || act === undefined) return;
    const going = this.#journey !== undefined;
    this.#rest();
    const place = Number(button.closest<HTMLElement>('[data-place]')?.dataset['place']);
    if (act === 'walk') {
      if (!going) this.#setOut();
    } else if (act === 'hold') this.#set({ ...this.#state, psi: Number(button.dataset['psi']) });
    else if (act === 'deal') this.#set(dealAgain(this.#state));
    else if (act === 'keep') this.#keep();
    else if (act === 'take') this.#set({ ...this.#state, ...this.#state.kept[place] });
    else if (act === 'let') this.#let(place);
    else if (act === 'reset') {
      this.#set(this.#start);
      this.querySelector<HTMLElement>('[data-control="psi"]')?.focus();
    }
  }

  #keep(): void {
    if (!this.querySelector('.rs-shelf')) return;
    this.#rest();
    const after = keep(this.#state);
    if (after !== this.#state) {
      this.#set(after);
      sayIn(this, `Kept: ${nameOf(chosen(this.#state))}. The address holds the shelf.`);
    } else if (this.#state.kept.length >= PLACES) sayIn(this, 'The shelf is full. Let one go first; that is what makes it a choice.');
  }

  #let(place: number): void {
    this.#set(letGo(this.#state, place));
    // The place's button may be gone with it.
    const next = Math.min(place, this.#state.kept.length - 1);
    (this.querySelector<HTMLElement>(`[data-place="${next}"] [data-act="let"]`) ?? this.querySelector<HTMLElement>('[data-act="keep"]'))?.focus();
    sayIn(this, 'Let go.');
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    const [wall, word] = [this.#wall, this.#wall?.drawn('word')];
    if (!wall || !word || !this.#engine) return undefined;
    const { pick, seed, psi } = this.#state;
    const reading = this.querySelector('[data-out="seen"]')?.textContent ?? '';
    return { word, manifest: this.#engine.manifest, how: `as draw ${pick + 1} of seed ${seed}, held back to ${psi.toFixed(2)} of the way from its mean`, reading, film: wall.film() };
  }

  #setOut(): void {
    if (!this.#wall || still.matches) return;
    const from = this.#state.psi;
    this.#journey = new Journey((seconds) => {
      const psi = breathe(from, seconds);
      if (psi !== this.#state.psi) this.#set({ ...this.#state, psi });
    });
    if (!this.visible) this.#journey.pause();
    this.#pressed(true);
  }

  /** Ends what moves by itself. */
  #rest(): void {
    if (!this.#journey) return;
    this.#journey.stop();
    this.#journey = undefined;
    this.#pressed(false);
  }

  #pressed(going: boolean): void {
    const button = this.querySelector<HTMLElement>('[data-act="walk"]');
    if (!button) return;
    button.dataset['walking'] = String(going);
    const { on = '', off = '' } = button.dataset;
    button.textContent = going ? on : off;
  }
}

customElements.define('lc-restraint', Restraint);
