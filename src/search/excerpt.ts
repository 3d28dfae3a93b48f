/** Cuts the few words out of a page that answer a query, and tells which were asked for and which came across a bridge. Pure. */
import { foldText, stem } from './text.ts';

/** What stands on a page, as the full-text engine keeps it. */
export interface PageText {
  /** Running text, words parted by single spaces. */
  content: string;
  /** Places with an id; `location` counts words of `content`. */
  anchors: readonly { element: string; id: string; text?: string; location: number }[];
}

/** Where a word of an excerpt comes from. */
export type Mark = 'asked' | 'widened';

/** A stretch of an excerpt. */
export interface ExcerptPart {
  text: string;
  mark?: Mark;
}

/** A heading of a page. */
export interface Heading {
  id: string;
  text: string;
}

/** A few words of a page. */
export interface Excerpt {
  parts: readonly ExcerptPart[];
  /** The heading they stand under; none before the first. */
  heading: Heading | undefined;
}

/** What to look for: stems of subject words, and the beginning of a word that may be half typed. */
export interface Sought {
  asked: ReadonlySet<string>;
  widened: ReadonlySet<string>;
  begun?: string | undefined;
}

/** Words in an excerpt: two or three lines. */
const LENGTH = 26;
/** Words before the first marked one. */
const LEAD = 5;

/**
 * The stretch of a page with most of what is sought, each word counted once and what was asked for before what came across.
 * @param title the page’s own, which stands above the excerpt already
 */
export function cutExcerpt({ content, anchors }: PageText, sought: Sought, title = ''): Excerpt {
  const words = content.split(' ');
  const first = content.startsWith(title) ? title.split(' ').filter(Boolean).length : 0;
  const marks = words.map((word, i) => (i < first ? undefined : markOf(word, sought)));
  const headings = headingsOf(anchors);
  const breaks = [first, ...headings.map(({ location }) => location)];
  let start = bestStart(words, marks, breaks);
  // What a page says first is what it is about: near enough to it, an excerpt begins there.
  if (start < first + LENGTH) start = first;
  // It ends where the next heading begins, and is filled from before where that is soon.
  const end = Math.min(start + LENGTH, breaks.find((at) => at > start) ?? words.length, words.length);
  start = Math.max(end - LENGTH, ...breaks.filter((at) => at <= start));
  const parts: ExcerptPart[] = [];
  for (let i = start; i < end; i++) {
    const mark = marks[i];
    const before = parts.at(-1);
    const text = `${i > start ? ' ' : ''}${words[i] ?? ''}`;
    if (mark) {
      if (i > start) parts.push({ text: ' ' });
      parts.push({ text: words[i] ?? '', mark });
    } else if (before && !before.mark) before.text += text;
    else parts.push({ text });
  }
  if (start > first) parts.unshift({ text: '… ' });
  if (end < words.length) parts.push({ text: ' …' });
  const heading = headings.findLast(({ location }) => location <= start);
  return { parts, heading: heading && { id: heading.id, text: heading.text } };
}

/** The first heading that has every one of the stems. */
export function headingWith({ anchors }: PageText, stems: ReadonlySet<string>): Heading | undefined {
  if (stems.size === 0) return undefined;
  return headingsOf(anchors).find(({ text }) => {
    const found = new Set(foldText(text).split(' ').map(stem));
    return [...stems].every((each) => found.has(each));
  });
}

/** Whether a page has any of what is sought, in whatever form. */
export function hasAny({ content }: PageText, sought: Sought): boolean {
  return content.split(' ').some((word) => markOf(word, sought) !== undefined);
}

const headingsOf = (anchors: PageText['anchors']): (Heading & { location: number })[] =>
  anchors.flatMap(({ element, id, text = '', location }) => (/^h[1-6]$/.test(element) && text.trim() !== '' ? [{ id, text: text.trim(), location }] : []));

function markOf(word: string, { asked, widened, begun }: Sought): Mark | undefined {
  // “in-betweening,” is two words to a reader’s query and one to the page.
  let mark: Mark | undefined;
  for (const part of foldText(word).split(' ')) {
    if (part === '') continue;
    const key = stem(part);
    if (asked.has(key) || (begun !== undefined && part.startsWith(begun))) return 'asked';
    if (widened.has(key)) mark = 'widened';
  }
  return mark;
}

/**
 * Slides a window over the marked words and returns where the best one begins.
 * @param breaks places that no excerpt crosses, the earliest it may begin at first
 */
function bestStart(words: readonly string[], marks: readonly (Mark | undefined)[], breaks: readonly number[]): number {
  let [best, bestScore] = [breaks[0] ?? 0, 0];
  for (let i = 0; i < words.length; i++) {
    if (!marks[i]) continue;
    const from = Math.max(i - LEAD, ...breaks.filter((at) => at <= i));
    const seen = new Set<string>();
    let score = 0;
    for (let j = i; j < Math.min(from + LENGTH, words.length); j++) {
      const mark = marks[j];
      if (!mark) continue;
      const key = stem(foldText(words[j] ?? ''));
      score += seen.has(key) ? 0.2 : mark === 'asked' ? 2 : 1;
      seen.add(key);
    }
    if (score > bestScore + 0.5) [best, bestScore] = [from, score];
  }
  return best;
}
