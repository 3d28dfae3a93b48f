/** Stands in for a browser around the engine: files behind addresses, and workers that can be held up or killed. */
import { createHost } from '../../src/inference/host.ts';
import type { Answer, Request } from '../../src/inference/protocol.ts';
import type { RandomModel } from './random-model.ts';

/** The model's files under addresses that Node's `fetch` knows. */
export function sourceOf({ manifest, decoder, styles }: RandomModel): { manifest: unknown; urls: { decoder: string; styles: string } } {
  return { manifest, urls: { decoder: dataUrl(decoder), styles: dataUrl(styles) } };
}

/** Bytes as an address. */
export function dataUrl(bytes: Uint8Array | string): string {
  return `data:application/octet-stream;base64,${Buffer.from(bytes).toString('base64')}`;
}

/** A worker on this thread: messages are cloned and transferred as between real ones, and arrive later. */
export class FakeWorker {
  static all: FakeWorker[] = [];
  onmessage: ((event: { data: Answer }) => void) | null = null;
  onerror: (() => void) | null = null;
  onmessageerror: (() => void) | null = null;
  /** Requests that have arrived. */
  readonly received: Request['type'][] = [];
  /** Buffers that came with the requests to draw. */
  readonly buffers: number[] = [];
  ended = false;
  /** Keeps what arrives until `go`. */
  held = false;
  #later: (() => void)[] = [];
  readonly #handle: (request: Request) => void;

  constructor({ starts = true } = {}) {
    FakeWorker.all.push(this);
    this.#handle = createHost({ send: (answer, transfer) => this.#deliver(structuredClone(answer, { transfer })) });
    if (starts) this.#deliver({ type: 'hello', id: 0 });
  }

  /** The same as the browser's type, as far as the client uses it. */
  get worker(): Worker {
    return this as unknown as Worker;
  }

  postMessage(request: Request, transfer: Transferable[]): void {
    const data = structuredClone(request, { transfer });
    this.received.push(data.type);
    if (data.type === 'draw') this.buffers.push(data.frame.z.buffer.byteLength);
    const run = (): void => {
      if (!this.ended) this.#handle(data);
    };
    if (this.held) this.#later.push(run);
    else setTimeout(run);
  }

  /** Lets go what was held. */
  go(): void {
    this.held = false;
    for (const run of this.#later.splice(0)) run();
  }

  /** Dies as a worker does that throws. */
  crash(): void {
    this.onerror?.();
  }

  terminate(): void {
    this.ended = true;
  }

  #deliver(data: Answer): void {
    setTimeout(() => {
      if (!this.ended) this.onmessage?.({ data });
    });
  }
}

/** Collects garbage now. */
export async function collectGarbage(): Promise<void> {
  const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([import('node:v8'), import('node:vm')]);
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let i = 0; i < 4; i++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
