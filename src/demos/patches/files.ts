/** Where the patches lie, and what was measured of them. */
import record from '../../models/letterforms-1/patches.json?url';
import patches from '../../models/letterforms-1/patches.bin?url';
import { main, type ModelUrls } from '../base/engine.ts';
import { recordOf, type PatchRecord } from './plan/record.ts';

/** The model of the site, with its patches. */
export const patchableUrls: ModelUrls = { ...main, patches };

/** Loads what was measured. Rejects with an `Error` where it does not arrive or is not whole. */
export async function loadRecord(): Promise<PatchRecord> {
  const response = await fetch(record);
  if (!response.ok) throw new Error(`${response.status}`);
  return recordOf(await response.json());
}
