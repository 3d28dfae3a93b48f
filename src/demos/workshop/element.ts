/** The workshop, alive: binds the controls the server sent to the brief, runs the chain, and keeps the book. */
import { ATTRIBUTES } from '../../drawing/attributes.ts';
import type { Studio } from '../../inference/studio/client.ts';
import { SETTINGS_EVENT } from '../../settings/settings-element.ts';
import { Address } from '../base/address.ts';
import type { StateCodec } from '../base/codec.ts';
import { DemoElement } from '../base/demo-element.ts';
import type { Engine } from '../base/engine.ts';
import { sayIn } from '../base/status.ts';
import { Stage as Boxes } from '../base/stage.ts';
import { openStudio } from '../base/studio.ts';
import { save } from '../base/save.ts';
import type { Take } from '../base/take-away.ts';
import { aboutWord, readWord } from '../base/words.ts';
import type { Bands } from '../base/prior/obey.ts';
import { patchableUrls } from '../patches/files.ts';
import { readerUrls } from './files.ts';
import { pageHands } from './hands.ts';
import { Pad } from './pad.ts';
import { runChain, type Round, type Step } from './plan/chain.ts';
import { entryOf, provenance, sayRead, sayWords, WHO, type Entry } from './plan/say.ts';
import { codecOf, emptyState, PATCHES, SOURCES, type ShopState } from './state.ts';
import { Views } from './views.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const still = window.matchMedia('(prefers-reduced-motion: reduce)');
/** Milliseconds between two hands when the chain is watched. */
const PACE = 650;
/** Somebody is still typing or turning: so many milliseconds later it is run. */
const SETTLE = 160;

/** A run of the chain. */
interface Run {
  steps: AsyncGenerator<Step, void>;
  abort: AbortController;
  rounds: Round[];
  book: Entry[];
  /** Whether a hand is at work. */
  busy: boolean;
  /** Whether somebody follows it: then it is marked whose turn it is. */
  followed: boolean;
}

class Workshop extends DemoElement {
  #codec: StateCodec<ShopState> = codecOf([]);
  #words: readonly string[] = [];
  #base = emptyState;
  #state = emptyState;
  #address: Address<ShopState> | undefined;
  #bands: Bands = new Map();
  #live: { engine: Engine; studio: Studio; boxes: Boxes; views: Views; signal: AbortSignal } | undefined;
  #pad: Pad | undefined;
  #run: Run | undefined;
  /** What the last run that came to its end has left. */
  #left: { round: Round; book: readonly Entry[] } | undefined;
  #walk = 0;
  #soon = 0;
  #old: AbortController | undefined;

  constructor() {
    super(patchableUrls);
  }

  protected bind(signal: AbortSignal): void {
    this.#words = (this.dataset['words'] ?? '').split(' ');
    this.#codec = codecOf(this.#words);
    this.#base = this.#codec.decode(this.dataset['start'] ?? '', emptyState);
    this.#address = new Address(this.#base, this.#codec, signal, (hash) => this.#set(this.#codec.decode(hash, this.#base), false));
    this.#state = this.#codec.decode(window.location.hash, this.#base);
    this.#bands = new Map([...this.querySelectorAll<HTMLElement>('[data-word]')].flatMap(({ dataset: { word = '', attribute, least, most } }) => {
      const known = ATTRIBUTES.find((each) => each === attribute);
      return known ? [[word, { attribute: known, least: least === undefined ? undefined : Number(least), most: most === undefined ? undefined : Number(most) }] as const] : [];
    }));
    this.#pad = new Pad(this, signal, (ink) => this.#set({ ...this.#state, ink }));
    this.addEventListener('input', (event) => this.#input(event), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    const recolour = (): void => {
      this.#live?.boxes.recolour();
      this.#pad?.again();
    };
    document.addEventListener(SETTINGS_EVENT, recolour, { signal });
    dark.addEventListener('change', recolour, { signal });
    signal.addEventListener('abort', () => {
      window.clearTimeout(this.#soon);
      this.#drop();
      this.#live = undefined;
    });
    for (const control of this.querySelectorAll<HTMLFieldSetElement | HTMLInputElement | HTMLSelectElement>('fieldset, select, input')) control.disabled = false;
    this.#print();
  }

  protected begin(engine: Engine, outer: AbortSignal): void {
    // After a failure everything is done by new hands.
    this.#old?.abort();
    const old = (this.#old = new AbortController());
    const signal = AbortSignal.any([outer, old.signal]);
    const boxes = new Boxes(this, engine, { signal, failed: (error) => this.fail(error), shown: () => {
      if (!this.#run && !this.#left) void this.#through();
    } });
    this.#live = { engine, studio: openStudio(signal, readerUrls), boxes, views: new Views(this, engine), signal };
    this.#left = undefined;
    this.#drop();
    this.#print();
    boxes.visible = this.visible;
  }

  protected show(visible: boolean): void {
    if (!visible) this.#pause();
    if (this.#live && this.#live.boxes.visible !== visible) this.#live.boxes.visible = visible;
  }

  /** A run from the start. */
  #start(): Run | undefined {
    const live = this.#live;
    if (!live) return undefined;
    this.#drop();
    const abort = new AbortController();
    const hands = pageHands(live.engine, live.studio, live.boxes.id, AbortSignal.any([live.signal, abort.signal]));
    const word = readWord(this.#state.word, live.engine.manifest.glyphs);
    return (this.#run = { steps: runChain(this.#state, word, this.#bands, hands), abort, rounds: [], book: [], busy: false, followed: false });
  }

  /** Ends what runs. */
  #drop(): void {
    this.#pause();
    this.#run?.abort.abort();
    this.#run = undefined;
  }

  /** Lets one hand do its work. What it gives says whether there is more to be done. */
  async #hand(run: Run): Promise<boolean> {
    const live = this.#live;
    if (!live || run.busy) return false;
    run.busy = true;
    try {
      const { value: step } = await run.steps.next();
      if (run !== this.#run || live !== this.#live) return false;
      if (!step) {
        this.#end();
        return false;
      }
      if (step.stage === 'brief') run.rounds.push(step.round);
      run.book.push(entryOf(step, !this.#codec.same(this.#state, this.#base)));
      live.views.put(step);
      if (step.stage === 'decoder' && step.round.drawn && step.round.z) {
        const { text } = readWord(this.#state.word, live.engine.manifest.glyphs);
        for (const name of ['result', `round-${step.round.no}`]) live.boxes.show(name, { text, ...step.round.drawn, z: step.round.z });
      }
      live.views.rounds(run.rounds.length);
      live.views.book(run.book);
      if (step.stage === 'verdict') this.#left = { round: step.round, book: run.book };
      const more = !(step.stage === 'verdict' && step.round.decision?.act !== 'again');
      live.views.mark(more && run.followed ? step.stage : undefined);
      const entry = run.book.at(-1)!;
      live.views.write('now', more && run.followed ? `round ${step.round.no}: ${WHO[entry.who]}` : '');
      if (!more) this.#end();
      return more;
    } catch (error) {
      if (run === this.#run) {
        this.#drop();
        this.fail(error);
      }
      return false;
    } finally {
      run.busy = false;
      this.#buttons();
    }
  }

  /** The chain has come to its end. */
  #end(): void {
    const { round } = this.#left ?? {};
    const run = this.#run;
    this.#pause();
    this.#run = undefined;
    this.#live?.views.mark(undefined);
    if (run && run.rounds.every(({ z }) => !z)) this.#live?.views.write('says', 'There is nothing on the pad to look for.');
    else if (round?.outcome) this.#live?.views.write('says', `After ${round.no === 1 ? 'one round' : `${round.no} rounds`}: ${sayRead(round.outcome)}; ${sayWords(round.outcome)}.`);
    this.#live?.views.write('now', '');
  }

  /** Runs it to its end, without waiting. */
  async #through(): Promise<void> {
    const run = this.#start();
    while (run && run === this.#run && (await this.#hand(run)));
  }

  /** Runs it at a pace that can be followed. */
  async #watch(): Promise<void> {
    const run = this.#run ?? this.#start();
    if (!run) return;
    run.followed = true;
    this.dataset['running'] = 'yes';
    const turn = ++this.#walk;
    this.#buttons();
    while (turn === this.#walk && (await this.#hand(run))) {
      if (!still.matches) await new Promise((resolve) => window.setTimeout(resolve, PACE));
    }
    if (turn === this.#walk) this.#pause();
  }

  #pause(): void {
    this.#walk++;
    this.dataset['running'] = 'no';
    this.#buttons();
  }

  /** Ends the chain where it stands: what has been put down is handed over. */
  #stop(): void {
    const run = this.#run;
    const round = run?.rounds.at(-1);
    if (!run || !round) return;
    run.book.push({ round: round.no, stage: 'verdict', who: 'you', said: 'stopped it here, and took what there was' });
    this.#live?.views.book(run.book);
    this.#left = { round, book: run.book };
    this.#drop();
    this.#live?.views.mark(undefined);
    this.#live?.views.write('now', 'stopped by you');
    this.querySelector<HTMLElement>('[data-act="run"]')?.focus();
  }

  #set(state: ShopState, keeps = true): void {
    this.#state = state;
    this.#left = undefined;
    this.#drop();
    this.#print();
    if (keeps) this.#address?.keep(state);
    window.clearTimeout(this.#soon);
    this.#soon = window.setTimeout(() => void this.#through(), SETTLE);
  }

  #buttons(): void {
    const running = this.#run !== undefined;
    const walking = running && this.dataset['running'] === 'yes';
    const run = this.querySelector<HTMLButtonElement>('[data-act="run"]');
    if (run) run.textContent = (walking ? run.dataset['on'] : running ? 'go on' : run.dataset['off']) ?? '';
    const stop = this.querySelector<HTMLButtonElement>('[data-act="stop"]');
    if (stop) stop.disabled = !running;
  }

  /** Brings the controls up to date. */
  #print(): void {
    const { ask, by, patch, letter, word } = this.#state;
    for (const chip of this.querySelectorAll<HTMLElement>('[data-word]')) chip.setAttribute('aria-pressed', String(ask.includes(chip.dataset['word'] ?? '')));
    for (const input of this.querySelectorAll<HTMLInputElement>('[data-control="by"]')) input.checked = input.value === by;
    for (const name of ['seed', 'steps', 'guidance', 'rounds'] as const) {
      const input = this.querySelector<HTMLInputElement>(`[data-control="${name}"]`);
      // What is being typed is not touched.
      if (input && Number(input.value) !== this.#state[name] && input !== document.activeElement) input.value = String(this.#state[name]);
    }
    for (const [name, value] of [['patch', patch], ['letter', letter]] as const) {
      const select = this.querySelector<HTMLSelectElement>(`[data-control="${name}"]`);
      if (select) select.value = value;
    }
    for (const part of this.querySelectorAll<HTMLElement>('[data-for]')) part.hidden = !part.dataset['for']?.split(' ').includes(by);
    this.#pad?.show(this.#state.ink);
    const input = this.querySelector<HTMLInputElement>('[data-control="word"]');
    if (input && input.value !== word) input.value = word;
    if (this.#live) this.#live.views.write('word', aboutWord(readWord(word, this.#live.engine.manifest.glyphs)));
    const reset = this.querySelector<HTMLButtonElement>('[data-act="reset"]');
    if (reset) reset.disabled = this.#codec.same(this.#state, this.#base);
    this.#buttons();
  }

  #input({ target }: Event): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const { control } = target.dataset;
    const [by, patch] = [SOURCES.find((each) => each === target.value), PATCHES.find((each) => each === target.value)];
    if (control === 'word') this.#set({ ...this.#state, word: target.value });
    else if (control === 'by' && by) this.#set({ ...this.#state, by });
    else if (control === 'patch' && patch) this.#set({ ...this.#state, patch });
    else if (control === 'letter') this.#set({ ...this.#state, letter: target.value });
    else if (control === 'seed' || control === 'steps' || control === 'guidance' || control === 'rounds') {
      // Read as an address would be: what is no number changes nothing, what is too much is brought to the end.
      const name = { seed: 'take', steps: 'passes', guidance: 'guidance', rounds: 'rounds' }[control];
      this.#set(this.#codec.decode(`${name}=${encodeURIComponent(target.value)}`, this.#state));
    }
  }

  #click({ target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act], [data-word]') : null;
    const { act, word } = button?.dataset ?? {};
    if (word !== undefined && button?.matches('[data-word]')) {
      const { ask } = this.#state;
      this.#set({ ...this.#state, ask: this.#words.filter((each) => (each === word ? !ask.includes(each) : ask.includes(each))) });
    } else if (act === 'run') {
      if (this.dataset['running'] === 'yes' && this.#run) return this.#pause();
      void this.#watch();
    } else if (act === 'step') {
      this.#pause();
      const run = this.#run ?? this.#start();
      if (!run) return;
      run.followed = true;
      void this.#hand(run);
    } else if (act === 'stop') this.#stop();
    else if (act === 'clear') this.#set({ ...this.#state, ink: [] });
    else if (act === 'json') this.#json();
    else if (act === 'reset') {
      this.#set(this.#base);
      this.querySelector<HTMLElement>('[data-act="run"]')?.focus();
    }
  }

  #json(): void {
    if (!this.#left || !this.#live) return sayIn(this, 'Nothing has been made yet.');
    const text = provenance(this.#state, this.#left.book, [this.#live.engine.manifest.id, 'reader-1'], window.location.href);
    const name = `${this.#state.word.replace(/[^a-z\d]+/gi, '-').toLowerCase() || 'chain'}-book.json`;
    save(new Blob([text], { type: 'application/json' }), name);
    sayIn(this, `Saved ${name}.`);
  }

  protected override take(): Omit<Take, 'page'> | undefined {
    const [word, engine, left] = [this.#live?.boxes.drawn('result'), this.#live?.engine, this.#left];
    if (!word || !engine || !left) return undefined;
    return { word, manifest: engine.manifest, how: `by a chain of models, after ${left.round.no === 1 ? 'one round' : `${left.round.no} rounds`}`, reading: this.querySelector('[data-out="measured"]')?.textContent ?? '' };
  }
}

customElements.define('lc-workshop', Workshop);
