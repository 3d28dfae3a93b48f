/** The engine on the page's own thread, for where there are no workers. It works in slices and lets the page have its turn between them. */
import type { Decoder, Patcher } from './decoder.ts';
import { createHost } from './host.ts';
import type { Answer, Frame, Request } from './protocol.ts';

/** Longest slice of work between two turns of the page, in milliseconds; with one glyph more it stays below a frame's half. */
const SLICE = 4;

/** The same as a worker, without the worker. */
export function openLocal(receive: (answer: Answer) => void): { send: (request: Request) => void; end: () => void } {
  // Timers are held back to four milliseconds; messages are not.
  const { port1, port2 } = new MessageChannel();
  const turns: (() => void)[] = [];
  port1.onmessage = () => turns.shift()?.();
  const yieldTurn = (): Promise<void> => new Promise((resolve) => {
    turns.push(resolve);
    port2.postMessage(0);
  });
  const draw = async (decoder: Decoder, { z, glyphs, fields, advances }: Frame, count: number, patcher: Patcher | undefined): Promise<void> => {
    const cells = fields.length / glyphs.length;
    let start = performance.now();
    for (let i = 0; i < count; i++) {
      if (performance.now() - start > SLICE) {
        await yieldTurn();
        start = performance.now();
      }
      decoder.decodeWord(z, glyphs.subarray(i, i + 1), fields.subarray(i * cells, (i + 1) * cells), advances.subarray(i, i + 1), patcher);
    }
  };
  const handle = createHost({ send: receive, draw });
  return { send: handle, end: () => port1.close() };
}
