/** Draws results: as options of a list box in the dialog, as headed lists on the search page. */
import { relationLines, relations, sides } from '../lib/relations.ts';
import type { Relation } from '../schemas/index.ts';
import type { Excerpt } from './excerpt.ts';
import type { IndexedPage, SearchIndex } from './index-file.ts';
import { make } from './make.ts';

/** Where results are drawn. */
export type Mode = 'dialog' | 'page';

/** One group of results under its heading. */
export function group(mode: Mode, title: string, items: readonly HTMLElement[]): HTMLElement {
  const head = make('h2', 'label', title);
  if (mode === 'page') {
    const list = make('ol', '', ...items.map((item) => make('li', '', item)));
    list.setAttribute('role', 'list');
    return make('section', 'hits', head, list);
  }
  // Inside a list box a heading is nothing; the group's name says it.
  head.setAttribute('role', 'presentation');
  return optionGroup(title, make('div', 'hits', head, ...items));
}

/** Makes a group of options out of a box; the options are its links. */
export function optionGroup(title: string, box: HTMLElement): HTMLElement {
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', title);
  return box;
}

/** Makes every link an option of the list box. */
export function asOptions(links: readonly HTMLAnchorElement[]): void {
  links.forEach((link, i) => {
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    link.tabIndex = -1;
    link.id = `search-option-${i}`;
  });
}

/** A page’s name, in its voice where it has one. */
export function voiced({ title, term }: IndexedPage): HTMLElement {
  return make('span', term ? sides[term.side].voice : '', title);
}

/** A page’s name, in its voice, and what it is in a word. */
export function nameOf(page: IndexedPage, className = 'hit-title'): HTMLElement {
  return make('span', className, voiced(page), make('span', 'label', ` ${page.term ? sides[page.term.side].word : (page.facets['kind'] ?? 'page')}`));
}

/** How close two terms are, drawn; its word stands beside it. */
export function relationLine(relation: Relation): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', `relation ${relation}`);
  svg.setAttribute('viewBox', '0 0 92 14');
  svg.setAttribute('aria-hidden', 'true');
  for (const { d, dashes } of relationLines[relation]) {
    const path = document.createElementNS(svg.namespaceURI, 'path');
    path.setAttribute('d', d);
    if (dashes) path.setAttribute('stroke-dasharray', dashes);
    svg.append(path);
  }
  return svg;
}

/** A page in a list: its name, what it is bridged to, and the words that answer once they have come. */
export function hit(page: IndexedPage, index: SearchIndex, base: string, excerpt: Excerpt | undefined): HTMLAnchorElement {
  const link = make('a', 'hit', nameOf(page));
  // An entry has two headings, and they are every entry's.
  const heading = page.term ? undefined : excerpt?.heading;
  link.href = `${base}/${page.path}${heading ? `#${heading.id}` : ''}`;
  const across = (index.bridges[page.n] ?? []).slice(0, 2).flatMap(({ to, relation }, i) => {
    const other = index.pages[to];
    return other ? [i > 0 ? ', ' : '', voiced(other), make('span', 'label', ` ${relations[relation].label}`)] : [];
  });
  if (across.length > 0) link.append(make('span', 'hit-across', make('span', 'label', 'across: '), ...across));
  if (heading) link.append(make('span', 'hit-section', heading.text));
  link.append(words(excerpt));
  return link;
}

/** The words that answer. What came across a bridge is marked otherwise than what was asked for, and said to be so. */
function words(excerpt: Excerpt | undefined): HTMLElement {
  const box = make('span', 'hit-excerpt');
  let said = false;
  for (const { text, mark } of excerpt?.parts ?? []) {
    if (!mark) box.append(text);
    else if (mark === 'asked') box.append(make('mark', '', text));
    else {
      box.append(make('mark', 'widened', ...(said ? [] : [make('span', 'visually-hidden', 'across a bridge: ')]), text));
      said = true;
    }
  }
  return box;
}
