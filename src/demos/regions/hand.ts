/** The mask under the hand: two handles over the word that are dragged with mouse or finger. The sliders do the same by keyboard. */

/** A handle: the one that moves the mask, and the one that turns or widens it. */
export type Grip = 'move' | 'turn';

/** A handle is grabbed from so far away, in CSS pixels. */
const REACH = 30;

/** Who is told of what. */
export interface HandOptions {
  signal: AbortSignal;
  /** A handle has been taken. */
  taken: (grip: Grip) => void;
  /** It is pulled to a place: shares of the box's width and height. */
  pulled: (grip: Grip, x: number, y: number) => void;
}

/** Binds the handles, SVGs with `data-grip`, of a box. Beside them a mouse or a pen takes the mask itself; a finger scrolls the page, and its tap brings the mask. */
export function bindHand(box: HTMLElement, { signal, taken, pulled }: HandOptions): void {
  let tapped = false;
  let held: { grip: Grip; pointer: number; dx: number; dy: number } | undefined;
  const pull = (event: PointerEvent): void => {
    if (!held || event.pointerId !== held.pointer) return;
    const { left, top, width, height } = box.getBoundingClientRect();
    pulled(held.grip, (event.clientX + held.dx - left) / width, (event.clientY + held.dy - top) / height);
  };
  box.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || held) return;
    const near = [...box.querySelectorAll<SVGElement>('[data-grip]')].map((mark) => {
      const { left, top, width, height } = (mark.querySelector('circle') ?? mark).getBoundingClientRect();
      const [dx, dy] = [left + width / 2 - event.clientX, top + height / 2 - event.clientY];
      return { grip: mark.dataset['grip'] === 'turn' ? 'turn' : 'move', dx, dy, far: Math.hypot(dx, dy) } as const;
    }).sort((one, other) => one.far - other.far)[0];
    const grabbed = near && near.far <= REACH ? near : undefined;
    // What a finger beside the handles is about to do is not known yet: it scrolls, or it taps.
    tapped = !grabbed && event.pointerType === 'touch';
    if (tapped) return;
    // A handle is held where it was grabbed, and does not jump under the pointer.
    held = grabbed ? { ...grabbed, pointer: event.pointerId } : { grip: 'move', pointer: event.pointerId, dx: 0, dy: 0 };
    box.setPointerCapture(event.pointerId);
    box.dataset['held'] = held.grip;
    event.preventDefault();
    taken(held.grip);
    pull(event);
  }, { signal });
  // Not every browser heeds the touch-action of a part of a drawing; this it heeds.
  box.addEventListener('touchstart', (event) => void (held && event.cancelable && event.preventDefault()), { signal, passive: false });
  box.addEventListener('click', ({ clientX, clientY }) => {
    if (!tapped) return;
    tapped = false;
    const { left, top, width, height } = box.getBoundingClientRect();
    pulled('move', (clientX - left) / width, (clientY - top) / height);
  }, { signal });
  box.addEventListener('pointermove', pull, { signal });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    box.addEventListener(end, (event) => {
      if (event.pointerId !== held?.pointer) return;
      held = undefined;
      delete box.dataset['held'];
    }, { signal });
  }
}
