/**
 * A page's access to a model. The engine runs in a worker that all who use the same model share and the last one ends;
 * without workers it runs, by the same protocol, on the page's own thread.
 */
import { connect, type Connection, type ConnectionOptions } from './connection.ts';
import type { Manifest } from './manifest.ts';
import { createFrame, type Frame } from './protocol.ts';
import type { Styles } from './styles.ts';

/** Which model, how to reach it, and until when. */
export interface ClientOptions extends ConnectionOptions {
  /** Closes the client when it is aborted. */
  signal?: AbortSignal;
}

/** What to draw. */
export interface DrawRequest {
  /** The code, or one for each place where it is read. It is copied at once. */
  z: ArrayLike<number>;
  /** Indices of the glyphs in `manifest.glyphs`, without spaces. Copied likewise. */
  glyphs: ArrayLike<number>;
  /** How strongly each of the model's patches is laid on, in the order of its `patches.bin`; none where left out. See `readPatches`. */
  patches?: readonly number[] | undefined;
  /** Who asks: of the requests of one channel that wait, only the newest is drawn. */
  channel?: string;
  /** Gives the request up: once aborted it is not begun, and its word not handed over. */
  signal?: AbortSignal;
}

/** A drawn word. Its arrays are lent: they stand until the next word of the same channel arrives. */
export interface Word {
  glyphs: Uint16Array;
  /** Signed distances in cap heights, side · side for each glyph. */
  fields: Float32Array;
  /** In cap heights. */
  advances: Float32Array;
}

/** A page's access to a model. What fails rejects with a `ModelError`. */
export interface ModelClient {
  /** When glyphs can be drawn. */
  readonly ready: Promise<Manifest>;
  /**
   * Draws a word. Resolves with `undefined` if a newer request of its channel took its place before it was begun, or if it was given up.
   * What has been begun is finished: on a slow machine a hand that never rests would else never see anything.
   */
  draw: (request: DrawRequest) => Promise<Word | undefined>;
  /** The styles of the map; loaded when first asked for. */
  styles: () => Promise<Styles>;
  /** Starts again after a failure. */
  restart: () => Promise<Manifest>;
  /** Ends this access; requests under way resolve with `undefined`. */
  close: () => void;
}

/** One line of requests, and its two frames: one lent to the page, one under way. */
interface Channel {
  spare: Frame[];
  lent?: Frame;
  /** The newest request, not yet begun. */
  waiting?: Pending | undefined;
  /** The request under way. */
  current?: Pending | undefined;
  /** Copies of what the waiting request asked for. */
  z: number[];
  glyphs: number[];
  patches: readonly number[] | undefined;
}

interface Pending {
  resolve: (word?: Word) => void;
  reject: (error: unknown) => void;
  signal: AbortSignal | undefined;
}

/** Makes a client and begins to load the model. */
export function createClient(options: ClientOptions): ModelClient {
  const channels = new Map<string, Channel>();
  let connection: Connection;
  let manifest: Manifest | undefined;
  let closed = false;

  const start = (): Promise<Manifest> => {
    connection = connect(options);
    manifest = undefined;
    connection.ready.then(
      (opened) => {
        manifest = opened;
        channels.forEach(next);
      },
      (error: unknown) => {
        for (const channel of channels.values()) channel.waiting?.reject(error);
      },
    );
    return connection.ready;
  };

  /** Begins what waits, if nothing is under way. */
  const next = (channel: Channel): void => {
    const { waiting: pending, z, glyphs, patches } = channel;
    if (!manifest || channel.current || !pending) return;
    channel.waiting = undefined;
    if (pending.signal?.aborted) return pending.resolve();
    const { side } = manifest.field;
    const count = glyphs.length;
    let frame = channel.spare.pop();
    // Room for some letters more: somebody is typing.
    if (!frame || frame.glyphs.length < count || frame.z.length !== z.length) frame = createFrame(z.length, Math.ceil((count + 1) / 8) * 8, side);
    frame.z.set(z);
    frame.glyphs.set(glyphs);
    channel.current = pending;
    const done = (): void => {
      channel.current = undefined;
      next(channel);
    };
    connection.draw(frame, count, patches).then((drawn) => {
      if (channel.lent) channel.spare.push(channel.lent);
      channel.lent = drawn;
      const { glyphs: ids, fields, advances } = drawn;
      if (pending.signal?.aborted) pending.resolve();
      else pending.resolve({ glyphs: ids.subarray(0, count), fields: fields.subarray(0, count * side * side), advances: advances.subarray(0, count) });
    }).catch(pending.reject).then(done);
  };

  const draw: ModelClient['draw'] = ({ z, glyphs, patches, channel: name = '', signal }) => new Promise((resolve, reject) => {
    if (closed || signal?.aborted) return resolve(undefined);
    if (connection.failure) return reject(connection.failure);
    let channel = channels.get(name);
    if (!channel) channels.set(name, (channel = { spare: [], z: [], glyphs: [], patches: undefined }));
    channel.waiting?.resolve();
    channel.waiting = { resolve, reject, signal };
    copy(z, channel.z);
    copy(glyphs, channel.glyphs);
    channel.patches = patches && [...patches];
    next(channel);
  });

  const close = (): void => {
    if (closed) return;
    closed = true;
    for (const { current, waiting } of channels.values()) {
      current?.resolve();
      waiting?.resolve();
    }
    channels.clear();
    connection.release();
  };
  start();
  options.signal?.addEventListener('abort', close, { once: true });
  if (options.signal?.aborted) close();

  return {
    get ready() {
      return connection.ready;
    },
    draw,
    styles: () => connection.styles(),
    restart: () => {
      if (closed || !connection.failure) return connection.ready;
      connection.release();
      return start();
    },
    close,
  };
}

/** An array of its own is reused: nothing is allocated for a frame. */
function copy(from: ArrayLike<number>, to: number[]): void {
  to.length = from.length;
  for (let i = 0; i < from.length; i++) to[i] = from[i]!;
}
