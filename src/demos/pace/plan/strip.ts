/** The strip: how many frames there are, how large, and where each lies on its sheet. Pure. */

/** Frames of the walk one way; the way back is the same frames. */
export const FRAMES = 48;
/** Frames a second, of the strip and of the live letters alike. */
export const RATE = 12;
/** Size of a frame, in pixels, and how many stand beside each other on the sheet. */
export const FRAME = { width: 540, height: 150, across: 6 } as const;
/** Size of the sheet. */
export const SHEET = { width: FRAME.width * FRAME.across, height: FRAME.height * Math.ceil(FRAMES / FRAME.across) } as const;

/** Left upper corner of a frame on the sheet. */
export function cornerOf(frame: number): readonly [x: number, y: number] {
  return [(frame % FRAME.across) * FRAME.width, Math.floor(frame / FRAME.across) * FRAME.height];
}

/** Where a show is after so many frames from a place: there and back without end, a turn at either end. */
export function placeAfter(frames: number, from: number): number {
  const last = FRAMES - 1;
  const at = (from * last + frames) % (2 * last);
  return Math.round((at <= last ? at : 2 * last - at) * 1e6 / last) / 1e6;
}
