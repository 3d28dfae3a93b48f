/** Long jobs of the demonstrations: sampling from words, fitting to a drawing. Loaded by those demonstrations alone that need it. */
import { createStudio, type Studio } from '../../inference/studio/client.ts';
import decoderUrl from '../../models/letterforms-1/decoder.bin?url';
import manifestUrl from '../../models/letterforms-1/manifest.json?url';
import priorUrl from '../../models/letterforms-1/prior.bin?url';
import stylesUrl from '../../models/letterforms-1/styles.bin?url';

/** Addresses are absolute: a worker would resolve them against its own. */
const absolute = (url: string): string => new URL(url, document.baseURI).href;

/** A studio with the shipped model, and with the reader where its addresses are given; it ends with `signal`. */
export function openStudio(signal: AbortSignal, reader?: { manifestUrl: string; url: string }): Studio {
  const studio = createStudio({ manifestUrl: absolute(manifestUrl), urls: { decoder: absolute(decoderUrl), styles: absolute(stylesUrl), prior: absolute(priorUrl) }, reader: reader && { manifestUrl: absolute(reader.manifestUrl), url: absolute(reader.url) } });
  signal.addEventListener('abort', () => studio.close(), { once: true });
  return studio;
}
