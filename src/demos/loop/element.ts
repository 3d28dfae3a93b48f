/** The loop, alive: picks, what is asked of them, and the record of both. */
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { Address } from '../base/address.ts';
import { DemoElement } from '../base/demo-element.ts';
import type { Engine } from '../base/engine.ts';
import { sayIn } from '../base/status.ts';
import { save } from '../base/save.ts';
import { fileName, type Take } from '../base/take-away.ts';
import { aboutWord } from '../base/words.ts';
import { readLineage, writeLineage, LARGEST, type Drawer } from './plan/provenance.ts';
import { sigma } from './plan/say.ts';
import { printSheet, printTree } from './print.ts';
import { codec, cross, emptyState, fitsAddress, goTo, grow, MOST_SHEETS, nameOf, pick, PROPOSALS, ways, withdraw, type LoopState, type Ref } from './state.ts';
import { lookedAt, Table } from './table.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

class Loop extends DemoElement {
  #start = emptyState;
  #state = emptyState;
  #address: Address<LoopState> | undefined;
  #engine: Engine | undefined;
  #table: Table | undefined;
  #old: AbortController | undefined;
  /** Numbers in a code, once that is known. */
  #size = 0;
  /** Whether the reader has been told that the tree has outgrown its address. */
  #outgrown = false;

  protected bind(signal: AbortSignal): void {
    this.#state = this.#start = codec.decode(this.dataset['start'] ?? '', emptyState);
    this.#address = new Address(this.#start, codec, signal, (hash) => this.#set(codec.decode(hash, this.#start), false));
    this.#state = codec.decode(window.location.hash, this.#start);
    this.addEventListener('click', (event) => this.#click(event), { signal });
    this.addEventListener('input', (event) => this.#input(event), { signal });
    const recolour = (): void => this.#table?.recolour();
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    window.addEventListener('beforeprint', () => this.#table?.onPaper(), { signal });
    signal.addEventListener('abort', () => (this.#table = undefined));
  }

  protected begin(engine: Engine, outer: AbortSignal): void {
    // After a failure everything is drawn by a new engine.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    this.#engine = engine;
    this.#size = engine.styles.gaussian.mean.length;
    // Without the model no sheet can be drawn, so nothing is asked for before it is there.
    for (const control of this.querySelectorAll<HTMLFieldSetElement | HTMLButtonElement>('fieldset, .lp-pick, .lp-cross')) control.disabled = false;
    this.#print();
    this.#table = new Table(this, engine, this.#state, AbortSignal.any([outer, old.signal]), {
      failed: (error) => this.fail(error),
      reading: (text) => this.#write('reading', text),
    });
    this.#table.visible = this.visible;
    this.#write('word', aboutWord(this.#table.word));
  }

  protected show(visible: boolean): void {
    if (this.#table) this.#table.visible = visible;
  }

  #set(state: LoopState, keeps = true): void {
    this.#state = state;
    // The boxes first: the table draws what there is.
    this.#print();
    this.#table?.show(state);
    if (this.#table) this.#write('word', aboutWord(this.#table.word));
    if (keeps) this.#address?.keep(state);
    const fits = fitsAddress(state);
    if (!fits && !this.#outgrown) sayIn(this, 'The tree has outgrown its address: save the record, or it goes with the page.');
    this.#outgrown = !fits;
  }

  #print(): void {
    if (!this.#engine) return;
    const { picked, width, way, sheets, word } = this.#state;
    printSheet(this, this.#state);
    printTree(this, this.#state, this.#size);
    const may: Readonly<Record<string, boolean>> = { vary: picked.length === 1, breed: picked.length === 2, fresh: true, withdraw: sheets.length > 1, reset: !codec.same(this.#state, this.#start) };
    for (const [act, allowed] of Object.entries(may)) {
      const button = this.querySelector<HTMLButtonElement>(`[data-act="${act}"]`);
      if (!button) continue;
      // What has the focus keeps it: a button that is switched off would lose it.
      if (act === 'reset') button.disabled = !allowed;
      else button.setAttribute('aria-disabled', String(!allowed || (act !== 'withdraw' && sheets.length >= MOST_SHEETS)));
    }
    const [slider, typed, radio] = [this.querySelector<HTMLInputElement>('[data-control="width"]'), this.querySelector<HTMLInputElement>('[data-control="word"]'), this.querySelector<HTMLInputElement>(`[data-control="way"][value="${way}"]`)];
    if (slider) {
      slider.value = String(width);
      slider.setAttribute('aria-valuetext', `${sigma(width / 100)}, of what separates typefaces`);
    }
    this.#write('width', sigma(width / 100));
    if (radio) radio.checked = true;
    if (typed && typed.value !== word) typed.value = word;
  }

  #write(name: string, text: string): void {
    const output = this.querySelector(`[data-out="${name}"]`);
    if (output && output.textContent !== text) output.textContent = text;
  }

  #input({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const { control } = target.dataset;
    const way = ways.find((each) => each === target.value);
    if (control === 'word') this.#set({ ...this.#state, word: target.value });
    else if (control === 'width') this.#set({ ...this.#state, width: target.valueAsNumber });
    else if (control === 'way' && way) this.#set({ ...this.#state, way });
    else if (control === 'open') void this.#open(target);
  }

  #click({ target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('[data-act]') : null;
    const act = button?.dataset['act'];
    if (!button || !this.#engine) return;
    const ref: Ref = { sheet: this.#state.at, no: Number(button.closest<HTMLElement>('[data-no]')?.dataset['no']) };
    if (act === 'pick') this.#set(pick(this.#state, ref));
    else if (act === 'cross') this.#set(cross(this.#state, ref));
    else if (act === 'vary' || act === 'breed' || act === 'fresh') this.#grow(act);
    else if (act === 'withdraw') this.#withdraw();
    else if (act === 'go') this.#set(goTo(this.#state, Number(button.closest<HTMLElement>('[data-sheet]')?.dataset['sheet']) - 1));
    else if (act === 'save') this.#save();
    else if (act === 'print') window.print();
    else if (act === 'reset') {
      this.#set(this.#start);
      this.querySelector<HTMLElement>('.lp-pick')?.focus();
    }
  }

  #grow(how: 'vary' | 'breed' | 'fresh'): void {
    const { sheets, picked } = this.#state;
    if (sheets.length >= MOST_SHEETS) return sayIn(this, `The tree has room for ${MOST_SHEETS} sheets. Take one back, or start over.`);
    const after = grow(this.#state, how);
    if (after === this.#state) {
      const wants = how === 'vary' ? 'Varying takes one' : 'Breeding takes two';
      return sayIn(this, `${wants}, and ${picked.length === 0 ? 'nothing is' : picked.length === 1 ? 'one is' : 'two are'} picked.`);
    }
    this.#set(after);
    if (fitsAddress(after)) sayIn(this, `Sheet ${after.sheets.length}: ${PROPOSALS} new proposals${how === 'fresh' ? '' : ` from ${picked.map(nameOf).join(' and ')}`}.`);
  }

  #withdraw(): void {
    if (this.#state.sheets.length < 2) return sayIn(this, 'The first sheet stays.');
    const no = this.#state.sheets.length;
    this.#set(withdraw(this.#state));
    sayIn(this, `Sheet ${no} is taken back, and what it was made from is picked again.`);
  }

  get #drawer(): Drawer {
    const { id, files } = this.#engine!.manifest;
    return { id, decoder: files.decoder.sha256 };
  }

  #save(): void {
    const text = writeLineage(this.#state, this.#drawer, window.location.href, this.#size);
    save(new Blob([text], { type: 'application/json' }), `${fileName(this.#state.word)}-lineage.json`);
    sayIn(this, `Saved: ${this.#state.sheets.length} sheets, who decided what, and all it takes to draw them again. Whoever has the file can change it.`);
  }

  async #open(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      const read = file.size > 4 * LARGEST ? { fault: `The file is larger than ${LARGEST / 1e6} MB. A lineage takes a few kilobytes.` } : readLineage(await file.text(), this.#drawer);
      if ('fault' in read) sayIn(this, `“${file.name}” was not opened, and nothing has changed. ${read.fault}`);
      else {
        this.#set(read.state);
        sayIn(this, `Opened: ${read.state.sheets.length} sheets, drawn again from their seeds.`);
      }
    } catch {
      sayIn(this, `“${file.name}” could not be read from its disk.`);
    }
    // The same file can be chosen again.
    input.value = '';
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    const word = this.#table?.drawn('word');
    if (!word || !this.#engine) return undefined;
    const { ref } = lookedAt(this.#state);
    const reading = (this.querySelector('[data-out="reading"]')?.textContent ?? '').replace(/^[^:]*: /, '').replace(/\.$/, '');
    return { word, manifest: this.#engine.manifest, how: `as proposal ${nameOf(ref)} of a lineage that begins with seed ${this.#state.seed}`, reading };
  }
}

customElements.define('lc-loop', Loop);
