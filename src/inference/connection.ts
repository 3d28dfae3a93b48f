/** The line to an engine: one for each model, shared by all clients on the page, cut by the last. */
import { asModelError, ModelError } from './errors.ts';
import type { FileKey, Manifest } from './manifest.ts';
import type { Answer, Frame, ModelSource, Request } from './protocol.ts';
import type { Styles } from './styles.ts';

/** Which model, and how to reach it. */
export interface ConnectionOptions {
  /** The parsed `manifest.json`. */
  manifest?: unknown;
  /** Or its address. */
  manifestUrl?: string;
  /** Addresses of the files; the decoder's is needed. */
  urls: Partial<Record<FileKey, string>>;
  /** Milliseconds after which an engine that does not answer counts as failed. 60,000 unless told. */
  patience?: number;
  /** Makes the worker; `undefined` stands for none. For tests. */
  worker?: () => Worker | undefined;
}

/** The line to an engine. */
export interface Connection {
  readonly ready: Promise<Manifest>;
  /** Why it is dead, if it is. */
  readonly failure: ModelError | undefined;
  /** Sends a frame away and gives it back drawn. */
  draw: (frame: Frame, count: number, strengths: readonly number[] | undefined) => Promise<Frame>;
  /** The styles of the map; loaded once. */
  styles: () => Promise<Styles>;
  /** To be called once by everybody who connected. */
  release: () => void;
}

/** What takes requests: a worker, or the engine on this thread. */
interface Port {
  send: (request: Request, transfer: Transferable[]) => void;
  end: () => void;
}

/** A request before it has its number. */
type Unnumbered = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;
/** The answer of a kind. */
type AnswerOf<T extends Answer['type']> = Extract<Answer, { type: T }>;

/** A line, and how many use it. */
interface Line extends Connection {
  users: number;
}

const lines = new Map<string, Line>();

/** The line to a model: the one that is there, unless it is dead, or a new one. */
export function connect(options: ConnectionOptions): Connection {
  const key = JSON.stringify([options.manifestUrl, options.manifest, options.urls]);
  let line = lines.get(key);
  if (!line || line.failure) lines.set(key, (line = openLine(options, key)));
  line.users++;
  return line;
}

function openLine(options: ConnectionOptions, key: string): Line {
  const { patience = 60_000, manifest, manifestUrl, urls } = options;
  const asked = new Map<number, { turns: number; resolve: (answer: Answer) => void; reject: (error: ModelError) => void }>();
  let lastId = 0;
  let failure: ModelError | undefined;
  let port: Port | undefined;
  let found: Promise<Styles> | undefined;

  const die = (error: ModelError): void => {
    failure ??= error;
    clearInterval(watch);
    port?.end();
    for (const { reject } of asked.values()) reject(failure);
    asked.clear();
  };
  const receive = (answer: Answer): void => {
    const asker = asked.get(answer.id);
    asked.delete(answer.id);
    if (answer.type === 'failed') asker?.reject(new ModelError(answer.code, answer.message));
    else asker?.resolve(answer);
  };
  const ask = <T extends Answer['type']>(_answer: T, request: Unnumbered, transfer: Transferable[] = []): Promise<AnswerOf<T>> => new Promise((resolve, reject) => {
    if (failure) return reject(failure);
    const id = ++lastId;
    // The engine answers each kind of request with one kind of answer; `protocol.ts` pairs them.
    asked.set(id, { turns: 0, resolve: (answer) => resolve(answer as AnswerOf<T>), reject });
    port?.send({ ...request, id } as Request, transfer);
  });
  // A worker that the system has ended says nothing; only its silence is noticed. Counted in turns: while a page sleeps, no time passes for it.
  const watch = setInterval(() => {
    for (const request of asked.values()) if (++request.turns > 8) die(new ModelError('timeout', 'The model did not answer in time.'));
  }, patience / 8);

  // In Node there is no location, and addresses are absolute.
  const absolute = (url: string): string => new URL(url, globalThis.location?.href).href;
  const source: ModelSource = { manifest, manifestUrl: manifestUrl && absolute(manifestUrl), urls: Object.fromEntries(Object.entries(urls).map(([key, url]) => [key, absolute(url)])) };
  const opening = openPort(options, patience, receive, die).then((opened) => {
    port = opened;
    if (failure) opened.end();
  });
  const ready = opening.then(() => ask('opened', { type: 'open', source })).then(
    (opened) => opened.manifest,
    (error: unknown) => {
      // Without its model the engine is of no use; another attempt begins with a new one.
      die(asModelError(error, 'unsupported'));
      throw failure;
    },
  );
  ready.catch(() => {});
  const line: Line = {
    users: 0,
    ready,
    get failure() {
      return failure;
    },
    draw: (frame, count, strengths) => ask('drawn', { type: 'draw', frame, count, strengths }, [frame.z.buffer]).then((answer) => answer.frame),
    styles: () => {
      found ??= opening.then(() => ask('styles', { type: 'styles' })).then(({ styles }) => styles);
      found.catch(() => (found = undefined));
      return found;
    },
    release: () => {
      if (--line.users > 0) return;
      if (lines.get(key) === line) lines.delete(key);
      die(new ModelError('stopped', 'The model has been closed.'));
    },
  };
  return line;
}

/** A worker, or, where there is none or it does not start, the engine itself. */
async function openPort({ worker: start = startWorker }: ConnectionOptions, patience: number, receive: (answer: Answer) => void, die: (error: ModelError) => void): Promise<Port> {
  let worker: Worker | undefined;
  try {
    worker = start();
  } catch {
    // Not allowed here.
  }
  const port = worker && await new Promise<Port | undefined>((resolve) => {
    const given = worker!;
    let alive = false;
    const fail = (): void => {
      clearTimeout(timer);
      given.terminate();
      if (alive) die(new ModelError('stopped', 'The model’s engine has stopped.'));
      resolve(undefined);
    };
    const timer = setTimeout(fail, patience / 4);
    given.onmessage = ({ data }: { data: Answer }) => {
      if (alive) return receive(data);
      // The first message only says that it has started.
      alive = true;
      clearTimeout(timer);
      resolve({ send: (request, transfer) => given.postMessage(request, transfer), end: () => given.terminate() });
    };
    given.onerror = given.onmessageerror = fail;
  });
  return port ?? (await import('./local.ts')).openLocal(receive);
}

function startWorker(): Worker | undefined {
  return typeof Worker === 'undefined' ? undefined : new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
