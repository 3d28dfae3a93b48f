/** The boxes of a demonstration in which words are drawn: words asked of the engine and painted in turn, a little in each frame. */
import type { Engine } from './engine.ts';
import { InkCanvas, type DrawnWord } from './ink-canvas.ts';
import type { Word } from './words.ts';

/** Milliseconds of a frame that painting may take; what is left over is painted in the next. */
const BUDGET = 5;

/** Lines of one demonstration are its own: two on one page would take each other's turns. */
let count = 0;

/** What a stage needs besides its boxes. */
export interface StageOptions {
  /** Ends everything. */
  signal: AbortSignal;
  /** Told what stopped the engine. */
  failed: (error: unknown) => void;
  /** Paints a box in another way than plainly with its word; `true` if it did. */
  paint?: (name: string, canvas: InkCanvas) => boolean;
  /** Called when it comes into view, to ask for whatever may have changed meanwhile. */
  shown?: () => void;
}

/** The boxes, elements with `data-view`, and what was last drawn for each. */
export class Stage {
  /** Beginning of the names of this stage's lines to the engine. */
  readonly id = `stage-${count++}`;
  readonly #engine: Engine;
  readonly #options: StageOptions;
  readonly #canvases = new Map<string, InkCanvas>();
  readonly #words = new Map<string, DrawnWord>();
  readonly #due = new Set<string>();
  readonly #sizes: ResizeObserver;
  #frame = 0;
  #visible = true;

  /** @param root holds the boxes; those added later are taken up by `adopt` */
  constructor(root: HTMLElement, engine: Engine, options: StageOptions) {
    [this.#engine, this.#options] = [engine, options];
    this.#sizes = new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) {
        const name = (target as HTMLElement).dataset['view'] ?? '';
        if (this.#canvases.get(name)?.resize(contentRect)) this.paintSoon(name);
      }
    });
    this.adopt(root);
    options.signal.addEventListener('abort', () => {
      this.#sizes.disconnect();
      cancelAnimationFrame(this.#frame);
      for (const canvas of this.#canvases.values()) canvas.remove();
    });
  }

  /** Names of the boxes. */
  get names(): string[] {
    return [...this.#canvases.keys()];
  }

  has(name: string): boolean {
    return this.#canvases.has(name);
  }

  /** Takes up boxes that are new in the page, and drops those that have left it. */
  adopt(root: HTMLElement): void {
    for (const [name, canvas] of this.#canvases) {
      if (root.contains(canvas.box)) continue;
      this.#sizes.unobserve(canvas.box);
      canvas.remove();
      this.#canvases.delete(name);
      this.#words.delete(name);
    }
    const { field: geometry, space } = this.#engine.manifest;
    for (const box of root.querySelectorAll<HTMLElement>('[data-view]')) {
      const name = box.dataset['view'] ?? '';
      if (this.#canvases.has(name)) continue;
      const canvas = new InkCanvas(box, { geometry, space, align: box.dataset['align'] === 'middle' ? 'middle' : 'start' });
      this.#canvases.set(name, canvas);
      canvas.resize({ width: box.clientWidth, height: box.clientHeight });
      this.#sizes.observe(box);
    }
  }

  get visible(): boolean {
    return this.#visible;
  }

  /** Draws only while it can be seen. */
  set visible(visible: boolean) {
    this.#visible = visible;
    if (visible) this.#options.shown?.();
  }

  /** Draws a word in a style, by weights with patches laid on where strengths of them are given, and paints it in its box. A box that is not there may be drawn for, too: see `drawn`. */
  async draw(name: string, { text, glyphs }: Word, z: ArrayLike<number>, patches?: readonly number[]): Promise<void> {
    const { signal, failed } = this.#options;
    if (!this.#visible) return;
    // The caller may use its own again before the word is there.
    const own = Float32Array.from(z);
    try {
      const drawn = await this.#engine.client.draw({ z: own, glyphs, patches, channel: `${this.id}/${name}`, signal });
      if (!drawn || signal.aborted) return;
      this.#words.set(name, { text, fields: drawn.fields, advances: drawn.advances, z: own });
      this.paintSoon(name);
    } catch (error) {
      failed(error);
    }
  }

  /** Shows a word that was drawn elsewhere. */
  show(name: string, word: DrawnWord): void {
    this.#words.set(name, word);
    this.paintSoon(name);
  }

  /** The word that was last drawn for a box. */
  drawn(name: string): DrawnWord | undefined {
    return this.#words.get(name);
  }

  /** Paints a box in one of the next frames. */
  paintSoon(name: string): void {
    if (!this.#canvases.has(name)) return;
    this.#due.add(name);
    this.#frame ||= requestAnimationFrame(() => this.#flush());
  }

  /** The ink has changed: everything is painted again. */
  recolour(): void {
    for (const canvas of this.#canvases.values()) canvas.readInk();
    for (const canvas of this.#canvases.values()) canvas.again();
  }

  #flush(): void {
    const start = performance.now();
    this.#frame = 0;
    for (const name of this.#due) {
      this.#due.delete(name);
      const [canvas, word] = [this.#canvases.get(name), this.#words.get(name)];
      if (canvas && !this.#options.paint?.(name, canvas) && word) canvas.paintWord(word);
      if (performance.now() - start > BUDGET) break;
    }
    if (this.#due.size > 0) this.#frame = requestAnimationFrame(() => this.#flush());
  }
}
