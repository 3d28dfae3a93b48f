/** A film as a WebM, recorded by the browser itself, in the time that it takes to play. */
import { DELAY, loop, PALETTE, SIZE } from './film.ts';

/** What recordings may be, the better kinds first. */
const KINDS = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];
/** Bits a second: flat areas and clean edges need few. */
const RATE = 4_000_000;

/** The kind of WebM that this browser records; `undefined` where it records none. */
export function webmKind(): string | undefined {
  if (typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)) return undefined;
  return KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
}

/** Records a film once there and back; `undefined` if it was called off. */
export async function recordWebm(frames: readonly Uint8Array[], kind: string, signal: AbortSignal, progress: (share: number) => void): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [SIZE.width, SIZE.height];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser lends no canvas');
  const image = context.createImageData(SIZE.width, SIZE.height);
  const pixels = new Uint32Array(image.data.buffer);
  // Little-endian, as every machine with a browser is: alpha, blue, green, red from the top.
  const colours = Uint32Array.from(PALETTE, ([red, green, blue]) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0);
  const show = (station: number): void => {
    frames[station]?.forEach((index, i) => (pixels[i] = colours[index] ?? 0));
    context.putImageData(image, 0, 0);
  };
  show(0);
  const stream = canvas.captureStream();
  const recorder = new MediaRecorder(stream, { mimeType: kind, videoBitsPerSecond: RATE });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise<void>((resolve, reject) => {
    recorder.onstop = () => resolve();
    recorder.onerror = () => reject(new Error('the browser’s recorder stopped'));
  });
  recorder.start();
  const order = [...loop(frames.length), 0];
  const start = performance.now();
  for (const [i, station] of order.entries()) {
    show(station);
    progress((i + 1) / order.length);
    await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, Math.max(0, start + (i + 1) * DELAY - performance.now())))]);
    if (signal.aborted || recorder.state === 'inactive') break;
  }
  if (recorder.state !== 'inactive') recorder.stop();
  await stopped;
  for (const track of stream.getTracks()) track.stop();
  return signal.aborted ? undefined : new Blob(parts, { type: 'video/webm' });
}
