/** The studio in a worker. */
import { createStudioHost } from './host.ts';
import type { StudioAnswer, StudioRequest } from './protocol.ts';

/** Of the worker's own scope, no more than is used: the DOM's types know only a window. */
interface Scope {
  onmessage: (event: { data: StudioRequest }) => void;
  postMessage: (message: StudioAnswer) => void;
}

const scope = globalThis as unknown as Scope;
const handle = createStudioHost((answer) => scope.postMessage(answer));
scope.onmessage = ({ data }) => handle(data);
scope.postMessage({ type: 'hello', id: 0 });
