/** Words of a text that may mean a term and that nothing links: the writer decides. */
import type { Root } from 'mdast';
import { proseBlocks, type ProseBlock } from '../../markdown/prose-text.ts';
import { findLabels } from './find-terms.ts';
import type { TermIndex } from './term-index.ts';
import { words } from './words.ts';

/** Why nothing links a word: it is an everyday one, several terms share it, or it is another form of a term. */
export type BareKind = 'everyday-word' | 'same-word' | 'inflection';

/** What a text says bare, once for each set of terms it may mean. */
export interface BareMention {
  kind: BareKind;
  /** The terms it may mean, at least one. */
  ids: readonly string[];
  /** As the text has it, the first time. */
  text: string;
  /** Offset in the body, in UTF-16 units, the first time. */
  offset: number;
  /** How often it occurs, this time included. */
  times: number;
}

/**
 * Bare mentions in the order of the text. Terms that the text links somewhere, by itself or with `<Term>`, are left alone:
 * their reader has met them.
 * @param body what `tree` was parsed from
 * @param inflected forms of words and the terms they may mean, from `inflectionIndex`
 * @param known terms of no interest: the entry itself, and whatever its page names anyway
 */
export function bareMentions(tree: Root, body: string, index: TermIndex, inflected: ReadonlyMap<string, readonly string[]>, known: ReadonlySet<string> = new Set()): BareMention[] {
  const blocks = proseBlocks(tree);
  const linked = new Set(known);
  const found = new Map<string, BareMention>();
  const bare: { kind: BareKind; ids: readonly string[]; start: number; end: number; block: ProseBlock }[] = [];
  for (const block of blocks) {
    for (const { id } of block.terms) linked.add(id);
    const labels = findLabels(block.linkable, index);
    for (const { id, ids, start, end } of labels) {
      if (id !== undefined) linked.add(id);
      else bare.push({ kind: ids.length > 1 ? 'same-word' : 'everyday-word', ids, start, end, block });
    }
    const all = words(block.linkable);
    all.forEach(({ folded, start, end, glue }, n) => {
      const ids = inflected.get(folded);
      const part = (n > 0 && glue === '-') || all[n + 1]?.glue === '-';
      if (!ids || part || labels.some((label) => label.start < end && start < label.end)) return;
      bare.push({ kind: 'inflection', ids, start, end, block });
    });
  }
  for (const { kind, ids, start, end, block } of bare) {
    if (ids.some((id) => linked.has(id))) continue;
    const key = `${kind} ${ids.join(' ')}`;
    const first = found.get(key);
    if (first) first.times += 1;
    else found.set(key, { kind, ids, text: block.text.slice(start, end), offset: offsetIn(body, block, start), times: 1 });
  }
  return [...found.values()].sort((a, b) => a.offset - b.offset);
}

/** Where a place of a block stands in the body. A run of text may be written with escapes, so the word is looked for nearby. */
function offsetIn(body: string, { runs, text }: ProseBlock, start: number): number {
  const run = runs.find((each) => each.start <= start && start < each.end);
  const from = run?.node.position?.start.offset ?? 0;
  const near = from + (run ? run.from + start - run.start : 0);
  const word = /^\S+/.exec(text.slice(start))?.[0] ?? '';
  const at = body.indexOf(word, near);
  const end = run?.node.position?.end.offset ?? near;
  return at >= 0 && at < end ? at : near;
}
