/** Ways from noise to codes, asked of the studio one at a time and kept for a while. */
import type { Studio } from '../../../inference/studio/client.ts';
import type { Way } from './way.ts';

/** What a way depends on. */
export interface Order {
  /** Words of the prior’s own vocabulary. */
  ask: readonly string[];
  /** Of the noise. */
  seed: number;
  steps: number;
  guidance: number;
}

/** Ways that are kept; the one asked for longest ago goes first. */
const KEPT = 120;

/** Whether two orders lead to the same way. Without words there is nothing to press, and at guidance 0 nobody hears them. */
export function keyOf({ ask, seed, steps, guidance }: Order): string {
  return ask.length === 0 || guidance === 0 ? `${seed} ${steps}` : `${seed} ${steps} ${guidance} ${ask.join(' ')}`;
}

export class Sampler {
  readonly #studio: Studio;
  readonly #size: number;
  readonly #kept = new Map<string, Way>();

  /** @param size numbers of a code */
  constructor(studio: Studio, size: number) {
    [this.#studio, this.#size] = [studio, size];
  }

  /** The way of an order; `undefined` once it was called off. */
  async way(order: Order, signal: AbortSignal): Promise<Way | undefined> {
    const key = keyOf(order);
    const known = this.#kept.get(key);
    if (known) {
      this.#keep(key, known);
      return known;
    }
    const { ask, seed, steps, guidance } = order;
    const [trace] = (await this.#studio.trace([{ words: ask.map((word) => ({ word })), seed, steps, guidance }], { signal })) ?? [];
    if (!trace || signal.aborted) return undefined;
    const way = { path: trace.path, guesses: trace.guesses, size: this.#size };
    this.#keep(key, way);
    return way;
  }

  #keep(key: string, way: Way): void {
    this.#kept.delete(key);
    this.#kept.set(key, way);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}
