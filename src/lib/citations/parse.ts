/** The citation syntax: `[@id]`, `[@id, p. 4]`, `[@a; @b, ch. 2]`. Used by the build and by the checker. */

/** One source named inside the brackets. */
export interface CitedSource {
  /** Reference id as written, without the `@`; it need not exist. */
  id: string;
  /** Offset of the id's first character, in UTF-16 units. */
  offset: number;
  /** Where in the source, as written after the comma: “p. 4”. */
  locator: string | undefined;
}

/** One pair of brackets. */
export interface Citation {
  /** Offset of the `[`. */
  start: number;
  /** Offset after the `]`. */
  end: number;
  /** At least one, in the order written. */
  sources: readonly CitedSource[];
}

// An id ends at white space or at a mark the syntax uses; whether it exists is another question.
const ONE = String.raw`\s*@[^\s,;@[\]]+(?:\s*,[^;@[\]]*)?\s*`;
const CITATION = new RegExp(String.raw`\[${ONE}(?:;${ONE})*\]`, 'g');
const SOURCE = /@([^\s,;@[\]]+)(?:\s*,([^;@[\]]*))?/g;

/** The citations of a text, in order. Text that only resembles one is left out: see `strayCitations`. */
export function parseCitations(text: string): Citation[] {
  if (!text.includes('[')) return [];
  return [...text.matchAll(CITATION)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    sources: [...match[0].matchAll(SOURCE)].map((source) => ({
      id: source[1] ?? '',
      offset: match.index + source.index + 1,
      locator: source[2]?.trim().replace(/\s+/g, ' ') || undefined,
    })),
  }));
}

/** Offsets of every `[@` that does not begin a citation: a bracket left open, a missing comma, a second `@`. */
export function strayCitations(text: string): number[] {
  const citations = parseCitations(text);
  return [...text.matchAll(/\[\s*@/g)]
    .map(({ index }) => index)
    .filter((index) => !citations.some(({ start, end }) => index >= start && index < end));
}
