/** Two models, side by side: the one that saw everything, and another. They are drawn with as if they were one, box by box. */
import type { Engine } from '../base/engine.ts';
import type { DrawnWord } from '../base/ink-canvas.ts';
import type { Grid } from '../base/map.ts';
import { measureStyle } from '../base/reading.ts';
import { Stage } from '../base/stage.ts';
import { readWord, type Word } from '../base/words.ts';
import type { Attributes } from '../../drawing/attributes.ts';
import { boxOf, codeFor, reached, SPECIMEN } from './plan/draws.ts';
import type { MirrorState } from './state.ts';

/** Nothing is measured until nothing has changed for so many milliseconds. */
const REST = 180;

/** What a pair tells. */
export interface Heard {
  /** The model that saw everything has stopped. */
  failed: (error: unknown) => void;
  /** The other has. */
  ownFailed: (error: unknown) => void;
  /** What is seen of the two words. */
  measured: (whole: Attributes, own: Attributes) => void;
}

export class Pair {
  readonly #whole: Engine;
  readonly #grid: Grid;
  readonly #signal: AbortSignal;
  readonly #heard: Heard;
  readonly #stage: Stage;
  readonly #specimen: Word;
  #own: Engine | undefined;
  #state: MirrorState;
  #word: Word;
  #rest = 0;

  /** @param root holds the boxes, named as `boxOf` reads them */
  constructor(root: HTMLElement, whole: Engine, grid: Grid, state: MirrorState, signal: AbortSignal, heard: Heard) {
    [this.#whole, this.#grid, this.#state, this.#signal, this.#heard] = [whole, grid, state, signal, heard];
    this.#word = readWord(state.word, whole.manifest.glyphs);
    this.#specimen = readWord(SPECIMEN, whole.manifest.glyphs);
    // The siblings have one form: what the stage asks of a manifest is the same for all of them.
    const client: Engine['client'] = {
      ...whole.client,
      draw: async (request) => {
        const own = this.#own;
        if (boxOf(request.channel?.split('/')[1] ?? '').whose === 'whole' || !own) return whole.client.draw(request);
        return own.client.draw(request).catch((error: unknown) => {
          if (own === this.#own) heard.ownFailed(error);
          return undefined;
        });
      },
    };
    this.#stage = new Stage(root, { ...whole, client }, { signal, failed: heard.failed, shown: () => this.#all() });
    signal.addEventListener('abort', () => window.clearTimeout(this.#rest));
    this.#all();
  }

  /** The word as the models take it. */
  get word(): Word {
    return this.#word;
  }

  /** Draws only while it can be seen. */
  set visible(visible: boolean) {
    this.#stage.visible = visible;
  }

  recolour(): void {
    this.#stage.recolour();
  }

  /** The word that was last drawn for a box. */
  drawn(name: string): DrawnWord | undefined {
    return this.#stage.drawn(name);
  }

  /** Puts another model beside the first; until there is one, its boxes stay as they are. */
  beside(own: Engine): void {
    this.#own = own;
    this.#all('own');
  }

  /** Draws a state: only what has changed. */
  show(state: MirrorState): void {
    const before = this.#state;
    this.#state = state;
    if (state.word !== before.word) this.#word = readWord(state.word, this.#whole.manifest.glyphs);
    for (const name of this.#stage.names) if (reached(name, before, state)) this.#ask(name);
    if (before.at !== state.at) this.#settle();
  }

  #all(whose?: 'own'): void {
    for (const name of this.#stage.names) if (!whose || boxOf(name).whose === whose) this.#ask(name);
    this.#settle();
  }

  #ask(name: string): void {
    const box = boxOf(name);
    const engine = box.whose === 'whole' ? this.#whole : this.#own;
    if (!engine) return;
    void this.#stage.draw(name, box.draw === undefined ? this.#word : this.#specimen, codeFor(box, this.#state, this.#grid, engine.styles));
  }

  #settle(): void {
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => void this.#measure(), REST);
  }

  async #measure(): Promise<void> {
    const [whole, own, { visible, id }] = [this.#whole, this.#own, this.#stage];
    if (!own || !visible) return;
    const read = (engine: Engine, whose: 'whole' | 'own'): Promise<Attributes | undefined> => measureStyle(engine, codeFor({ whose, draw: undefined }, this.#state, this.#grid, engine.styles), `${id}/${whose}-reading`, this.#signal);
    try {
      const first = await read(whole, 'whole');
      const second = own === whole ? first : await read(own, 'own').catch((error: unknown) => this.#lost(own, error));
      if (first && second && own === this.#own) this.#heard.measured(first, second);
    } catch (error) {
      this.#heard.failed(error);
    }
  }

  #lost(own: Engine, error: unknown): undefined {
    if (own === this.#own) this.#heard.ownFailed(error);
    return undefined;
  }
}
