/** What moves by itself: frame after frame while it can be seen, until it is told to stop. */

/** A frame that comes later than this was not shown: the time does not count. */
const LATE = 250;

export class Journey {
  readonly #move: (seconds: number) => void;
  #start = 0;
  #last = 0;
  #frame = 0;
  #going = true;

  /** @param move called in every frame with the seconds since it set out, time out of sight not counted */
  constructor(move: (seconds: number) => void) {
    this.#move = move;
    this.#start = this.#last = performance.now();
    this.resume();
  }

  /** Goes on after a pause. */
  resume(): void {
    cancelAnimationFrame(this.#frame);
    const step = (now: number): void => {
      if (!this.#going) return;
      if (now - this.#last > LATE) this.#start += now - this.#last;
      this.#last = now;
      this.#move(Math.max(0, now - this.#start) / 1000);
      this.#frame = requestAnimationFrame(step);
    };
    if (this.#going) this.#frame = requestAnimationFrame(step);
  }

  /** Waits where it is. */
  pause(): void {
    cancelAnimationFrame(this.#frame);
  }

  /** Ends it. */
  stop(): void {
    this.#going = false;
    this.pause();
  }
}
