/** Keeps a state in the hash of the page's address: what a reader shares, reloads and goes back to. */
import type { StateCodec } from './codec.ts';

/** Milliseconds between two writings while something is dragged: browsers refuse to write more often. */
const PACE = 200;
/** Changes that follow each other within so many milliseconds are one step on the way back. */
const STEP = 1500;

export class Address<State> {
  readonly #base: State;
  readonly #codec: StateCodec<State>;
  #timer = 0;
  #last = -Infinity;
  #waiting: State | undefined;

  /**
   * @param base the state that needs no hash
   * @param read called when the reader goes back or forth, with the hash that then stands there
   */
  constructor(base: State, codec: StateCodec<State>, signal: AbortSignal, read: (hash: string) => void) {
    this.#base = base;
    this.#codec = codec;
    window.addEventListener('popstate', () => {
      const { hash } = window.location;
      // A link to a place in the page is none of our business.
      if (hash !== '' && !codec.isState(hash)) return;
      this.#drop();
      this.#last = -Infinity;
      read(hash);
    }, { signal });
    signal.addEventListener('abort', () => this.#drop());
  }

  /** Writes a state, soon. */
  keep(state: State): void {
    this.#waiting = state;
    this.#timer ||= window.setTimeout(() => this.#write(), PACE);
  }

  #write(): void {
    const state = this.#waiting;
    this.#drop();
    if (!state) return;
    const url = new URL(window.location.href);
    const hash = this.#codec.encode(state, this.#base);
    if (url.hash.replace(/^#/, '') === hash) return;
    url.hash = hash;
    const now = performance.now();
    history[now - this.#last < STEP ? 'replaceState' : 'pushState'](history.state, '', url);
    this.#last = now;
  }

  #drop(): void {
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    this.#waiting = undefined;
  }
}
