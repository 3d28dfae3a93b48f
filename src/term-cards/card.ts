/** The card itself: one element for the page, filled and placed beside whichever term is asked about. */
import { loadStyles } from '../client/styles.ts';
import styles from './card.css?url';
import type { Card, Crossing } from './data.ts';
import { loadCard } from './load.ts';
import { relations, sides } from '../lib/relations.ts';

const LEAVE_DELAY = 260;
const canAnchor = CSS.supports('anchor-name', '--a');
const canPop = 'showPopover' in HTMLElement.prototype;

let card: HTMLElement | undefined;
let current: HTMLAnchorElement | undefined;
let leaving: number | undefined;

/** Shows the card of the term that `link` names. */
export async function showCard(link: HTMLAnchorElement): Promise<void> {
  window.clearTimeout(leaving);
  if (current === link) return;
  const id = link.dataset['term'];
  if (id === undefined) {
    await loadStyles(styles);
    return showSource(link);
  }
  const panel = (card ??= createPanel());
  current?.removeAttribute('aria-describedby');
  current = link;
  let data: Card;
  try {
    [data] = await Promise.all([loadCard(id), loadStyles(styles)]);
  } catch {
    if (current !== link) return;
    fill(panel, [line('card-fault', 'The card did not load. Follow the link for the whole entry.')]);
    open(panel, link);
    return;
  }
  if (current !== link) return;
  fill(panel, contents(link, data));
  link.setAttribute('aria-describedby', 'term-card-plain');
  open(panel, link);
}

/** The source that a citation leads to, as it stands at the foot of the page. */
function showSource(link: HTMLAnchorElement): void {
  const source = document.getElementById(decodeURIComponent(link.hash.slice(1)))?.querySelector('div');
  if (!source) return;
  current?.removeAttribute('aria-describedby');
  current = link;
  const text = line('card-plain', '');
  text.id = 'term-card-plain';
  text.append(...[...source.childNodes].map((node) => node.cloneNode(true)));
  const panel = (card ??= createPanel());
  fill(panel, [line('label', 'source'), text]);
  link.setAttribute('aria-describedby', text.id);
  open(panel, link);
}

function contents(link: HTMLAnchorElement, { term, side, plain, crossings }: Card): HTMLElement[] {
  const text = line('card-plain', plain);
  text.id = 'term-card-plain';
  const more = document.createElement('a');
  more.className = 'label card-more';
  more.href = link.href;
  more.textContent = 'the whole entry →';
  return [line('label', sides[side].word), line(`card-term ${side}-voice`, term), text, ...crossings.map((each) => crossing(link, each)), more];
}

function crossing(link: HTMLAnchorElement, { id, term, side, plain, relation, breaks }: Crossing): HTMLElement {
  const box = line(`card-bridge ${relation}`, '');
  const to = document.createElement('a');
  to.className = `${side}-voice`;
  to.href = new URL(`../${id}/`, link.href).href;
  to.textContent = term;
  const first = line('card-to', '');
  first.append(line('label', `${sides[side].word}, ${relations[relation].label}: `), to);
  const where = line('card-breaks', '');
  where.append(line('label', 'breaks where '), breaks);
  box.append(first, line('card-plain', plain), where);
  return box;
}

function line(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

function fill(panel: HTMLElement, children: HTMLElement[]): void {
  panel.replaceChildren(...children);
}

function createPanel(): HTMLElement {
  // Only phrasing content, so that the card may stand in the very paragraph whose word it explains.
  const panel = line('term-card', '');
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-label', 'Glossary card');
  if (canPop) panel.popover = 'manual';
  else panel.hidden = true;
  document.body.append(panel);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !current) return;
    if (panel.contains(document.activeElement)) current.focus();
    close();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!inside(event.target)) close();
  });
  document.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse' || !current) return;
    window.clearTimeout(leaving);
    if (!inside(event.target) && document.activeElement !== current) leaving = window.setTimeout(close, LEAVE_DELAY);
  });
  document.addEventListener('focusin', (event) => {
    if (!inside(event.target) && !(event.target instanceof Element && event.target.closest('a[data-term], a.cite'))) close();
  });
  return panel;
}

const inside = (target: EventTarget | null): boolean =>
  target instanceof Node && ((card?.contains(target) ?? false) || (current?.contains(target) ?? false));

function open(panel: HTMLElement, link: HTMLAnchorElement): void {
  // Inside the block of its word: Tab goes from the word into its card and on, and no list or table gets a child it may not have.
  const block = link.closest('p, li, td, th, dd, dt, figcaption, h1, h2, h3') ?? link.parentElement ?? document.body;
  block.append(panel);
  if (canPop) {
    if (!panel.matches(':popover-open')) panel.showPopover();
  } else panel.hidden = false;
  for (const old of document.querySelectorAll<HTMLElement>('.has-card')) old.classList.remove('has-card');
  link.classList.add('has-card');
  if (canAnchor && canPop) return;
  const box = link.getBoundingClientRect();
  const width = panel.offsetWidth;
  const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
  const below = box.bottom + panel.offsetHeight + 8 < window.innerHeight;
  panel.style.setProperty('left', `${left + window.scrollX}px`);
  panel.style.setProperty('top', `${(below ? box.bottom + 8 : box.top - panel.offsetHeight - 8) + window.scrollY}px`);
}

function close(): void {
  window.clearTimeout(leaving);
  current?.removeAttribute('aria-describedby');
  current?.classList.remove('has-card');
  current = undefined;
  if (!card) return;
  if (!canPop) card.hidden = true;
  else if (card.matches(':popover-open')) card.hidePopover();
}
