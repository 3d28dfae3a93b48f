/** Reference files as CSL-JSON, and the short label that names one in running text. */
import type { Reference } from '../../schemas/index.ts';

/** A date as CSL-JSON has it: year, month from 1, day; shorter where less is known. */
export interface CslDate {
  'date-parts': [number[]];
}

/** A reference as CSL-JSON has it. Only what is known is present. */
export interface CslItem extends Pick<Reference, 'author' | 'editor' | 'title' | 'URL' | 'DOI' | 'ISBN' | 'container-title' | 'publisher' | 'volume' | 'issue' | 'page' | 'edition' | 'note'> {
  id: string;
  type: Reference['type'];
  /** Of a preprint: `arXiv:1912.04958`. */
  number?: string;
  issued?: CslDate;
  accessed?: CslDate;
}

const AS_THEY_ARE = ['author', 'editor', 'title', 'container-title', 'publisher', 'volume', 'issue', 'page', 'edition', 'DOI', 'ISBN', 'URL'] as const;

/**
 * A reference as a CSL-JSON item. A preprint gets its arXiv number and arXiv as publisher; on a work
 * that came out elsewhere the arXiv number goes into the note, as reference managers write it.
 */
export function toCsl(id: string, ref: Reference): CslItem {
  const item: CslItem = { id, type: ref.type, title: ref.title, URL: ref.URL };
  for (const field of AS_THEY_ARE) if (ref[field] !== undefined) Object.assign(item, { [field]: ref[field] });
  if (ref.issued !== undefined) item.issued = dateOf(ref.issued);
  item.accessed = dateOf(ref.accessed);
  const notes = ref.note === undefined ? [] : [ref.note];
  if (ref.arxiv !== undefined && isPreprint(ref)) {
    // Some files name arXiv as the place it stands in; in print it is the publisher.
    delete item['container-title'];
    item.publisher = 'arXiv';
    item.number = `arXiv:${ref.arxiv}`;
  } else if (ref.arxiv !== undefined) notes.push(`arXiv:${ref.arxiv}`);
  if (notes.length > 0) item.note = notes.join('\n');
  return item;
}

/** Whether a reference is known only as a preprint on arXiv. */
export function isPreprint(ref: Reference): boolean {
  const place = ref['container-title'];
  return ref.type === 'article' && ref.arxiv !== undefined && (place === undefined || /\barxiv\b/i.test(place));
}

/** “Karras et al. 2019”, “Brock and Lim 2016”; the title where nobody signs, “n.d.” where no year is known. */
export function authorYear(ref: Reference): string {
  const names = (ref.author ?? ref.editor ?? []).map((name) => ('literal' in name ? name.literal : name.family));
  const [first = shortTitle(ref.title), second] = names;
  const who = names.length > 2 ? `${first} et al.` : second === undefined ? first : `${first} and ${second}`;
  return `${who} ${ref.issued?.slice(0, 4) ?? 'n.d.'}`;
}

/** The first four words, without a subtitle. */
function shortTitle(title: string): string {
  const main = title.split(/[:?.] /, 1)[0] ?? title;
  const words = main.split(/\s+/);
  return words.length > 5 ? `${words.slice(0, 4).join(' ')}…` : main;
}

function dateOf(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] };
}
