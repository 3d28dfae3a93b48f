/** Ways to take away what a demonstration shows, as its buttons name them. */
export const WAYS = ['copy', 'svg', 'png', 'font', 'gif', 'webm'] as const;

/** One of the ways. */
export type Way = (typeof WAYS)[number];

/** The way that a click asks for, and the button that was clicked. */
export function wayOf(target: EventTarget | null): { way: Way; button: HTMLElement } | undefined {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
  const way = WAYS.find((each) => each === button?.dataset['act']);
  return way && button ? { way, button } : undefined;
}
