/** The table of advice: every id that a piece of it can carry. Nothing in it makes a check fail. */

/** One kind of advice. */
export interface AdviceKind {
  /** What it is about, in one line. */
  meaning: string;
  /** What a summary counts: one of them, and several. */
  one: string;
  many: string;
}

/** Every kind by id, in the order in which a summary counts them. One fixture each in `tests/fixtures/advice/<id>/`. */
export const adviceKinds = {
  'everyday-word': { meaning: 'A word that is also an everyday one stands bare, and may mean the term.', one: 'everyday word', many: 'everyday words' },
  'same-word': { meaning: 'A word that several terms share stands bare, and may mean one of them.', one: 'word that terms share', many: 'words that terms share' },
  inflection: { meaning: 'Another form of a term stands bare: “truncated” for “truncation”.', one: 'inflected term', many: 'inflected terms' },
  'orphan-term': { meaning: 'No text but the glossary itself speaks of a term.', one: 'term that no text speaks of', many: 'terms that no text speaks of' },
  'orphan-source': { meaning: 'No text cites a source.', one: 'source that nobody cites', many: 'sources that nobody cites' },
} as const satisfies Record<string, AdviceKind>;

/** Id of a kind of advice. */
export type AdviceId = keyof typeof adviceKinds;
