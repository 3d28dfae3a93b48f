/** The pen on the pad: mouse, finger or stylus, every place that the device has told, its pressure where it has any. */
import { placeOn } from './pad.ts';
import type { Place } from './strokes.ts';

/** What is done with a stroke. */
export interface PenOptions {
  /** A piece of the stroke, in cap heights; its width is a share of the pen’s own. */
  inked: (from: Place, to: Place) => void;
  /** The pen is lifted. */
  done: (places: readonly Place[], pressed: boolean) => void;
  /** The stroke is taken back before it is done. */
  dropped: () => void;
}

/** Strokes longer than this are cut off: nobody’s hand goes on so long. */
const MOST = 6000;

/** Listens to a pad until `signal` ends it. */
export function bindPen(pad: HTMLElement, signal: AbortSignal, { inked, done, dropped }: PenOptions): void {
  let held: { id: number; places: Place[]; pressed: boolean; left: number; top: number; size: number } | undefined;
  const add = (event: PointerEvent): void => {
    if (!held || held.places.length >= MOST) return;
    // A mouse always presses by one half; a finger tells nothing reliable.
    const width = held.pressed ? 0.35 + 1.3 * event.pressure : 1;
    const place: Place = [...placeOn(event.clientX - held.left, event.clientY - held.top, held.size), width];
    inked(held.places.at(-1) ?? place, place);
    held.places.push(place);
  };
  const end = (keep: boolean): void => {
    if (!held) return;
    const { places, pressed } = held;
    held = undefined;
    delete pad.dataset['drawing'];
    if (keep) done(places, pressed);
    else dropped();
  };
  pad.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || held || !event.isPrimary) return;
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    // So that the keys that take a stroke back come here.
    pad.focus({ preventScroll: true });
    const { left, top } = pad.getBoundingClientRect();
    const [x, y] = [left + pad.clientLeft, top + pad.clientTop];
    held = { id: event.pointerId, places: [], pressed: event.pointerType === 'pen', left: x, top: y, size: pad.clientWidth };
    pad.dataset['drawing'] = '';
    add(event);
  }, { signal });
  pad.addEventListener('pointermove', (event) => {
    if (event.pointerId !== held?.id) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const each of all.length > 0 ? all : [event]) add(each);
  }, { signal });
  pad.addEventListener('pointerup', (event) => (event.pointerId === held?.id ? end(true) : undefined), { signal });
  pad.addEventListener('pointercancel', (event) => (event.pointerId === held?.id ? end(false) : undefined), { signal });
  pad.ownerDocument.addEventListener('keydown', (event) => (event.key === 'Escape' ? end(false) : undefined), { signal });
}
