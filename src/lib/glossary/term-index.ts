/** Every label of the glossary, laid out so that prose can be matched word by word. */
import type { Term } from '../../schemas/index.ts';
import { fold, isCased, plural, step, words } from './words.ts';

/** A glossary entry, as either door to the content gives it. */
export interface TermEntry {
  id: string;
  data: Term;
}

/** Why a label belongs to an entry. */
export interface Claim {
  id: string;
  /** Term or alias as the entry writes it. */
  label: string;
  /** Where the entry writes it. */
  field: readonly ['term'] | readonly ['aliases', number];
  /** The claimed label is the regular plural of `label`. */
  plural: boolean;
}

/** A label that two or more entries claim, without a false-friend bridge that would explain it. */
export interface Collision {
  /** The label, folded except for words whose capitals carry meaning. */
  label: string;
  /** At least two, of different entries, ordered by id; one for each entry. */
  claims: readonly Claim[];
}

/** The end of a label in the index. */
export interface LabelEnd {
  /** Entry the label leads to; undefined when several claim it or it is an everyday word: nothing links, the words are used up. */
  id: string | undefined;
  /** Every entry that claims it, in order of their ids. */
  ids: readonly string[];
  /** Term or alias as the entry writes it. */
  label: string;
  /** By word: the exact spelling asked for, or undefined where capitals do not matter. Undefined when they never do. */
  cased: readonly (string | undefined)[] | undefined;
}

/** One word of the index: the labels that end here, and the words that may follow. */
export interface LabelNode {
  /** Case-sensitive labels first. */
  ends: readonly LabelEnd[];
  next: ReadonlyMap<string, LabelNode>;
}

/** A way of writing a term that search should know. */
export interface SearchLabel {
  id: string;
  text: string;
  kind: 'term' | 'alias' | 'misspelling';
}

/** What prose is matched against. */
export interface TermIndex {
  /** Labels by first word. */
  first: ReadonlyMap<string, LabelNode>;
  /** Labels that mean one thing on each side, with the ids of both: false friends, never linked by themselves. */
  ambiguous: ReadonlyMap<string, readonly string[]>;
  /** Terms, aliases and misspellings in the order of the entries; only the first two can be linked. */
  search: readonly SearchLabel[];
  /** Every id of the glossary. */
  ids: ReadonlySet<string>;
}

interface Label extends Claim {
  key: string;
  steps: string[];
  cased: LabelEnd['cased'];
}
interface OpenNode extends LabelNode {
  ends: LabelEnd[];
  next: Map<string, OpenNode>;
}

/**
 * Builds the index of a glossary: terms, aliases and their regular plurals. Labels that begin or
 * end with a sign (“C++”) cannot be told from their bare words and are kept for search only.
 * @returns the index, and the labels that more than one entry claims
 */
export function buildTermIndex(terms: readonly TermEntry[]): { index: TermIndex; collisions: Collision[] } {
  const byId = new Map(terms.map((term) => [term.id, term]));
  const claimed = new Map<string, Label[]>();
  for (const label of terms.flatMap(labelsOf)) {
    const others = claimed.get(label.key);
    if (!others) claimed.set(label.key, [label]);
    else if (!others.some(({ id }) => id === label.id)) others.push(label);
  }

  const first = new Map<string, OpenNode>();
  const ambiguous = new Map<string, readonly string[]>();
  const collisions: Collision[] = [];
  for (const [key, labels] of claimed) {
    labels.sort((a, b) => (a.id < b.id ? -1 : 1));
    const [label] = labels;
    if (!label) continue;
    // An everyday word still uses up its place, so that no shorter label is found inside it.
    const quiet = label.steps.length === 1 && byId.get(label.id)?.data.everyday === true;
    add(first, label, labels.length === 1 && !quiet ? label.id : undefined, labels.map(({ id }) => id));
    if (labels.length === 1) continue;
    if (areFalseFriends(labels.map(({ id }) => byId.get(id)))) ambiguous.set(key, labels.map(({ id }) => id));
    else collisions.push({ label: key, claims: labels.map(({ id, label, field, plural }) => ({ id, label, field, plural })) });
  }
  collisions.sort((a, b) => (a.label < b.label ? -1 : 1));
  return { index: { first, ambiguous, search: terms.flatMap(searchLabelsOf), ids: new Set(byId.keys()) }, collisions };
}

function labelsOf({ id, data }: TermEntry): Label[] {
  const claims: Claim[] = [
    { id, label: data.term, field: ['term'], plural: false },
    ...data.aliases.map((label, n): Claim => ({ id, label, field: ['aliases', n], plural: false })),
  ];
  // Plurals last: where an entry writes its own plural as an alias, the alias is the claim.
  const plurals = claims.map((claim): Claim => ({ ...claim, plural: true }));
  return [...claims, ...plurals].flatMap((claim) => {
    const text = claim.plural ? plural(claim.label) : claim.label;
    const label = text === undefined ? undefined : read(text);
    return label ? [{ ...claim, ...label }] : [];
  });
}

function read(text: string): Pick<Label, 'key' | 'steps' | 'cased'> | undefined {
  const parts = words(text.trim());
  const last = parts.at(-1);
  if (!last || parts[0]?.start !== 0 || last.end !== text.trim().length) return undefined;
  // One capitalised word alone is a name (Adam, Lora); in a longer label the first capital is manners.
  const name = parts.length === 1 && /^\p{Lu}/u.test(last.raw);
  const cased = parts.map(({ raw }) => (name || isCased(raw) ? raw : undefined));
  return {
    // “Mask” and “mask” are one label to a writer, “CLIP” and “clip” are two.
    key: parts.map(({ raw, folded, glue }) => (glue === '-' ? ' ' : glue) + (isCased(raw) ? raw : folded)).join(''),
    steps: parts.map(({ folded, glue }) => step(folded, glue)),
    cased: cased.some(Boolean) ? cased : undefined,
  };
}

function add(first: Map<string, OpenNode>, { steps, cased, label }: Label, id: string | undefined, ids: readonly string[]): void {
  let next = first;
  let node: OpenNode | undefined;
  for (const word of steps) {
    node = next.get(word);
    if (!node) next.set(word, (node = { ends: [], next: new Map() }));
    next = node.next;
  }
  const end = { id, ids, label, cased };
  if (cased) node?.ends.unshift(end);
  else node?.ends.push(end);
}

/** Two entries of opposite sides, one of which declares a false-friend bridge to the other. */
function areFalseFriends(entries: readonly (TermEntry | undefined)[]): boolean {
  const [a, b, ...more] = entries;
  if (!a || !b || more.length > 0) return false;
  const sides = new Set([a.data.side, b.data.side]);
  if (!sides.has('technical') || !sides.has('creative')) return false;
  const declares = (from: TermEntry, to: TermEntry): boolean =>
    from.data.bridges.some((bridge) => bridge.to === to.id && bridge.relation === 'false-friend');
  return declares(a, b) || declares(b, a);
}

function searchLabelsOf({ id, data }: TermEntry): SearchLabel[] {
  return [
    { id, text: data.term, kind: 'term' },
    ...data.aliases.map((text): SearchLabel => ({ id, text, kind: 'alias' })),
    ...data.misspellings.map((text): SearchLabel => ({ id, text, kind: 'misspelling' })),
  ];
}

/** The key under which `ambiguous` keeps a label: words folded and joined by single spaces. */
export function labelKey(text: string): string {
  return read(text)?.key ?? fold(text.trim());
}
