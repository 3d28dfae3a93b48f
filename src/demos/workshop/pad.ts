/** The pad of the workshop: what the reader draws is what a code is looked for. */
import { bindPen } from '../base/pen/pen.ts';
import { NIB } from '../base/pen/pad.ts';
import { lineOf, tidy, type Stroke } from '../base/pen/strokes.ts';
import { Plate } from '../base/pen/plate.ts';

export class Pad {
  readonly #plate: Plate | undefined;
  #ink: readonly Stroke[] = [];

  /** @param drawn told of every stroke that is done */
  constructor(root: HTMLElement, signal: AbortSignal, drawn: (ink: readonly Stroke[]) => void) {
    const [pad, box] = [root.querySelector<HTMLElement>('[data-pad]'), root.querySelector<HTMLElement>('[data-plate]')];
    if (!pad || !box) return;
    const plate = (this.#plate = new Plate(box));
    const sizes = new ResizeObserver(() => plate.again());
    sizes.observe(pad);
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      plate.remove();
    });
    bindPen(pad, signal, {
      inked: (from, [x, y, width]) => plate.stroke(from, [x, y, NIB * width]),
      dropped: () => plate.again(),
      done: (places, pressed) => {
        const stroke = tidy(places, pressed);
        if (stroke) drawn([...this.#ink, stroke]);
        else plate.again();
      },
    });
  }

  /** Shows a drawing. */
  show(ink: readonly Stroke[]): void {
    this.#ink = ink;
    this.#plate?.ink(ink.map((stroke) => lineOf(stroke).map(([x, y, width]) => [x, y, NIB * width] as const)));
  }

  /** The ink has changed. */
  again(): void {
    this.#plate?.again();
  }
}
