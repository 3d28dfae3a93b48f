/** What is said of pace: shares of ink, milliseconds, and what was measured. Pure. */
import type { Quartiles } from './ladder.ts';

/** A share as it is written everywhere: “94%”; never all of it unless it is. */
export function sayShare(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const percent = Math.round(share * 100);
  return `${percent === 100 && share < 1 ? '>99' : percent}%`;
}

/** “94% (88–97)”. */
export function saySpread({ low, median, high }: Quartiles): string {
  const [from, to] = [low, high].map((share) => Math.round(share * 100));
  return `${sayShare(median)} (${from === to ? from : `${from}–${to}`})`;
}

/** Milliseconds, with as many digits as mean something: “0.34”, “2.1”, “140”. */
export function sayTime(ms: number): string {
  return ms < 1 ? ms.toFixed(2) : ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en-GB');
}

/** “2.1 (2.0–2.4)”: the median, and between what the middle half lies. */
export function sayTimes({ low, median, high }: Quartiles): string {
  const [from, to] = [sayTime(low), sayTime(high)];
  return `${sayTime(median)} (${from === to ? from : `${from}–${to}`})`;
}

/** How a take fares on one rung. */
export function sayRung(steps: number, share: number, obeyed: boolean | undefined): string {
  const asked = obeyed === undefined ? '' : obeyed ? ', obeyed' : ', not obeyed';
  return `${sayShare(share)}${steps === 64 ? '' : ' shared'}${asked}`;
}

/** The reading of the rung that is shown large. */
export function sayReading(steps: number, share: number, seen: string, obeyed: boolean | undefined): string {
  const held = steps === 64 ? 'what the others are held against' : `${sayShare(share)} of the ink shared with 64`;
  return `${steps} ${steps === 1 ? 'step' : 'steps'}: ${held}. Seen: ${seen}${obeyed === undefined ? '' : obeyed ? '; every word that was asked is obeyed' : '; not every word that was asked is obeyed'}.`;
}

/** Where on its way the walk is, and which frame of the strip stands nearest. */
export function sayPlace(t: number, frames: number): string {
  return `${t.toFixed(2)} · frame ${frameAt(t, frames) + 1} of ${frames}`;
}

/** The frame of a strip that is nearest to a share of the way. */
export function frameAt(t: number, frames: number): number {
  return Math.round(Math.min(Math.max(t, 0), 1) * (frames - 1));
}

/** How far the live letters are pushed off the way. */
export function sayPush(push: number): string {
  return Math.abs(push) < 0.05 ? 'on the way' : `${Math.abs(push).toFixed(1)} deviations ${push < 0 ? 'lighter' : 'heavier'}`;
}

/** What was measured, and how. */
export function sayMeasured(resolution: number, repeats: number, letters: number, drawing: Quartiles): string {
  return `Measured here: ${repeats} rounds after one to warm up; the median, and between what the middle half lay. The clock ticks every ${sayTime(resolution)} ms; where a run is shorter than ten ticks, several are timed as one. Sampling is from words to code. Drawing ${letters} ${letters === 1 ? 'letter' : 'letters'} from a code takes ${sayTimes(drawing)} ms more, whatever the steps.`;
}

/** From which walk on the decoder is lighter than as many strips. */
export function sayEven({ strip, decoder, code }: { strip: number; decoder: number; code: number }): string {
  if (decoder + 2 * code <= strip) return 'One walk is enough for the live letters to be the lighter.';
  const walk = Math.ceil((decoder + code) / (strip - code));
  return `For one walk the strip is the lighter; from ${walk} walks on, the live letters are.`;
}

/** Milliseconds at work in a minute of show, and the share of the minute that is. */
export function sayBusy(frame: number, rate: number): string {
  const busy = frame * rate * 60;
  return `${sayTime(busy)} ms, ${busy < 6 ? 'under 0.01' : busy < 600 ? (busy / 600).toFixed(2) : (busy / 600).toFixed(1)}% of it`;
}
