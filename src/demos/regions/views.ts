/** Everything the regions draw and measure, and when. */
import { lerp } from '../../inference/latent.ts';
import type { Engine } from '../base/engine.ts';
import type { DrawnWord } from '../base/ink-canvas.ts';
import { codeAt, type Grid, type Point } from '../base/map.ts';
import { Stage } from '../base/stage.ts';
import { readWord, type Word } from '../base/words.ts';
import { blend, lengthOf, roomFor, setMasked, type Blended } from './plan/blend.ts';
import { breaksOf, lookAt, seenOf, type Own } from './plan/look.ts';
import { maskOf, type Mask } from './plan/mask.ts';
import { meanOf, putLetter, settle } from './plan/parts.ts';
import type { Seen, WayName } from './plan/say.ts';
import type { RegionsState } from './state.ts';

/** What takes long waits until nothing has changed for so many milliseconds. */
const REST = 160;
/** Milliseconds of measuring between two turns of the page. */
const SLICE = 5;

/** Until when, and who is told what. */
export interface ViewsOptions {
  signal: AbortSignal;
  failed: (error: unknown) => void;
  /** The length for which the line is set has changed. */
  room: (length: number) => void;
  seen: (seen: Seen, broken: Record<WayName, number>) => void;
}

/** A face, as it was last looked at. */
interface Known {
  at: Point;
  text: string;
  own: Own;
}

export class Views {
  readonly #engine: Engine;
  readonly #options: ViewsOptions;
  readonly #grid: Grid;
  readonly #stage: Stage;
  readonly #known: Partial<Record<'a' | 'b', Known>> = {};
  /** What was asked of the engine for either face, to be known from what has come of it. */
  readonly #came: Partial<Record<'a' | 'b', Point>> = {};
  readonly #words: Partial<Record<WayName, Blended>> = {};
  readonly #all: boolean;
  #state: RegionsState;
  #word: Word;
  #room = 0;
  #rest = 0;
  /** Counts what has been blended: whatever was begun before the last is stale. */
  #turn = 0;

  /** @param root holds the boxes, elements with `data-view`: `word` and the names of the ways */
  constructor(root: HTMLElement, engine: Engine, grid: Grid, state: RegionsState, options: ViewsOptions) {
    [this.#engine, this.#grid, this.#state, this.#options] = [engine, grid, state, options];
    this.#word = readWord(state.word, engine.manifest.glyphs);
    const { signal, failed } = options;
    this.#stage = new Stage(root, engine, { signal, failed, shown: () => this.#faces() });
    this.#all = this.#stage.has('one');
    signal.addEventListener('abort', () => window.clearTimeout(this.#rest));
    this.#faces();
  }

  /** The word as the model takes it. */
  get word(): Word {
    return this.#word;
  }

  /** Draws only while it can be seen. */
  set visible(visible: boolean) {
    this.#stage.visible = visible;
  }

  /** The ink has changed: everything is painted again. */
  recolour(): void {
    this.#stage.recolour();
  }

  /** The word that was last drawn for a box. */
  drawn(name: string): DrawnWord | undefined {
    return this.#stage.drawn(name);
  }

  /** Draws a state: faces are asked of the engine, a mask is only laid over what is there. */
  show(state: RegionsState): void {
    const before = this.#state;
    this.#state = state;
    const typed = state.word !== before.word;
    if (typed) this.#word = readWord(state.word, this.#engine.manifest.glyphs);
    if (typed || state.a !== before.a) this.#face('a');
    if (typed || state.b !== before.b) this.#face('b');
    this.#blend();
  }

  #faces(): void {
    this.#face('a');
    this.#face('b');
  }

  #codeOf(point: Point): Float32Array {
    const { codes, count } = this.#engine.styles;
    return codeAt(point, this.#grid, codes, new Float32Array(codes.length / count));
  }

  #face(name: 'a' | 'b'): void {
    const point = this.#state[name];
    void this.#stage.draw(name, this.#word, this.#codeOf(point)).then(() => {
      this.#came[name] = point;
      this.#blend();
    });
  }

  /** The two faces, if both are there, of one word. */
  #pair(): { a: DrawnWord; b: DrawnWord } | undefined {
    const [a, b] = [this.#stage.drawn('a'), this.#stage.drawn('b')];
    return a && b && a.text === b.text ? { a, b } : undefined;
  }

  /** The room for a way's word, of as many letters as it has. */
  #wordOf(way: WayName, { text, advances }: DrawnWord): Blended {
    const kept = this.#words[way];
    if (kept?.advances.length === advances.length) return Object.assign(kept, { text });
    return (this.#words[way] = roomFor(text, advances.length, this.#engine.manifest.field));
  }

  #blend(): void {
    const pair = this.#pair();
    if (!pair || this.#options.signal.aborted) return;
    const { field: geometry, space } = this.#engine.manifest;
    const { a, b } = pair;
    const room = Math.max(lengthOf(a.text, a.advances, space), lengthOf(b.text, b.advances, space));
    if (room !== this.#room) this.#options.room((this.#room = room));
    const mask = maskOf(this.#state, room);
    const yours = this.#wordOf('yours', a);
    blend(a, b, mask, geometry, space, yours);
    this.#show('word', yours);
    this.#turn++;
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => void this.#settle(mask), REST);
  }

  #show(name: string, word: Blended): void {
    // Set for the room of the wider face, a line keeps its size under any mask.
    this.#stage.show(name, Object.assign(word, { room: this.#room }));
  }

  /** When the hand rests: the ways that ask the engine, and everything that is measured. */
  async #settle(mask: Mask): Promise<void> {
    const [pair, state] = [this.#pair(), this.#state];
    const { a, b } = pair ?? {};
    // A face that is still on its way will come here by itself.
    if (!a || !b || !this.#stage.visible || this.#came.a !== state.a || this.#came.b !== state.b) return;
    const { signal, failed, seen } = this.#options;
    const { field: geometry } = this.#engine.manifest;
    const turn = this.#turn;
    const stale = (): boolean => signal.aborted || this.#turn !== turn || this.#state !== state;
    try {
      if (this.#all) {
        // While the hand moves, a frame has no time for more than the word itself.
        const [yours, hard] = [this.#words.yours, this.#wordOf('hard', a)];
        blend(a, b, { ...mask, feather: 0 }, geometry, this.#engine.manifest.space, hard);
        this.#show('hard', hard);
        if (yours) this.#show('yours', yours);
        await this.#codes(state, a, b, mask, stale);
      }
      if (stale()) return;
      const own = { a: await this.#own('a', a, stale), b: await this.#own('b', b, stale) };
      const yours = this.#words.yours;
      const [one, other] = [own.a, own.b];
      if (stale() || !one || !other || !yours) return;
      const broken: Record<WayName, number> = { hard: 0, yours: 0, letters: 0, one: 0 };
      for (const way of this.#all ? (['hard', 'letters', 'one'] as const) : []) {
        const word = this.#words[way];
        const found = word && (await inTurns(breaksOf(word, one, other, geometry), stale));
        if (!found) return;
        broken[way] = found.length;
      }
      const all = await inTurns(seenOf(yours, { a, b }, { a: one, b: other }, mask, geometry), stale);
      if (all) seen(all, { ...broken, yours: all.broken.length });
    } catch (error) {
      if (!signal.aborted) failed(error);
    }
  }

  /** Draws the two ways that blend codes: one for each letter, and one for all. */
  async #codes(state: RegionsState, a: DrawnWord, b: DrawnWord, mask: Mask, stale: () => boolean): Promise<void> {
    const { client, manifest: { space } } = this.#engine;
    const { signal } = this.#options;
    const { glyphs, text } = this.#word;
    if (text !== a.text) return;
    const [from, to] = [this.#codeOf(state.a), this.#codeOf(state.b)];
    const [letters, one] = [this.#wordOf('letters', a), this.#wordOf('one', a)];
    setMasked(a, b, mask, space, letters);
    const parts = letters.parts.slice();
    for (const [i, glyph] of glyphs.entries()) {
      const drawn = await client.draw({ z: lerp(from, to, parts[i] ?? 0), glyphs: [glyph], channel: `${this.#stage.id}/letters`, signal });
      if (stale() || !drawn) return;
      putLetter(letters, i, drawn);
    }
    settle(letters, space);
    this.#show('letters', letters);
    const drawn = await client.draw({ z: lerp(from, to, meanOf(parts)), glyphs, channel: `${this.#stage.id}/one`, signal });
    if (stale() || !drawn) return;
    one.fields.set(drawn.fields);
    one.advances.set(drawn.advances);
    settle(one, space);
    this.#show('one', one);
  }

  async #own(name: 'a' | 'b', word: DrawnWord, stale: () => boolean): Promise<Own | undefined> {
    const [at, known] = [this.#state[name], this.#known[name]];
    if (known?.at === at && known.text === word.text) return known.own;
    const own = await inTurns(lookAt(word, this.#engine.manifest.field), stale);
    if (own) this.#known[name] = { at, text: word.text, own };
    return own;
  }
}

/** Runs a generator in slices, with the page's turn between them; `undefined` if it is no longer wanted. */
async function inTurns<T>(steps: Generator<void, T>, stale: () => boolean): Promise<T | undefined> {
  let start = performance.now();
  for (;;) {
    if (stale()) return undefined;
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - start < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    start = performance.now();
  }
}
