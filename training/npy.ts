/** Reads NumPy array files, for the steps of training that run in Node. */
import { readFileSync } from 'node:fs';

/** A NumPy array file, version 1, in C order: its shape and its raw bytes. */
export function readNpy(file: URL): { shape: number[]; bytes: Uint8Array } {
  const data = readFileSync(file);
  const start = 10 + data.readUInt16LE(8);
  const header = data.toString('latin1', 10, start);
  const shape = /'shape': \(([^)]*)\)/.exec(header)?.[1]?.split(',').filter((part) => part.trim()).map(Number);
  if (data[6] !== 1 || !shape || header.includes("'fortran_order': True")) throw new Error(`${file.pathname}: expected a NumPy 1.0 file in C order, found ${header}`);
  return { shape, bytes: data.subarray(start) };
}
