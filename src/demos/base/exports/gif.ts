/** A film as a GIF that goes on for ever. Runs in a worker and in Node. */
import { GIFEncoder } from 'gifenc/dist/gifenc.esm.js';
import { DELAY, loop, PALETTE, SIZE } from './film.ts';

/**
 * Writes the file.
 * @param frames the stations of a film, as `printFilm` gives them
 * @param step called after each picture with how many are done; may wait, and ends it by returning `false`
 */
export async function writeGif(frames: readonly Uint8Array<ArrayBuffer>[], step: (done: number, all: number) => Promise<boolean>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { width, height } = SIZE;
  const order = loop(frames.length);
  const gif = GIFEncoder();
  for (const [i, station] of order.entries()) {
    const frame = frames[station];
    if (frame) gif.writeFrame(frame, width, height, { delay: DELAY, ...(i === 0 && { palette: PALETTE, repeat: 0 }) });
    if (!(await step(i + 1, order.length))) return undefined;
  }
  gif.finish();
  return gif.bytes();
}
