/** What the timed scripts share: numbers in order, and a key whose result is on the screen. */
import type { Page } from 'playwright';

/** The middle, the slow end and the slowest of a list of milliseconds. */
export function spread(times: readonly number[]): { median: number; p95: number; max: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { median: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 };
}

/** Milliseconds of one key. */
export interface KeyTime {
  /** Script, style and layout: what has to fit into one frame, so that the next one shows the result. */
  work: number;
  /** Until the frame with the result has been painted; up to a frame of it is waiting for the screen. */
  paint: number;
}

/**
 * Times keys, the words typed letter by letter into a field that is there.
 * @param rest milliseconds between two keys
 */
export function typeAndTime(page: Page, field: string, words: readonly string[], rest: number): Promise<KeyTime[]> {
  return page.evaluate(async ({ selector, list, pause }) => {
    const input = document.querySelector<HTMLInputElement>(selector);
    if (!input) throw new Error(`there is no ${selector}`);
    // A message is handled after the frame that the callback belongs to has been handed to the compositor.
    const painted = (): Promise<void> =>
      new Promise((resolve) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(0);
      }));
    const times: KeyTime[] = [];
    for (const word of list) {
      for (let length = 1; length <= word.length; length++) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        const start = performance.now();
        input.value = word.slice(0, length);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        document.body.getBoundingClientRect();
        const work = performance.now() - start;
        await painted();
        times.push({ work, paint: performance.now() - start });
      }
    }
    return times;
  }, { selector: field, list: words, pause: rest });
}
