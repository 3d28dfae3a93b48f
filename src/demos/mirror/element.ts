/** The mirror, alive: binds the controls the server sent to the state, and the state to two models, the second of which the reader chooses. */
import { describe } from '../../drawing/describe.ts';
import { ModelError } from '../../inference/errors.ts';
import { recordOf, SIBLINGS, type MirrorRecord, type SiblingId } from '../../models/mirrors/record.ts';
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { Address } from '../base/address.ts';
import type { StateCodec } from '../base/codec.ts';
import { DemoElement } from '../base/demo-element.ts';
import { EngineAccess, type Engine } from '../base/engine.ts';
import { cellOf, type Grid } from '../base/map.ts';
import { scalesOf, type Scale } from '../base/scales.ts';
import { sayIn } from '../base/status.ts';
import { Surface } from '../base/surface.ts';
import type { Take } from '../base/take-away.ts';
import { aboutWord } from '../base/words.ts';
import { Pair } from './pair.ts';
import { differenceIn, likenessIn, NAMES } from './plan/says.ts';
import { marksOf } from './plan/sheet.ts';
import { recordUrl, siblingUrls } from './siblings.ts';
import { codecOf, drawAgain, emptyState, type MirrorState } from './state.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
/** A loading line that is gone at once is a flicker, not news. */
const PATIENCE = 400;

/** The model beside the first, and the way to give it back. */
interface Own {
  id: SiblingId;
  engine: Engine;
  access: EngineAccess | undefined;
}

class Mirror extends DemoElement {
  #grid: Grid = { columns: 1, rows: 1 };
  #codec: StateCodec<MirrorState> = codecOf(this.#grid);
  #base = emptyState;
  #state = emptyState;
  #surface: Surface | undefined;
  #address: Address<MirrorState> | undefined;
  #pair: Pair | undefined;
  #whole: Engine | undefined;
  #own: Own | undefined;
  #record: MirrorRecord | undefined;
  #scales: Scale[] = [];
  #old: AbortController | undefined;
  /** Of the models that were asked for, only the last is wanted. */
  #turn = 0;

  constructor() {
    super(siblingUrls.whole);
  }

  protected bind(signal: AbortSignal): void {
    const [columns = 1, rows = 1] = (this.dataset['grid'] ?? '').split(',').map(Number);
    this.#grid = { columns, rows };
    this.#codec = codecOf(this.#grid);
    this.#base = this.#codec.decode(this.dataset['start'] ?? '', emptyState);
    this.#address = new Address(this.#base, this.#codec, signal, (hash) => this.#set(this.#codec.decode(hash, this.#base), false));
    this.#state = this.#codec.decode(window.location.hash, this.#base);
    const map = this.querySelector<HTMLElement>('.demo-map');
    if (map) this.#surface = new Surface(map, this.#grid, signal, (_, at) => this.#set({ ...this.#state, at }));
    this.addEventListener('input', (event) => this.#input(event), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    const recolour = (): void => this.#pair?.recolour();
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    signal.addEventListener('abort', () => {
      this.#turn++;
      this.#own?.access?.close();
      this.#own = this.#pair = undefined;
    });
    for (const set of this.querySelectorAll('fieldset')) set.disabled = false;
    this.#print();
  }

  protected begin(engine: Engine, outer: AbortSignal): void {
    this.#whole = engine;
    this.#scales = scalesOf(engine.styles);
    // After a failure everything is drawn by a new engine.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    this.#pair = new Pair(this, engine, this.#grid, this.#state, AbortSignal.any([outer, old.signal]), {
      failed: (error) => this.fail(error),
      ownFailed: (error) => this.#missing(error, this.#state.saw),
      measured: (whole, own) => {
        this.#write('seen-whole', describe(whole));
        this.#write('seen-own', describe(own));
        this.#write('difference', this.#own?.id === 'whole' ? 'One model, twice. Choose a collection that lacks something.' : differenceIn(whole, own, this.#scales));
        if (this.#record && this.#own) this.#write('likeness', likenessIn(this.#record, this.#own.id, cellOf(this.#state.at, this.#grid), !this.#inMiddle));
      },
    });
    this.#pair.visible = this.visible;
    this.#print();
    void this.#take();
  }

  protected show(visible: boolean): void {
    if (this.#pair) this.#pair.visible = visible;
  }

  /** Whether the hand is on a style, and not between some. */
  get #inMiddle(): boolean {
    const { u, v } = this.#state.at;
    return [u, v].every((place) => Math.abs(place - Math.round(place)) < 0.05);
  }

  /** Fetches the model that is chosen, and what was measured of it; until it is there, the last one stays. */
  async #take(): Promise<void> {
    const whole = this.#whole;
    if (!whole) return;
    const id = this.#state.saw;
    const turn = ++this.#turn;
    const access = id === 'whole' ? undefined : new EngineAccess(siblingUrls[id]);
    this.dataset['fetching'] = id;
    const late = window.setTimeout(() => sayIn(this, `Loading the model that saw ${NAMES[id].said}, ${this.#size(id)}.`), PATIENCE);
    try {
      const [engine, record] = await Promise.all([access ? access.open() : whole, this.#measured()]);
      if (turn !== this.#turn) return access?.close();
      const before = this.#own;
      [this.#own, this.#record] = [{ id, engine, access }, record];
      this.#pair?.beside(engine);
      // Only now: nothing of the last one is asked for any more.
      before?.access?.close();
      delete this.dataset['fetching'];
      sayIn(this, '');
      this.#label(id);
    } catch (error) {
      access?.close();
      if (turn === this.#turn) this.#missing(error, id);
    } finally {
      window.clearTimeout(late);
    }
  }

  /** The model that was chosen is not there: the line says so, and what was drawn last stays. */
  #missing(error: unknown, id: SiblingId): void {
    delete this.dataset['fetching'];
    this.dataset['missing'] = id;
    const why = error instanceof ModelError ? error.message : 'What was measured of the models could not be loaded.';
    sayIn(this, `${why} The second word is still that of ${NAMES[this.#own?.id ?? this.#base.saw].said}.`, { label: 'try again', act: () => void this.#take() });
  }

  async #measured(): Promise<MirrorRecord> {
    if (this.#record) return this.#record;
    const response = await fetch(recordUrl);
    if (!response.ok) throw new Error(`${response.status}`);
    return recordOf(await response.json(), this.#grid.columns * this.#grid.rows);
  }

  #size(id: SiblingId): string {
    return this.querySelector<HTMLElement>(`[data-control="saw"][value="${id}"]`)?.dataset['size'] ?? '';
  }

  /** Everything on the page that speaks of the second model. */
  #label(id: SiblingId): void {
    delete this.dataset['missing'];
    this.dataset['own'] = id;
    for (const name of this.querySelectorAll('[data-own-name]')) name.textContent = NAMES[id].said;
    const sheet = this.querySelector<HTMLImageElement>('.demo-sheet');
    if (sheet) {
      const address = sheet.src.replace(/[a-z]+\.svg$/, `${id}.svg`);
      if (sheet.src !== address) [sheet.src, sheet.alt] = [address, sheet.alt.replace(/by the model that saw .*$/, `by the model that saw ${NAMES[id].said}.`)];
    }
    if (!this.#record) return;
    const { corners, gone, rest } = marksOf(this.#record, id, this.#grid);
    this.querySelector('[data-corners]')?.setAttribute('d', corners);
    for (const [name, dots] of [['gone', gone], ['rest', rest]] as const) {
      this.querySelectorAll(`[data-dots="${name}"]`).forEach((path, i) => path.setAttribute('d', dots[i] ?? ''));
    }
    for (const row of this.querySelectorAll<HTMLElement>('[data-row]')) row.toggleAttribute('data-chosen', row.dataset['row'] === id);
  }

  #set(state: MirrorState, keeps = true): void {
    const before = this.#state;
    this.#state = state;
    this.#pair?.show(state);
    if (before.saw !== state.saw) void this.#take();
    this.#print();
    if (keeps) this.#address?.keep(state);
  }

  /** Brings controls and marks up to date. */
  #print(): void {
    const { saw, word, at, seed } = this.#state;
    this.#surface?.place('at', at);
    for (const id of SIBLINGS) {
      const input = this.querySelector<HTMLInputElement>(`[data-control="saw"][value="${id}"]`);
      if (input) input.checked = id === saw;
    }
    const input = this.querySelector<HTMLInputElement>('[data-control="word"]');
    if (input && input.value !== word) input.value = word;
    this.#write('seed', `take ${seed}`);
    if (this.#pair) this.#write('word', aboutWord(this.#pair.word));
    const reset = this.querySelector<HTMLButtonElement>('[data-act="reset"]');
    if (reset) reset.disabled = this.#codec.same(this.#state, this.#base);
  }

  #write(name: string, text: string): void {
    const output = this.querySelector(`[data-out="${name}"]`);
    if (output && output.textContent !== text) output.textContent = text;
  }

  #input({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const saw = SIBLINGS.find((id) => id === target.value);
    if (target.dataset['control'] === 'word') this.#set({ ...this.#state, word: target.value });
    else if (target.dataset['control'] === 'saw' && saw) this.#set({ ...this.#state, saw });
  }

  #click({ target }: Event): void {
    const act = target instanceof Element ? target.closest<HTMLElement>('[data-act]')?.dataset['act'] : undefined;
    if (act === 'deal') this.#set(drawAgain(this.#state));
    else if (act === 'reset') {
      this.#set(this.#base);
      this.querySelector<HTMLElement>('[data-control="saw"]:checked')?.focus();
    }
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    const word = this.#pair?.drawn('own-word');
    if (!word || !this.#own) return undefined;
    const { u, v } = this.#state.at;
    const how = `at column ${(u + 1).toFixed(1)}, row ${(v + 1).toFixed(1)} of its map, having seen ${NAMES[this.#own.id].said}`;
    return { word, manifest: this.#own.engine.manifest, how, reading: this.querySelector('[data-out="seen-own"]')?.textContent ?? '' };
  }
}

customElements.define('lc-mirror', Mirror);
