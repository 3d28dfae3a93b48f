/**
 * What every demonstration does: loads the model when the reader is near, says how that goes, offers to try again, rests when it
 * cannot be seen, and leaves nothing behind. The figure the server sent stands until the first letters are drawn over it.
 */
import { ModelError } from '../../inference/errors.ts';
import { NEAR } from './near.ts';
import { EngineAccess, type Engine, type ModelUrls } from './engine.ts';
import { savesData, sayIn } from './status.ts';
import type { Take } from './take-away.ts';
import { wayOf, type Way } from './ways.ts';

/** How far a demonstration has come. */
export type DemoState = 'idle' | 'loading' | 'ready' | 'failed';

/** A loading line that is gone at once is a flicker, not news. */
const PATIENCE = 400;

export abstract class DemoElement extends HTMLElement {
  #abort: AbortController | undefined;
  readonly #access: EngineAccess;
  #onScreen = false;

  /** @param model which one it draws with; the site's unless told */
  constructor(model?: ModelUrls) {
    super();
    this.#access = new EngineAccess(model);
  }

  /** Binds controls. Whatever it adds has to go with `signal`. */
  protected abstract bind(signal: AbortSignal): void;
  /** The model is there. May be called again after a failure. */
  protected abstract begin(engine: Engine, signal: AbortSignal): void;
  /** What there is to take away, its address apart; nothing while nothing is drawn. */
  protected take(): Omit<Take, 'page'> | undefined {
    return undefined;
  }
  /** It comes into view or leaves it; a hidden tab counts as out of view. */
  protected abstract show(visible: boolean): void;

  connectedCallback(): void {
    const abort = (this.#abort = new AbortController());
    const { signal } = abort;
    this.#state('idle');
    this.bind(signal);
    this.addEventListener('click', ({ target }) => {
      const asked = wayOf(target);
      const take = asked && this.take();
      if (take) void this.#carry(asked.way, { ...take, page: window.location.href }, asked.button, signal);
    }, { signal });
    const near = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      if (savesData() && this.dataset['asked'] === undefined) {
        sayIn(this, 'You asked your browser to save data, so nothing has been loaded.', { label: `load it, ${this.dataset['size'] ?? ''}`, act: () => void this.#load(signal) });
      } else void this.#load(signal);
    }, { rootMargin: NEAR });
    near.observe(this);
    const seen = new IntersectionObserver((entries) => {
      this.#onScreen = entries.at(-1)?.isIntersecting ?? false;
      this.show(this.visible);
    });
    seen.observe(this);
    document.addEventListener('visibilitychange', () => this.show(this.visible), { signal });
    signal.addEventListener('abort', () => {
      near.disconnect();
      seen.disconnect();
    });
  }

  disconnectedCallback(): void {
    this.#abort?.abort();
    this.#access.close();
    this.#onScreen = false;
  }

  /** Whether a reader can see it now. */
  protected get visible(): boolean {
    return this.#onScreen && document.visibilityState === 'visible';
  }

  /** Says that it cannot go on, in one line, and offers to try again. */
  protected fail(error: unknown): void {
    const { signal } = this.#abort ?? {};
    if (!signal || signal.aborted) return;
    this.#state('failed');
    const why = error instanceof ModelError ? error.message : 'The demo stopped.';
    sayIn(this, why, { label: 'try again', act: () => void this.#load(signal) });
  }

  async #load(signal: AbortSignal): Promise<void> {
    this.#state('loading');
    const late = window.setTimeout(() => sayIn(this, `Loading the model, ${this.dataset['size'] ?? ''}.`), PATIENCE);
    try {
      const engine = await this.#access.open();
      if (signal.aborted) return;
      this.#state('ready');
      sayIn(this, '');
      this.begin(engine, signal);
    } catch (error) {
      this.fail(error);
    } finally {
      window.clearTimeout(late);
    }
  }

  async #carry(way: Way, take: Take, button: HTMLElement, signal: AbortSignal): Promise<void> {
    try {
      const { carry } = await import('./carry.ts');
      await carry(this, way, take, button, signal);
    } catch {
      sayIn(this, 'What makes it did not arrive. Try once more.');
    }
  }

  #state(state: DemoState): void {
    this.dataset['state'] = state;
  }
}
