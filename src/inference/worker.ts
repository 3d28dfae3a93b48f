/** The engine in a worker. */
import { createHost } from './host.ts';
import type { Answer, Request } from './protocol.ts';

/** Of the worker's own scope, no more than is used: the DOM's types know only a window. */
interface Scope {
  onmessage: (event: { data: Request }) => void;
  postMessage: (message: Answer, transfer: Transferable[]) => void;
}

const scope = globalThis as unknown as Scope;
const handle = createHost({ send: (answer, transfer) => scope.postMessage(answer, transfer) });
scope.onmessage = ({ data }) => handle(data);
scope.postMessage({ type: 'hello', id: 0 }, []);
