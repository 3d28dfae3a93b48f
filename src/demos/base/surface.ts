/**
 * The map under the hand: marks that are dragged with mouse or finger, and behind each of them two range inputs, one for each axis,
 * for the keyboard and for whoever hears the page instead of seeing it.
 */
import { clampPoint, nearestPoint, pointUnder, stepped, strideOf, type Grid, type Point, type Stride } from './map.ts';

/** A mark on the map: the hand, or an end of the journey. */
export type MarkName = 'at' | 'a' | 'b';

/** A mark is grabbed from so far away, in CSS pixels. */
const REACH = 26;

export class Surface {
  readonly #map: HTMLElement;
  readonly #grid: Grid;
  readonly #move: (name: MarkName, point: Point, done: boolean) => void;
  readonly #places: Partial<Record<MarkName, Point>> = {};
  #held: { name: MarkName; pointer: number } | undefined;

  /**
   * @param map the element that holds the marks (`data-mark`) and their inputs (`data-handle`, `data-axis`)
   * @param move a mark has been moved; `done` when it is let go
   */
  constructor(map: HTMLElement, grid: Grid, signal: AbortSignal, move: (name: MarkName, point: Point, done: boolean) => void) {
    this.#map = map;
    this.#grid = grid;
    this.#move = move;
    map.addEventListener('pointerdown', (event) => this.#grab(event), { signal });
    map.addEventListener('pointermove', (event) => this.#drag(event), { signal });
    for (const end of ['pointerup', 'pointercancel'] as const) map.addEventListener(end, (event) => this.#drop(event), { signal });
    map.addEventListener('keydown', (event) => this.#key(event), { signal });
    map.addEventListener('input', (event) => this.#set(event, false), { signal });
    map.addEventListener('change', (event) => this.#set(event, true), { signal });
  }

  /** Shows a mark at a place. */
  place(name: MarkName, point: Point): void {
    const mark = this.#places[name] === point ? null : this.#map.querySelector(`[data-mark="${name}"]`);
    if (!mark) return;
    this.#places[name] = point;
    mark.setAttribute('x', `${((point.u + 0.5) / this.#grid.columns) * 100}%`);
    mark.setAttribute('y', `${((point.v + 0.5) / this.#grid.rows) * 100}%`);
    const said = `column ${(point.u + 1).toFixed(1)} of ${this.#grid.columns}, row ${(point.v + 1).toFixed(1)} of ${this.#grid.rows}`;
    for (const input of this.#inputs(name)) {
      input.value = String(point[axisOf(input)]);
      input.setAttribute('aria-valuetext', said);
    }
    if (name !== 'at') return;
    const { u, v } = point;
    const cells = this.#map.querySelector('[data-cells]');
    cells?.setAttribute('x', `${((Math.min(Math.floor(u), this.#grid.columns - 2) + 0.5) / this.#grid.columns) * 100}%`);
    cells?.setAttribute('y', `${((Math.min(Math.floor(v), this.#grid.rows - 2) + 0.5) / this.#grid.rows) * 100}%`);
  }

  #inputs(name: MarkName): HTMLInputElement[] {
    return [...this.#map.querySelectorAll<HTMLInputElement>(`[data-handle="${name}"] input`)];
  }

  #under(event: PointerEvent): Point {
    const { left, top, width, height } = this.#map.getBoundingClientRect();
    return pointUnder(event.clientX - left, event.clientY - top, width, height, this.#grid);
  }

  #grab(event: PointerEvent): void {
    if (event.button !== 0 || this.#held) return;
    const point = this.#under(event);
    const reach = (REACH / this.#map.clientWidth) * this.#grid.columns;
    const places = this.#places as Record<MarkName, Point>;
    // Anywhere on the map is the hand's, where there is one; else the nearer of the two ends comes.
    const name = nearestPoint(point, places, reach) ?? ('at' in places ? 'at' : nearestPoint(point, places, Infinity));
    if (!name) return;
    this.#held = { name, pointer: event.pointerId };
    this.#map.setPointerCapture(event.pointerId);
    this.#map.dataset['held'] = name;
    event.preventDefault();
    this.#inputs(name)[0]?.focus({ preventScroll: true });
    this.#move(name, point, false);
  }

  #drag(event: PointerEvent): void {
    if (event.pointerId === this.#held?.pointer) this.#move(this.#held.name, this.#under(event), false);
  }

  #drop(event: PointerEvent): void {
    if (event.pointerId !== this.#held?.pointer) return;
    const { name } = this.#held;
    this.#held = undefined;
    delete this.#map.dataset['held'];
    const place = this.#places[name];
    if (place) this.#move(name, place, true);
  }

  #key(event: KeyboardEvent): void {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const name = nameOf(input);
    const place = name && this.#places[name];
    const stride = strideOf(event.key, axisOf(input), event.shiftKey);
    if (!name || !place || !stride) return;
    event.preventDefault();
    // The input of the axis that moves takes the focus, so that what is said is what has changed.
    this.#inputs(name).find((each) => axisOf(each) === stride.axis)?.focus();
    this.#move(name, stepped(place, stride, this.#grid), true);
  }

  #set(event: Event, done: boolean): void {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const name = nameOf(input);
    const place = name && this.#places[name];
    if (name && place) this.#move(name, clampPoint({ ...place, [axisOf(input)]: input.valueAsNumber }, this.#grid), done);
  }
}

const axisOf = (input: HTMLInputElement): Stride['axis'] => (input.dataset['axis'] === 'v' ? 'v' : 'u');

function nameOf(input: HTMLInputElement): MarkName | undefined {
  const name = input.closest<HTMLElement>('[data-handle]')?.dataset['handle'];
  return name === 'at' || name === 'a' || name === 'b' ? name : undefined;
}
