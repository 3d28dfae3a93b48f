/** The patches, alive: binds the controls the server sent to the state, and the state to the model with patches laid on. */
import { describe } from '../../drawing/describe.ts';
import { ModelError } from '../../inference/errors.ts';
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { Address } from '../base/address.ts';
import { DemoElement } from '../base/demo-element.ts';
import type { Engine } from '../base/engine.ts';
import { measureStyle } from '../base/reading.ts';
import { Stage } from '../base/stage.ts';
import type { Take } from '../base/take-away.ts';
import { aboutWord, readWord, type Word } from '../base/words.ts';
import { loadRecord, patchableUrls } from './files.ts';
import { CHART, curveOf, pointAt } from './plan/curve.ts';
import { likenessAt, PLACES, voiceIn, VOICES, type PatchRecord } from './plan/record.ts';
import { CELLS, rowsOf, wordOf } from './plan/rows.ts';
import { likenessSays, percent, strangersSay, times, VOICE_NAMES } from './plan/says.ts';
import { ask, codec, emptyState, lay, strengthsOf, type PatchState } from './state.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
/** Nothing is measured until nothing has changed for so many milliseconds. */
const REST = 180;
const KINDS = ['shown', 'other'] as const;

class Patches extends DemoElement {
  #base = emptyState;
  #state = emptyState;
  #address: Address<PatchState> | undefined;
  #engine: Engine | undefined;
  #stage: Stage | undefined;
  #record: PatchRecord | undefined;
  #rows = new Map<string, Word>();
  #word: Word | undefined;
  #old: AbortController | undefined;
  #rest = 0;

  constructor() {
    super(patchableUrls);
  }

  protected bind(signal: AbortSignal): void {
    this.#base = codec.decode(this.dataset['start'] ?? '', emptyState);
    this.#address = new Address(this.#base, codec, signal, (hash) => this.#set(codec.decode(hash, this.#base), false));
    this.#state = codec.decode(window.location.hash, this.#base);
    this.addEventListener('input', (event) => this.#input(event), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    const recolour = (): void => this.#stage?.recolour();
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    signal.addEventListener('abort', () => {
      window.clearTimeout(this.#rest);
      this.#stage = this.#engine = undefined;
    });
    for (const set of this.querySelectorAll('fieldset')) set.disabled = false;
    this.#print();
  }

  protected begin(engine: Engine, outer: AbortSignal): void {
    // After a failure everything is drawn by a new engine.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    void this.#open(engine, AbortSignal.any([outer, old.signal]));
  }

  protected show(visible: boolean): void {
    if (this.#stage) this.#stage.visible = visible;
  }

  async #open(engine: Engine, signal: AbortSignal): Promise<void> {
    try {
      this.#record ??= await loadRecord();
    } catch {
      return this.fail(new ModelError('network', 'What was measured of the patches could not be loaded.'));
    }
    if (signal.aborted) return;
    const { glyphs } = engine.manifest;
    this.#engine = engine;
    this.#rows = new Map(rowsOf(this.#record.shown, this.#record.others).map(({ name, letters }) => [name, wordOf(letters, glyphs)]));
    const stage: Stage = new Stage(this, engine, {
      signal,
      failed: (error) => this.fail(error),
      shown: () => this.#draw(),
      // Letters of a row stand in cells, whatever their advances are.
      paint: (name, canvas) => {
        const word = name.includes('-') ? stage.drawn(name) : undefined;
        if (word) canvas.paintWord({ ...word, advances: CELLS });
        return word !== undefined;
      },
    });
    this.#stage = stage;
    stage.visible = this.visible;
    if (!stage.visible) return this.#print();
    this.#draw();
    this.#print();
  }

  /** Draws every box, or only those that patches change. */
  #draw(patchedOnly = false): void {
    const [stage, engine, record] = [this.#stage, this.#engine, this.#record];
    if (!stage || !engine || !record) return;
    this.#word = readWord(this.#state.word, engine.manifest.glyphs);
    const strengths = strengthsOf(this.#state);
    for (const name of stage.names) {
      const [kind, row] = name.split('-', 2);
      if (patchedOnly && kind === 'plain') continue;
      const word = row === undefined ? this.#word : this.#rows.get(row);
      if (word) void stage.draw(name, word, this.#code, kind === 'plain' ? undefined : strengths);
    }
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => void this.#measure(), REST);
  }

  get #code(): readonly number[] {
    return this.#record ? voiceIn(this.#record, this.#state.voice).code : [];
  }

  async #measure(): Promise<void> {
    const [stage, engine] = [this.#stage, this.#engine];
    const { signal } = this.#old ?? {};
    if (!stage?.visible || !engine || !signal) return;
    try {
      for (const kind of ['plain', 'patched'] as const) {
        const seen = await measureStyle(engine, this.#code, `${stage.id}/${kind}-reading`, signal, kind === 'plain' ? undefined : strengthsOf(this.#state));
        if (seen && stage === this.#stage) this.#write(`seen-${kind}`, describe(seen));
      }
    } catch (error) {
      this.fail(error);
    }
  }

  #set(state: PatchState, keeps = true): void {
    const before = this.#state;
    this.#state = state;
    this.#draw(before.voice === state.voice && before.word === state.word);
    this.#print();
    if (keeps) this.#address?.keep(state);
  }

  /** Brings controls, curves and what is said up to date. */
  #print(): void {
    const { voice, place, strengths, word } = this.#state;
    for (const [control, value] of [['voice', voice], ['place', place]] as const) {
      const input = this.querySelector<HTMLInputElement>(`[data-control="${control}"][value="${value}"]`);
      if (input) input.checked = true;
    }
    for (const [i, id] of VOICES.entries()) {
      const [slider, output] = [this.querySelector<HTMLInputElement>(`[data-control="strength"][data-voice="${id}"]`), this.querySelector(`[data-strength="${id}"]`)];
      const strength = strengths[i] ?? 0;
      if (slider && Number(slider.value) !== strength) slider.value = String(strength);
      slider?.setAttribute('aria-valuetext', times(strength));
      if (output) output.textContent = times(strength);
    }
    const input = this.querySelector<HTMLInputElement>('[data-control="word"]');
    if (input && input.value !== word) input.value = word;
    if (this.#word) this.#write('word', aboutWord(this.#word));
    const reset = this.querySelector<HTMLButtonElement>('[data-act="reset"]');
    if (reset) reset.disabled = codec.same(this.#state, this.#base);
    for (const table of this.querySelectorAll<HTMLElement>('[data-ranks]')) table.hidden = table.dataset['ranks'] !== `${voice}-${place}`;
    for (const row of this.querySelectorAll<HTMLElement>('[data-bytes]')) row.hidden = row.dataset['bytes'] !== place;
    if (this.#record) this.#chart(this.#record);
  }

  #chart(record: PatchRecord): void {
    const { voice, place, strengths } = this.#state;
    const { plain, letters } = voiceIn(record, voice);
    const now = likenessAt(record, voice, place, strengths);
    this.#write('likeness', likenessSays(voice, now, plain));
    this.#write('strangers', strangersSay(this.#word?.text ?? '', record.shown));
    for (const path of this.querySelectorAll<SVGPathElement>('[data-letter]')) {
      const d = letters[path.dataset['letter'] ?? ''] ?? '';
      if (path.getAttribute('d') !== d) path.setAttribute('d', d);
    }
    for (const [kind, name] of KINDS.entries()) {
      this.querySelector(`[data-curve="${name}"]`)?.setAttribute('d', curveOf(record, voice, place, kind as 0 | 1));
      const dot = this.querySelector(`[data-dot="${name}"]`);
      const label = this.querySelector(`[data-now="${name}"]`);
      dot?.setAttribute('visibility', now ? 'visible' : 'hidden');
      if (label) label.textContent = now ? percent(now[kind]!) : 'not measured';
      if (!dot || !now) continue;
      const { x, y } = pointAt(strengths[VOICES.indexOf(voice)] ?? 0, now[kind]!, record);
      dot.setAttribute('x', `${x / CHART.width * 100}%`);
      dot.setAttribute('y', `${y / CHART.height * 100}%`);
    }
  }

  #write(name: string, text: string): void {
    const output = this.querySelector(`[data-out="${name}"]`);
    if (output && output.textContent !== text) output.textContent = text;
  }

  #input({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const { control, voice: of } = target.dataset;
    const voice = VOICES.find((id) => id === (control === 'strength' ? of : target.value));
    const place = PLACES.find((id) => id === target.value);
    if (control === 'word') this.#set({ ...this.#state, word: target.value });
    else if (control === 'voice' && voice) this.#set(ask(this.#state, voice));
    else if (control === 'strength' && voice) this.#set(lay(this.#state, voice, Number(target.value)));
    else if (control === 'place' && place) this.#set({ ...this.#state, place });
  }

  #click({ target }: Event): void {
    const act = target instanceof Element ? target.closest<HTMLElement>('[data-act]')?.dataset['act'] : undefined;
    if (act !== 'reset') return;
    this.#set(this.#base);
    this.querySelector<HTMLElement>('[data-control="voice"]:checked')?.focus();
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    const [word, engine] = [this.#stage?.drawn('patched'), this.#engine];
    if (!word || !engine) return undefined;
    const { place, strengths } = this.#state;
    const on = VOICES.flatMap((id, i) => (strengths[i] ? [`${VOICE_NAMES[id]} ${times(strengths[i])}`] : []));
    const how = on.length > 0 ? `with low-rank patches laid on its ${place === 'trunk' ? 'trunk' : 'first picture'}: ${on.join(', ')}` : 'without a patch';
    return { word, manifest: engine.manifest, how, reading: this.querySelector('[data-out="seen-patched"]')?.textContent ?? '' };
  }
}

customElements.define('lc-patches', Patches);
