/** The engine behind the protocol: the same in a worker and, where there are no workers, on the page's own thread. */
import { createDecoder, type Decoder } from './decoder.ts';
import { asModelError } from './errors.ts';
import { load, loadJson } from './load.ts';
import { parseManifest } from './manifest.ts';
import type { Answer, Frame, ModelSource, Request } from './protocol.ts';
import { readStyles } from './styles.ts';

/** How the engine lives with whatever else runs on its thread. */
export interface HostOptions {
  send: (answer: Answer, transfer: Transferable[]) => void;
  /** On a page's own thread: lets the page have its turn. Work is then done in slices. */
  yieldTurn?: () => Promise<void>;
}

/** Longest slice of work between two turns of the page, in milliseconds; with one glyph more it stays below a frame's half. */
const SLICE = 4;

/** Starts an engine; what it returns takes the requests. */
export function createHost({ send, yieldTurn }: HostOptions): (request: Request) => void {
  let source: ModelSource;
  let opened: Promise<Decoder> | undefined;
  let decoder: Decoder | undefined;

  const open = async (): Promise<Decoder> => {
    // Asked for at once, not only when the manifest has come.
    const file = load(source.urls.decoder);
    file.catch(() => {});
    const manifest = parseManifest(source.manifest ?? await loadJson(source.manifestUrl));
    return createDecoder(manifest, await file);
  };
  const answer = async (request: Request): Promise<void> => {
    const { id } = request;
    if (request.type === 'open') {
      source = request.source;
      decoder = await (opened = open());
      send({ type: 'opened', id, manifest: decoder.manifest, kind: decoder.kind }, []);
    } else if (request.type === 'styles') {
      const bytes = await load(source.urls.styles);
      send({ type: 'styles', id, styles: await readStyles((await opened!).manifest, bytes) }, []);
    } else {
      const { frame, count } = request;
      // No waiting for what is there: a frame is drawn in the very turn in which it arrives.
      const ready = decoder ?? await opened!;
      if (yieldTurn) await drawInSlices(ready, frame, count, yieldTurn);
      else ready.decodeWord(frame.z, frame.glyphs.subarray(0, count), frame.fields, frame.advances);
      send({ type: 'drawn', id, frame }, [frame.z.buffer]);
    }
  };
  return (request) => {
    answer(request).catch((error: unknown) => {
      const { code, message } = asModelError(error, 'unsupported');
      send({ type: 'failed', id: request.id, code, message }, []);
    });
  };
}

async function drawInSlices(decoder: Decoder, { z, glyphs, fields, advances }: Frame, count: number, yieldTurn: () => Promise<void>): Promise<void> {
  const cells = fields.length / glyphs.length;
  let start = performance.now();
  for (let i = 0; i < count; i++) {
    if (performance.now() - start > SLICE) {
      await yieldTurn();
      start = performance.now();
    }
    decoder.decodeWord(z, glyphs.subarray(i, i + 1), fields.subarray(i * cells, (i + 1) * cells), advances.subarray(i, i + 1));
  }
}
