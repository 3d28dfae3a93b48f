/** Everything that is drawn: the proposals on the table, the chosen one, those in the tree; and what is measured of it. */
import { describe } from '../../drawing/describe.ts';
import { outline } from '../../drawing/outline.ts';
import { setLine } from '../../drawing/place.ts';
import { wordPath } from '../../drawing/outline.ts';
import { fitWord } from '../base/draw.ts';
import type { Engine } from '../base/engine.ts';
import type { DrawnWord } from '../base/ink-canvas.ts';
import { measureStyle } from '../base/reading.ts';
import { deviationsOf, scalesOf } from '../base/scales.ts';
import { Stage } from '../base/stage.ts';
import { readWord, type Word } from '../base/words.ts';
import { replay, type Replay } from './plan/breed.ts';
import { readingOf } from './plan/say.ts';
import { wander } from './plan/wander.ts';
import { nameOf, PROPOSALS, readRef, sameRef, type LoopState, type Ref } from './state.ts';

/** What is seen is told when nothing has changed for so many milliseconds. */
const REST = 250;

/** What the table tells. */
export interface Heard {
  failed: (error: unknown) => void;
  reading: (text: string) => void;
}

/** The proposal that is looked at: the last that was picked, or the first of the sheet. */
export function lookedAt({ picked, at }: Pick<LoopState, 'picked' | 'at'>): { ref: Ref; picked: boolean } {
  const last = picked.at(-1);
  return last ? { ref: last, picked: true } : { ref: { sheet: at, no: 0 }, picked: false };
}

export class Table {
  readonly #root: HTMLElement;
  readonly #engine: Engine;
  readonly #signal: AbortSignal;
  readonly #heard: Heard;
  readonly #stage: Stage;
  /** What each box was last drawn from. */
  readonly #asked = new Map<string, { text: string; z: Float32Array }>();
  #state: LoopState;
  #word: Word;
  #replay: Replay;
  #rest = 0;
  /** Measured styles, by their codes: a parent is measured once. */
  readonly #measured = new WeakMap<Float32Array, { seen: string; row: readonly (number | undefined)[] }>();

  constructor(root: HTMLElement, engine: Engine, state: LoopState, signal: AbortSignal, heard: Heard) {
    [this.#root, this.#engine, this.#state, this.#signal, this.#heard] = [root, engine, state, signal, heard];
    this.#word = readWord(state.word, engine.manifest.glyphs);
    this.#replay = replay(state, engine.styles.gaussian);
    this.#stage = new Stage(root, engine, { signal, failed: heard.failed, shown: () => this.#draw() });
    signal.addEventListener('abort', () => window.clearTimeout(this.#rest));
    this.#draw();
  }

  get word(): Word {
    return this.#word;
  }

  get codeSize(): number {
    return this.#engine.styles.gaussian.mean.length;
  }

  get replay(): Replay {
    return this.#replay;
  }

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

  /** Draws a state; boxes that the page has got or lost meanwhile are taken up or dropped. */
  show(state: LoopState): void {
    if (state.word !== this.#state.word) this.#word = readWord(state.word, this.#engine.manifest.glyphs);
    this.#state = state;
    this.#replay = replay(state, this.#engine.styles.gaussian, this.#replay);
    this.#stage.adopt(this.#root);
    this.#draw();
  }

  /** Puts what the canvases show into the drawings under them, which is what paper gets. */
  onPaper(): void {
    const { field: geometry, space } = this.#engine.manifest;
    const area = geometry.side ** 2;
    for (const name of this.#stage.names) {
      const [drawn, svg] = [this.#stage.drawn(name), this.#root.querySelector(`[data-view="${name}"] svg`)];
      const path = svg?.querySelector('path');
      const [, , width = 0, height = 0] = svg?.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
      if (!drawn || !path) continue;
      const centres = new Float32Array(drawn.advances.length);
      const length = setLine(drawn.text, drawn.advances, space, centres);
      const { cap, x, baseline } = fitWord(drawn.text, length, { width, height }, name === 'word' ? 'start' : 'middle');
      const letters = Array.from(drawn.advances, (_, i) => outline(drawn.fields.subarray(i * area, (i + 1) * area), geometry));
      path.setAttribute('d', wordPath(letters, centres, { scale: cap, x, y: baseline, precision: 1 }));
    }
  }

  #code({ sheet, no }: Ref): Float32Array {
    return this.#replay.codes[sheet]?.[no] ?? this.#engine.styles.gaussian.mean;
  }

  /** The code of a box, by its name. */
  #codeFor(name: string): Float32Array {
    const { sheets, at } = this.#state;
    if (name === 'word') return this.#code(lookedAt(this.#state).ref);
    const ref = name.startsWith('p-') ? { sheet: at, no: Number(name.slice(2)) } : readRef(name.slice('row-'.length), sheets.length);
    return this.#code(ref ?? { sheet: at, no: 0 });
  }

  #draw(): void {
    // The large word first, then the sheet, then the tree.
    const order = (name: string): number => (name === 'word' ? 0 : name.startsWith('p-') ? 1 : 2);
    for (const name of this.#stage.names.sort((a, b) => order(a) - order(b))) {
      const [z, before] = [this.#codeFor(name), this.#asked.get(name)];
      if (before?.z === z && before.text === this.#word.text && this.#stage.drawn(name)) continue;
      this.#asked.set(name, { text: this.#word.text, z });
      void this.#stage.draw(name, this.#word, z);
    }
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => void this.#read(), REST);
  }

  /** Measures what is looked at, and its parent. */
  async #read(): Promise<void> {
    if (!this.#stage.visible) return;
    try {
      const { ref, picked } = lookedAt(this.#state);
      const walk = wander(this.#replay, ref, this.#engine.styles.gaussian);
      const parent = walk.line.at(-2);
      const before = parent && (await this.#measure(this.#code(parent)));
      const after = await this.#measure(this.#code(ref));
      if (!after || (parent && !before) || this.#signal.aborted || !sameRef(lookedAt(this.#state).ref, ref)) return;
      this.#heard.reading(readingOf({ ref, picked, seen: after.seen, before: parent && before && { ref: parent, row: before.row }, after: after.row, walk }));
    } catch (error) {
      this.#heard.failed(error);
    }
  }

  async #measure(z: Float32Array): Promise<{ seen: string; row: readonly (number | undefined)[] } | undefined> {
    const known = this.#measured.get(z);
    if (known) return known;
    const attributes = await measureStyle(this.#engine, z, `${this.#stage.id}/read`, this.#signal);
    if (!attributes) return undefined;
    const made = { seen: describe(attributes), row: deviationsOf(attributes, scalesOf(this.#engine.styles)) };
    this.#measured.set(z, made);
    return made;
  }
}

/** Names of the boxes that a sheet has. */
export const SHEET_BOXES: readonly string[] = Array.from({ length: PROPOSALS }, (_, no) => `p-${no}`);

/** The box of a proposal in the tree. */
export function boxOf(ref: Ref): string {
  return `row-${nameOf(ref)}`;
}
