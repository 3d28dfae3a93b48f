/** The answer: a term somebody named, what it means, what the other side calls it and how close that is, and where to handle it. */
import { relations, sides } from '../lib/relations.ts';
import type { Side } from '../schemas/index.ts';
import { loadCard } from '../term-cards/load.ts';
import type { IndexedPage, SearchIndex } from './index-file.ts';
import { make } from './make.ts';
import { nameOf, optionGroup, relationLine, type Mode } from './render.ts';

/** What an answer needs to know of its surroundings. */
export interface AnswerContext {
  index: SearchIndex;
  mode: Mode;
  base: string;
  /** Whether a page may be shown across a bridge: the facets let it pass, and it has no card of its own. */
  shows: (page: number) => boolean;
}

/**
 * The box of the answer: one card, or one for each side where two share a word.
 * @param asked the side whose word was asked for
 */
export function answerBoxes(answers: readonly number[], context: AnswerContext, asked: Side | undefined): HTMLElement[] {
  const { index, mode } = context;
  const pages = answers.flatMap((n) => index.pages[n] ?? []);
  const [first, second] = pages;
  if (!first) return [];
  const title = asked === 'technical' ? 'what the lab says' : asked === 'creative' ? 'what the studio says' : second ? 'one word, more than one meaning' : 'answer';
  const head = make('h2', 'label', title);
  const between = second && index.bridges[first.n]?.find(({ to }) => to === second.n)?.relation;
  if (between) head.append(' ', relationLine(between), ' ', relations[between].label);
  const cards = make('div', '', ...pages.map((page) => answerCard(page, context)));
  const box = make(mode === 'page' ? 'section' : 'div', `answers${second ? ' several' : ''}`, head, cards);
  if (mode === 'dialog') for (const each of [box, head, cards]) each.setAttribute('role', 'presentation');
  return [box];
}

/** The card of one term. Its plain lines come in a file of their own and are filled in when they have come; their room is kept. */
function answerCard(page: IndexedPage, { index, mode, base, shows }: AnswerContext): HTMLElement {
  const side = page.term?.side ?? 'both';
  const card = make(mode === 'page' ? 'article' : 'div', `answer ${side}`);
  const plain = make('span', 'hit-plain');
  const main = link(`${base}/${page.path}`, 'answer-term', nameOf(page), plain);
  card.append(main);
  const lines = new Map<string, HTMLElement>();
  for (const { to, relation } of index.bridges[page.n] ?? []) {
    const other = index.pages[to];
    if (!other?.term || !shows(to)) continue;
    const line = make('span', 'hit-plain');
    lines.set(other.term.id, line);
    const label = make('span', 'answer-relation', relationLine(relation), make('span', 'label', relations[relation].label));
    card.append(link(`${base}/${other.path}`, `answer-bridge ${relation}`, label, nameOf(other, 'answer-name'), line));
  }
  if (page.term) void fill(page.term.id, card, plain, lines, base);
  return mode === 'dialog' ? optionGroup(`Answer: ${page.title}, ${sides[side].word}`, card) : card;
}

async function fill(id: string, card: HTMLElement, plain: HTMLElement, lines: ReadonlyMap<string, HTMLElement>, base: string): Promise<void> {
  // Without it the answer is a name, its bridges and the way to them.
  const data = await loadCard(id).catch(() => undefined);
  if (!data) return;
  plain.textContent = data.plain;
  for (const { id: to, plain: text } of data.crossings) {
    const line = lines.get(to);
    if (line) line.textContent = text;
  }
  if (data.demo && !card.querySelector('.answer-demo')) {
    const demo = link(`${base}${data.demo.path}`, 'answer-demo label', 'put a hand on it: ', make('b', '', data.demo.title));
    card.append(demo);
    card.dispatchEvent(new CustomEvent('answer-grown', { bubbles: true }));
  }
}

function link(href: string, className: string, ...children: (string | Node)[]): HTMLAnchorElement {
  const element = make('a', `hit ${className}`, ...children);
  element.href = href;
  return element;
}
