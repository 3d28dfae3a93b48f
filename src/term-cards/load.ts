/** Fetches the glossary's small file, once. */
import type { CardFile } from './data.ts';

let file: Promise<CardFile> | undefined;

/** The file; a failed attempt is forgotten, so that the next one tries again. */
export function loadCards(): Promise<CardFile> {
  file ??= fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/terms.json`).then(async (response) => {
    if (!response.ok) throw new Error(`terms.json: ${response.status}`);
    const data: CardFile = await response.json();
    return data;
  });
  file.catch(() => (file = undefined));
  return file;
}
