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

/** Addresses of a model's files. */
export interface ModelUrls {
  manifest: string;
  decoder: string;
  styles: string;
  /** Where patches of its decoder lie, if any are asked for. */
  patches?: string;
}

/** The model of the site. */
export const main: ModelUrls = { manifest: manifestUrl, decoder: decoderUrl, styles: stylesUrl };

/** Addresses are absolute: a worker would resolve them against its own. */
const absolute = (url: string): string => new URL(url, document.baseURI).href;

/** Access to the engine of a model, which the page's first caller starts and its last one ends. */
export class EngineAccess {
  readonly #urls: ModelUrls;
  #client: ModelClient | undefined;

  constructor(urls: ModelUrls = main) {
    this.#urls = urls;
  }

  /** Loads what is not there yet; after a failure, again. Rejects with a `ModelError`. */
  async open(): Promise<Engine> {
    if (this.#client) await this.#client.restart();
    const { manifest: address, decoder, styles: table, patches } = this.#urls;
    this.#client ??= createClient({ manifestUrl: absolute(address), urls: { decoder: absolute(decoder), styles: absolute(table), ...(patches ? { patches: absolute(patches) } : {}) } });
    const client = this.#client;
    const [manifest, styles] = await Promise.all([client.ready, client.styles()]);
    return { client, manifest, styles };
  }

  close(): void {
    this.#client?.close();
    this.#client = undefined;
  }
}
