/** Draws results: as options of a list box in the dialog, as headed lists on the search page. */
import { relations, sides } from '../lib/relations.ts';
import { crossingsOf, type CardFile } from '../term-cards/data.ts';
import type { Fragment } from './pagefind.ts';
import type { TermHit } from './query.ts';

/** Where results are drawn. */
export type Mode = 'dialog' | 'page';

/** A piece of the document: tag, class, text or children. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...children: (string | Node)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** One group of results under its heading. */
export function group(mode: Mode, title: string, hits: readonly HTMLAnchorElement[]): HTMLElement {
  const head = make('h2', 'label', title);
  if (mode === 'page') {
    const list = make('ol', '', ...hits.map((hit) => make('li', '', hit)));
    list.setAttribute('role', 'list');
    return make('section', 'hits', head, list);
  }
  head.setAttribute('role', 'presentation');
  const box = make('div', 'hits', head, ...hits);
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', title);
  hits.forEach((hit, i) => {
    hit.setAttribute('role', 'option');
    hit.setAttribute('aria-selected', 'false');
    hit.tabIndex = -1;
    hit.id = `hit-${title.toLowerCase()}-${i}`;
  });
  return box;
}

/** A term: its voice, its side in a word, what the other side calls it and how close that is. */
export function termHit({ id, term }: TermHit, file: CardFile, base: string): HTMLAnchorElement {
  const hit = make('a', 'hit term-hit');
  hit.href = `${base}/glossary/${id}/`;
  const across = crossingsOf(file, id).flatMap(({ other, relation }, i) => [
    i > 0 ? ', ' : '',
    make('span', `${other.side}-voice`, other.term),
    make('span', 'label', ` ${relations[relation].label}`),
  ]);
  hit.append(
    make('span', 'hit-title', make('span', `${term.side}-voice`, term.term), make('span', 'label', ` ${sides[term.side].word}`)),
    make('span', 'hit-plain', term.plain),
  );
  if (across.length > 0) hit.append(make('span', 'hit-across', make('span', 'label', 'across: '), ...across));
  return hit;
}

/** A page of the full text, with the words found marked. */
export function pageHit(fragment: Fragment): HTMLAnchorElement {
  const hit = make('a', 'hit');
  const best = fragment.sub_results.find(({ url }) => url.includes('#'));
  const section = best && best.title !== fragment.meta['title'] ? best : undefined;
  hit.href = section?.url ?? fragment.url;
  const kind = fragment.filters['kind']?.[0] ?? 'page';
  const title = fragment.meta['title'] ?? fragment.url;
  const side = fragment.meta['side'];
  const named = side === 'technical' || side === 'creative' ? make('span', sides[side].voice, title) : title;
  const about = side === 'technical' || side === 'creative' || side === 'both' ? `${kind}, ${sides[side].word}` : kind;
  hit.append(make('span', 'hit-title', named, make('span', 'label', ` ${about}`)));
  if (section) hit.append(make('span', 'hit-section', section.title));
  hit.append(excerpt(section?.excerpt ?? fragment.excerpt));
  return hit;
}

/** Pagefind's excerpt is HTML with `<mark>`; nothing else of it is kept. */
function excerpt(html: string): HTMLElement {
  const box = make('span', 'hit-excerpt');
  for (const node of new DOMParser().parseFromString(html, 'text/html').body.childNodes) {
    const text = node.textContent ?? '';
    box.append(node.nodeName === 'MARK' ? make('mark', '', text) : text);
  }
  return box;
}
