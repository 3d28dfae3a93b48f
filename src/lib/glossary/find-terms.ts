/** Finds the glossary's labels in prose: longest first, whole words only. */
import type { LabelEnd, LabelNode, TermIndex } from './term-index.ts';
import { stemLength, step, words, type Word } from './words.ts';

/** A place where a text names a term. */
export interface Mention {
  id: string;
  /** Offset of the first character, in UTF-16 units. */
  start: number;
  /** Offset after the last character; a possessive “’s” stays outside. */
  end: number;
  /** Term or alias as the entry writes it; the text may have a plural, another case, or a hyphen for a space. */
  label: string;
}

interface Hit {
  label: LabelEnd;
  /** Number of the last word. */
  last: number;
  end: number;
}

/** A label in a text, whether it may be linked or not. */
export interface FoundLabel extends Omit<Mention, 'id'> {
  /** The entry it leads to; undefined where several claim it or the word is an everyday one. */
  id: string | undefined;
  /** Every entry that claims it. */
  ids: readonly string[];
}

/**
 * Mentions in a text, in order, never overlapping. Hyphenated compounds are words of their own
 * (“mask” is not in “mask-making”), paragraphs are not crossed, and a label that several entries
 * claim is passed over whole.
 */
export function findTerms(text: string, index: TermIndex): Mention[] {
  return findLabels(text, index).flatMap(({ id, start, end, label }) => (id === undefined ? [] : [{ id, start, end, label }]));
}

/** Every label in a text, by the rules of {@link findTerms}; those that never link by themselves are among them. */
export function findLabels(text: string, index: TermIndex): FoundLabel[] {
  const found: FoundLabel[] = [];
  const all = words(text);
  for (let n = 0; n < all.length; n += 1) {
    const word = all[n];
    if (!word || (n > 0 && word.glue === '-')) continue;
    const hit = longest(all, n, index.first);
    if (!hit) continue;
    const { id, ids, label } = hit.label;
    found.push({ id, ids, start: word.start, end: hit.end, label });
    n = hit.last;
  }
  return found;
}

function longest(all: readonly Word[], from: number, first: ReadonlyMap<string, LabelNode>): Hit | undefined {
  let best: Hit | undefined;
  let next = first;
  for (let n = from; n < all.length; n += 1) {
    const word = all[n];
    if (!word) break;
    const glue = n === from ? '' : word.glue;
    // A label cannot stop inside a compound: “latent space” is not in “latent space-time”.
    const whole = all[n + 1]?.glue !== '-';
    const stem = whole ? stemLength(word.raw) : 0;
    if (stem > 0) {
      const node = next.get(step(word.folded.slice(0, -2), glue));
      const label = node && fitting(node, all, from, n, word.raw.slice(0, stem));
      if (label) best = { label, last: n, end: word.start + stem };
    }
    const node = next.get(step(word.folded, glue));
    if (!node) break;
    const label = whole ? fitting(node, all, from, n, word.raw) : undefined;
    if (label) best = { label, last: n, end: word.end };
    next = node.next;
  }
  return best;
}

/** The first label that ends at `node` and whose capitals agree with the text. */
function fitting(node: LabelNode, all: readonly Word[], from: number, to: number, last: string): LabelEnd | undefined {
  return node.ends.find(({ cased }) => !cased || cased.every((spelling, n) => spelling === undefined || spelling === (from + n === to ? last : all[from + n]?.raw)));
}
