/** Fetches the files of a model. */
import { ModelError } from './errors.ts';

/**
 * A file's bytes.
 * @throws {ModelError} `network`, naming the file
 */
export async function load(url = ''): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url).catch(() => undefined);
  const bytes = response?.ok && await response.arrayBuffer().catch(() => undefined);
  if (bytes) return new Uint8Array(bytes);
  throw new ModelError('network', `The model’s file ${url.replace(/^.*\/|[?#].*$/g, '')} could not be loaded${response ? ` (${response.status})` : ''}.`);
}

/**
 * A parsed JSON file.
 * @throws {ModelError} `network`, or `manifest` if it is no JSON
 */
export async function loadJson(url: string | undefined): Promise<unknown> {
  const bytes = await load(url);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new ModelError('manifest', 'The model’s manifest cannot be used: it is not JSON.');
  }
}
