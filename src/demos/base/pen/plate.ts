/** A plate of the pad: one letter in one ink, painted over the server’s drawing where it stands on the pad. */
import type { Geometry } from '../../../drawing/field.ts';
import { paintWord } from '../../../drawing/raster.ts';
import { PAD } from './pad.ts';
import type { Place } from './strokes.ts';

const CENTRES = [0];

export class Plate {
  readonly #box: HTMLElement;
  readonly #canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D | null;
  #image: ImageData | undefined;
  #again: (() => void) | undefined;
  #ink: string;

  constructor(box: HTMLElement) {
    this.#box = box;
    this.#context = this.#canvas.getContext('2d');
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#ink = getComputedStyle(box).color;
  }

  /** Paints a letter; `shift` moves it to the right, in cap heights. The field is kept until the next one comes. */
  paint(field: Float32Array, shift: number, geometry: Geometry): void {
    this.#again = () => this.#paint(field, shift, geometry);
    this.#again();
  }

  /** Paints the same again, in another size or ink. */
  again(): void {
    this.#ink = getComputedStyle(this.#box).color;
    this.#again?.();
  }

  /** Paints strokes of the pen, sharper than any field; places and widths are in cap heights. */
  ink(lines: readonly (readonly Place[])[]): void {
    this.#again = () => {
      const [context, size] = [this.#context, this.#fit()];
      if (!context || size === 0) return;
      context.clearRect(0, 0, size, size);
      const scale = size / PAD.side;
      for (const line of lines) line.forEach((to, i) => this.#piece(line[Math.max(i - 1, 0)]!, to, scale));
      this.#lay();
    };
    this.#again();
  }

  /** Inks a piece of a stroke over what is there: while the pen is down. */
  stroke(from: Place, to: Place): void {
    const size = this.#fit();
    if (size > 0) this.#piece(from, to, size / PAD.side);
    this.#lay();
  }

  #piece([fromX, fromY]: Place, [x, y, width]: Place, scale: number): void {
    const context = this.#context;
    if (!context) return;
    context.globalCompositeOperation = 'source-over';
    context.strokeStyle = this.#ink;
    [context.lineCap, context.lineWidth] = ['round', Math.max(width, 0.008) * scale];
    context.beginPath();
    context.moveTo((fromX - PAD.left) * scale, (PAD.top - fromY) * scale);
    // A line without length is not drawn, not even its round ends: a dot is a hundredth of a pixel long.
    context.lineTo((x - PAD.left) * scale + 0.01, (PAD.top - y) * scale);
    context.stroke();
  }

  /** Gives the box back to the server’s drawing. */
  remove(): void {
    this.#again = undefined;
    this.#canvas.remove();
    this.#box.classList.remove('live');
  }

  #paint(field: Float32Array, shift: number, geometry: Geometry): void {
    const [context, size] = [this.#context, this.#fit()];
    if (!context || size === 0) return;
    if (this.#image?.width !== size) this.#image = context.createImageData(size, size);
    const scale = size / PAD.side;
    paintWord({ fields: field, centres: CENTRES, count: 1 }, this.#image, { scale, x: (shift - PAD.left) * scale, baseline: PAD.top * scale }, geometry);
    context.globalCompositeOperation = 'copy';
    context.putImageData(this.#image, 0, 0);
    context.globalCompositeOperation = 'source-in';
    context.fillStyle = this.#ink;
    context.fillRect(0, 0, size, size);
    this.#lay();
  }

  /** Gives the canvas the size of its box, in device pixels, and says which. */
  #fit(): number {
    const ratio = window.devicePixelRatio || 1;
    const size = Math.round(this.#box.clientWidth * ratio);
    if (this.#canvas.width === size) return size;
    this.#canvas.width = this.#canvas.height = size;
    this.#canvas.style.width = this.#canvas.style.height = `${size / ratio}px`;
    return size;
  }

  /** Lays it over the server’s drawing, the first time something is on it. */
  #lay(): void {
    if (this.#canvas.isConnected) return;
    this.#box.append(this.#canvas);
    this.#box.classList.add('live');
  }
}
