/** Timing of short work with a clock that ticks coarsely. */

/** How long work took. Each number is the mean of one run, in milliseconds. */
export interface Timed {
  steps: number;
  /** From words to a code. */
  sampling: number[];
  /** From the code to fields. */
  drawing: number[];
}

/** What a device was found to need. */
export interface Timing {
  /** The least that the clock was seen to move, in milliseconds. */
  resolution: number;
  /** Milliseconds from the decoder’s file, which is on the device already, to the first word. */
  opening: number;
  rows: Timed[];
}

/** A run is timed over so many ticks of the clock at least. */
const TICKS = 10;
/** Changes of the clock that are looked at, and how often it is read at most. */
const [CHANGES, MOST] = [20, 500_000];

/** The least that a clock was seen to move; some browsers let it tick only every millisecond. */
export function resolutionOf(now: () => number): number {
  let least = Infinity;
  let before = now();
  for (let reads = 0, changes = 0; reads < MOST && changes < CHANGES; reads++) {
    const at = now();
    if (at === before) continue;
    least = Math.min(least, at - before);
    before = at;
    changes++;
  }
  return Number.isFinite(least) ? least : 0;
}

/** Milliseconds of one run: where one is too short for the clock, as many are timed together as it takes. */
export function timeOf(run: () => void, resolution: number, now: () => number): number {
  const least = resolution * TICKS;
  let runs = 0;
  const start = now();
  let passed: number;
  do {
    run();
    runs++;
    passed = now() - start;
  } while (passed < least && runs < MOST);
  return passed / runs;
}
