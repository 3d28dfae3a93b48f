/** A canvas over a drawn figure: words painted at device resolution in the ink of the page. */
import { crossFade, paintWord, type Picture } from '../../drawing/raster.ts';
import { setLine } from '../../drawing/place.ts';
import type { Geometry } from '../../drawing/field.ts';
import { densityOf, fitWord, type Box } from './draw.ts';

/** A word as the engine drew it, with its text. */
export interface DrawnWord {
  text: string;
  fields: Float32Array;
  advances: Float32Array;
  /** The code it was drawn from, or one for each place where it is read, where that is known. */
  z?: Float32Array;
  /** Length, in cap heights, that it is given room for where it is shorter: several words of one size. */
  room?: number;
}

/** How a word stands in its box. */
export interface Setting {
  geometry: Geometry;
  /** Advance of a space, in cap heights. */
  space: number;
  align: 'start' | 'middle';
}

/** Milliseconds that painting one moving canvas may take; several of them share a frame. */
const SPARE = 3;
/** As long as nothing new has come for so many milliseconds, the hand rests. */
const REST = 140;

export class InkCanvas {
  readonly box: HTMLElement;
  readonly #canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D | null;
  readonly #setting: Setting;
  #size: Box = { width: 0, height: 0 };
  #image: ImageData | undefined;
  #second = new Uint8ClampedArray(0);
  #centres = new Float32Array(24);
  /** Milliseconds for a million pixels; a guess until something has been painted. */
  #cost = 4;
  #paint: ((density: number) => void) | undefined;
  #rest = 0;
  #sharp = false;
  #moving = 0;
  #ink: string;

  /** @param box holds the server's drawing, which the first paint covers */
  constructor(box: HTMLElement, setting: Setting) {
    this.box = box;
    this.#setting = setting;
    this.#context = this.#canvas.getContext('2d', { willReadFrequently: false });
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#ink = getComputedStyle(box).color;
  }

  /** Takes the box's size, in CSS pixels; true if it is another than before. */
  resize({ width, height }: Box): boolean {
    if (width === this.#size.width && height === this.#size.height) return false;
    this.#size = { width, height };
    return true;
  }

  /** Paints a word; `shift` moves it, in cap heights to the right and down. */
  paintWord(word: DrawnWord, shift: readonly [number, number] = [0, 0]): void {
    this.#draw((picture, density) => this.#put(word, picture, density, shift));
  }

  /** Paints two words over each other, as two pictures of which one fades into the other. */
  paintFade(from: DrawnWord, to: DrawnWord, t: number): void {
    this.#draw((picture, density) => {
      if (this.#second.length !== picture.data.length) this.#second = new Uint8ClampedArray(picture.data.length);
      const other = { data: this.#second, width: picture.width, height: picture.height };
      this.#put(from, picture, density, [0, 0]);
      this.#put(to, other, density, [0, 0]);
      crossFade(picture, other, t, picture);
    });
  }

  /** Reads the ink anew; to be asked of all canvases before any of them paints, or the page would be styled once for each. */
  readInk(): void {
    this.#ink = getComputedStyle(this.box).color;
  }

  /** Paints the same again. */
  again(): void {
    this.#paint?.(this.#density());
  }

  clear(): void {
    window.clearTimeout(this.#rest);
    this.#paint = undefined;
    this.#context?.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  /** Gives the box back to the server's drawing. */
  remove(): void {
    this.clear();
    this.#canvas.remove();
    this.box.classList.remove('live');
  }

  #density(): number {
    const ratio = window.devicePixelRatio || 1;
    return this.#sharp ? ratio : (this.#moving = densityOf(this.#size, ratio, this.#cost, SPARE, this.#moving || ratio));
  }

  #draw(draw: (picture: Picture, density: number) => void): void {
    this.#paint = (density) => this.#flush(density, draw);
    this.#sharp = false;
    window.clearTimeout(this.#rest);
    const density = this.#density();
    this.#paint(density);
    if (density >= (window.devicePixelRatio || 1)) return;
    this.#rest = window.setTimeout(() => {
      this.#sharp = true;
      this.#paint?.(this.#density());
    }, REST);
  }

  #flush(density: number, draw: (picture: Picture, density: number) => void): void {
    const context = this.#context;
    const [width, height] = [Math.round(this.#size.width * density), Math.round(this.#size.height * density)];
    if (!context || width === 0 || height === 0) return;
    const start = performance.now();
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      [this.#canvas.width, this.#canvas.height] = [width, height];
      // Stretched to a box of broken pixels, edges would blur.
      [this.#canvas.style.width, this.#canvas.style.height] = [`${width / density}px`, `${height / density}px`];
    }
    if (this.#image?.width !== width || this.#image.height !== height) this.#image = context.createImageData(width, height);
    draw(this.#image, density);
    context.globalCompositeOperation = 'copy';
    context.putImageData(this.#image, 0, 0);
    // Only coverage was painted; the ink is the page's.
    context.globalCompositeOperation = 'source-in';
    context.fillStyle = this.#ink;
    context.fillRect(0, 0, width, height);
    if (!this.#canvas.isConnected) {
      this.box.append(this.#canvas);
      this.box.classList.add('live');
    }
    const cost = (performance.now() - start) / ((width * height) / 1e6);
    this.#cost += (cost - this.#cost) * 0.2;
  }

  #put({ text, fields, advances, room = 0 }: DrawnWord, picture: Picture, density: number, [across, down]: readonly [number, number]): void {
    const { geometry, space, align } = this.#setting;
    if (this.#centres.length < advances.length) this.#centres = new Float32Array(advances.length);
    const length = setLine(text, advances, space, this.#centres);
    const { cap, x, baseline } = fitWord(text, Math.max(length, room), this.#size, align);
    const scale = cap * density;
    const placing = { scale, x: x * density + across * scale, baseline: baseline * density + down * scale };
    paintWord({ fields, centres: this.#centres, count: advances.length }, picture, placing, geometry);
  }
}
