/** Opens the reader from the repository's own files, once for a build. Runs in Node only. */
import { readFileSync } from 'node:fs';
import { createReader, type Reader } from '../inference/reader.ts';

const FOLDER = 'src/models/reader-1';
let opened: Promise<Reader> | undefined;

/** The reader. Paths are relative to the repository's root, where every script and build runs. */
export function openReader(): Promise<Reader> {
  opened ??= createReader(JSON.parse(readFileSync(`${FOLDER}/manifest.json`, 'utf8')), new Uint8Array(readFileSync(`${FOLDER}/reader.bin`)));
  return opened;
}

/** Its file. */
export const READER_FILE = `${FOLDER}/reader.bin`;
