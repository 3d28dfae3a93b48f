/** Opens the siblings from the repository's own files, each once for a build. Runs in Node only. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { openFrom, type OpenModel } from '../open.ts';
import json from './mirror.json' with { type: 'json' };
import { recordOf, type MirrorRecord, type SiblingId } from './record.ts';

/** A sibling, ready to draw, and what it weighs on the wire, in bytes. */
export interface OpenSibling extends OpenModel {
  bytes: number;
}

const opened = new Map<SiblingId, Promise<OpenSibling>>();

/** A sibling with its decoder. */
export function openSibling(id: SiblingId): Promise<OpenSibling> {
  const sibling = opened.get(id) ?? open(id);
  opened.set(id, sibling);
  return sibling;
}

async function open(id: SiblingId): Promise<OpenSibling> {
  const folder = `src/models/mirrors/${id}`;
  const model = await openFrom(folder);
  const { decoder, styles } = model.manifest.files;
  const bytes = [decoder, styles!].reduce((sum, { path }) => sum + brotliCompressSync(readFileSync(`${folder}/${path}`)).length, 0);
  return { ...model, bytes };
}

/** What was measured of all of them. */
export function theRecord(cells: number): MirrorRecord {
  return recordOf(json, cells);
}
