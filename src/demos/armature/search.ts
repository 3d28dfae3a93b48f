/** The search for the code whose letter lies over the drawing, at one strength or at several, one job at a time. */
import type { FitTarget } from '../../inference/fit.ts';
import { remoteness } from '../../inference/latent.ts';
import type { Studio } from '../../inference/studio/client.ts';
import type { Engine } from '../base/engine.ts';
import { overlap } from '../base/pen/field.ts';
import { priceOf, ROUNDS, STATIONS, type Measure } from './plan/strength.ts';

/** What was found at a strength. */
export interface Found extends Measure {
  z: Float32Array;
  /** The model’s letter, as the drawing’s own letter. */
  field: Float32Array;
}

/** How far a search has come. */
export interface Running {
  /** Whether the whole curve is measured. */
  all: boolean;
  strength: number;
  round: number;
  /** Of the whole job, 0 to 1. */
  share: number;
}

/** Who is told. */
export interface SearchOptions {
  signal: AbortSignal;
  /** Names the line to the engine. */
  id: string;
  failed: (error: unknown) => void;
  running: (state: Running | undefined) => void;
  found: (found: Found) => void;
}

export class Search {
  readonly #engine: Engine;
  readonly #studio: Studio;
  readonly #options: SearchOptions;
  #known = new Map<number, Found>();
  #target: FitTarget | undefined;
  #job: AbortController | undefined;

  constructor(engine: Engine, studio: Studio, options: SearchOptions) {
    [this.#engine, this.#studio, this.#options] = [engine, studio, options];
    options.signal.addEventListener('abort', () => this.cancel());
  }

  /** What has been found for this target. */
  get measures(): Found[] {
    return [...this.#known.values()];
  }

  /** Takes another letter to follow; what was found for the last one is forgotten. */
  aim(target: FitTarget | undefined): void {
    this.cancel();
    this.#target = target;
    this.#known = new Map();
  }

  /** Calls off what is running. */
  cancel(): void {
    this.#job?.abort();
    this.#job = undefined;
  }

  /** Searches at one strength. */
  at(strength: number): Promise<void> {
    return this.#run([strength], false);
  }

  /** Searches at every station that is not known yet. */
  sweep(): Promise<void> {
    return this.#run(STATIONS, true);
  }

  async #run(strengths: readonly number[], all: boolean): Promise<void> {
    this.cancel();
    const target = this.#target;
    if (!target) return;
    const job = (this.#job = new AbortController());
    const { running, found: tell, failed } = this.#options;
    try {
      for (const [i, strength] of strengths.entries()) {
        const known = this.#known.get(strength);
        const say = (round: number): void => running({ all, strength, round, share: (i + round / ROUNDS) / strengths.length });
        if (!known) say(0);
        const found = known ?? await this.#find(target, strength, job.signal, say);
        if (!found || job.signal.aborted) return;
        this.#known.set(strength, found);
        tell(found);
      }
    } catch (error) {
      if (!job.signal.aborted) failed(error);
    } finally {
      // A newer job has taken its place, and tells for itself.
      if (this.#job === job || this.#job === undefined) {
        this.#job = undefined;
        running(undefined);
      }
    }
  }

  async #find(target: FitTarget, strength: number, signal: AbortSignal, say: (round: number) => void): Promise<Found | undefined> {
    const { client, manifest, styles: { gaussian } } = this.#engine;
    const prior = priceOf(strength);
    const z = prior === undefined ? gaussian.mean
      : (await this.#studio.fit({ targets: [target], prior, rounds: ROUNDS }, { signal, onProgress: ({ round }) => say(round) }))?.z;
    if (!z) return undefined;
    const drawn = await client.draw({ z, glyphs: [target.glyph], channel: `${this.#options.id}/fit`, signal });
    if (!drawn) return undefined;
    const field = drawn.fields.slice(0, manifest.field.side ** 2);
    return { strength, z, field, overlap: overlap(field, target.field, manifest.field), remote: remoteness(z, gaussian) };
  }
}
