/** The walk shown twice: the code of the live letters, and the painter of the strip. */
import { addDirection, lerp } from '../../inference/latent.ts';
import { ATTRIBUTES, type Styles } from '../../inference/styles.ts';
import { timeOf } from '../../inference/studio/clock.ts';
import { InkCanvas, type DrawnWord, type Setting } from '../base/ink-canvas.ts';
import { quartilesOf } from './plan/ladder.ts';
import { frameAt } from './plan/say.ts';
import { cornerOf, FRAME, FRAMES } from './plan/strip.ts';

/** Runs that are timed, after one that is not. */
const REPEATS = 9;

/** The way between two styles, and off it. */
export class Walk {
  readonly #a: Float32Array;
  readonly #b: Float32Array;
  readonly #styles: Styles;

  /** @param ends rows of the table of styles */
  constructor(styles: Styles, [a = 0, b = 0]: readonly number[]) {
    const size = styles.codes.length / styles.count;
    this.#styles = styles;
    [this.#a, this.#b] = [a, b].map((row) => styles.codes.subarray(row * size, (row + 1) * size)) as [Float32Array, Float32Array];
  }

  at(t: number, push: number): Float32Array {
    return addDirection(lerp(this.#a, this.#b, t), this.#styles.directions, ATTRIBUTES.indexOf('weight'), push);
  }
}

/** The sheet of frames, and a canvas over the box that shows one of them. */
export class Strip {
  readonly #box: HTMLElement;
  readonly #canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D | null;
  readonly #sheet: ImageBitmap;
  #ink: string;
  #frame = 0;

  constructor(box: HTMLElement, sheet: ImageBitmap) {
    [this.#box, this.#sheet, this.#ink] = [box, sheet, getComputedStyle(box).color];
    [this.#canvas.width, this.#canvas.height] = [FRAME.width, FRAME.height];
    this.#canvas.className = 'pc-frames';
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#context = this.#canvas.getContext('2d');
  }

  /** Fetches and unpacks the sheet. */
  static async open(url: string, signal: AbortSignal): Promise<ImageBitmap> {
    const answer = await fetch(url, { signal });
    if (!answer.ok) throw new Error('The strip could not be loaded.');
    return createImageBitmap(await answer.blob());
  }

  show(t: number): void {
    this.paint(frameAt(t, FRAMES));
    if (this.#canvas.isConnected) return;
    this.#box.append(this.#canvas);
    this.#box.classList.add('live');
  }

  paint(frame: number): void {
    const context = this.#context;
    if (!context) return;
    this.#frame = frame;
    const [x, y] = cornerOf(frame);
    context.globalCompositeOperation = 'copy';
    context.drawImage(this.#sheet, x, y, FRAME.width, FRAME.height, 0, 0, FRAME.width, FRAME.height);
    // Only coverage was sent; the ink is the page’s.
    context.globalCompositeOperation = 'source-in';
    context.fillStyle = this.#ink;
    context.fillRect(0, 0, FRAME.width, FRAME.height);
  }

  recolour(): void {
    this.#ink = getComputedStyle(this.#box).color;
    this.paint(this.#frame);
  }

  /** Milliseconds of painting one frame, the median of several runs. */
  async time(resolution: number, turn: () => Promise<boolean>): Promise<number | undefined> {
    // On a canvas of its own: one that is read back may be moved to other memory by the browser.
    const probe = new Strip(this.#box, this.#sheet);
    let frame = 0;
    return runs(() => {
      probe.paint(frame++ % FRAMES);
      finish(probe.#context);
    }, resolution, turn);
  }

  remove(): void {
    this.#canvas.remove();
    this.#box.classList.remove('live');
    this.#sheet.close();
  }
}

/** Milliseconds of painting a drawn word in a box of the page, on a canvas of its own, the median of several runs. */
export async function timePainting(word: DrawnWord, box: HTMLElement, setting: Setting, resolution: number, turn: () => Promise<boolean>): Promise<number | undefined> {
  const shelf = document.createElement('div');
  const probe = new InkCanvas(shelf, setting);
  probe.resize({ width: box.clientWidth, height: box.clientHeight });
  // The engine lends its fields until the next word.
  const own: DrawnWord = { ...word, fields: word.fields.slice(), advances: word.advances.slice() };
  try {
    probe.paintWord(own);
    const context = shelf.querySelector('canvas')?.getContext('2d') ?? null;
    return await runs(() => {
      probe.paintWord(own);
      finish(context);
    }, resolution, turn);
  } finally {
    probe.remove();
  }
}

/** Has everything drawn that a canvas has only noted down: reading one pixel waits for it. */
function finish(context: CanvasRenderingContext2D | null): void {
  context?.getImageData(0, 0, 1, 1);
}

async function runs(run: () => void, resolution: number, turn: () => Promise<boolean>): Promise<number | undefined> {
  const took: number[] = [];
  for (let i = 0; i <= REPEATS; i++) {
    const ms = timeOf(run, resolution, () => performance.now());
    if (i > 0) took.push(ms);
    if (!(await turn())) return undefined;
  }
  return quartilesOf(took).median;
}
