/** The model of the demonstrations, as the page reaches it: one engine for all of them, from the files the site serves. */
import { createClient, type ModelClient } from '../../inference/client.ts';
import type { Manifest } from '../../inference/manifest.ts';
import type { Styles } from '../../inference/styles.ts';
import decoderUrl from '../../models/letterforms-1/decoder.bin?url';
import manifestUrl from '../../models/letterforms-1/manifest.json?url';
import stylesUrl from '../../models/letterforms-1/styles.bin?url';

/** A model that can draw. */
export interface Engine {
  client: ModelClient;
  manifest: Manifest;
  styles: Styles;
}

/** Addresses are absolute: a worker would resolve them against its own. */
const absolute = (url: string): string => new URL(url, document.baseURI).href;

/** Access to the engine, which the page's first caller starts and its last one ends. */
export class EngineAccess {
  #client: ModelClient | undefined;

  /** Loads what is not there yet; after a failure, again. Rejects with a `ModelError`. */
  async open(): Promise<Engine> {
    if (this.#client) await this.#client.restart();
    this.#client ??= createClient({ manifestUrl: absolute(manifestUrl), urls: { decoder: absolute(decoderUrl), styles: absolute(stylesUrl) } });
    const client = this.#client;
    const [manifest, styles] = await Promise.all([client.ready, client.styles()]);
    return { client, manifest, styles };
  }

  close(): void {
    this.#client?.close();
    this.#client = undefined;
  }
}
