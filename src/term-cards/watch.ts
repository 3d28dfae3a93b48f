/** Notices interest in a term or a source by mouse, focus or touch, and only then fetches the card. */
import { SETTINGS_EVENT } from '../settings/settings-element.ts';

const DELAY = 180;
let timer: number | undefined;

const termOf = (target: EventTarget | null): HTMLAnchorElement | undefined =>
  target instanceof Element ? (target.closest<HTMLAnchorElement>('a[data-term], a.cite') ?? undefined) : undefined;

const show = (link: HTMLAnchorElement): void => {
  import('./card.ts').then(
    ({ showCard }) => showCard(link),
    // The link still leads to the term's page.
    () => undefined,
  );
};

document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse') return;
  const link = termOf(event.target);
  window.clearTimeout(timer);
  if (link) timer = window.setTimeout(show, DELAY, link);
});

document.addEventListener('focusin', (event) => {
  // Escape gives the keyboard back from the card to its word; that is no new interest in it.
  if (event.relatedTarget instanceof Element && event.relatedTarget.closest('.term-card')) return;
  const link = termOf(event.target);
  if (link?.matches(':focus-visible')) show(link);
});

// A tap opens the card instead of the page; the card leads on to the page.
let touched = false;
document.addEventListener('pointerdown', (event) => {
  touched = event.pointerType !== 'mouse';
});
document.addEventListener('click', (event) => {
  const link = termOf(event.target);
  if (!link || !touched || event.detail === 0 || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  show(link);
});

/** With every mention marked, the later ones become links like the first; otherwise they stay plain words. */
function markAll(): void {
  const all = document.documentElement.dataset['marks'] === 'all';
  for (const word of document.querySelectorAll<HTMLElement>(all ? 'span.term-again' : 'a.term-again')) {
    const id = word.dataset['term'] ?? '';
    const first = document.querySelector<HTMLAnchorElement>(`a.term[data-term="${CSS.escape(id)}"]`);
    if (all && !first) continue;
    const twin = document.createElement(all ? 'a' : 'span');
    twin.className = all ? 'term term-again' : 'term-again';
    twin.dataset['term'] = id;
    if (twin instanceof HTMLAnchorElement && first) {
      twin.href = first.href;
      twin.dataset['side'] = first.dataset['side'] ?? '';
    }
    twin.append(...word.childNodes);
    word.replaceWith(twin);
  }
}

markAll();
document.addEventListener(SETTINGS_EVENT, markAll);
