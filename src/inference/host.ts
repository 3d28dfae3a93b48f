/** The engine behind the protocol: the same in a worker and, where there are no workers, on the page's own thread. */
import { createDecoder, type Decoder, type Patcher } from './decoder.ts';
import { asModelError } from './errors.ts';
import { load, loadJson } from './load.ts';
import { parseManifest } from './manifest.ts';
import type { Answer, Frame, ModelSource, Request } from './protocol.ts';
import { readStyles } from './styles.ts';

/** What the engine needs of the thread it runs on. */
export interface HostOptions {
  send: (answer: Answer, transfer: Transferable[]) => void;
  /** Draws a word, if not all at once. */
  draw?: (decoder: Decoder, frame: Frame, count: number, patcher: Patcher | undefined) => Promise<void> | void;
}

/** Starts an engine; what it returns takes the requests. */
export function createHost({ send, draw = drawAtOnce }: HostOptions): (request: Request) => void {
  let source: ModelSource;
  let opened: Promise<Decoder> | undefined;
  let decoder: Decoder | undefined;
  let patches: Promise<(strengths: readonly number[]) => Patcher | undefined> | undefined;

  const open = async (): Promise<Decoder> => {
    // Asked for at once, not only when the manifest has come.
    const file = load(source.urls.decoder);
    file.catch(() => {});
    const manifest = parseManifest(source.manifest ?? await loadJson(source.manifestUrl));
    return createDecoder(manifest, await file);
  };
  /** Few ask for patches, so both they and what applies them are loaded when somebody does. */
  const openPatches = async (): Promise<(strengths: readonly number[]) => Patcher | undefined> => {
    const [{ readPatches }, bytes] = await Promise.all([import('./patches.ts'), load(source.urls.patches)]);
    return readPatches((decoder ?? await opened!).manifest, bytes);
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
      const { frame, count, strengths } = request;
      let patcher: Patcher | undefined;
      if (strengths) {
        patches ??= openPatches();
        patches.catch(() => (patches = undefined));
        patcher = (await patches)(strengths);
      }
      // No waiting for what is there: a frame is drawn in the very turn in which it arrives.
      await draw(decoder ?? await opened!, frame, count, patcher);
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

function drawAtOnce(decoder: Decoder, { z, glyphs, fields, advances }: Frame, count: number, patcher: Patcher | undefined): void {
  decoder.decodeWord(z, glyphs.subarray(0, count), fields, advances, patcher);
}
