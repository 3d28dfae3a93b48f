/** The drawn map of ways: what the server drew, brought up to date. */
import { placeOf, readPlane, trackOf, type Plane } from './plan/plane.ts';
import { endOf, type Way } from '../base/prior/way.ts';

export class WaysMap {
  /** Takes on the map. */
  readonly count: number;
  readonly #svg: SVGElement;
  readonly #plane: Plane;

  constructor(svg: SVGElement) {
    [this.#svg, this.#plane, this.count] = [svg, readPlane(svg.dataset['plane'] ?? ''), svg.querySelectorAll('[data-from]').length];
  }

  /** Draws the way of one take, the first of which is the reader's: told, or left to itself. */
  draw(take: number, side: 'told' | 'untold', way: Way): void {
    this.#set(`[data-${side}="${take}"]`, { d: trackOf(this.#plane, way.path) });
    this.#move(`[data-${side}-end="${take}"]`, endOf(way));
    this.#move(`[data-from="${take}"]`, way.path);
  }

  /** Shows where on its way the large word is. */
  here(z: Float32Array): void {
    this.#move('[data-here]', z);
  }

  #move(selector: string, z: Float32Array): void {
    const [cx, cy] = placeOf(this.#plane, z);
    this.#set(selector, { cx: String(cx), cy: String(cy) });
  }

  #set(selector: string, attributes: Readonly<Record<string, string>>): void {
    const element = this.#svg.querySelector(selector);
    for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, value);
  }
}
