/** The engine on the page's own thread, for where there are no workers. It works in slices and lets the page have its turn between them. */
import { createHost } from './host.ts';
import type { Answer, Request } from './protocol.ts';

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
  const handle = createHost({ send: receive, yieldTurn });
  return { send: handle, end: () => port1.close() };
}
