/** Opening a typeface of the reader's own: what opens it is loaded when a file is chosen. */
import type { Engine } from '../base/engine.ts';
import type { OwnFont } from './font.ts';

/** The typeface in a file, or one sentence about why there is none. */
export async function openOwn(file: File, engine: Engine | undefined): Promise<OwnFont | string> {
  if (!engine) return 'The model is not there yet; choose the file again when it is.';
  try {
    const { openFont } = await import('./font.ts');
    return await openFont(file, engine.manifest.field);
  } catch (error) {
    // What is wrong with the file is said in plain words; the rest is not the reader’s concern.
    return error instanceof Error && error.message ? error.message : 'The file could not be opened.';
  }
}
